import { applyRulebase } from './applyrulebase';
import { commitAndPush } from './commitandpush';
import { nextStep } from './nextstep';
import { planAndApply } from './planandapply';
import type { Playbook } from './playbook';
import { policyChange } from './policychange';

/** Every playbook of the pack; the build makes its YAML, its README and its picture from each. */
export const PLAYBOOKS: readonly Playbook[] = [policyChange, planAndApply, applyRulebase, commitAndPush, nextStep];
