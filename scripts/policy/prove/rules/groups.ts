import { compareText, hasKey, stableSort } from '../../text/canonical';
import type { RawObject } from '../../kubernetes/types';
import type { Rulebase } from '../../panos/entry';
import type { ClusterProfile } from '../../profile/types';
import { formatAddress } from '../read/addresses';
import { byNamespace } from '../read/bynamespace';
import { holdingFilters, indexFilters } from './filterindex';
import { type Filter, parseFilter } from './filtertext';
import { addressesOf, readPods } from '../read/pods';
import { readServices } from '../read/servicefacts';
import { podTags, serviceTags, type TagSet } from './tagmodel';

/** The addresses that the dynamic groups in use must hold on a firewall, by group name; sorted texts. */
export interface GroupMembers {
  readonly [group: string]: readonly string[];
}

/**
 * What the firewalls' groups hold when the Kubernetes plugin has told them everything: the pods of the cluster and the
 * cluster addresses of its Services, by the tags that they get. Groups that no rule uses are not on the firewalls.
 *
 * @param objects raw API objects, as they came in
 */
export function groupMembers(
  objects: readonly RawObject[],
  profile: ClusterProfile,
  rulebase: Pick<Rulebase, 'rules' | 'addressGroups'>,
): GroupMembers {
  const tagged = taggedAddresses(objects, profile);
  const used = usedNames(rulebase);
  const groups: { [group: string]: string[] } = {};
  const filters: Filter[] = [];
  const names: string[] = [];
  for (const group of rulebase.addressGroups) {
    if (group.match.type !== 'dynamic' || !hasKey(used, group.name)) continue;
    const parsed = parseFilter(group.match.filter);
    if (!parsed.ok) continue;
    groups[group.name] = [];
    names.push(group.name);
    filters.push(parsed.filter);
  }
  const index = indexFilters(filters, names);
  for (const { address, tags } of tagged) for (const name of holdingFilters(index, tags)) groups[name].push(address);
  for (const name of names) groups[name] = stableSort(groups[name], compareText);
  return groups;
}

interface Tagged {
  readonly address: string;
  readonly tags: TagSet;
}

/** One address may be of several pods (host network): it gets the tags of all of them, as the plugin gives them. */
function taggedAddresses(objects: readonly RawObject[], profile: ClusterProfile): Tagged[] {
  const byAddress: { [address: string]: { [tag: string]: true } } = {};
  function add(address: string, tags: TagSet): void {
    if (!hasKey(byAddress, address)) byAddress[address] = {};
    for (const tag of Object.keys(tags)) byAddress[address][tag] = true;
  }
  const services = readServices(objects);
  const servicesIn = byNamespace(services, (service) => service.namespace);
  for (const pod of readPods(objects)) {
    if (pod.hostNetwork && profile.tags.hostNetwork !== 'registered') continue;
    const tags = podTags(profile, pod.namespace, pod.labels, servicesIn);
    for (const address of addressesOf(pod)) add(formatAddress(address), tags);
  }
  for (const service of services) {
    for (const address of service.clusterAddresses) add(formatAddress(address), serviceTags(profile, service));
  }
  return Object.keys(byAddress)
    .sort()
    .map((address) => ({ address, tags: byAddress[address] }));
}

/** Names in rules, and in the static groups that rules name. */
function usedNames(rulebase: Pick<Rulebase, 'rules' | 'addressGroups'>): { readonly [name: string]: true } {
  const used: { [name: string]: true } = {};
  for (const rule of rulebase.rules) {
    for (const name of rule.source.concat(rule.destination)) used[name] = true;
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const group of rulebase.addressGroups) {
      if (group.match.type !== 'static' || !hasKey(used, group.name)) continue;
      for (const member of group.match.members) {
        if (!hasKey(used, member)) changed = true;
        used[member] = true;
      }
    }
  }
  return used;
}
