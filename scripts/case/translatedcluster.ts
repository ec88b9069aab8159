import type { ReferenceCheck } from '../panorama/prepare/references';
import type { Reference } from '../policy/attributes/references';
import type { Diagnostic } from '../policy/diagnostics/diagnostic';
import type { RawObject, Snapshot } from '../policy/kubernetes/types';
import type { KnownPlan, RuleNotes } from '../policy/plan/types';
import type { ClusterProfile, SecurityService } from '../policy/profile/types';
import type { Translation } from '../policy/translate/translation';
import { userError } from '../xsoar/errors';
import { handedOver, POLICY_ARGUMENTS } from '../xsoar/handedover';
import type { Host } from '../xsoar/host';
import { readJsonObjects } from '../xsoar/jsoninput';
import { liftedClosures } from './hold';
import { readRuleNotes } from './rulenotes';
import { knownPlan, readKnownCluster, type KnownCluster } from './memory';
import type { ArgumentManifest } from '../xsoar/manifest';
import { failOnErrors, readSettings, SETTINGS_ARGUMENTS, usableProfile } from '../xsoar/settings';
import { readSnapshot } from '../xsoar/watcher';

/** The argument by which a cluster is named. */
export const CLUSTER_ARGUMENT = {
  kind: 'text',
  required: true,
  description: 'The cluster, by its name in the list "CNSeries Clusters".',
} as const satisfies ArgumentManifest;

/** The arguments by which a whole cluster is handed over. */
export const CLUSTER_ARGUMENTS = {
  cluster: { ...CLUSTER_ARGUMENT, positional: true },
  snapshot_id: {
    kind: 'text',
    description:
      'The ID of a snapshot that the watcher still has, as CNSeries.Plan.SnapshotId holds it. Without it, and without objects, the watcher takes a new snapshot.',
  },
  objects: {
    kind: 'document',
    description:
      'All Kubernetes objects of the cluster that matter, as JSON ("kubectl get -o json"), instead of a snapshot: NetworkPolicies, Namespaces, Nodes, Pods, Services, EndpointSlices.',
  },
  entry_id: {
    ...POLICY_ARGUMENTS.entry_id,
    description: 'The ID of a War Room entry that holds the objects as JSON, as text or as a file.',
  },
  profile: SETTINGS_ARGUMENTS.profile,
  services: SETTINGS_ARGUMENTS.services,
  last_good: {
    kind: 'document',
    description:
      'Last good versions of policies (JSON), which stand in for versions that are refused. Without it, the versions that went live last are used.',
  },
} as const satisfies { readonly [name: string]: ArgumentManifest };

/**
 * For what writes, or remembers what is live: settings come from the lists only, which their administrators keep. A
 * person who could bring a profile of his own would write without the approval that the kept one asks for.
 */
export const KEPT_CLUSTER_ARGUMENTS = {
  cluster: CLUSTER_ARGUMENTS.cluster,
  snapshot_id: CLUSTER_ARGUMENTS.snapshot_id,
  objects: CLUSTER_ARGUMENTS.objects,
  entry_id: CLUSTER_ARGUMENTS.entry_id,
} as const satisfies { readonly [name: string]: ArgumentManifest };

/** What `CLUSTER_ARGUMENTS` become; documents are parsed or still text. */
export interface ClusterArguments {
  readonly objects: unknown;
  readonly entry_id: string | undefined;
  readonly snapshot_id: string | undefined;
  readonly cluster: string;
  readonly profile: unknown;
  readonly services: unknown;
  readonly last_good: unknown;
}

