import type { ClusterProfile } from '../../policy/profile/types';
import { changeProblems, isChangeOfCluster, readChanges } from '../state/pendingchanges';
import { readHierarchy } from '../api/hierarchy';
import { lockProblems } from '../api/locks';
import type { PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { missingGroup, unquotableName } from '../state/readstate';
import { createPanoramaReader } from '../api/reader';
import { checkReferences, type ReferencingRules } from './references';
import { highAvailabilityProblem, readVersion, versionProblem } from '../api/system';

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
}

/** Looks at everything that can keep a run from succeeding, and names all of it, not only the first. Only reads. */
export function preflight(
  port: PanoramaPort,
  profile: ClusterProfile,
  rulebase: ReferencingRules,
  options: PreflightOptions,
): Preflight {
  const unquotable = unquotableName(profile);
  if (unquotable !== undefined) return stopped(unquotable);
  const reader = createPanoramaReader(port);
  const version = readVersion(reader);
  const hierarchy = readHierarchy(reader, profile.deviceGroup);
  const early = reader.failure() || versionProblem(version) || missingGroup(profile, hierarchy);
  if (early !== undefined) return stopped(early);
  const references = checkReferences(reader, rulebase, hierarchy.chain);
  const changes = readChanges(reader);
  const passive = highAvailabilityProblem(reader);
  const problems = (passive === undefined ? [] : [passive])
    .concat(lockProblems(reader, profile, ['config', 'commit']))
    .concat(changeProblems(changes, profile, options.ignoredAdmins))
    .concat(references.problems);
  const failure = reader.failure();
  if (failure !== undefined) return stopped(failure);
  const uncommitted = changes.some((change) => isChangeOfCluster(change, profile));
  return { problems, unverified: references.unverified, uncommitted };
}

function stopped(found: Problem): Preflight {
  return { problems: [found], unverified: [], uncommitted: false };
}
