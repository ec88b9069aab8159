import type { AddressGroupEntry, RuleEntry, Rulebase, ServiceEntry } from '../../panos/entry';
import type { Protocol } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { canonicalJson, hasKey, sortedUnique } from '../../text/canonical';
import { type Block, parseLiteral } from '../read/addresses';
import { type InspectionRecord, ruleRecord } from './combine';
import { type Filter, parseFilter, usesNot } from './filtertext';
import type { PortRange } from '../read/ports';
import { MAX_TAG } from './tagmodel';

/** One end of a rule, with static groups taken apart: the union of everything, of filters, and of blocks. */
export interface RuleEnd {
  readonly any: boolean;
  /** Positions in `RuleFacts.filters`. */
  readonly filters: readonly number[];
  readonly blocks: readonly Block[];
}

/** A rendered rule as a firewall would read it. */
export interface RuleFacts {
  readonly name: string;
  readonly allows: boolean;
  readonly source: RuleEnd;
  readonly destination: RuleEnd;
  /** undefined: any. */
  readonly applications: readonly string[] | undefined;
  readonly categories: readonly string[] | undefined;
  /** undefined: service `any` or `application-default`, which take every port and traffic without ports. */
  readonly ports: readonly PortRange[] | undefined;
  readonly applicationDefault: boolean;
  readonly record: InspectionRecord;
  readonly recordKey: string;
}

/** A rulebase with its names resolved. `failures`: why it cannot be evaluated, in words. */
export interface RulebaseFacts {
  readonly rules: readonly RuleFacts[];
  readonly filters: readonly Filter[];
  /** Every tag that a filter names, in lower case. */
  readonly filterTags: readonly string[];
  readonly failures: readonly string[];
}

const PROTOCOLS: { readonly [name: string]: Protocol } = { tcp: 'TCP', udp: 'UDP', sctp: 'SCTP' };
/** PAN-OS schema 10.0.6, `service/entry/protocol/tcp/port`. */
const MAX_PORT_TEXT = 1023;

interface Reading {
  readonly groups: { readonly [name: string]: AddressGroupEntry };
  readonly ends: { [group: string]: RuleEnd };
  readonly open: { [group: string]: true };
  readonly services: { readonly [name: string]: readonly PortRange[] };
  readonly filters: Filter[];
  readonly tags: string[];
  readonly groupTags: { readonly [tag: string]: true };
  readonly profile: ClusterProfile;
  readonly recordKeys: { [text: string]: string };
  readonly failures: string[];
}

/** Reads a rendered rulebase back: filter texts, static groups, port texts, literal addresses. */
export function readRulebase(rulebase: Rulebase, profile: ClusterProfile): RulebaseFacts {
  const failures: string[] = [];
  const reading: Reading = {
    groups: indexGroups(rulebase.addressGroups, failures),
    ends: {},
    open: {},
    services: readServiceObjects(rulebase.services, failures),
    filters: [],
    tags: [],
    groupTags: tagsOfGroups(rulebase.addressGroups),
    profile,
    recordKeys: {},
    failures,
  };
  const rules = rulebase.rules.map((rule) => readRule(rule, reading));
  return { rules, filters: reading.filters, filterTags: sortedUnique(reading.tags), failures };
}

function indexGroups(groups: readonly AddressGroupEntry[], failures: string[]): { [name: string]: AddressGroupEntry } {
  const index: { [name: string]: AddressGroupEntry } = {};
  for (const group of groups) {
    if (hasKey(index, group.name)) failures.push('address group "' + group.name + '" is there twice');
    index[group.name] = group;
  }
  return index;
}

function tagsOfGroups(groups: readonly AddressGroupEntry[]): { [tag: string]: true } {
  const tags: { [tag: string]: true } = {};
  for (const group of groups) for (const tag of group.tags) tags[tag.toLowerCase()] = true;
  return tags;
}

function readServiceObjects(services: readonly ServiceEntry[], failures: string[]): { [name: string]: PortRange[] } {
  const index: { [name: string]: PortRange[] } = {};
  for (const service of services) {
    if (hasKey(index, service.name)) failures.push('service "' + service.name + '" is there twice');
    index[service.name] = portRanges(service, failures);
  }
  return index;
}

function portRanges(service: ServiceEntry, failures: string[]): PortRange[] {
  const ranges: PortRange[] = [];
  const where = 'service "' + service.name + '": the port list "' + service.port + '" ';
  if (service.port.length > MAX_PORT_TEXT) failures.push(where + 'is longer than ' + String(MAX_PORT_TEXT));
  for (const item of service.port.split(',')) {
    const match = /^([0-9]{1,5})(?:-([0-9]{1,5}))?$/.exec(item.replace(/^\s+|\s+$/g, ''));
    const from = match ? Number(match[1]) : -1;
    const to = match && match[2] ? Number(match[2]) : from;
    if (from < 0 || to < from || to > 65535) failures.push(where + 'cannot be read');
    else ranges.push({ protocol: PROTOCOLS[service.protocol], from, to });
  }
  return ranges;
}

