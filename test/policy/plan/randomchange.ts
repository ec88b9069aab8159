import { fc } from '../../support/seed';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { ConfigEntry, RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { auditRulebase } from '../../../scripts/policy/plan/audit';
import type { DeviceGroupState, StateRule } from '../../../scripts/policy/plan/types';
import { cluster } from '../../property/clusters';
import { type ClusterInput, compileCluster } from '../../property/pipeline';
import { foreignRule, ownRule, rule, stateOf } from './support';

/** Random clusters before and after some policies came, went or changed, with rules of others in between. */

export const CASES = Number(process.env.CNSERIES_CASES ?? 150);

/** A random cluster, and which of its policies come, go or change. */
export const change = fc.record({
  input: cluster,
  /** Bit i: policy i exists before, after. */
  before: fc.nat(255),
  after: fc.nat(255),
  /** Policy i has the spec of policy j from now on. */
  specs: fc.array(fc.option(fc.nat(7), { freq: 2 }), { minLength: 8, maxLength: 8 }),
  enforcement: fc.constantFrom('enforce enforce', 'enforce enforce', 'audit enforce', 'enforce audit', 'audit audit'),
  action: fc.constantFrom(undefined, undefined, 'drop'),
  foreign: fc.array(fc.record({ at: fc.nat(20), denies: fc.boolean(), like: fc.nat(20) }), { maxLength: 3 }),
  /** The other style until now. */
  isRestyled: fc.constantFrom(false, false, false, true),
  swaps: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 2 }),
});

export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** One change as a plan sees it. */
export interface Case {
  readonly input: ClusterInput;
  readonly state: DeviceGroupState;
  readonly desired: Rulebase;
  readonly foreign: ReadonlyMap<string, RuleEntry>;
  /** Groups and services of both rulebases. */
  readonly objects: readonly ConfigEntry[];
  readonly policies: readonly RawObject[];
}

/** undefined where one of the two clusters has no rulebase. */
export function caseOf(drawn: Change): Case | undefined {
  const policies = drawn.input.objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const others = drawn.input.objects.filter(({ kind }) => kind !== 'NetworkPolicy');
  const old = policies.filter((_policy, index) => (drawn.before >> index) & 1);
  const now = policies
    .map((policy, index) => ({ ...policy, spec: (policies[drawn.specs[index] ?? index] ?? policy).spec }))
    .filter((_policy, index) => (drawn.after >> index) & 1);
  const [first, second] = drawn.enforcement.split(' ') as ('audit' | 'enforce')[];
  const profile = { ...drawn.input.profile, enforcement: second };
  const action = drawn.action === undefined ? profile.isolation.action : 'drop';
  const input = { ...drawn.input, profile };
  const style = drawn.isRestyled === (profile.style === 'compact') ? 'readable' : 'compact';
  const before = compiled({ ...input, objects: [...others, ...old], profile: { ...profile, style } }, first);
  const after = compiled(
    { ...input, objects: [...others, ...now], profile: { ...profile, isolation: { ...profile.isolation, action } } },
    second,
  );
  if (!before || !after) return undefined;
  const rules = before.rules.map(ownRule);
  for (const [a, b] of drawn.swaps) if (rules.length > 0) swap(rules, a % rules.length, b % rules.length);
  const foreign = addForeign(rules, drawn.foreign, [...before.rules, ...after.rules]);
  const state = stateOf(before, rules);
  return {
    input: { ...input, objects: others },
    state,
    desired: after,
    foreign,
    objects: [before, after].flatMap(({ addressGroups, services }) => [...addressGroups, ...services]),
    policies: [...old, ...now.map(renamed)],
  };
}

function compiled(input: ClusterInput, enforcement: 'audit' | 'enforce'): Rulebase | undefined {
  const { rulebase } = compileCluster(input).translation;
  return rulebase && auditRulebase(rulebase, { ...input.profile, enforcement });
}

function renamed(policy: RawObject): RawObject {
  const metadata = policy.metadata as { readonly name: string };
  return { ...policy, metadata: { ...metadata, name: `${metadata.name.slice(0, 200)}-now` } };
}

function swap(rules: StateRule[], a: number, b: number): void {
  [rules[a], rules[b]] = [rules[b], rules[a]];
}

function addForeign(
  rules: StateRule[],
  drawn: Change['foreign'],
  like: readonly RuleEntry[],
): ReadonlyMap<string, RuleEntry> {
  const foreign = new Map<string, RuleEntry>();
  drawn.forEach(({ at, denies, like: position }, index) => {
    const sample = like.filter(
      ({ source, destination }) => ![...source, ...destination].some((name) => name.includes('_isolated')),
    );
    const ends = sample.length > 0 ? sample[position % sample.length] : undefined;
    const entry = rule(`F${index} ${denies ? 'deny' : 'allow'}`, {
      ...(ends && { source: ends.source, destination: ends.destination, from: ends.from, to: ends.to }),
    });
    foreign.set(entry.name, entry);
    rules.splice(at, 0, foreignRule(entry.name));
  });
  return foreign;
}
