import { hasKey } from '../../policy/text/canonical';
import { changesBetween, type Change } from './changes';
import type { Client } from '../api/client';
import { readClusterUID } from '../api/clusterid';
import { changesSince, ENDPOINT_DIGEST, POD_DIGEST } from './comparison';
import { bounded, compareDigests, emptyDigest, type Digest } from './digest';
import { FOLLOWED, listStanding, watchStanding, type Followed, type Standing } from './follow';
import { makeIncident, type FetchedIncident, type IncidentReason } from './incident';
import { digestOf, memoryHash, readMemory, writeMemory, type Memory } from './memory';
import { checkPods, type PodCheck, type Surroundings } from './podcheck';
import { NETWORK_POLICIES, NODES, SERVICES } from '../api/resources';

/**
 * `fetch-incidents`: finds out what changed since the last fetch, and raises at most one incident for all of it. What is
 * remembered is stored last: a fetch that fails in between is repeated as a whole, and finds the same changes again.
 */
export function fetchIncidents(client: Client): readonly FetchedIncident[] {
  const host = client.host;
  const now = host.now();
  const clusterUID = readClusterUID(client);
  const before = knownBefore(client, clusterUID);
  const look = before ? lookAgain(client, before, now) : lookFirst(client, clusterUID, now);
  host.setLastRun(writeMemory(look.memory));
  if (!look.raises) return [];
  const facts = { cluster: client.settings.cluster, clusterUID, digest: memoryHash(look.memory), at: now };
  return [makeIncident({ ...facts, reason: look.reason, changes: look.changes })];
}

/** What one fetch found. */
interface Look {
  readonly memory: Memory;
  readonly changes: readonly Change[];
  readonly reason: IncidentReason;
  readonly raises: boolean;
}

/** Limits of what is remembered of pods and endpoints, in characters. */
const MOST_OF_PODS = 50000;

/** What is remembered, if it is of this cluster under this name. */
function knownBefore(client: Client, clusterUID: string): Memory | undefined {
  const memory = readMemory(client.host.getLastRun());
  const same = memory && memory.clusterUID === clusterUID && memory.cluster === client.settings.cluster;
  return same ? memory : undefined;
}

/** The first fetch of a cluster: all its policies are new. */
function lookFirst(client: Client, clusterUID: string, now: number): Look {
  const standings: { [resource: string]: Standing } = {};
  for (const followed of FOLLOWED) standings[followed.resource.name] = listStanding(client, followed, 'listed');
  const pods = checkPods(client, surroundings(client, standings));
  const policies = standings[NETWORK_POLICIES.name];
  return {
    memory: remember(client, clusterUID, now, standings, pods),
    changes: changesBetween('NetworkPolicy', emptyDigest(), policies.digest, policies),
    reason: 'first',
    raises: client.settings.firstFetch === 'report',
  };
}

/** A later fetch: watches, or lists everything again when that is due. */
function lookAgain(client: Client, before: Memory, now: number): Look {
  const elapsed = now - before.checkedAt;
  const due = elapsed < 0 || elapsed >= client.settings.podCheckMinutes * 60000;
  const standings: { [resource: string]: Standing } = {};
  for (const followed of FOLLOWED) standings[followed.resource.name] = stand(client, followed, before, due);
  const checks = due || mayChangeClasses(before, standings);
  const pods = checks ? checkPods(client, surroundings(client, standings)) : undefined;
  const memory = pods ? remember(client, before.clusterUID, now, standings, pods) : rememberOn(before, standings);
  const changes = changesSince(before, standings, pods);
  const relisted = FOLLOWED.some((followed) => standings[followed.resource.name].by === 'relisted');
  return { memory, changes, reason: relisted ? 'relisted' : 'changed', raises: changes.length > 0 };
}

/** Waits for changes of policies; of the rest, it takes what there is. */
const SHORT_WATCH_SECONDS = 1;

function stand(client: Client, followed: Followed, before: Memory, due: boolean): Standing {
  const name = followed.resource.name;
  const version = hasKey(before.versions, name) ? before.versions[name] : '';
  // Nodes report their state all the time: their lists are long, and the watch tells their changes as well.
  if (version === '' || (due && name !== NODES.name)) return listStanding(client, followed, 'listed');
  const seconds = name === NETWORK_POLICIES.name ? client.settings.watchSeconds : SHORT_WATCH_SECONDS;
  return watchStanding(client, followed, { resourceVersion: version, digest: digestOf(before, name) }, seconds);
}

/** Whether policies or Services changed: they may look at other labels now. */
function mayChangeClasses(before: Memory, standings: { readonly [resource: string]: Standing }): boolean {
  return [NETWORK_POLICIES.name, SERVICES.name].some(
    (name) => compareDigests(digestOf(before, name), standings[name].digest).found.length > 0,
  );
}

/** Lists what pods are folded by, where a watch gave only the changes; from here on, the list counts. */
function surroundings(client: Client, standings: { [resource: string]: Standing }): Surroundings {
  return {
    policies: objectsOf(client, standings, NETWORK_POLICIES.name),
    services: objectsOf(client, standings, SERVICES.name),
  };
}

function objectsOf(
  client: Client,
  standings: { [resource: string]: Standing },
  name: string,
): Surroundings['policies'] {
  const standing = standings[name];
  if (standing.objects) return standing.objects;
  const followed = FOLLOWED.filter((candidate) => candidate.resource.name === name)[0];
  const listed = listStanding(client, followed, 'listed');
  standings[name] = { ...listed, told: standing.told, seen: { ...standing.seen, ...listed.seen } };
  return listed.objects || [];
}

function remember(
  client: Client,
  clusterUID: string,
  now: number,
  standings: { readonly [resource: string]: Standing },
  pods: PodCheck,
): Memory {
  const kept = keptOf(standings);
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
function rememberOn(before: Memory, standings: { readonly [resource: string]: Standing }): Memory {
  const kept = keptOf(standings);
  return { ...before, versions: kept.versions, digests: { ...before.digests, ...kept.digests } };
}

function keptOf(standings: { readonly [resource: string]: Standing }): {
  readonly versions: { [name: string]: string };
  readonly digests: { [name: string]: Digest };
} {
  const versions: { [name: string]: string } = {};
  const digests: { [name: string]: Digest } = {};
  for (const followed of FOLLOWED) {
    const standing = standings[followed.resource.name];
    versions[followed.resource.name] = standing.resourceVersion;
    digests[followed.resource.name] = bounded(standing.digest, followed.most);
  }
  return { versions, digests };
}
