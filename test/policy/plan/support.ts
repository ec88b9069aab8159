import type { AddressGroupEntry, ConfigEntry, RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { clusterTag, clusterTags, tagEntries } from '../../../scripts/policy/panos/ownership';
import { simulateOperation } from '../../../scripts/policy/plan/simulate';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type {
  DeviceGroupState,
  ForeignRule,
  Operation,
  Plan,
  StateObject,
  StateRule,
} from '../../../scripts/policy/plan/types';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { canonicalJson } from '../../../scripts/policy/text/canonical';

/** The profile of the cluster `c1` in the device group `dg`, enforced. */
export function profile(changes: Partial<ClusterProfile> = {}): ClusterProfile {
  return { ...localProfile('c1', 'dg'), enforcement: 'enforce', ...changes };
}

const TAGS = clusterTags(profile());

/** `rule('a allow web api tcp-80')`: name, action, source, destination, service; `more` is laid over the entry. */
export function rule(text: string, more: Partial<RuleEntry> = {}): RuleEntry {
  const [name, action, source, destination, service] = text.split(' ');
  return {
    kind: 'rule',
    name,
    from: ['any'],
    to: ['any'],
    source: (source ?? 'any').split(','),
    destination: (destination ?? 'any').split(','),
    application: ['any'],
    service: (service ?? 'any').split(','),
    category: ['any'],
    action: action as RuleEntry['action'],
    logStart: false,
    logEnd: true,
    logSetting: '',
    profileSetting: { type: 'none' },
    tags: TAGS,
    groupTag: clusterTag(profile()),
    description: '',
    ...more,
  };
}

export function staticGroup(name: string, members: readonly string[]): AddressGroupEntry {
  return { kind: 'address-group', name, description: '', match: { type: 'static', members }, tags: TAGS };
}

export function dynamicGroup(name: string, filter = `'${name}'`): AddressGroupEntry {
  return { kind: 'address-group', name, description: '', match: { type: 'dynamic', filter }, tags: TAGS };
}

export function rulebase(
  rules: readonly RuleEntry[],
  groups: readonly AddressGroupEntry[] = [],
  more: Partial<Rulebase> = {},
): Rulebase {
  const tags = tagEntries(profile());
  return {
    cluster: 'c1',
    deviceGroup: 'dg',
    rulebase: 'pre',
    tags,
    addressGroups: groups,
    services: [],
    rules,
    ...more,
  };
}

export function ownRule(entry: RuleEntry): StateRule {
  return {
    name: entry.name,
    uuid: `uuid-${entry.name}`,
    owned: true,
    disabled: false,
    action: entry.action,
    description: entry.description,
    named: [...entry.source, ...entry.destination, ...entry.service],
    tags: entry.tags,
    entry,
    foreign: undefined,
    text: canonicalJson(entry),
  };
}

export function foreignRule(name: string, foreign?: ForeignRule): StateRule {
  const text = `<entry name="${name}"><action>allow</action></entry>`;
  const said = { action: 'allow', description: '', named: [], tags: [] };
  return { name, uuid: `uuid-${name}`, owned: false, disabled: false, ...said, entry: undefined, foreign, text };
}

/** What a rule does, ours or a foreign one, which the plan does not see. */
export function contentOf(found: StateRule, foreign: ReadonlyMap<string, RuleEntry>): RuleEntry {
  const entry = found.entry ?? foreign.get(found.name);
  if (!entry) throw new Error(`${found.name} is not known`);
  return entry;
}

export function object(entry: Exclude<ConfigEntry, RuleEntry>, more: Partial<StateObject> = {}): StateObject {
  return {
    kind: entry.kind,
    name: entry.name,
    owned: entry.kind !== 'tag',
    usedByOthers: false,
    location: entry.kind === 'tag' ? 'shared' : 'dg',
    tags: 'tags' in entry ? entry.tags : [],
    entry,
    text: canonicalJson(entry),
    ...more,
  };
}

/**
 * What a device group holds after a rulebase was applied; `rules` in full, so that foreign ones may stand among ours.
 */
export function stateOf(
  applied: Rulebase,
  rules: readonly StateRule[] = applied.rules.map(ownRule),
  more: Partial<DeviceGroupState> = {},
): DeviceGroupState {
  return {
    deviceGroup: 'dg',
    rulebase: 'pre',
    rules,
    objects: [...applied.tags, ...applied.addressGroups, ...applied.services].map((entry) => object(entry)),
    ruleNamesInOtherRulebases: [],
    taggedElsewhere: [],
    above: [],
    below: [],
    defaultRules: { intrazone: 'allow', interzone: 'allow' },
    ...more,
  };
}

export const EMPTY_STATE: DeviceGroupState = stateOf(rulebase([], [], { tags: [] }));

/** `a` our rules, `F1` foreign ones; `names` separated by blanks, each with the text of `rule` where given. */
export function rulesNamed(names: string, entries: readonly RuleEntry[] = []): StateRule[] {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => {
      if (name.startsWith('F')) return foreignRule(name);
      return ownRule(entries.find((entry) => entry.name === name) ?? rule(`${name} allow`));
    });
}

