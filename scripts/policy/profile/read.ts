import { readDocumentAttributes } from '../attributes/document';
import { hasKey, sortedKeys } from '../canonical';
import { diagnose, type Diagnostic } from '../diagnostics';
import { isObject } from '../kubernetes/read';
import { didYouMean } from '../words';
import { clusterProblems } from './checks';
import { PROFILE_DEFAULTS } from './defaults';
import { memberPath, schemaProblems, type Problem } from './problems';
import { PROFILE_SCHEMA } from './schema';
import type { AttributeValues, ClusterProfile } from './types';

/** A cluster's profile, or what is wrong with it. */
export interface ProfileReading {
  /** undefined exactly where the diagnostics hold an error. */
  readonly profile: ClusterProfile | undefined;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads one cluster's profile from a parsed profile document (docs/profile.md). Mistakes in the settings of other clusters
 * do not count.
 *
 * @param cluster its key under `clusters`; undefined: the only one
 */
export function readProfile(document: unknown, cluster: string | undefined): ProfileReading {
  const clusters = isObject(document) ? document.clusters : undefined;
  const problems = schemaProblems(PROFILE_SCHEMA, document, '');
  if (!isObject(clusters) || sortedKeys(clusters).length === 0) return refused(problems.map(finding));
  const names = sortedKeys(clusters);
  const name = cluster === undefined ? names[0] : cluster;
  if (cluster === undefined && names.length > 1) {
    return refused([diagnose('profile-cluster-unnamed', { known: names.join(', ') }, { path: 'clusters' })]);
  }
  if (!hasKey(clusters, name)) {
    const params = { cluster: name, known: names.join(', '), hint: didYouMean(name, names) };
    return refused([diagnose('profile-cluster', params, { path: 'clusters' })]);
  }
  const path = memberPath('clusters', name);
  const own = problems.filter(function (problem) {
    return concerns(problem.path, path);
  });
  if (own.length > 0) return refused(own.map(finding));
  const profile = withDefaults(clusters[name] as GivenProfile, name);
  const further = clusterProblems(profile, path);
  if (further.length > 0) return refused(further.map(finding));
  // Without blanks around the values.
  const defaults = readDocumentAttributes(profile.defaults, {}).values as AttributeValues;
  return { profile: { ...profile, defaults: defaults }, diagnostics: [] };
}

/** A cluster's settings as written, accepted by the schema. */
type GivenProfile = {
  readonly [key in keyof Omit<ClusterProfile, 'cluster' | 'deviceGroup'>]?: Partial<ClusterProfile[key]>;
} & { readonly deviceGroup: string };

function refused(diagnostics: Diagnostic[]): ProfileReading {
  return { profile: undefined, diagnostics: diagnostics };
}

function finding(problem: Problem): Diagnostic {
  return diagnose('profile-invalid', { reason: problem.reason }, { path: problem.path });
}

/** True for problems of the cluster at `path`, and for those of no cluster. */
function concerns(problem: string, path: string): boolean {
  const isOfCluster = /^clusters[.[]/.test(problem);
  if (!isOfCluster || problem === path) return true;
  const next = problem.charAt(path.length);
  return problem.slice(0, path.length) === path && (next === '.' || next === '[');
}

function withDefaults(given: GivenProfile, cluster: string): ClusterProfile {
  const profile: { [key: string]: unknown } = { cluster: cluster, deviceGroup: given.deviceGroup };
  const defaults: { readonly [key: string]: unknown } = { ...PROFILE_DEFAULTS };
  const written: { readonly [key: string]: unknown } = { ...given };
  for (const key of sortedKeys(defaults)) profile[key] = merged(defaults[key], written[key]);
  profile.tags = { cluster: cluster, ...PROFILE_DEFAULTS.tags, ...given.tags };
  return profile as unknown as ClusterProfile;
}

/** Objects take their missing keys from the default; everything else is taken whole. */
function merged(fallback: unknown, given: unknown): unknown {
  if (given === undefined) return fallback;
  return isObject(fallback) && isObject(given) ? { ...fallback, ...given } : given;
}
