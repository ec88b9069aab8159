import type { Rulebase } from '../../policy/panos/entry';
import type { ClusterProfile } from '../../policy/profile/types';
import { changeProblems, isChangeOfCluster, readChanges } from '../state/pendingchanges';
import { readHierarchy } from '../api/hierarchy';
import { foreignLock, readLocks } from '../api/locks';
import type { PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { missingGroup, unquotableName } from '../state/readstate';
import { createReader, type Reader } from '../api/reader';
import { checkReferences } from './references';
import { highAvailabilityProblem, readVersion, versionProblem } from '../api/system';

/** What was found before the first write. Any problem at all: nothing may be written. */
export interface Precheck {
  readonly problems: readonly Problem[];
  readonly version: string;
  /** Names that could not be looked up; the device decides. */
  readonly unverified: readonly string[];
  /** Earlier runs of this cluster wrote rules that are not committed yet. */
  readonly uncommitted: boolean;
}

/** What a preflight lets pass. */
export interface PrecheckOptions {
  /** Administrators whose uncommitted changes do not count. */
  readonly ignoredAdmins: readonly string[];
}

/** Looks at everything that can keep a run from succeeding, and names all of it, not only the first. Only reads. */
export function precheck(
  port: PanoramaPort,
  profile: ClusterProfile,
  rulebase: Rulebase,
  options: PrecheckOptions,
): Precheck {
  const unquotable = unquotableName(profile);
  if (unquotable !== undefined) return stopped(unquotable, '');
  const reader = createReader(port);
  const version = readVersion(reader);
  const hierarchy = readHierarchy(reader, profile.deviceGroup);
  const early = reader.failure() || versionProblem(version) || missingGroup(profile, hierarchy);
  if (early !== undefined) return stopped(early, version);
  const references = checkReferences(reader, rulebase, hierarchy.chain);
  const changes = readChanges(reader);
  const problems = presentProblems([highAvailabilityProblem(reader)])
    .concat(lockProblems(reader, profile))
    .concat(changeProblems(changes, profile, options.ignoredAdmins))
    .concat(references.problems);
  const failure = reader.failure();
  if (failure !== undefined) return stopped(failure, version);
  const uncommitted = changes.some((change) => isChangeOfCluster(change, profile));
  return { problems, version, unverified: references.unverified, uncommitted };
}

function stopped(found: Problem, version: string): Precheck {
  return { problems: [found], version, unverified: [], uncommitted: false };
}

function lockProblems(reader: Reader, profile: ClusterProfile): Problem[] {
  return presentProblems(
    readLocks(reader).map((lock) => foreignLock(lock, profile.deviceGroup, profile.panoramaAdmin)),
  );
}

function presentProblems(found: readonly (Problem | undefined)[]): Problem[] {
  const problems: Problem[] = [];
  for (const one of found) {
    if (one !== undefined) problems.push(one);
  }
  return problems;
}
