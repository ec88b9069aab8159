import type { DeviceGroupState } from '../../policy/plan/types';

/**
 * All that a plan looks at in Panorama as one text: equal texts, equal plans. The engine itself writes it and compares
 * it, which is quick in any of them. Entries are not in it: they are read from what `text` holds.
 */
export function stateText(state: DeviceGroupState): string {
  return JSON.stringify({
    ...state,
    rules: state.rules.map((rule) => [
      rule.name,
      rule.uuid,
      rule.owned,
      rule.disabled,
      rule.entry === undefined,
      rule.foreign === undefined ? '' : rule.foreign,
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
