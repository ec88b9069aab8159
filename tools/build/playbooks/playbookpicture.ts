import type { Playbook } from '../../../scripts/playbooks/playbook';
import { graphOf, LABELS } from './playbookgraph';
import { labelText, labelWidth, LABEL_STYLE } from './playbooklabels';
import { LABEL_HEIGHT, layoutOf, type Point, type Route } from './playbooklayout';
import { drawTask } from './picturetasks';
import { element, textElement } from '../pictures/svg';

/** Draws a playbook as the server's editor shows it, as SVG. */
export function playbookSvg(playbook: Playbook): string {
  const { width, height, tasks, routes } = layoutOf(graphOf(playbook));
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, [
    element('rect', { width, height, fill: '#f4f6f9' }),
    // Labels lie above all ways, tasks above their ends.
    ...routes.map(drawRoute),
    ...routes.map(drawArrow),
    ...routes.map(drawLabel),
    ...tasks.map(({ node, box }) => drawTask(node, box)),
  ]);
}

function colourOf({ edge }: Route): string {
  return edge.label === LABELS.error ? '#d64545' : '#7b8ba3';
}

function drawRoute(route: Route): string {
  const end = route.points[route.points.length - 1];
  const points = [...route.points.slice(0, -1), { x: end.x, y: end.y - ARROW }];
  return element('path', {
    d: roundedPath(points),
    fill: 'none',
    stroke: colourOf(route),
    'stroke-width': 2,
    ...(route.edge.label === LABELS.error && { 'stroke-dasharray': '7 5' }),
  });
}

const ARROW = 10;

function drawArrow(route: Route): string {
  const { x, y } = route.points[route.points.length - 1];
  const corners = [`${x},${y}`, `${x - 6},${y - ARROW - 1}`, `${x + 6},${y - ARROW - 1}`];
  return element('polygon', { points: corners.join(' '), fill: colourOf(route) });
}

function drawLabel(route: Route): string {
  const { label, edge } = route;
  if (label === undefined) return '';
  const width = labelWidth(edge);
  const colour = colourOf(route);
  const box = {
    x: label.x - width / 2,
    y: label.y - LABEL_HEIGHT / 2,
    width,
    height: LABEL_HEIGHT,
    rx: LABEL_HEIGHT / 2,
  };
  const ink = edge.label === LABELS.error ? colour : '#34445c';
  return (
    element('rect', { ...box, fill: '#ffffff', stroke: colour, 'stroke-width': 1.5 }) +
    textElement(labelText(edge), { x: label.x, y: label.y + 5, anchor: 'middle', colour: ink }, LABEL_STYLE)
  );
}

const CORNER = 16;

/** Straight lines with round corners. */
function roundedPath(points: readonly Point[]): string {
  const parts = [`M ${points[0].x} ${points[0].y}`];
  for (let index = 1; index < points.length - 1; index++) {
    const [before, corner, after] = points.slice(index - 1, index + 2);
    const start = towards(corner, before);
    const end = towards(corner, after);
    parts.push(`L ${start.x} ${start.y} Q ${corner.x} ${corner.y} ${end.x} ${end.y}`);
  }
  const last = points[points.length - 1];
  parts.push(`L ${last.x} ${last.y}`);
  return parts.join(' ');
}

/** A point beside `from`, at most half of the way to `to`. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: tenths(from.x + (to.x - from.x) * share), y: tenths(from.y + (to.y - from.y) * share) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
