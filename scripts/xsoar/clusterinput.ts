import { describeDiagnostic, isError, type Diagnostic } from '../policy/diagnostics';
import { buildSnapshot } from '../policy/kubernetes/snapshot';
import type { RawObject, Snapshot } from '../policy/kubernetes/types';
import type { ClusterProfile, SecurityService } from '../policy/profile/types';
import { translate } from '../policy/translate';
import type { Translation } from '../policy/translation';
import { userError } from './errors';
import type { Host } from './host';
import { POLICY_ARGUMENTS, readInput } from './input';
import type { ArgumentManifest } from './manifest';
import { readSettings, SETTINGS_ARGUMENTS } from './settings';

/** The arguments by which a whole cluster is handed over. */
export const CLUSTER_ARGUMENTS = {
  objects: {
    kind: 'document',
    positional: true,
    description:
      'All Kubernetes objects of the cluster that matter, as YAML or JSON: NetworkPolicies, Namespaces, Nodes, Pods, Services, EndpointSlices. Either this or entry_id is needed.',
  },
  entry_id: {
    ...POLICY_ARGUMENTS.entry_id,
    description: 'The ID of a War Room entry that holds the objects, as text or as a file.',
  },
  cluster: {
    kind: 'text',
    required: true,
    description: 'The cluster, by its name in the list "CNSeries Clusters".',
  },
  profile: SETTINGS_ARGUMENTS.profile,
  services: SETTINGS_ARGUMENTS.services,
  last_good: {
    kind: 'document',
    description: 'Last good versions of policies (YAML or JSON): they stand in for versions that are refused.',
  },
} as const satisfies { readonly [name: string]: ArgumentManifest };

export interface ClusterArguments {
  readonly objects: unknown;
  readonly entry_id: string | undefined;
  readonly cluster: string;
  readonly profile: unknown;
  readonly services: unknown;
  readonly last_good: unknown;
}

/** A cluster, translated. */
export interface ClusterInput {
  readonly objects: readonly RawObject[];
  readonly snapshot: Snapshot;
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly translation: Translation;
  /** Of the input and of the translation. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and translates the cluster.
 *
 * @throws a user error if the objects are given neither way or both ways, the last good versions cannot be read, or the
 * cluster profile or the security services have a mistake: nothing can be planned with those
 */
export function readCluster(given: ClusterArguments, host: Host): ClusterInput {
  if ((given.objects === undefined) === (given.entry_id === undefined)) {
    throw userError('Give the objects of the cluster either as "objects" or by "entry_id".');
  }
  const input = readInput({ policy: given.objects, entry_id: given.entry_id }, host);
  const lastGood = given.last_good === undefined ? [] : readLastGood(given.last_good, host);
  const settings = readSettings(host, given);
  failOnErrors('The settings of the cluster cannot be used', settings.diagnostics);
  const profile = settings.profile;
  if (profile === undefined) throw userError('There is no profile of the cluster "' + given.cluster + '".');
  const reading = buildSnapshot(input.objects, profile.cluster, lastGood);
  const translation = translate({
    snapshot: reading.snapshot,
    profile: profile,
    services: settings.services,
    lastGood: lastGood,
  });
  return {
    objects: input.objects,
    snapshot: reading.snapshot,
    profile: profile,
    services: settings.services,
    translation: translation,
    diagnostics: input.diagnostics.concat(settings.diagnostics, reading.diagnostics, translation.diagnostics),
  };
}

function readLastGood(given: unknown, host: Host): readonly RawObject[] {
  const input = readInput({ policy: given, entry_id: undefined }, host);
  failOnErrors('The last good versions cannot be read', input.diagnostics);
  return input.objects;
}

function failOnErrors(what: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(isError).map(function (diagnostic) {
    const found = describeDiagnostic(diagnostic);
    const place = [found.file, found.path].filter((part) => part !== '').join(', ');
    return (place === '' ? '' : place + ': ') + found.message + ' ' + found.remedy;
  });
  if (errors.length > 0) throw userError(what + '. ' + errors.join(' '));
}
