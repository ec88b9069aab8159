import type { DeviceGroupState, ForeignRule } from '../../policy/plan/types';

/**
 * All that a plan looks at in Panorama as one text: equal texts, equal plans. The engine itself writes it and compares
 * it, which is quick in any of them. Entries are not in it: they are read from what `text` holds.
 */
export function stateText(state: DeviceGroupState): string {
  return JSON.stringify({
    ...state,
    above: state.above.map(foreignFields),
    below: state.below.map(foreignFields),
    defaultRules: [state.defaultRules.intrazone, state.defaultRules.interzone],
    rules: state.rules.map((rule) => [
      rule.name,
      rule.uuid,
      rule.owned,
      rule.disabled,
      rule.entry === undefined,
      rule.foreign === undefined ? '' : foreignFields(rule.foreign),
      rule.text,
    ]),
    objects: state.objects.map((object) => [
      object.kind,
      object.name,
      object.owned,
      object.usedByOthers,
      object.location,
      object.entry === undefined,
      object.text,
    ]),
  });
}

/** What was kept between slices has its keys in any order. */
function foreignFields({ name, location, action, from, to, source, destination }: ForeignRule): readonly unknown[] {
  return [name, location, action, from, to, source, destination];
}
