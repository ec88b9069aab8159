import { hasKey } from '../../policy/text/canonical';
import { changesBetween, type Change } from './changes';
import { readNodes } from '../../policy/kubernetes/nodes';
import { createReader } from '../../policy/kubernetes/read';
import type { Client } from '../api/client';
import { readClusterUID } from '../api/clusterid';
import { changesSince, ENDPOINT_DIGEST, POD_DIGEST } from './comparison';
import { bounded, compareDigests, emptyDigest, type Digest } from './digest';
import {
  WATCHED_RESOURCES,
  listResource,
  watchResource,
  type WatchedResource,
  type FetchedResource,
} from './listwatch';
import { makeIncident, type FetchedIncident, type IncidentReason } from './incident';
import { digestOf, memoryHash, readMemory, writeMemory, type Memory } from './memory';
import { checkPods, type PodCheck, type SelectingObjects } from './podcheck';
import { NETWORK_POLICIES, NODES, SERVICES } from '../api/resources';

/**
 * `fetch-incidents`: finds out what changed since the last fetch, and raises at most one incident for all of it. What
 * is remembered is stored last: a fetch that fails in between is repeated as a whole, and finds the same changes again.
 */
export function fetchIncidents(client: Client): readonly FetchedIncident[] {
  const host = client.host;
  const now = host.now();
  const clusterUID = readClusterUID(client);
  const before = knownBefore(client, clusterUID);
  const result = before ? fetchAgain(client, before, now) : fetchFirst(client, clusterUID, now);
  host.setLastRun(writeMemory(result.memory));
  if (!result.raises) return [];
  const facts = { cluster: client.settings.cluster, clusterUID, digest: memoryHash(result.memory), at: now };
  return [makeIncident({ ...facts, reason: result.reason, changes: result.changes })];
}

/** What one fetch found. */
interface FetchResult {
  readonly memory: Memory;
  readonly changes: readonly Change[];
  readonly reason: IncidentReason;
  readonly raises: boolean;
}

/** What is remembered, if it is of this cluster under this name. */
function knownBefore(client: Client, clusterUID: string): Memory | undefined {
  const memory = readMemory(client.host.getLastRun());
  const same = memory && memory.clusterUID === clusterUID && memory.cluster === client.settings.cluster;
  return same ? memory : undefined;
}

/** The first fetch of a cluster: all its policies are new. */
function fetchFirst(client: Client, clusterUID: string, now: number): FetchResult {
  const fetched: { [resource: string]: FetchedResource } = {};
  for (const watched of WATCHED_RESOURCES) fetched[watched.resource.name] = listResource(client, watched, 'listed');
  const pods = checkPods(client, selectingObjects(client, fetched));
  const policies = fetched[NETWORK_POLICIES.name];
  return {
    memory: remember(client, clusterUID, now, fetched, pods),
    changes: changesBetween('NetworkPolicy', emptyDigest(), policies.digest, policies),
    reason: 'first',
    raises: client.settings.firstFetch === 'report',
  };
}

/** A later fetch: watches, or lists everything again when that is due. */
function fetchAgain(client: Client, before: Memory, now: number): FetchResult {
  const elapsed = now - before.checkedAt;
  const due = elapsed < 0 || elapsed >= client.settings.podCheckMinutes * 60000;
  const fetched: { [resource: string]: FetchedResource } = {};
  for (const watched of WATCHED_RESOURCES) fetched[watched.resource.name] = fetchResource(client, watched, before, due);
  const checks = due || mayChangeClasses(before, fetched);
  const pods = checks ? checkPods(client, selectingObjects(client, fetched)) : undefined;
  const memory = pods ? remember(client, before.clusterUID, now, fetched, pods) : rememberWithoutPods(before, fetched);
  const changes = changesSince(before, fetched, pods);
  const relisted = WATCHED_RESOURCES.some((watched) => fetched[watched.resource.name].by === 'relisted');
  return { memory, changes, reason: relisted ? 'relisted' : 'changed', raises: changes.length > 0 };
}

/** How long a watch of anything but policies lasts: it takes what there is. */
const SHORT_WATCH_SECONDS = 1;

