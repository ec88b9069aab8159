import { shortHash } from '../text/canonical';
import type { ClusterProfile } from '../profile/types';
import type { Requirement } from '../values/requirements';
import type { PodsTerm } from '../values/term';
import { LIMITS } from './limits';
import { labelTag, namespaceTag } from './plugintags';

/**
 * Match expressions of dynamic address groups: quoted tags, lower-case `and` and `or`, always with parentheses where
 * the two meet (PAN-OS does not document their precedence), at most 2047 characters.
 */

/** The expressions whose union is the term, or the length of the part that fits in none. */
export type FilterSplit =
  | { readonly kind: 'filters'; readonly filters: readonly string[] }
  | { readonly kind: 'too-long'; readonly length: number };

/**
 * The expressions of a term. Alternatives may stand in several groups, since the members of a rule are a union; a
 * conjunction cannot be split. Negations come only where the profile says that the device takes `not` (`filterNot`).
 *
 * @example
 * Pods of `web` with `app in (a, b), tier=x`, in the cluster `shop`:
 * `('k8s.cl_shop.ns_web.app.a' or 'k8s.cl_shop.ns_web.app.b') and 'k8s.cl_shop.ns_web.tier.x'`
 */
export function filtersOf(tags: ClusterProfile['tags'], term: PodsTerm): FilterSplit {
  const alternatives: string[][] = [];
  for (const namespace of term.namespaces.names) {
    for (const requirements of splitRequirements(tags, namespace, term.requirements)) {
      const conjunction = conjuncts(tags, namespace, requirements);
      const length = joinConjuncts(conjunction).length;
      if (length > LIMITS.filter) return { kind: 'too-long', length };
      alternatives.push(conjunction);
    }
  }
  return { kind: 'filters', filters: joinAlternatives(alternatives) };
}

/** Each requirement as text: one tag, or several joined by `or`; of negations, each value by itself. */
function conjuncts(tags: ClusterProfile['tags'], namespace: string, requirements: readonly Requirement[]): string[] {
  function quotedLabels({ key, values }: Requirement): string[] {
    return values.map((value) => quoted(labelTag(tags, namespace, key, value)));
  }
  const positive = requirements.filter(({ negated }) => !negated).map((one) => quotedLabels(one).join(' or '));
  const negative = requirements.filter(({ negated }) => negated).map(quotedLabels);
  let texts = positive.length === 0 ? [quoted(namespaceTag(tags, namespace))] : positive;
  for (const labels of negative) texts = texts.concat(labels.map((label) => 'not ' + label));
  return texts;
}

function quoted(tag: string): string {
  return "'" + tag + "'";
}

function isAlternative(text: string): boolean {
  return text.indexOf("' or '") >= 0;
}

function joinConjuncts(conjunction: readonly string[]): string {
  if (conjunction.length === 1) return conjunction[0];
  return conjunction.map((text) => (isAlternative(text) ? '(' + text + ')' : text)).join(' and ');
}

/** Halves the longest list of values until the conjunction fits or no list is left to halve. */
function splitRequirements(
  tags: ClusterProfile['tags'],
  namespace: string,
  requirements: readonly Requirement[],
): (readonly Requirement[])[] {
  if (joinConjuncts(conjuncts(tags, namespace, requirements)).length <= LIMITS.filter) return [requirements];
  let longest = -1;
  requirements.forEach((requirement, index) => {
    const most = longest < 0 ? 1 : requirements[longest].values.length;
    if (!requirement.negated && requirement.values.length > most) longest = index;
  });
  if (longest < 0) return [requirements];
  const values = requirements[longest].values;
  const middle = values.length >> 1;
  const parts: (readonly Requirement[])[] = [];
  for (const half of [values.slice(0, middle), values.slice(middle)]) {
    const halved = requirements.slice();
    halved[longest] = { key: requirements[longest].key, negated: false, values: half };
    parts.push.apply(parts, splitRequirements(tags, namespace, halved));
  }
  return parts;
}

const OR = ' or ';

/**
 * As few expressions as needed; where one is not enough, cut where the content says, so that an insertion moves little.
 */
function joinAlternatives(alternatives: readonly string[][]): string[] {
  const whole = joined(alternatives);
  if (whole.length <= LIMITS.filter) return [whole];
  const filters: string[] = [];
  let current: string[][] = [];
  let length = 0;

  function cut(): void {
    if (current.length > 0) filters.push(joined(current));
    current = [];
    length = 0;
  }

  for (const alternative of alternatives) {
    const text = wrapped(alternative);
    if (length + OR.length + text.length > LIMITS.filter) cut();
    current.push(alternative);
    length += (current.length > 1 ? OR.length : 0) + text.length;
    if (isBoundary(text)) cut();
  }
  cut();
  return filters;
}

function joined(alternatives: readonly string[][]): string {
  return alternatives.length === 1 ? joinConjuncts(alternatives[0]) : alternatives.map(wrapped).join(OR);
}

/** In parentheses where it has an `and`. */
function wrapped(conjunction: readonly string[]): string {
  return conjunction.length > 1 ? '(' + joinConjuncts(conjunction) + ')' : conjunction[0];
}

// One alternative in sixteen ends a group: its hash starts with one of two of 32 characters.
function isBoundary(text: string): boolean {
  const first = shortHash(text).charAt(0);
  return first === 'a' || first === 'b';
}
