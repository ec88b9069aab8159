/**
 * The picture of the integration in the marketplace: 120 x 50 on a transparent background. A heptagon, as Kubernetes
 * things have, with an eye in it that watches, beside the name.
 */
export function integrationImage(): string {
  const corners = Array.from({ length: 7 }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / 7 - Math.PI / 2;
    return `${(25 + 20 * Math.cos(angle)).toFixed(2)},${(25 + 20 * Math.sin(angle)).toFixed(2)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="50" viewBox="0 0 120 50">
  <polygon points="${corners.join(' ')}" fill="#2f6bd8" stroke="#2f6bd8" stroke-width="4" stroke-linejoin="round"/>
  <path d="M11.5 25 Q25 11 38.5 25 Q25 39 11.5 25 Z" fill="#ffffff"/>
  <circle cx="25" cy="25" r="6" fill="#fa582d"/>
  <circle cx="25" cy="25" r="2.4" fill="#ffffff"/>
  <text x="52" y="23" font-family="DejaVu Sans" font-weight="bold" font-size="14" fill="#2f6bd8">Policy</text>
  <text x="52" y="39" font-family="DejaVu Sans" font-weight="bold" font-size="14" fill="#fa582d">Watcher</text>
</svg>
`;
}
