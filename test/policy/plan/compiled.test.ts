import { fc } from '../../support/seed';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { ConfigEntry, RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { auditRulebase } from '../../../scripts/policy/plan/audit';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { DeviceGroupState, StateRule } from '../../../scripts/policy/plan/types';
import { canonicalJson } from '../../../scripts/policy/text/canonical';
import { decideRules, matchingRules, trafficKinds } from '../../../scripts/policy/prove/verdict/judge';
import { type ProofModel, buildModel } from '../../../scripts/policy/prove/verdict/model';
import { commonBits } from '../../../scripts/policy/prove/endpoints/rows';
import { cluster } from '../../property/clusters';
import { type ClusterInput, compileCluster } from '../../property/pipeline';
import { contentOf, foreignRule, inShort, ownRule, rule, stateOf, statesOf, withoutIdentity } from './support';

/**
 * Random clusters before and after some policies came, went or changed. What each state of the rulebase allows is judged
 * by the proof, over all its endpoints, ports and applications.
 */

const CASES = Number(process.env.CNSERIES_CASES ?? 150);

const change = fc.record({
  input: cluster,
  /** Bit i: policy i exists before, after. */
  before: fc.nat(255),
  after: fc.nat(255),
  /** Policy i has the spec of policy j from now on. */
  specs: fc.array(fc.option(fc.nat(7), { freq: 2 }), { minLength: 8, maxLength: 8 }),
  enforcement: fc.constantFrom('enforce enforce', 'enforce enforce', 'audit enforce', 'enforce audit', 'audit audit'),
  action: fc.constantFrom(undefined, undefined, 'drop'),
  foreign: fc.array(fc.record({ at: fc.nat(20), denies: fc.boolean(), like: fc.nat(20) }), { maxLength: 3 }),
  swaps: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 2 }),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

interface Case {
  readonly input: ClusterInput;
  readonly state: DeviceGroupState;
  readonly desired: Rulebase;
  readonly foreign: ReadonlyMap<string, RuleEntry>;
  /** Groups and services of both rulebases. */
  readonly objects: readonly ConfigEntry[];
  readonly policies: readonly RawObject[];
}

/** undefined where one of the two clusters has no rulebase. */
function caseOf(drawn: Change): Case | undefined {
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
  const before = compiled({ ...input, objects: [...others, ...old] }, first);
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

/** A rule as it works in a state: its static groups replaced by their members. */
function flattened(entry: RuleEntry, state: DeviceGroupState): RuleEntry {
  const members = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const group = state.objects.find((one) => one.kind === 'address-group' && one.name === name)?.entry;
      return group?.kind === 'address-group' && group.match.type === 'static' ? group.match.members : [name];
    });
  return { ...entry, source: members(entry.source), destination: members(entry.destination) };
}

interface Judged {
  readonly model: ProofModel;
  /** Of each state, the rules in order, by position in the model. */
  readonly states: readonly (readonly number[])[];
}

/** One model that knows every rule as it is in any of the states. */
function judged(one: Case, states: readonly DeviceGroupState[]): Judged {
  const positions = new Map<string, number>();
  const rules: RuleEntry[] = [];
  const lists = states.map((state) =>
    state.rules.map((found) => {
      const flat = flattened(contentOf(found, one.foreign), state);
      const key = canonicalJson(flat);
      const known = positions.get(key);
      if (known !== undefined) return known;
      positions.set(key, rules.length);
      rules.push(flat);
      return rules.length - 1;
    }),
  );
  const unique = [...new Map(one.objects.map((entry) => [`${entry.kind} ${entry.name}`, entry])).values()];
  const rulebase: Rulebase = {
    ...one.desired,
    rules,
    addressGroups: unique.filter((entry) => entry.kind === 'address-group'),
    services: unique.filter((entry) => entry.kind === 'service'),
  };
  const model = buildModel(
    {
      objects: [...one.input.objects, ...one.policies],
      profile: one.input.profile,
      services: one.input.services,
      rulebase,
      leftOut: [],
    },
    [],
  );
  expect(model.rulebase.failures).toEqual([]);
  return { model, states: lists };
}

/** The sets of rules that some connection meets, with a text that names one such connection. */
function meetings(model: ProofModel): Map<string, { rules: number[]; text: string }> {
  const found = new Map<string, { rules: number[]; text: string }>();
  for (const source of model.classes) {
    for (const destination of model.classes) {
      if (source.endpoint.address.family !== destination.endpoint.address.family) continue;
      const common = commonBits(source.source, destination.destination).filter((bit) => bit < model.ruleMasks.length);
      for (let point = 0; point < model.axis.points.length; point++) {
        const rules = matchingRules(model, common, point);
        const ends = [source, destination].map(({ endpoint }) => canonicalJson(endpoint.identity.labels));
        const key = rules.join(',');
        if (!found.has(key))
          found.set(key, { rules, text: `${ends.join(' -> ')} ${canonicalJson(model.axis.points[point])}` });
      }
    }
  }
  return found;
}

/**
 * Throws where a state allows what neither the first nor the last does. Allows that name the isolated pods are left
 * aside, as their members may change in one plan with the rules: the rule for probes of nodes and, as long as the
 * cluster is not enforced, the isolation itself.
 */
function expectSafe(one: Case, states: readonly DeviceGroupState[], steps: readonly string[]): void {
  const { model, states: lists } = judged(one, states);
  const exempt = one.input.profile.enforcement === 'enforce' ? /\._nodes$/ : /\._(nodes|deny-.*)$/;
  for (const { rules, text } of meetings(model).values()) {
    const met = new Set(rules);
    const metIn = lists.map((list) => list.filter((position) => met.has(position)));
    for (const traffic of trafficKinds(model)) {
      const decisions = metIn.map((list) => decideRules(model, list, traffic));
      for (const fallback of [true, false]) {
        const verdicts = decisions.map(({ allows, rule: decided }) => (decided ? allows : fallback));
        if (verdicts[0] || verdicts[verdicts.length - 1]) continue;
        const step = verdicts.findIndex((verdict, index) => verdict && !exempt.test(decisions[index].rule?.name ?? ''));
        if (step < 0) continue;
        const by = decisions[step].rule?.name ?? 'no rule';
        throw new Error(`step ${step} (${steps[step - 1]}) opens ${text} by ${by}; ${steps.join(', ')}`);
      }
    }
  }
}

it('what any state on the way allows was allowed before or will be, and the way back leads to what was there', () => {
  let planned = 0;
  let steps = 0;
  fc.assert(
    fc.property(change, (drawn) => {
      const one = caseOf(drawn);
      if (!one) return;
      const plan = planRulebase(one.desired, one.state, one.input.profile);
      const states = statesOf(one.state, plan.operations);
      expectSafe(one, states, inShort(plan.operations));
      const final = states[states.length - 1];
      expect(final.rules.filter(({ owned }) => owned).map(({ entry }) => entry)).toEqual(one.desired.rules);
      expect(final.rules.filter(({ owned }) => !owned)).toEqual(one.state.rules.filter(({ owned }) => !owned));
      expect(planRulebase(one.desired, final, one.input.profile).operations).toEqual([]);
      const back = statesOf(final, plan.inverse);
      expect(withoutIdentity(back[back.length - 1])).toEqual(withoutIdentity(one.state));
      planned += 1;
      steps += plan.operations.length;
    }),
    { numRuns: CASES },
  );
  // Random clusters that the compiler refuses would prove nothing.
  expect(planned).toBeGreaterThan(CASES / 3);
  expect(steps).toBeGreaterThan(planned * 3);
});
