import type { Instance } from '../instance';
import { concatenable } from '../python/access';
import { CommandError } from '../python/exceptions';
import { isTrue, type Dictionary, type Value } from '../python/value';

/** The context path under which rule commands report. */
export const RULE_CONTEXT = 'Panorama.SecurityRule(val.Name == obj.Name)';

/**
 * The xpath of the rules of the chosen rulebase.
 *
 * @throws CommandError with `missing` where a Panorama instance has no `pre_post`
 */
export function rulesPath(instance: Instance, missing: string): string {
  if (instance.deviceGroup === undefined) return instance.securityRules;
  return `${instance.securityRules}${chosenRulebase(instance, missing)}/security/rules/entry`;
}

/**
 * The argument `pre_post`. It is not checked: what it says goes into the xpath.
 *
 * @throws CommandError with `missing` where it is not given
 */
export function chosenRulebase({ prePost }: Instance, missing: string): string {
  if (!isTrue(prePost)) throw new CommandError(missing);
  return concatenable(prePost);
}

/**
 * Narrows an xpath to the entry of this name, which is pasted in: a `'` breaks the path.
 *
 * @example named('/rules/entry', 'web') //=> "/rules/entry[@name='web']"
 */
export const named = (path: string, name: Value): string => `${path}[@name='${concatenable(name)}']`;

/** Adds the device group to what a command reports, on Panorama. */
export function withDeviceGroup(instance: Instance, output: Dictionary): Dictionary {
  return instance.deviceGroup === undefined ? output : { ...output, DeviceGroup: instance.deviceGroup };
}

/** The error for a target on an instance that is a firewall. */
export const TARGET_ON_FIREWALL = 'The target argument is relevant only for a Palo Alto Panorama instance.';

/** The error of an edit on Panorama that does not say which rulebase is meant. */
export const NO_RULEBASE_TO_EDIT = 'please provide the pre_post argument when editing a rule in Panorama instance.';
