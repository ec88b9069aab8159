import { compareText, hasKey, sortedKeys, sortedUnique } from '../text/canonical';
import type { PodClass, StringMap } from '../kubernetes/types';
import { VOLATILE_KEYS } from '../kubernetes/pods/volatilekeys';
import type { Requirements } from '../values/requirements';

/** Telling some pods of a namespace from the others by as few labels as can be. */

/** Conditions that the wanted pods meet and the others do not, or two pods that no label tells apart. */
export type Telling =
  | { readonly kind: 'conditions'; readonly conditions: readonly Requirements[] }
  | { readonly kind: 'alike'; readonly wanted: PodClass; readonly other: PodClass };

/**
 * Finds conditions of which each wanted pod meets one and none of the others any: for each wanted pod the fewest
 * labels, of these the ones that tell most pods apart; labels that change by themselves only where nothing else does.
 * Conditions are positive, since groups have no "not": a label that only the others have does not help.
 */
export function tellApart(wanted: readonly PodClass[], others: readonly PodClass[]): Telling {
  if (others.length === 0) return { kind: 'conditions', conditions: [[]] };
  const preferred = keysByUse(wanted, others);
  const chosen: { [text: string]: StringMap } = {};
  for (const pods of wanted) {
    const keys = preferred.filter((key) => hasKey(pods.labels, key));
    for (const other of others) {
      if (!keys.some((key) => differ(pods, other, key))) return { kind: 'alike', wanted: pods, other };
    }
    const labels: { [key: string]: string } = {};
    for (const key of fewestKeys(pods, others, keys)) labels[key] = pods.labels[key];
    chosen[
      sortedKeys(labels)
        .map((key) => JSON.stringify([key, labels[key]]))
        .join()
    ] = labels;
  }
  return { kind: 'conditions', conditions: joined(sortedKeys(chosen).map((text) => chosen[text])) };
}

/** As tags see it, which ignore case. A pod without the label differs from every one that has it. */
function differ(pods: PodClass, other: PodClass, key: string): boolean {
  return !hasKey(other.labels, key) || other.labels[key].toLowerCase() !== pods.labels[key].toLowerCase();
}

/** Keys of the wanted pods' labels: the lasting ones first, then those that tell more pods apart. */
function keysByUse(wanted: readonly PodClass[], others: readonly PodClass[]): string[] {
  const uses: { [key: string]: number } = {};
  for (const pods of wanted) {
    for (const key of Object.keys(pods.labels)) {
      // No tag stands for an empty value.
      if (pods.labels[key] === '') continue;
      const told = others.filter((other) => differ(pods, other, key)).length;
      uses[key] = (hasKey(uses, key) ? uses[key] : 0) + told;
    }
  }
  return Object.keys(uses).sort((a, b) => volatility(a) - volatility(b) || uses[b] - uses[a] || compareText(a, b));
}

function volatility(key: string): number {
  return VOLATILE_KEYS.indexOf(key) < 0 ? 0 : 1;
}

// More than these are looked for no longer: all labels together tell apart what any of them do.
const MOST_KEYS = 4;

/** Of the keys that together tell the pods from all others, the fewest; lasting ones before fewer ones. */
function fewestKeys(pods: PodClass, others: readonly PodClass[], keys: readonly string[]): readonly string[] {
  const lasting = keys.filter((key) => volatility(key) === 0);
  for (const usable of [lasting, keys]) {
    for (let count = 1; count <= MOST_KEYS; count++) {
      const found = someKeys(pods, others, usable, count);
      if (found) return found;
    }
    if (others.every((other) => usable.some((key) => differ(pods, other, key)))) return usable;
  }
  return keys;
}

/**
 * At most `count` keys that tell the pods from all others: one of those that the first of them differs in, and so on.
 */
function someKeys(
  pods: PodClass,
  others: readonly PodClass[],
  keys: readonly string[],
  count: number,
): readonly string[] | undefined {
  if (others.length === 0) return [];
  if (count === 0) return undefined;
  for (const key of keys) {
    if (!differ(pods, others[0], key)) continue;
    const left = others.filter((other) => !differ(pods, other, key));
    const more = someKeys(pods, left, keys, count - 1);
    if (more) return [key].concat(more);
  }
  return undefined;
}

/** Conditions on the same keys that differ in the values of one alone are one. */
function joined(labels: readonly StringMap[]): Requirements[] {
  let conditions: Requirements[] = labels.map((one) =>
    sortedKeys(one).map((key) => ({ key, negated: false, values: [one[key]] })),
  );
  const most = Math.max.apply(
    undefined,
    conditions.map((condition) => condition.length),
  );
  for (let place = most - 1; place >= 0; place--) conditions = joinedAt(conditions, place);
  return conditions;
}

/** Joins those that differ in the values at one place alone. */
function joinedAt(conditions: readonly Requirements[], place: number): Requirements[] {
  const groups: { [text: string]: Requirements } = {};
  for (const condition of conditions) {
    const here = condition.slice(place, place + 1);
    const text = JSON.stringify([here.map((one) => one.key), condition.slice(0, place), condition.slice(place + 1)]);
    groups[text] = hasKey(groups, text) ? withMore(groups[text], place, here[0].values) : condition;
  }
  return sortedKeys(groups).map((text) => groups[text]);
}

function withMore(condition: Requirements, place: number, values: readonly string[]): Requirements {
  return condition.map((one, index) =>
    index === place ? { key: one.key, negated: false, values: sortedUnique(one.values.concat(values)) } : one,
  );
}
