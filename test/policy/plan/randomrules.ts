import { fc } from '../../support/seed';
import { clusterTags } from '../../../scripts/policy/panos/ownership';
import type { RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { DeviceGroupState, Plan, StateRule } from '../../../scripts/policy/plan/types';
import {
  contentOf,
  dynamicGroup,
  foreignRule,
  ownRule,
  profile,
  rule,
  rulebase,
  stateOf,
  staticGroup,
} from './support';

/** Random rules before and after a change, and what a rulebase allows between four hosts, on two ports. */

const HOSTS = ['a', 'b', 'c', 'd'];
const PORTS = ['tcp-1', 'tcp-2'];
const GROUPS = HOSTS.map((host) => dynamicGroup(host));
const SERVICES = PORTS.map((name, index) => ({
  kind: 'service' as const,
  name,
  protocol: 'tcp' as const,
  port: String(index + 1),
  tags: clusterTags(profile()),
}));

const end = fc.oneof(fc.constant(['any']), fc.subarray(HOSTS, { minLength: 1 }));
const services = fc.oneof(fc.constant(['any']), fc.subarray(PORTS, { minLength: 1 }));

/** A deny may name the static group of isolated pods, as the compiler's denies do. */
export const content = fc
  .record({ denies: fc.boolean(), source: end, destination: end, service: services, isolated: fc.nat(3) })
  .map(({ denies, source, destination, service, isolated }): Partial<RuleEntry> => {
    const ends = {
      source: denies && isolated % 2 === 1 ? ['isolated'] : source,
      destination: denies && isolated > 1 ? ['isolated'] : destination,
    };
    return { ...ends, service, action: denies ? 'deny' : 'allow' };
  });

export const NAMES = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];
const names = fc.shuffledSubarray(NAMES);

/** Rules before and after, with rules of others in between. */
export const cluster = fc.record({
  old: names,
  now: names,
  contents: fc.array(content, { minLength: NAMES.length, maxLength: NAMES.length }),
  changes: fc.array(fc.option(content), { minLength: NAMES.length, maxLength: NAMES.length }),
  oldIsolated: fc.subarray(HOSTS, { minLength: 1 }),
  nowIsolated: fc.subarray(HOSTS, { minLength: 1 }),
  foreign: fc.array(fc.record({ at: fc.nat(8), content }), { maxLength: 3 }),
  disabled: fc.array(fc.constantFrom(...NAMES), { maxLength: 1 }),
  lifted: fc.subarray(NAMES),
});

export interface Case {
  readonly state: DeviceGroupState;
  readonly desired: Rulebase;
  /** Rules that may open again, should somebody have closed them. */
  readonly lifted: readonly string[];
  /** What foreign rules do, which the plan does not see. */
  readonly foreign: ReadonlyMap<string, RuleEntry>;
}

export type Drawn = typeof cluster extends fc.Arbitrary<infer T> ? T : never;

export function caseOf(drawn: Drawn): Case {
  const position = (name: string): number => NAMES.indexOf(name);
  const old = drawn.old.map((name) => rule(`${name} allow`, drawn.contents[position(name)]));
  const now = drawn.now.map((name) => {
    const changed = drawn.changes[position(name)];
    return rule(`${name} allow`, changed ?? drawn.contents[position(name)]);
  });
  const foreign = new Map<string, RuleEntry>();
  const rules: StateRule[] = old.map((entry) => ({ ...ownRule(entry), disabled: drawn.disabled.includes(entry.name) }));
  drawn.foreign.forEach(({ at, content: does }, index) => {
    const literal = [...(does.source ?? []), ...(does.destination ?? [])].includes('isolated');
    const entry = rule(`F${index} allow`, literal ? { ...does, source: ['a'], destination: ['any'] } : does);
    foreign.set(entry.name, entry);
    rules.splice(at, 0, foreignRule(entry.name));
  });
  return {
    state: stateOf(built(old, drawn.oldIsolated), rules),
    desired: built(now, drawn.nowIsolated),
    lifted: drawn.lifted,
    foreign,
  };
}

/** The plan of a case. What this program denied and allows now looks like what somebody closed, and is lifted in half of them. */
export function planOf({ desired, state, lifted }: Pick<Case, 'desired' | 'state' | 'lifted'>): Plan {
  return planRulebase(desired, state, profile(), { known: undefined, kept: [], lifted });
}

function built(rules: readonly RuleEntry[], isolated: readonly string[]): Rulebase {
  return rulebase(rules, [...GROUPS, staticGroup('isolated', isolated)], { services: SERVICES });
}

/** The connections that are allowed, as texts; `fallback` is the verdict where no rule matches. */
export function allowed({ foreign }: Case, state: DeviceGroupState, fallback: 'allow' | 'deny'): Set<string> {
  const groups = new Map(state.objects.map(({ name, entry }) => [name, entry]));
  const members = (list: readonly string[]): Set<string> => {
    const found = new Set<string>();
    for (const name of list) {
      const group = groups.get(name);
      const inside = group?.kind === 'address-group' && group.match.type === 'static' ? group.match.members : [name];
      for (const member of inside) found.add(member);
    }
    return found;
  };
  const rules = state.rules
    .filter(({ disabled }) => !disabled)
    .map((found) => contentOf(found, foreign))
    .map(({ source, destination, service, action }) => ({
      action,
      source: members(source),
      destination: members(destination),
      service: new Set(service),
    }));
  const found = new Set<string>();
  const meets = (set: ReadonlySet<string>, name: string): boolean => set.has('any') || set.has(name);
  // `x` stands for every other host and port.
  for (const from of [...HOSTS, 'x']) {
    for (const to of [...HOSTS, 'x']) {
      for (const port of [...PORTS, 'x']) {
        const first = rules.find(
          ({ source, destination, service }) => meets(source, from) && meets(destination, to) && meets(service, port),
        );
        if ((first?.action ?? fallback) === 'allow') found.add(`${from} -> ${to} ${port}`);
      }
    }
  }
  return found;
}
