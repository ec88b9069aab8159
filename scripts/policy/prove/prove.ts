import { compareAll } from './verdict/compare';
import { type ProofModel, buildModel } from './verdict/model';
import { counterExample } from './verdict/reasons';
import { trafficKinds } from './verdict/judge';
import { exceptionsOf } from './verdict/exceptions';
import { type Reading, readAll } from './reading';
import type { CounterExample, Proof, ProofInput, ProofScope, Verdict } from './types';

/**
 * Decides whether policies and rulebase give the same verdict, and the same attribute record, for every connection in
 * scope; otherwise gives the simplest connection on which they differ.
 *
 * `refused` when the input cannot be judged (a policy that cannot be read and was not left out); `different` without a
 * counter-example when the rulebase itself cannot be evaluated (an unknown name, a filter without a defined meaning);
 * `nothing` when there is no policy to judge and nothing that contradicts that.
 *
 * @param reading of the input, where somebody else looks at it, too
 */
export function prove(input: ProofInput, reading: Reading = readAll(input)): Proof {
  const unjudgeable = reading.unjudgeable.slice();
  const model = buildModel(input, unjudgeable, reading);
  const exceptions = exceptionsOf(model, input);
  function proofOf(verdict: Verdict, reason: string, pairs: number, difference?: CounterExample): Proof {
    const proof = { verdict, reason, scope: scopeOf(model, pairs), exceptions };
    return difference === undefined ? proof : { ...proof, counterExample: difference };
  }
  if (unjudgeable.length > 0) return proofOf('refused', unjudgeable.join('; '), 0);
  const failures = model.rulebase.failures.concat(unpredictableTags(model));
  if (failures.length > 0) return proofOf('different', failures.join('; '), 0);
  const comparison = compareAll(model);
  if (comparison.difference !== undefined) {
    const example = counterExample(model, comparison.difference);
    return proofOf('different', differenceText(example), comparison.pairs, example);
  }
  if (model.policies.length === 0) return proofOf('nothing', 'no policies', comparison.pairs);
  return proofOf('equal', 'policies and rulebase agree on every connection in scope', comparison.pairs);
}

/** Whether rules with this verdict do nothing that the judged policies do not say. */
export function isRight(verdict: Verdict): boolean {
  return verdict === 'equal' || verdict === 'nothing';
}

/** Names of the tags that the plugin would cut and that a filter might meet by accident. */
function unpredictableTags(model: ProofModel): string[] {
  return model.cutTags.map(
    (tag) => 'the tag "' + tag + '" of a filter may also be the beginning of a longer tag that the plugin cuts',
  );
}

function differenceText(example: CounterExample): string {
  const application = example.application === '' ? '' : ' (' + example.application + ')';
  const connection =
    example.source.text + ' to ' + example.destination.text + ' on ' + example.port + application + ': ';
  const policies = example.policySide;
  const rules = example.ruleSide;
  if (policies.verdict !== rules.verdict) {
    const both =
      policies.verdict === 'allow'
        ? 'the policies allow it, the rulebase denies it'
        : 'the policies deny it, the rulebase allows it';
    return connection + both;
  }
  if (policies.record !== undefined) return connection + 'both allow it, but inspect or log it differently';
  const who = policies.byProfile ? 'the cluster profile allows it uninspected' : 'no policy decides it';
  return connection + who + ', but the rule "' + rules.rule + '" inspects, logs or restricts it';
}

function scopeOf(model: ProofModel, pairs: number): ProofScope {
  let pods = model.alike;
  let virtual = 0;
  for (const endpoint of model.endpoints) {
    if (endpoint.identity.kind === 'virtual') virtual++;
    else if (endpoint.identity.namespace !== '' && endpoint.identity.kind !== 'service') pods++;
  }
  const ports = model.axis.points.length;
  return {
    policies: model.policies.length,
    rules: model.rulebase.rules.length,
    endpoints: model.endpoints.length + model.alike,
    pods,
    virtualPods: virtual,
    classes: model.classes.length,
    pairs,
    ports,
    applications: model.applications.length + 1,
    categories: model.categories.length + 1,
    points: pairs * ports * trafficKinds(model).length,
    notJudged: model.notJudged,
  };
}
