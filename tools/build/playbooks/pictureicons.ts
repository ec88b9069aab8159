import type { Point } from './playbooklayout';
import { element } from '../pictures/svg';

/** What a task is, as a small drawing. */
export type Icon = 'bolt' | 'prompt' | 'person' | 'form' | 'playbook' | 'branch';

/** Paths in a square of 24 around the origin; `line`: drawn, else filled. */
const PATHS: Readonly<Record<Icon, { readonly d: string; readonly line: boolean }>> = {
  bolt: { d: 'M 2 -11 L -8 2 H -1 L -2 11 L 8 -2 H 1 Z', line: false },
  prompt: { d: 'M -9 -6 L -2 0 L -9 6 M 1 7 H 10', line: true },
  person: { d: 'M 0 -10 A 5 5 0 1 1 0 0 A 5 5 0 1 1 0 -10 Z M -10 11 Q -10 2 0 2 Q 10 2 10 11 Z', line: false },
  form: { d: 'M -8 -10 H 8 V 10 H -8 Z M -4 -4 H 4 M -4 1 H 4 M -4 6 H 1', line: true },
  playbook: {
    d: 'M -4 -11 H 4 V -4 H -4 Z M -11 4 H -4 V 11 H -11 Z M 4 4 H 11 V 11 H 4 Z M 0 -4 V 0 M -7.5 4 V 0 H 7.5 V 4',
    line: true,
  },
  branch: { d: 'M 0 -11 L 11 0 L 0 11 L -11 0 Z M 0 -5 V 1 M 0 4 V 6', line: true },
};

/** Draws an icon with its middle at `place`. */
export function drawIcon(icon: Icon, place: Point, colour: string): string {
  const { d, line } = PATHS[icon];
  const placed = { d, transform: `translate(${place.x} ${place.y})` };
  return line
    ? element('path', { ...placed, fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linejoin': 'round' })
    : element('path', { ...placed, fill: colour });
}
