import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { randomNumbers } from './shuffle';

/** What may stand where something else is expected, in YAML that people write by hand. */
const JUNK = [
  null,
  '',
  'x',
  '80',
  0,
  -1,
  1.5,
  65536,
  1e99,
  true,
  [],
  [null],
  [[]],
  {},
  { x: 'y' },
  ['Ingress'],
  '::1/0',
];

/** A copy with one value, somewhere inside, replaced by something else or removed. */
export function damaged(object: RawObject, seed: number): RawObject {
  const random = randomNumbers(seed);
  const copy = structuredClone(object) as Record<string, unknown>;
  const places = placesIn(copy);
  const { holder, key } = places[Math.floor(random() * places.length)];
  if (random() < 0.15 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else holder[key] = JUNK[Math.floor(random() * JUNK.length)];
  return copy;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
