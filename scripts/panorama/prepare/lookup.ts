import { hasKey } from '../../policy/text/canonical';
import { attributeOf, childNodes } from '../api/nodes';
import type { PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { createPanoramaReader } from '../api/reader';
import { UNSLICED, type Slice } from '../api/slice';
import { readVersion } from '../api/system';
import type { Surroundings } from '../state/surroundings';
import type { Reference } from '../../policy/attributes/references';
import { checkReferences, type ReferenceCheck } from './references';

/** What the running configuration says: Panorama's version, and of names, which are there. */
export type LookupAnswer =
  | { readonly kind: 'read'; readonly found: Lookup }
  /** The slice is over. */
  | { readonly kind: 'paused'; readonly surroundings: Surroundings }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What was found, and the surroundings with all that was asked. */
export interface Lookup {
  readonly surroundings: Surroundings;
  readonly version: string;
  readonly references: ReferenceCheck;
}

/** Key of the version among the paths. */
const VERSION = 'version';

/** Looks everything up at once. */
export function lookUpAll(
  port: PanoramaPort,
  references: readonly Reference[],
  before: Surroundings,
): Exclude<LookupAnswer, { readonly kind: 'paused' }> {
  const answer = lookUp(port, references, before, UNSLICED);
  return answer.kind === 'paused' ? lookUpAll(port, references, answer.surroundings) : answer;
}

/** Looks up what was not looked up before, as much as fits into the slice; at least one request. */
export function lookUp(
  port: PanoramaPort,
  references: readonly Reference[],
  before: Surroundings,
  slice: Slice,
): LookupAnswer {
  const reader = createPanoramaReader(port);
  const lookups: { [path: string]: readonly string[] } = { ...before.lookups };
  let asked = 0;
  let isPaused = false;

  function known(path: string, read: () => readonly string[]): readonly string[] {
    if (hasKey(lookups, path)) return lookups[path];
    isPaused = isPaused || (asked > 0 && !slice.goesOn());
    if (isPaused) return [];
    asked += 1;
    const found = read();
    if (reader.failure() === undefined) lookups[path] = found;
    return found;
  }

  const version = known(VERSION, () => [readVersion(reader)]).join('');
  const check = checkReferences(
    (path, what) =>
      known(path, () => childNodes(reader.show(path, what), 'entry').map((node) => attributeOf(node, 'name'))),
    references,
    before.hierarchy.chain,
  );
  const failure = reader.failure();
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const surroundings = { ...before, lookups };
  return isPaused
    ? { kind: 'paused', surroundings }
    : { kind: 'read', found: { surroundings, version, references: check } };
}