function readRule(rule: RuleEntry, reading: Reading): RuleFacts {
  const where = 'rule "' + rule.name + '"';
  for (const side of ['from', 'to'] as const) {
    if (!coversZones(rule[side], reading.profile.zones[side])) {
      reading.failures.push(where + ' does not cover the zones of the profile (' + side + ')');
    }
  }
  const applicationDefault = rule.service.length === 1 && rule.service[0] === 'application-default';
  const anyService = rule.service.length === 1 && rule.service[0] === 'any';
  const record = ruleRecord(rule);
  return {
    name: rule.name,
    allows: rule.action === 'allow',
    source: readEnd(rule.source, where + ' source', reading),
    destination: readEnd(rule.destination, where + ' destination', reading),
    applications: listOrAny(rule.application, where + ' application', reading.failures),
    categories: listOrAny(rule.category, where + ' category', reading.failures),
    ports: applicationDefault || anyService ? undefined : rulePorts(rule.service, where, reading),
    applicationDefault,
    record,
    recordKey: recordKey(record, reading.recordKeys),
  };
}

/** Most rules have one of a few records. */
function recordKey(record: InspectionRecord, known: { [text: string]: string }): string {
  // The order of fields differs between engines and runs: it is only for looking up.
  const text = JSON.stringify(record);
  if (!hasKey(known, text)) known[text] = canonicalJson(record);
  return known[text];
}

function coversZones(zones: readonly string[], wanted: readonly string[]): boolean {
  if (zones.indexOf('any') >= 0) return true;
  return wanted.every((zone) => zones.indexOf(zone) >= 0);
}

function listOrAny(members: readonly string[], where: string, failures: string[]): readonly string[] | undefined {
  if (members.length === 0) failures.push(where + ' is empty');
  if (members.indexOf('any') < 0) return members;
  if (members.length > 1) failures.push(where + ' mixes "any" with names');
  return undefined;
}

function rulePorts(members: readonly string[], where: string, reading: Reading): PortRange[] {
  let ranges: PortRange[] = [];
  if (members.length === 0) reading.failures.push(where + ' service is empty');
  for (const name of members) {
    if (hasKey(reading.services, name)) ranges = ranges.concat(reading.services[name]);
    else reading.failures.push(where + ' names the service "' + name + '", which is not in the rulebase');
  }
  return ranges;
}

function readEnd(members: readonly string[], where: string, reading: Reading): RuleEnd {
  if (members.length === 0) reading.failures.push(where + ' is empty');
  if (members.indexOf('any') >= 0) {
    if (members.length > 1) reading.failures.push(where + ' mixes "any" with names');
    return { any: true, filters: [], blocks: [] };
  }
  return readMembers(members, where, reading);
}

function readMembers(members: readonly string[], where: string, reading: Reading): RuleEnd {
  const filters: number[] = [];
  const blocks: Block[] = [];
  for (const member of members) {
    const block = hasKey(reading.groups, member) ? undefined : parseLiteral(member);
    if (hasKey(reading.groups, member)) {
      const end = readGroup(member, reading);
      for (const filter of end.filters) filters.push(filter);
      for (const inner of end.blocks) blocks.push(inner);
    } else if (block === undefined) {
      reading.failures.push(where + ' names "' + member + '", which is no group of the rulebase and no address');
    } else {
      blocks.push(block);
    }
  }
  return { any: false, filters, blocks };
}

function readGroup(name: string, reading: Reading): RuleEnd {
  if (hasKey(reading.ends, name)) return reading.ends[name];
  const where = 'address group "' + name + '"';
  const empty: RuleEnd = { any: false, filters: [], blocks: [] };
  if (hasKey(reading.open, name)) {
    reading.failures.push(where + ' contains itself');
    return empty;
  }
  reading.open[name] = true;
  const match = reading.groups[name].match;
  let end = empty;
  if (match.type === 'dynamic') {
    end = readDynamic(match.filter, where, reading);
  } else {
    if (match.members.length === 0) reading.failures.push(where + ' has no members');
    end = readMembers(match.members, where, reading);
  }
  reading.ends[name] = end;
  return end;
}

function readDynamic(text: string, where: string, reading: Reading): RuleEnd {
  const parsed = parseFilter(text);
  if (!parsed.ok) {
    reading.failures.push(where + ': the filter cannot be evaluated: ' + parsed.reason);
    return { any: false, filters: [], blocks: [] };
  }
  if (usesNot(parsed.filter) && !reading.profile.filterNot) {
    reading.failures.push(where + ': the filter uses "not", which the profile does not allow (filterNot)');
  }
  for (const tag of parsed.tags) {
    reading.tags.push(tag);
    if (tag.length > MAX_TAG) {
      reading.failures.push(where + ': the tag "' + tag + '" is longer than ' + String(MAX_TAG) + ' characters');
    }
    if (hasKey(reading.groupTags, tag)) {
      // A dynamic group also takes in address groups that carry the tag.
      reading.failures.push(where + ': the tag "' + tag + '" is on an address group of the rulebase');
    }
  }
  reading.filters.push(parsed.filter);
  return { any: false, filters: [reading.filters.length - 1], blocks: [] };
}
