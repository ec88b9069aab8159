/**
 * Whether resourceVersion `a` is older than, or the same as, `b`. Versions of one resource are whole numbers that grow
 * (Kubernetes API documentation, "Resource versions"; comparable since 1.35, numbers in every release before). Where
 * they are something else, nothing is known: false.
 *
 * @example isNotNewer('99', '100') //=> true
 */
export function isNotNewer(a: string, b: string): boolean {
  if (!isNumber(a) || !isNumber(b)) return false;
  return a.length === b.length ? a <= b : a.length < b.length;
}

function isNumber(version: string): boolean {
  return /^(0|[1-9][0-9]*)$/.test(version);
}
