import { canonicalJson } from '../../text/canonical';
import { DEFAULT_RECORD } from '../rules/combine';
import type { RuleFacts } from '../rules/rules';
import type { PolicyDecision, RuleDecision } from './judge';
import type { ProofModel } from './model';

/** Whether the rulebase says of a connection what the policies say. */

const DEFAULT_RECORD_KEY = canonicalJson(DEFAULT_RECORD);

/**
 * True where both sides agree: the same verdict and, where the policies decide, the same record. Where no policy
 * decides, "there is no rule, and nothing is wanted" (docs/attributes.md), not even one that allows: it would inspect
 * and log. Only what a group cannot leave out is let through by a rule that does neither.
 *
 * @param toInfrastructure one end is a node's or a Service's address: the layers for these decide them completely
 * (docs/semantics.md, H and S)
 */
export function agree(
  model: ProofModel,
  policies: PolicyDecision,
  rules: RuleDecision,
  toInfrastructure: boolean,
): boolean {
  if (policies.allows !== rules.allows) return false;
  if (!policies.allows) return true;
  const rule = rules.rule;
  switch (policies.basis) {
    case 'entries':
      if (policies.wanted === undefined) return true;
      return policies.wanted.recordKey === (rule ? rule.recordKey : DEFAULT_RECORD_KEY);
    case 'profile':
      return rule === undefined || isPlain(model, rule);
    case 'nobody':
      if (rule === undefined) return true;
      return (toInfrastructure ? isOfBlock(model, rule) : isOpening(model, rule)) && isPlain(model, rule);
  }
}

/**
 * A rule that lets through what a later group holds in spite of its selector, because groups have no "not"
 * (docs/semantics.md).
 */
function isOpening(model: ProofModel, rule: RuleFacts): boolean {
  return rule.name.indexOf(model.profile.cluster + '._open_not-') === 0;
}

/** No rule of a policy: those are named `<cluster>.<namespace>.…`, and no namespace begins with `_`. */
function isOfBlock(model: ProofModel, rule: RuleFacts): boolean {
  return rule.name.indexOf(model.profile.cluster + '._') === 0;
}

/** Takes every application and category, inspects nothing, and logs nothing or what the cluster logs by default. */
function isPlain(model: ProofModel, rule: RuleFacts): boolean {
  if (rule.applications !== undefined || rule.categories !== undefined || rule.applicationDefault) return false;
  return rule.recordKey === DEFAULT_RECORD_KEY || rule.recordKey === model.plainRecordKey;
}

/** What `agree` looks at of a rule that lets traffic through; the cluster's own rules begin with `_`. */
export function agreementText(model: ProofModel, rule: RuleFacts): string {
  return (isOfBlock(model, rule) ? 'B' : '-') + (isOpening(model, rule) ? 'O' : '-') + rule.recordKey;
}
