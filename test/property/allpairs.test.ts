import type { RuleEntry, Rulebase } from '../../scripts/policy/panos/entry';
import { compareAll } from '../../scripts/policy/prove/verdict/compare';
import { buildModel } from '../../scripts/policy/prove/verdict/model';
import { counterExample } from '../../scripts/policy/prove/verdict/reasons';
import { compareEveryPair } from './allpairs';
import { CASES, expectRight, SEED } from './judged';
import { compileCluster, proofInput } from './pipeline';
import { randomNumbers } from './shuffle';

/** The proof looks at pairs of ends that share something narrow, and at the others by groups: it must miss none. */

type Edit = (rules: readonly RuleEntry[], at: number) => readonly RuleEntry[];

const having =
  (change: Partial<RuleEntry>): Edit =>
  (rules, at) =>
    rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule));

/** What somebody, or a mistake, may do to a finished rulebase. */
const EDITS: Readonly<Record<string, Edit>> = {
  none: (rules) => rules,
  drop: (rules, at) => rules.filter((_rule, index) => index !== at),
  swap: (rules, at) => {
    const next = (at + 1) % rules.length;
    return rules.map((rule, index) => (index === at ? rules[next] : index === next ? rules[at] : rule));
  },
  'from anywhere': having({ source: ['any'] }),
  'to anywhere': having({ destination: ['any'] }),
  'every port': having({ service: ['any'] }),
  'other profiles': having({ profileSetting: { type: 'group', group: 'other' } }),
  'an application': having({ application: ['ssl'] }),
  allow: having({ action: 'allow' }),
  deny: having({ action: 'deny' }),
};

function edited(rulebase: Rulebase, seed: number): { readonly what: string; readonly rulebase: Rulebase } {
  const random = randomNumbers(seed);
  const what = Object.keys(EDITS)[Math.floor(random() * Object.keys(EDITS).length)];
  const at = Math.floor(random() * rulebase.rules.length);
  const rules = rulebase.rules.length === 0 ? [] : EDITS[what](rulebase.rules, at);
  return { what, rulebase: { ...rulebase, rules } };
}

/** The walk over every pair takes long: more would take hours. */
const RUNS = Math.min(Math.ceil(CASES / 2), 2000);

/** Below this many cases, an edit may never have mattered. */
const ENOUGH_CASES = 1000;

const found: Record<string, number> = {};

it(`finds what the walk over every pair finds, in ${RUNS} random clusters (CNSERIES_SEED=${SEED})`, () => {
  expectRight((input, seed) => {
    const judged = proofInput(input, compileCluster(input));
    if (judged === undefined) return undefined;
    const { what, rulebase } = edited(judged.rulebase, seed);
    const model = buildModel({ ...judged, rulebase }, []);
    if (model.rulebase.failures.length > 0) return undefined;
    const [sparse, every] = [compareAll(model), compareEveryPair(model)].map(({ pairs, difference }) =>
      JSON.stringify([pairs, difference && counterExample(model, difference)]),
    );
    found[what] = (found[what] ?? 0) + (sparse.endsWith(',null]') ? 0 : 1);
    return sparse === every ? undefined : `${what}:\n${sparse}\n${every}`;
  }, RUNS);
  console.log(`CNSERIES_SEED=${SEED}: rulebases found wrong by edit: ${JSON.stringify(found)}`);
  expect(found.none ?? 0).toBe(0);
  if (CASES < ENOUGH_CASES) return;
  expect(Object.keys(EDITS).filter((what) => what !== 'none' && !found[what])).toEqual([]);
});
