import { hasKey, sortedKeys, sortedUnique } from '../../policy/text/canonical';
import { metadataField, namespaceOf } from '../../policy/kubernetes/identity';
import { createFolding, foldPod, podClasses } from '../../policy/kubernetes/pods/podclass';
import { mentionedLabelKeys } from '../../policy/kubernetes/pods/podlabels';
import { portUsers } from '../../policy/kubernetes/pods/portusers';
import { hasEnded, readPod } from '../../policy/kubernetes/pods/pods';
import { readPolicy } from '../../policy/kubernetes/policy';
import { createReader } from '../../policy/kubernetes/read';
import { readServices } from '../../policy/kubernetes/services';
import { withoutEntries } from '../../policy/kubernetes/withoutentries';
import type { PodClass, RawObject } from '../../policy/kubernetes/types';
import type { Client } from '../api/client';
import type { Digest, DigestEntry } from './digest';
import { fingerprintOf, OWN_ENDPOINTS_SELECTOR, ownEndpoints } from '../snapshot/fingerprints';
import { listAll } from '../api/list';
import { ENDPOINT_SLICES, PODS } from '../api/resources';
import { blockTexts, namedAddresses, type PlacedSpec } from './partialblocks';

/**
 * Pods come and go all the time, and hardly ever matter to the rules: they are listed from time to time, folded into
 * classes, and only the classes of each namespace are compared.
 */

/** The objects whose selectors decide what of pods matters. */
export interface SelectingObjects {
  readonly policies: readonly RawObject[];
  readonly services: readonly RawObject[];
  /** The networks that pods get their addresses from, as CIDR blocks; rarely asked for. */
  readonly podNetworks: () => readonly string[];
}

/** The pod classes of each namespace as a digest, and what policies look at in pods: that they were folded by. */
export interface PodCheck {
  readonly podKeys: string;
  readonly pods: Digest;
  readonly endpoints: Digest;
}

/** Lists pods, and the endpoints that do not follow from pods. */
export function checkPods(client: Client, selecting: SelectingObjects): PodCheck {
  const services = readServices(createReader(), { services: selecting.services, endpointSlices: [], endpoints: [] });
  const policies = readablePolicies(selecting.policies);
  const specs = policies.map(({ spec }) => spec);
  const keys = mentionedLabelKeys(specs, services);
  const users = portUsers(specs);
  // Which pods are annotated for the firewall decides about no rule.
  const folding = createFolding(keys, [], users);
  const listing = listAll(client, { resource: PODS }, (pod) =>
    hasEnded(pod) ? undefined : readPod(createReader(), pod),
  );
  for (const facts of listing.items) if (facts) foldPod(folding, facts);
  const classes = podClasses(folding);
  const { podNetworks } = selecting;
  const named = namedAddresses(policies, { podClasses: classes, hasServices: services.length > 0, podNetworks });
  return {
    podKeys: fingerprintOf([keys, users, blockTexts(policies)]),
    pods: podDigest(classes, named),
    endpoints: endpointDigest(client),
  };
}

/** Of a policy that cannot be read, what may still isolate its pods; its last good version mentions nothing here. */
function readablePolicies(policies: readonly RawObject[]): PlacedSpec[] {
  const found: PlacedSpec[] = [];
  for (const raw of policies) {
    const spec = readPolicy(raw).spec || readPolicy(withoutEntries(raw)).spec;
    if (spec) found.push({ namespace: namespaceOf(raw), spec });
  }
  return found;
}

function podDigest(podClasses: readonly PodClass[], named: (podClass: PodClass) => readonly string[]): Digest {
  const classes: { [namespace: string]: string[] } = {};
  for (const podClass of podClasses) {
    if (!hasKey(classes, podClass.namespace)) classes[podClass.namespace] = [];
    classes[podClass.namespace].push(fingerprintOf(classContent(podClass, named(podClass))));
  }
  return grouped(classes, 'namespaces');
}

/**
 * Count and samples change without any rule changing; the addresses of host-network pods do not, nor those of pods that
 * rules may name.
 */
function classContent(podClass: PodClass, named: readonly string[]): unknown {
  return {
    ...(named.length > 0 && { named }),
    labels: podClass.labels,
    namedPorts: podClass.namedPorts,
    probePorts: podClass.probePorts,
    hostNetwork: podClass.hostNetwork,
    nodeAddresses: podClass.nodeAddresses,
    families: podClass.families,
  };
}

function endpointDigest(client: Client): Digest {
  const addresses: { [service: string]: string[] } = {};
  const listing = listAll(client, { resource: ENDPOINT_SLICES, selector: OWN_ENDPOINTS_SELECTOR }, ownAddresses);
  for (const slice of listing.items) {
    if (!slice) continue;
    if (!hasKey(addresses, slice.service)) addresses[slice.service] = [];
    for (const address of slice.addresses) addresses[slice.service].push(address);
  }
  return grouped(addresses, 'objects');
}

function ownAddresses(
  slice: RawObject,
): { readonly service: string; readonly addresses: readonly string[] } | undefined {
  const own = ownEndpoints(slice);
  const namespace = metadataField(slice, 'namespace');
  return own && typeof namespace === 'string' ? { ...own, service: namespace + '/' + own.service } : undefined;
}

function grouped(texts: { readonly [key: string]: readonly string[] }, level: 'objects' | 'namespaces'): Digest {
  const entries: { [key: string]: DigestEntry } = {};
  for (const key of sortedKeys(texts)) {
    entries[key] = { fingerprint: fingerprintOf(sortedUnique(texts[key])), uid: '' };
  }
  return { level, entries };
}
