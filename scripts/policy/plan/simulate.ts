import { canonicalJson } from '../text/canonical';
import type { ConfigEntry } from '../panos/entry';
import type { DeviceGroupState, ObjectKind, Operation, RulePosition, StateObject, StateRule } from './types';

/**
 * What Panorama's candidate holds after an operation: `set` puts a new rule last, `edit` replaces an entry where it is.
 *
 * @throws Error `There is no rule "NAME".` (or another kind) where the operation names what is not there, and
 * `The rule "NAME" is there already.` where it creates what is.
 */
export function simulateOperation(state: DeviceGroupState, operation: Operation): DeviceGroupState {
  const kind = operation.kind;
  if (kind === 'rule') return { ...state, rules: changedRules(state.rules, operation) };
  return { ...state, objects: changedObjects(state, kind, operation) };
}

function changedRules(rules: readonly StateRule[], operation: Operation): readonly StateRule[] {
  const index = indexOfRule(rules, operation.name);
  if (operation.op === 'create') {
    if (index >= 0) throw new Error('The rule "' + operation.name + '" is there already.');
    return rules.concat([newRule(operation.after, '')]);
  }
  if (index < 0) throw missing('rule', operation.name);
  const rest = rules.slice(0, index).concat(rules.slice(index + 1));
  switch (operation.op) {
    case 'replace':
      return rules.slice(0, index).concat([newRule(operation.after, operation.uuid)], rules.slice(index + 1));
    case 'move': {
      const to = indexAt(rest, operation.to);
      return rest.slice(0, to).concat([rules[index]], rest.slice(to));
    }
    case 'delete':
      return rest;
  }
}

function newRule(entry: ConfigEntry, uuid: string): StateRule {
  const rule = entry.kind === 'rule' ? entry : undefined;
  return {
    name: entry.name,
    uuid,
    owned: true,
    disabled: false,
    action: rule === undefined ? '' : rule.action,
    description: rule === undefined ? '' : rule.description,
    named: rule === undefined ? [] : rule.source.concat(rule.destination, rule.service),
    tags: rule === undefined ? [] : rule.tags,
    entry: rule,
    foreign: undefined,
    text: canonicalJson(entry),
  };
}

function indexAt(rules: readonly StateRule[], position: RulePosition): number {
  if (position.where === 'top') return 0;
  if (position.where === 'bottom') return rules.length;
  const anchor = indexOfRule(rules, position.anchor);
  if (anchor < 0) throw missing('rule', position.anchor);
  return position.where === 'before' ? anchor : anchor + 1;
}

function indexOfRule(rules: readonly StateRule[], name: string): number {
  for (let i = 0; i < rules.length; i++) if (rules[i].name === name) return i;
  return -1;
}

function changedObjects(state: DeviceGroupState, kind: ObjectKind, operation: Operation): readonly StateObject[] {
  function isMeant(object: StateObject): boolean {
    return object.kind === kind && object.name === operation.name && object.location === state.deviceGroup;
  }
  const others = state.objects.filter((object) => !isMeant(object));
  const isThere = others.length < state.objects.length;
  if (operation.op === 'create' && isThere) {
    throw new Error('The ' + kind + ' "' + operation.name + '" is there already.');
  }
  if (operation.op !== 'create' && !isThere) throw missing(kind, operation.name);
  switch (operation.op) {
    case 'create':
      return others.concat([newObject(state, kind, operation.after)]);
    case 'replace':
      return state.objects.map((object) => {
        if (!isMeant(object)) return object;
        return { ...newObject(state, kind, operation.after), usedByOthers: object.usedByOthers };
      });
    case 'move':
      return state.objects;
    case 'delete':
      return others;
  }
}

function newObject(state: DeviceGroupState, kind: ObjectKind, entry: ConfigEntry): StateObject {
  return {
    kind,
    name: entry.name,
    owned: kind !== 'tag',
    usedByOthers: false,
    location: state.deviceGroup,
    tags: 'tags' in entry ? entry.tags : [],
    entry,
    text: canonicalJson(entry),
  };
}

function missing(kind: string, name: string): Error {
  return new Error('There is no ' + kind + ' "' + name + '".');
}
