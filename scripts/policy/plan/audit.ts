import type { Rulebase, RuleEntry, TagEntry } from '../panos/entry';
import { LIMITS } from '../panos/limits';
import type { ClusterProfile } from '../profile/types';

/** Enforcement `audit` (docs/profile.md): what isolation would deny is allowed and logged, under a tag of its own. */

// With a dot: a tag of a cluster is `cnseries-` and the cluster's name, and a cluster may be called "audit".
/** The tag of rules that allow only because the cluster is audited. */
export const AUDIT_TAG = 'cnseries.audit';

const AUDIT_TAG_ENTRY: TagEntry = {
  kind: 'tag',
  name: AUDIT_TAG,
  comments: 'Allows and logs what would be denied if this cluster were enforced.',
};

const AUDIT_WORDS = 'Audit only, allowed and logged; if enforced, denied: ';

/**
 * The rulebase as the profile's `enforcement` wants it in Panorama. Quarantine is no isolation: it is denied in both.
 */
export function auditRulebase(rulebase: Rulebase, profile: ClusterProfile): Rulebase {
  const quarantine = rulebase.cluster + '._quarantine';
  function isAudited(rule: RuleEntry): boolean {
    return rule.action !== 'allow' && rule.name !== quarantine;
  }
  if (profile.enforcement === 'enforce' || !rulebase.rules.some(isAudited)) return rulebase;
  return {
    ...rulebase,
    tags: [AUDIT_TAG_ENTRY].concat(rulebase.tags),
    rules: rulebase.rules.map((rule) => (isAudited(rule) ? auditRule(rule) : rule)),
  };
}

function auditRule(rule: RuleEntry): RuleEntry {
  return {
    ...rule,
    action: 'allow',
    logEnd: true,
    tags: rule.tags.concat([AUDIT_TAG]),
    description: (AUDIT_WORDS + rule.description).slice(0, LIMITS.ruleDescription).trim(),
  };
}

/** True for a rule that stands for a deny which is not enforced. */
export function isAuditRule(rule: RuleEntry): boolean {
  return rule.tags.indexOf(AUDIT_TAG) >= 0;
}
