import type { Rulebase } from '../panos/entry';
import { isSharedName } from '../panos/jointnames';
import type { DeviceGroupState, Operation } from './types';

/**
 * Whether rules of several policies become one for the first time, or come apart again: the style of the profile is
 * another one, so that rules go which nobody changed, with the hit counts and log filters that know their names.
 */
export function isRestyled(desired: Rulebase, state: DeviceGroupState, operations: readonly Operation[]): boolean {
  const shares = desired.rules.some(({ name }) => isSharedName(desired.cluster, name));
  const shared = state.rules.some(({ owned, name }) => owned && isSharedName(desired.cluster, name));
  return shares !== shared && operations.some(({ op, kind }) => op === 'delete' && kind === 'rule');
}
