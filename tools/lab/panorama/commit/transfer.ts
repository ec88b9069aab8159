import type { PendingUnit } from '../changes';
import type { Transaction } from '../store';
import { ConfigNode } from '../tree/node';
import { nodeAt, type PlaceStep } from '../xpath/simple';
import type { Selected } from './selection';

/** A unit as it was in the configuration that it is copied from; `node` is absent when it did not exist there. */
interface CapturedUnit {
  readonly unit: PendingUnit;
  readonly node: ConfigNode | undefined;
  readonly isScope: boolean;
}

/** The order of a rulebase in the configuration that it is copied from. */
interface CapturedOrder {
  readonly steps: readonly PlaceStep[];
  readonly names: readonly string[];
  /** The rules whose place is taken over; the others keep theirs. */
  readonly placed: ReadonlySet<string>;
}

/** Selected changes, taken at one moment: a commit carries what was there when it was asked for. */
export interface Captured {
  readonly units: readonly CapturedUnit[];
  readonly orders: readonly CapturedOrder[];
  readonly selected: Selected;
}

/** Takes the selected changes out of a configuration, as copies. */
export function capture(from: ConfigNode, to: ConfigNode, selected: Selected): Captured {
  const units = selected.units.map((unit): CapturedUnit => {
    const isScope = unit.steps.length <= 4 && unit.steps[unit.steps.length - 2]?.tag === 'device-group';
    const node = nodeAt(from, unit.steps);
    const shallow = node !== undefined && isScope ? new ConfigNode(node.tag, node.name, undefined, '') : node?.clone();
    return { unit, node: shallow, isScope };
  });
  const placed = new Map<string, { steps: readonly PlaceStep[]; names: Set<string> }>();
  const place = (steps: readonly PlaceStep[], names: Iterable<string>): void => {
    const key = JSON.stringify(steps);
    const found = placed.get(key) ?? { steps, names: new Set<string>() };
    for (const name of names) found.names.add(name);
    placed.set(key, found);
  };
  for (const order of selected.orders) place(order.steps, order.names);
  for (const { unit, node } of units) {
    const container = unit.steps.slice(0, -1);
    const isNewRule = container[container.length - 1]?.tag === 'rules' && node !== undefined;
    if (isNewRule && nodeAt(to, unit.steps) === undefined) place(container, [node.label]);
  }
  const orders = [...placed.values()].map(({ steps, names }): CapturedOrder => {
    const container = nodeAt(from, steps);
    return { steps, names: (container?.children ?? []).map((rule) => rule.label), placed: names };
  });
  return { units, orders, selected };
}

/** Puts captured changes into the other configuration. */
export function transfer(captured: Captured, to: ConfigNode, transaction: Transaction): void {
  for (const { unit, node, isScope } of captured.units) {
    const existing = nodeAt(to, unit.steps);
    if (node === undefined) {
      if (existing !== undefined) transaction.remove(existing);
    } else if (existing === undefined)
      transaction.journal.insert(ensure(to, unit.steps.slice(0, -1), transaction), node.clone());
    else if (!isScope) replace(existing, node.clone(), transaction);
  }
  for (const order of captured.orders) {
    const container = nodeAt(to, order.steps);
    if (container !== undefined) transaction.journal.reorder(container, arranged(container.children, order));
  }
}

function replace(existing: ConfigNode, node: ConfigNode, transaction: Transaction): void {
  const { parent } = existing;
  if (parent === undefined) return;
  const position = parent.positionOf(existing);
  transaction.remove(existing);
  transaction.journal.insert(parent, node, position);
}

function ensure(root: ConfigNode, steps: readonly PlaceStep[], transaction: Transaction): ConfigNode {
  return steps.reduce<ConfigNode>((node, step) => {
    const found = node.child(step.tag, step.name);
    if (found !== undefined) return found;
    const created = new ConfigNode(step.tag, step.name, undefined, '');
    transaction.journal.insert(node, created);
    return created;
  }, root);
}

/** Each placed rule goes behind its nearest predecessor in the captured order; all others keep their own order. */
function arranged(rules: readonly ConfigNode[], order: CapturedOrder): readonly ConfigNode[] {
  const byName = new Map(rules.map((rule) => [rule.label, rule]));
  const followers = new Map<string, ConfigNode[]>();
  const first: ConfigNode[] = [];
  let predecessor: string | undefined;
  for (const name of order.names) {
    const rule = byName.get(name);
    if (rule === undefined) continue;
    if (!order.placed.has(name)) {
      predecessor = name;
      continue;
    }
    if (predecessor === undefined) first.push(rule);
    else {
      const behind = followers.get(predecessor);
      if (behind === undefined) followers.set(predecessor, [rule]);
      else behind.push(rule);
    }
  }
  const kept = rules.filter((rule) => !order.placed.has(rule.label) || !order.names.includes(rule.label));
  return [...first, ...kept.flatMap((rule) => [rule, ...(followers.get(rule.label) ?? [])])];
}

/** The scopes that a selection touches. */
export const scopesOf = (selected: Selected): ReadonlySet<string> =>
  new Set([...selected.units.map((unit) => unit.scope), ...selected.orders.map((order) => order.scope)]);

/** The places whose marks a commit or revert clears: units, and moved rules. */
export function placesOf(selected: Selected): readonly (readonly PlaceStep[])[] {
  return [
    ...selected.units.map((unit) => unit.steps),
    ...selected.orders.flatMap((order) => [...order.names].map((name) => [...order.steps, { tag: 'entry', name }])),
  ];
}
