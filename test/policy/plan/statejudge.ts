import type { RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import type { DeviceGroupState } from '../../../scripts/policy/plan/types';
import { canonicalJson } from '../../../scripts/policy/text/canonical';
import { decideRules, matchingRules, trafficKinds } from '../../../scripts/policy/prove/verdict/judge';
import { type ProofModel, buildModel } from '../../../scripts/policy/prove/verdict/model';
import { commonBits } from '../../../scripts/policy/prove/endpoints/commonbits';
import { contentOf } from './support';
import type { Case } from './randomchange';

/** What each state of the rulebase allows, judged by the proof, over all its endpoints, ports and applications. */

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
      const common = commonBits(model.context.scheme, source.source, destination.destination).filter(
        (bit) => bit < model.ruleMasks.length,
      );
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
export function expectSafe(one: Case, states: readonly DeviceGroupState[], steps: readonly string[]): void {
  const { model, states: lists } = judged(one, states);
  const exempt = one.input.profile.enforcement === 'enforce' ? /\._nodes$/ : /\._(nodes|(hosts-|services-)?deny.*)$/;
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
