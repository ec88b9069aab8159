import { sortedKeys } from '../text/canonical';
import { commonBits } from '../prove/endpoints/commonbits';
import type { RowScheme } from '../prove/endpoints/rows';
import type { EndGroup } from './ends';
import { decide, kindsOf, type Outcome, type Part, type ReadRule } from './outcomes';
import { bothSpaces, isEmptySpace, joinedSpaces, spaceText, type PortSpace } from './portspace';
import { trafficText, type Kind } from './traffictext';

/** What becomes of some connections between two ends. */
export interface Change {
  readonly what: 'gains' | 'loses' | 'otherwise';
  readonly ports: string;
  /** '' for all traffic. */
  readonly traffic: string;
  readonly before: string;
  readonly after: string;
}

/** Each rule of two rulebases once, and the order of each rulebase. */
export interface Orders {
  readonly rules: readonly ReadRule[];
  /** The first so many are the new rulebase in its order. */
  readonly after: number;
  /** Where a rule stands in the old rulebase; undefined for one that it lacks. */
  readonly before: { readonly [rule: number]: number | undefined };
  /** What was found, by what the rules do that match: many pairs differ only in whom their rules name. Starts empty. */
  readonly known: { [rules: string]: Change[] | undefined };
}

/** Compares what the two rulebases do with connections between two ends. */
export function comparePair(scheme: RowScheme, orders: Orders, source: EndGroup, destination: EndGroup): Change[] {
  const bits = commonBits(scheme, source.source, destination.destination);
  const after: number[] = [];
  const before: number[] = [];
  for (const bit of bits) {
    if (bit < orders.after) after.push(bit);
    if (orders.before[bit] !== undefined) before.push(bit);
  }
  before.sort((a, b) => Number(orders.before[a]) - Number(orders.before[b]));
  const key = numbersText(orders, before) + '|' + numbersText(orders, after);
  const found = orders.known[key] || changesOf(orders, bits, before, after);
  orders.known[key] = found;
  return found;
}

function numbersText({ rules }: Orders, bits: readonly number[]): string {
  let text = '';
  for (const bit of bits) text += String(rules[bit].number) + ' ';
  return text;
}

function changesOf(
  orders: Orders,
  bits: readonly number[],
  before: readonly number[],
  after: readonly number[],
): Change[] {
  const kinds = kindsOf(bits.map((bit) => orders.rules[bit]));
  const old = before.map((bit) => orders.rules[bit]);
  const now = after.map((bit) => orders.rules[bit]);
  return together(kinds.map((kind) => ({ kind, differences: differences(decide(old, kind), decide(now, kind)) })));
}

interface Difference {
  readonly ports: PortSpace;
  readonly before: Outcome;
  readonly after: Outcome;
}

function differences(before: readonly Part[], after: readonly Part[]): Difference[] {
  const found: { [key: string]: Difference[] } = {};
  for (const old of before) {
    for (const now of after) {
      if (old.outcome.text === now.outcome.text) continue;
      const ports = bothSpaces(old.ports, now.ports);
      if (isEmptySpace(ports)) continue;
      const key = old.outcome.text + '\n' + now.outcome.text;
      found[key] = (found[key] || []).concat([{ ports, before: old.outcome, after: now.outcome }]);
    }
  }
  return sortedKeys(found).map((key) => ({
    ports: joinedSpaces(found[key].map((one) => one.ports)),
    before: found[key][0].before,
    after: found[key][0].after,
  }));
}

interface OfKind {
  readonly kind: Kind;
  readonly differences: readonly Difference[];
}

/** What happens to all kinds of traffic alike is said once. */
function together(all: readonly OfKind[]): Change[] {
  const found: { [text: string]: { readonly change: Change; readonly kinds: Kind[] } } = {};
  for (const { kind, differences: ofKind } of all) {
    for (const { ports, before, after } of ofKind) {
      const change = { what: whatOf(before, after), ports: spaceText(ports), before: before.text, after: after.text };
      const text = [change.what, change.ports, change.before, change.after].join('\n');
      if (!(text in found)) found[text] = { change: { ...change, traffic: '' }, kinds: [] };
      found[text].kinds.push(kind);
    }
  }
  const kinds = all.map(({ kind }) => kind);
  return sortedKeys(found).map((text) => ({
    ...found[text].change,
    traffic: trafficText(found[text].kinds, kinds),
  }));
}

function whatOf(before: Outcome, after: Outcome): Change['what'] {
  if (before.allows === after.allows) return 'otherwise';
  return after.allows ? 'gains' : 'loses';
}