/**
 * The list of a resource where one is due, else what changed since the last one. Only changes of policies are waited
 * for.
 */
function fetchResource(client: Client, watched: WatchedResource, before: Memory, due: boolean): FetchedResource {
  const name = watched.resource.name;
  const version = hasKey(before.versions, name) ? before.versions[name] : '';
  // Nodes report their state all the time: their lists are long, and the watch tells their changes as well.
  if (version === '' || (due && name !== NODES.name)) return listResource(client, watched, 'listed');
  const seconds = name === NETWORK_POLICIES.name ? client.settings.watchSeconds : SHORT_WATCH_SECONDS;
  return watchResource(client, watched, { resourceVersion: version, digest: digestOf(before, name) }, seconds);
}

/** Whether policies or Services changed: they may look at other labels now. */
function mayChangeClasses(before: Memory, fetched: { readonly [resource: string]: FetchedResource }): boolean {
  return [NETWORK_POLICIES.name, SERVICES.name].some(
    (name) => compareDigests(digestOf(before, name), fetched[name].digest).found.length > 0,
  );
}

/** What pods are folded by. */
function selectingObjects(client: Client, fetched: { [resource: string]: FetchedResource }): SelectingObjects {
  return {
    policies: listWhereWatched(client, fetched, NETWORK_POLICIES.name),
    services: listWhereWatched(client, fetched, SERVICES.name),
    podNetworks: () => podNetworks(client, fetched),
  };
}

/** As the compiler takes them: those of the profile, which stand in a parameter here, else the ranges of the Nodes. */
function podNetworks(client: Client, fetched: { [resource: string]: FetchedResource }): readonly string[] {
  if (client.settings.podCIDRs.length > 0) return client.settings.podCIDRs;
  const ranges: string[] = [];
  for (const { podCIDRs } of readNodes(createReader(), listWhereWatched(client, fetched, NODES.name))) {
    ranges.push.apply(ranges, podCIDRs as string[]);
  }
  return ranges;
}

/**
 * The objects of a resource. Where a watch gave none, they are listed, and the list replaces the watch in `fetched`.
 */
function listWhereWatched(
  client: Client,
  fetched: { [resource: string]: FetchedResource },
  name: string,
): SelectingObjects['policies'] {
  const resource = fetched[name];
  if (resource.objects) return resource.objects;
  const watched = WATCHED_RESOURCES.filter((candidate) => candidate.resource.name === name)[0];
  const listed = listResource(client, watched, 'listed');
  fetched[name] = { ...listed, watched: resource.watched, versions: { ...resource.versions, ...listed.versions } };
  return listed.objects || [];
}

/** The most that is remembered of pods, and of endpoints, in characters. */
const MOST_OF_PODS = 50000;

function remember(
  client: Client,
  clusterUID: string,
  now: number,
  fetched: { readonly [resource: string]: FetchedResource },
  pods: PodCheck,
): Memory {
  const kept = keptOf(fetched);
  const digests = { ...kept.digests };
  digests[POD_DIGEST] = bounded(pods.pods, MOST_OF_PODS);
  digests[ENDPOINT_DIGEST] = bounded(pods.endpoints, MOST_OF_PODS);
  return {
    clusterUID,
    cluster: client.settings.cluster,
    checkedAt: now,
    podKeys: pods.podKeys,
    versions: kept.versions,
    digests,
  };
}

/** Without a check of pods, what is known of them stays. */
function rememberWithoutPods(before: Memory, fetched: { readonly [resource: string]: FetchedResource }): Memory {
  const kept = keptOf(fetched);
  return { ...before, versions: kept.versions, digests: { ...before.digests, ...kept.digests } };
}

function keptOf(fetched: { readonly [resource: string]: FetchedResource }): {
  readonly versions: { [name: string]: string };
  readonly digests: { [name: string]: Digest };
} {
  const versions: { [name: string]: string } = {};
  const digests: { [name: string]: Digest } = {};
  for (const watched of WATCHED_RESOURCES) {
    const resource = fetched[watched.resource.name];
    versions[watched.resource.name] = resource.resourceVersion;
    digests[watched.resource.name] = bounded(resource.digest, watched.most);
  }
  return { versions, digests };
}