/** Operations in one line each: `create rule a`, `move a after b`, `replace address-group g`. */
export function inShort(operations: readonly Operation[]): string[] {
  return operations.map((operation) => {
    if (operation.op !== 'move') return `${operation.op} ${operation.kind} ${operation.name}`;
    return `move ${operation.name} ${operation.to.where} ${operation.to.anchor}`.trim();
  });
}

/**
 * The states after 0, 1, … all operations. Fails where one names an object that is not there, or deletes one in use.
 */
export function statesOf(state: DeviceGroupState, operations: readonly Operation[]): DeviceGroupState[] {
  const states = [state];
  for (const operation of operations) {
    const next = simulateOperation(states[states.length - 1], operation);
    expectNamesToExist(next, operation);
    states.push(next);
  }
  return states;
}

function expectNamesToExist(state: DeviceGroupState, operation: Operation): void {
  const held = new Set(state.objects.map(({ kind, name }) => `${kind} ${name}`));
  const named = state.objects.flatMap(({ entry }) => (entry ? namesIn(entry) : []));
  named.push(...state.rules.flatMap(({ entry }) => (entry ? namesIn(entry) : [])));
  const missing = named.filter((name) => !held.has(name));
  if (missing.length > 0) throw new Error(`after ${inShort([operation])[0]}: ${missing.join(', ')} not there`);
}

function namesIn(entry: ConfigEntry): string[] {
  const tags = 'tags' in entry ? entry.tags.map((tag) => `tag ${tag}`) : [];
  if (entry.kind === 'address-group' && entry.match.type === 'static') {
    return [...tags, ...entry.match.members.map((name) => `address-group ${name}`)];
  }
  if (entry.kind !== 'rule') return tags;
  const groups = [...entry.source, ...entry.destination].filter((name) => name !== 'any' && !/^[0-9]|:/.test(name));
  const services = entry.service.filter((name) => name !== 'any' && name !== 'application-default');
  return [...tags, ...groups.map((name) => `address-group ${name}`), ...services.map((name) => `service ${name}`)];
}

/** The plan from a state to a rulebase, with the names of the rules when it is carried out. */
export function planned(
  desired: Rulebase,
  state: DeviceGroupState,
  changes: Partial<ClusterProfile> = {},
): Plan & { readonly steps: string[]; readonly result: string } {
  const plan = planRulebase(desired, state, profile(changes));
  const states = statesOf(state, plan.operations);
  const names = states[states.length - 1].rules.map(({ name }) => name);
  return { ...plan, steps: inShort(plan.operations), result: names.join(' ') };
}

/** What is compared after a round trip: everything but what Panorama assigns itself. */
export function withoutIdentity(state: DeviceGroupState): unknown {
  return {
    ...state,
    rules: state.rules.map(({ name, owned, disabled, entry, text }) => ({ name, owned, disabled, entry, text })),
    objects: [...state.objects].sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1)),
  };
}
