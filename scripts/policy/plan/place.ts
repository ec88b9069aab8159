import { hasKey } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import type { DeviceGroupState, StateRule } from './types';

/** Where the block stands or will stand: positions `start` to before `end` of the rulebase as read. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Stretches of the rulebase in which every rule is ours, from the top. */
export function ownStretches(rules: readonly StateRule[]): Place[] {
  const stretches: Place[] = [];
  let start = 0;
  for (let i = 0; i <= rules.length; i++) {
    if (i < rules.length && rules[i].owned) continue;
    if (i > start) stretches.push({ start, end: i });
    start = i + 1;
  }
  return stretches;
}

/**
 * The block stays where most of its rules stand together: first those that stay, then all; the first such place.
 * Without rules of ours, where the profile creates it; undefined where the profile names a rule that is not there.
 */
export function placeOfBlock(
  state: DeviceGroupState,
  desired: readonly RuleEntry[],
  position: ClusterProfile['position'],
): Place | undefined {
  const stays: { [key: string]: true } = {};
  for (const rule of desired) stays['=' + rule.name] = true;
  let best: Place | undefined;
  let bestWeight = -1;
  for (const stretch of ownStretches(state.rules)) {
    let weight = stretch.end - stretch.start;
    for (let i = stretch.start; i < stretch.end; i++) {
      if (hasKey(stays, '=' + state.rules[i].name)) weight += state.rules.length;
    }
    if (weight <= bestWeight) continue;
    best = stretch;
    bestWeight = weight;
  }
  return best || createdAt(state.rules, position);
}

function createdAt(rules: readonly StateRule[], position: ClusterProfile['position']): Place | undefined {
  if (position.at === 'top') return { start: 0, end: 0 };
  if (position.at === 'bottom') return { start: rules.length, end: rules.length };
  for (let i = 0; i < rules.length; i++) {
    if (rules[i].name !== position.rule) continue;
    const start = position.at === 'before' ? i : i + 1;
    return { start, end: start };
  }
  return undefined;
}
