import { type Ends, splitFamilies } from '../../../scripts/policy/panos/families';
import { addressSet, EVERY_ADDRESS, EVERY_IPV4, EVERY_IPV6, parseCidr } from '../../../scripts/policy/values/addresses';
import { addressMembers } from '../../../scripts/policy/values/addresstext';
import { createNamespaceSets } from '../../../scripts/policy/values/namespaces';
import { addressesTerm, ANY, type PodsTerm, type Term, type TermSpace } from '../../../scripts/policy/values/term';
import { defined } from '../../support/defined';

const sets = createNamespaceSets();
const V4 = addressSet([defined(parseCidr('10.0.0.0/16'))]);
const V6 = addressSet([defined(parseCidr('fd00::/64'))]);
const PART = addressSet([defined(parseCidr('10.0.7.0/24'))]);
const DUAL: TermSpace = { namespaces: sets, podAddresses: [...V4, ...V6], podNetworkKnown: true, intersections: 0 };

function pods(addresses?: typeof V4): PodsTerm {
  return { kind: 'pods', namespaces: sets.of(['a']), requirements: [], addresses };
}

function shown(terms: readonly Term[] | undefined): string[] {
  return (terms ?? []).map((term) => {
    if (term.kind === 'addresses') return addressMembers(term.addresses)[0];
    return term.kind === 'pods' && term.addresses ? 'limited pods' : term.kind;
  });
}

it('ends without pods of one family stay as they are', () => {
  const ends = { sources: [pods()], destinations: [ANY] };
  expect(splitFamilies(DUAL, ends)).toEqual([ends]);
});

it('pods of one family against anyone become whole groups against the addresses of that family', () => {
  const split = splitFamilies(DUAL, { sources: [pods(V4)], destinations: [ANY] });
  expect(split.map((ends) => [shown(ends.sources), shown(ends.destinations)])).toEqual([
    [['pods'], [addressMembers(EVERY_IPV4)[0]]],
  ]);
});

it('pods of one family beside pods of both make a rule for each family', () => {
  const split = splitFamilies(DUAL, {
    sources: [pods(V4), { ...pods(), namespaces: sets.of(['b']) }],
    destinations: [addressesTerm(EVERY_ADDRESS)],
  });
  expect(split.map((ends) => [shown(ends.sources), shown(ends.destinations)])).toEqual([
    [['pods', 'pods'], [addressMembers(EVERY_IPV4)[0]]],
    [['pods'], [addressMembers(EVERY_IPV6)[0]]],
  ]);
});

it.each<[string, Ends]>([
  ['at one end', { sources: [pods(V6)], destinations: [pods()] }],
  ['at both ends', { sources: [pods(V6)], destinations: [pods(V6)] }],
  ['against pods of a part of their network', { sources: [pods(V4)], destinations: [pods(PART)] }],
  ['against all isolated pods', { sources: undefined, destinations: [pods(V6)] }],
])('pods of one family against pods stay limited, %s: they are named by address', (_where, ends) => {
  expect(splitFamilies(DUAL, ends)).toEqual([ends]);
});

it('addresses of the other family never meet them', () => {
  expect(splitFamilies(DUAL, { sources: [pods(V4)], destinations: [addressesTerm(V6)] })).toEqual([]);
});

it('pods limited to a part of their network are left to the renderer, which names them', () => {
  const ends = { sources: [pods(PART)], destinations: [ANY] };
  expect(splitFamilies(DUAL, ends)).toEqual([ends]);
});
