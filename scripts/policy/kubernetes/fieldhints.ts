import { hasKey, sortedKeys } from '../text/canonical';
import { nearest } from '../text/nearest';

/** What the author of an unknown field probably meant. */

/** Where the fields of a NetworkPolicy stand. */
const PLACES: { readonly [field: string]: string } = {
  cidr: '`ipBlock`',
  egress: '`spec`',
  endPort: 'an element of `ports`',
  except: '`ipBlock`',
  from: 'an element of `ingress`',
  ingress: '`spec`',
  ipBlock: 'an element of `from` or `to`',
  matchExpressions: 'a selector',
  matchLabels: 'a selector',
  namespaceSelector: 'an element of `from` or `to`',
  podSelector: '`spec`, or an element of `from` or `to`',
  policyTypes: '`spec`',
  port: 'an element of `ports`',
  ports: 'an element of `ingress` or `egress`',
  protocol: 'an element of `ports`',
  to: 'an element of `egress`',
  values: 'an element of `matchExpressions`',
};

const SELECTOR_HINT =
  ' Labels stand under `matchLabels`; a selector without `matchLabels` and `matchExpressions` selects everything.';

/** Fields of `metadata`, which mean something else where they stand in a peer or a selector. */
const METADATA_FIELDS = ['annotations', 'labels', 'name', 'namespace'];

/**
 * The hint for an unknown field, with a leading blank; '' where nothing comes to mind.
 *
 * @example unknownFieldHint('ingres', ['ingress', 'egress']) //=> ' Did you mean "ingress"?'
 * @example unknownFieldHint('from', ['ingress', 'egress']) //=> ' It belongs in an element of `ingress`.'
 */
export function unknownFieldHint(field: string, known: readonly string[]): string {
  const here = nearest(field, known);
  if (known.indexOf('matchLabels') >= 0) return here === undefined ? SELECTOR_HINT : didYouMean(here);
  if (hasKey(PLACES, field)) return ' It belongs in ' + PLACES[field] + '.';
  if (here !== undefined) return didYouMean(here);
  if (isOuter(known) && METADATA_FIELDS.indexOf(field) >= 0) return ' It belongs in `metadata`.';
  const knownField = nearest(field, sortedKeys(PLACES));
  return knownField === undefined ? '' : didYouMean(knownField) + ' It belongs in ' + PLACES[knownField] + '.';
}

function didYouMean(field: string): string {
  return ' Did you mean "' + field + '"?';
}

/** True for the fields of the policy itself and of its spec. */
function isOuter(known: readonly string[]): boolean {
  return known.indexOf('spec') >= 0 || known.indexOf('policyTypes') >= 0;
}
