import { fc } from '../../support/seed';
import { EVERY_ADDRESS, EVERY_IPV4 } from '../../../scripts/policy/values/addresses';
import {
  addressesTerm,
  ANY,
  intersectTerms,
  isCovered,
  isTermSubset,
  subtractTerm,
  type PodsTerm,
  type Term,
} from '../../../scripts/policy/values/term';
import { normalTerms } from '../../../scripts/policy/values/alternatives';
import { termKey, termsContent } from '../../../scripts/policy/values/termtext';
import { defined } from '../../support/defined';
import { createSpace, ENDPOINTS, isIn, termsOf } from './universe';

const space = createSpace();
const term = termsOf(space);

function pods(namespaces: string[], labels: Record<string, string[]> = {}): PodsTerm {
  const requirements = Object.keys(labels).map((key) => ({ key, negated: false, values: labels[key] }));
  return { kind: 'pods', namespaces: space.namespaces.of(namespaces), requirements, addresses: undefined };
}

it('intersections hold exactly the endpoints of both terms', () => {
  fc.assert(
    fc.property(term, term, (a, b) => {
      const both = intersectTerms(space, a, b);
      for (const endpoint of ENDPOINTS) {
        expect(both !== undefined && isIn(endpoint, both)).toBe(isIn(endpoint, a) && isIn(endpoint, b));
      }
    }),
  );
});

it('a term is called a subset only where it is one', () => {
  fc.assert(
    fc.property(term, term, (a, b) => {
      if (!isTermSubset(space, a, b)) return;
      for (const endpoint of ENDPOINTS) if (isIn(endpoint, a)) expect(isIn(endpoint, b)).toBe(true);
    }),
  );
});

it('differences of pods are exact and disjoint; of addresses and pods, they hold at least what is left', () => {
  fc.assert(
    fc.property(term, term, (a, b) => {
      const rest = subtractTerm(space, a, b);
      const isExact = a.kind === 'pods' || (a.kind === 'addresses' && b.kind === 'addresses');
      for (const endpoint of ENDPOINTS) {
        const holding = rest.filter((part) => isIn(endpoint, part)).length;
        const wanted = isIn(endpoint, a) && !isIn(endpoint, b);
        if (wanted || isExact) expect(holding).toBe(wanted ? 1 : 0);
      }
    }),
  );
});

it('terms are called covered only where they are', () => {
  expect(isCovered(space, pods(['n1']), [pods(['n1'])])).toBe(true);
  fc.assert(
    fc.property(term, fc.array(term, { maxLength: 4 }), (one, by) => {
      if (!isCovered(space, one, by)) return;
      for (const endpoint of ENDPOINTS) {
        if (isIn(endpoint, one)) expect(by.some((other) => isIn(endpoint, other))).toBe(true);
      }
    }),
  );
});

it('alternatives in normal form mean the same, and have one form', () => {
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
      const normal = normalTerms(space, terms);
      for (const endpoint of ENDPOINTS) {
        expect(normal.some((one) => isIn(endpoint, one))).toBe(terms.some((one) => isIn(endpoint, one)));
      }
      const reversed = normalTerms(space, [...terms].reverse());
      expect(reversed.map(termKey)).toEqual(normal.map(termKey));
      expect(normalTerms(space, normal).map(termKey)).toEqual(normal.map(termKey));
    }),
  );
});

it('pods that differ only in their namespaces join', () => {
  const joined = normalTerms(space, [pods(['n2'], { a: ['x'] }), pods(['n1'], { a: ['x'] }), pods(['n1'])]);
  expect(termsContent(joined)).toBe('pn1 pn1/n2&a=x');
});

it('pods of a namespace lie in its addresses, and never the other way round', () => {
  const network = addressesTerm(space.podAddresses);
  expect(isTermSubset(space, pods(['n1']), network)).toBe(true);
  expect(isTermSubset(space, network, pods(['n1', 'n2', 'n3']))).toBe(false);
});

it('only the addresses of both families are any', () => {
  expect(addressesTerm(EVERY_ADDRESS)).toBe(ANY);
  expect(addressesTerm(EVERY_IPV4)).not.toBe(ANY);
});

it('a limit to all pod addresses is no limit', () => {
  const met = defined(intersectTerms(space, pods(['n1']), addressesTerm(EVERY_IPV4)));
  expect(termKey(met)).toBe(termKey(pods(['n1'])));
});

it('the content of a term does not depend on what was interned before', () => {
  const other = createSpace();
  other.namespaces.of(['elsewhere']);
  const same: Term = { ...pods(['n1', 'n2']), namespaces: other.namespaces.of(['n2', 'n1']) };
  expect(termsContent([ANY, same])).toBe(termsContent([pods(['n1', 'n2']), ANY]));
});

it('intersections are counted', () => {
  const counted = createSpace();
  intersectTerms(counted, ANY, ANY);
  intersectTerms(counted, pods(['n1']), ANY);
  expect(counted.intersections).toBe(2);
});
