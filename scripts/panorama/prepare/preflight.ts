import { referenceKey } from '../../policy/attributes/references';
import type { ClusterProfile } from '../../policy/profile/types';
import { readOwnChanges } from '../state/ownchanges';
import { changeProblems, readChanges } from '../state/pendingchanges';
import { lockProblems } from '../api/locks';
import type { PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { beginSurroundings, type Surroundings } from '../state/surroundings';
import { createPanoramaReader } from '../api/reader';
import { highAvailabilityProblem, versionProblem } from '../api/system';
import { lookUpAll } from './lookup';
import { missingProblems } from './missing';
import type { NamedReference, ReferenceCheck } from './references';

/** What was found before the first write. Any problem at all: nothing may be written. */
export interface Preflight {
  readonly problems: readonly Problem[];
  /** Names that could not be looked up; the device decides. */
  readonly unverified: readonly string[];
  /** Earlier runs of this cluster wrote rules that are not committed yet. */
  readonly uncommitted: boolean;
}

/** What a preflight lets pass. */
export interface PreflightOptions {
  /** Administrators whose uncommitted changes do not count. */
  readonly ignoredAdmins: readonly string[];
  /** What this run has looked up already; undefined: it is looked up here. */
  readonly names?: ReferenceCheck | undefined;
}

/**
 * Looks at everything that can keep a run from succeeding, and names all of it, not only the first. Only reads.
 *
 * @param named what the rules name, and what policies do where no rule holds it
 * @param known what stands around the device group and was looked up before; the rest is read here
 */
export function preflight(
  port: PanoramaPort,
  profile: ClusterProfile,
  named: readonly NamedReference[],
  options: PreflightOptions,
  known?: Surroundings,
): Preflight {
  const begun = known === undefined ? beginSurroundings(port, profile) : { kind: 'read' as const, surroundings: known };
  if (begun.kind === 'failed') return stopped(begun.problem);
  const looked = lookUpAll(port, options.names === undefined ? named : [], begun.surroundings);
  if (looked.kind === 'failed') return stopped(looked.problem);
  const early = versionProblem(looked.found.version);
  if (early !== undefined) return stopped(early);
  const references = options.names || looked.found.references;
  const reader = createPanoramaReader(port);
  const changes = readChanges(reader);
  const isOwn = readOwnChanges(port, reader, changes, profile, { added: true });
  const passive = highAvailabilityProblem(reader);
  const problems = (passive === undefined ? [] : [passive])
    .concat(lockProblems(reader, profile, ['config', 'commit']))
    .concat(changeProblems(changes, profile, options.ignoredAdmins, isOwn))
    .concat(missingProblems(profile, named, references.missing));
  const failure = reader.failure();
  if (failure !== undefined) return stopped(failure);
  const uncommitted = changes.some(isOwn);
  return { problems, unverified: references.unverified.map(referenceKey), uncommitted };
}

function stopped(found: Problem): Preflight {
  return { problems: [found], unverified: [], uncommitted: false };
}
