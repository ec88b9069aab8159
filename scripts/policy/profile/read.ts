import { readDocumentAttributes } from '../attributes/document';
import { hasKey, sortedKeys, sortedUnique } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { canonicalAddress, readCidr } from '../kubernetes/cidrtext';
import { isObject, shown } from '../kubernetes/read';
import { didYouMean } from '../text/words';
import { clusterViolations, twinViolations } from './checks';
import { PROFILE_DEFAULTS } from './defaults';
import { memberPath, memberViolations, violationsBeside, schemaViolations, type Violation } from './violations';
import { CLUSTERS_SCHEMA, PROFILE_SCHEMA } from './schema';
import type { ClusterProfile } from './types';

/** A cluster's profile, or what is wrong with it. */
export interface ProfileReading {
  /** undefined exactly where the diagnostics hold an error. */
  readonly profile: ClusterProfile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one cluster's profile from a parsed profile document (docs/profile.md). Mistakes in the settings of other
 * clusters do not count.
 *
 * @param cluster its key under `clusters`; undefined: the only one
 */
export function readProfile(document: unknown, cluster: string | undefined): ProfileReading {
  const clusters = isObject(document) ? document.clusters : undefined;
  const names = isObject(clusters) ? sortedKeys(clusters) : [];
  const name = cluster === undefined ? names[0] : cluster;
  if (!isObject(document) || !isObject(clusters) || names.length === 0) {
    return withoutProfile(schemaViolations(PROFILE_SCHEMA, document, '').map(diagnosticOf));
  }
  if (cluster === undefined && names.length > 1) {
    return withoutProfile([
      diagnose('profile-cluster-unnamed', { known: shown(names.join(', ')) }, { path: 'clusters' }),
    ]);
  }
  if (!hasKey(clusters, name)) {
    const params = { cluster: shown(name), known: shown(names.join(', ')), hint: didYouMean(name, names) };
    return withoutProfile([diagnose('profile-cluster', params, { path: 'clusters' })]);
  }
  const path = memberPath('clusters', name);
  const violations = violationsBeside(PROFILE_SCHEMA, document, 'clusters').concat(
    memberViolations(CLUSTERS_SCHEMA, name, clusters[name], 'clusters'),
  );
  if (violations.length > 0) return withoutProfile(violations.map(diagnosticOf));
  const profile = withDefaults(clusters[name] as GivenProfile, name);
  const further = clusterViolations(profile, path).concat(twinViolations(name, names, path));
  if (further.length > 0) return withoutProfile(further.map(diagnosticOf));
  return { profile: canonicalProfile(profile), diagnostics: [] };
}

interface Members {
  readonly [key: string]: unknown;
}

/** One cluster's settings as they are written and the schema takes them. */
type GivenProfile = {
  readonly [key in keyof Omit<ClusterProfile, 'cluster' | 'deviceGroup'>]?: Partial<ClusterProfile[key]>;
} & { readonly deviceGroup: string };

function withoutProfile(diagnostics: readonly Diagnostic[]): ProfileReading {
  return { profile: undefined, diagnostics };
}

function diagnosticOf(violation: Violation): Diagnostic {
  return diagnose('profile-invalid', { reason: violation.reason }, { path: violation.path });
}

function withDefaults(given: GivenProfile, cluster: string): ClusterProfile {
  const profile: { [key: string]: unknown } = {};
  const defaults: Members = { ...PROFILE_DEFAULTS };
  const written: Members = { ...given };
  for (const key of sortedKeys(defaults)) profile[key] = merged(defaults[key], written[key]);
  profile.cluster = cluster;
  profile.deviceGroup = given.deviceGroup;
  profile.tags = { cluster, ...PROFILE_DEFAULTS.tags, ...given.tags };
  // The schema took what is written, and the rest is from the defaults, so that every key is there with its type.
  return profile as unknown as ClusterProfile;
}

/** Objects take their missing keys from the default; everything else is taken whole. */
function merged(fallback: unknown, given: unknown): unknown {
  if (given === undefined) return fallback;
  return isObject(fallback) && isObject(given) ? { ...fallback, ...given } : given;
}

/** Sets sorted, addresses in one spelling, attribute values without blanks around them. */
function canonicalProfile(profile: ClusterProfile): ClusterProfile {
  return {
    ...profile,
    zones: { from: sortedUnique(profile.zones.from), to: sortedUnique(profile.zones.to) },
    excludedNamespaces: sortedUnique(profile.excludedNamespaces),
    podCIDRs: profile.podCIDRs && canonicalNetworks(profile.podCIDRs),
    serviceCIDRs: profile.serviceCIDRs && canonicalNetworks(profile.serviceCIDRs),
    nodes: {
      toPods: profile.nodes.toPods,
      ports: sortedNumbers(profile.nodes.ports),
      addresses: sortedUnique(profile.nodes.addresses.map(addressOf)),
    },
    defaults: readDocumentAttributes(profile.defaults).values,
    guardRails: { ...profile.guardRails, approveExternal: canonicalNetworks(profile.guardRails.approveExternal) },
    approverRoles: sortedUnique(profile.approverRoles),
  };
}

function canonicalNetworks(networks: readonly string[]): string[] {
  return sortedUnique(
    networks.map((network) => {
      const reading = readCidr(network);
      return reading.kind === 'cidr' ? reading.text : network;
    }),
  );
}

function addressOf(address: string): string {
  return canonicalAddress(address) || address;
}

function sortedNumbers(numbers: readonly number[]): number[] {
  const sorted = numbers.slice().sort((a, b) => a - b);
  return sorted.filter((number, index) => index === 0 || number !== sorted[index - 1]);
}