/** A cluster, translated. */
export interface TranslatedCluster {
  readonly objects: readonly RawObject[];
  /** '' where the objects were handed over. */
  readonly snapshotId: string;
  /** The UID of the namespace `kube-system`; '' where it is not known. */
  readonly clusterUID: string;
  readonly snapshot: Snapshot;
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  /** The plan that was carried out last; undefined: none was. */
  readonly known: KnownPlan | undefined;
  /** Rules closed by hand that somebody decided to open again. */
  readonly lifted: readonly string[];
  /** What earlier runs remember of the cluster's rules. */
  readonly ruleNotes: RuleNotes;
  readonly translation: Translation;
  /** What Panorama says of the names in it; undefined: it was not asked. */
  readonly names: ReferenceCheck | undefined;
  /** Names that Panorama does not have: no policy that asks for one is compiled as it stands. */
  readonly missing: readonly Reference[];
  /** Of the input and of the translation. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A cluster as it was read, with the settings and what is remembered of it: all that its translation rests on. */
export interface ClusterReading {
  readonly objects: readonly RawObject[];
  /** '' where the objects were handed over. */
  readonly snapshotId: string;
  readonly clusterUID: string;
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  /** undefined: those that went live last. */
  readonly givenLastGood: readonly RawObject[] | undefined;
  readonly known: KnownPlan | undefined;
  /** Rules closed by hand that somebody decided to open again. */
  readonly lifted: readonly string[];
  /** What earlier runs remember of the cluster's rules. */
  readonly ruleNotes: RuleNotes;
  /** Of the input. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the cluster.
 *
 * @throws a user error if the objects are given in several ways, the watcher gives no whole snapshot, another cluster
 * stands behind the name than before, the last good versions cannot be read, or the cluster profile or the security
 * services have a mistake: nothing can be planned with those
 */
export function readCluster(given: ClusterArguments, host: Host): ClusterReading {
  const settings = readSettings(host, given);
  const profile = usableProfile(given.cluster, settings);
  const source = readSource(given, host, profile);
  const known = readKnownCluster(host, profile.cluster);
  checkIdentity(profile, known, source.clusterUID);
  return {
    objects: source.objects,
    snapshotId: source.snapshotId,
    clusterUID: source.clusterUID,
    profile,
    services: settings.services,
    givenLastGood: given.last_good === undefined ? undefined : givenLastGood(given.last_good),
    known: knownPlan(known),
    lifted: liftedClosures(host, profile),
    ruleNotes: readRuleNotes(host, profile.cluster),
    diagnostics: source.diagnostics.concat(settings.diagnostics),
  };
}

/**
 * Reads the cluster with the kept settings.
 *
 * @throws the user errors of `readCluster`
 */
export function readKeptCluster(
  given: Pick<ClusterArguments, keyof typeof KEPT_CLUSTER_ARGUMENTS>,
  host: Host,
): ClusterReading {
  return readCluster({ ...given, profile: undefined, services: undefined, last_good: undefined }, host);
}

/** Whether it is read through the watcher, with the kept settings: what people hand over is not remembered. */
export function isWatched(given: ClusterArguments): boolean {
  return isKept(given) && given.objects === undefined && given.entry_id === undefined;
}

/** Whether the cluster is read with the kept settings. */
export function isKept(given: ClusterArguments): boolean {
  return given.profile === undefined && given.services === undefined && given.last_good === undefined;
}

interface Source {
  readonly objects: readonly RawObject[];
  readonly snapshotId: string;
  readonly clusterUID: string;
  readonly diagnostics: readonly Diagnostic[];
}

function readSource(given: ClusterArguments, host: Host, profile: ClusterProfile): Source {
  const ways = [given.objects, given.entry_id, given.snapshot_id].filter((way) => way !== undefined);
  if (ways.length > 1) throw userError('Give the cluster in one way: as "objects", by "entry_id" or by "snapshot_id".');
  if (given.objects === undefined && given.entry_id === undefined) {
    const taken = readSnapshot(host, profile, given.snapshot_id === undefined ? '' : given.snapshot_id);
    return { objects: taken.objects, snapshotId: taken.id, clusterUID: taken.clusterUID, diagnostics: [] };
  }
  const input = readJsonObjects(handedOver({ policy: given.objects, entry_id: given.entry_id }, host));
  return { objects: input.objects, snapshotId: '', clusterUID: '', diagnostics: input.diagnostics };
}

/** A cluster that was set up anew has the same name, and none of the policies: its rules must not be taken away. */
function checkIdentity(profile: ClusterProfile, before: KnownCluster | undefined, uid: string): void {
  if (uid === '') return;
  const known = knownUID(profile, before);
  if (known === '' || known === uid) return;
  throw userError(
    'Another cluster stands behind the watcher of "' +
      profile.cluster +
      '" than before: the UID of its namespace kube-system is ' +
      uid +
      ', and was ' +
      known +
      '. If that is intended, set "clusterUID" in the cluster profile to the new one.',
  );
}

/** The UID that the profile names, or the one of the last plan that was carried out; '' where there is neither. */
function knownUID(profile: ClusterProfile, before: KnownCluster | undefined): string {
  if (profile.clusterUID !== '') return profile.clusterUID;
  return before === undefined ? '' : before.uid;
}

function givenLastGood(given: unknown): readonly RawObject[] {
  const input = readJsonObjects(given);
  failOnErrors('The last good versions cannot be read', input.diagnostics);
  return input.objects;
}
