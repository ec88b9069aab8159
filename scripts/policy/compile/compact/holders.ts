import { hasKey } from '../../text/canonical';
import { indexTerms, type TermIndex } from '../../values/termindex';
import type { PodsTerm, Term } from '../../values/term';
import type { CompiledRule, RuleEnd } from '../model';

/** Finds the rules that may hold a connection, among thousands: by a namespace and a label of its ends. */
export interface Holders {
  /** Places of rules in the list, those that hold it for sure; others may be among them. */
  of(source: Term, destination: Term): readonly number[];
}

/** A term of a rule's end, with the rule's place. */
interface Held {
  readonly term: PodsTerm;
  readonly place: number;
}

interface EndIndex {
  /** Rules whose end holds addresses, whoever has them. */
  readonly wide: readonly number[];
  readonly byNamespace: { readonly [namespace: string]: TermIndex<Held> };
}

/** Indexes both ends of the rules. */
export function createHolders(rules: readonly CompiledRule[]): Holders {
  const bySource = indexEnds(rules.map((rule) => rule.sources));
  const byDestination = indexEnds(rules.map((rule) => rule.destinations));
  return {
    of(source, destination) {
      const sending = placesOf(bySource, source);
      const receiving = placesOf(byDestination, destination);
      return sending.length < receiving.length ? sending : receiving;
    },
  };
}

function indexEnds(ends: readonly RuleEnd[]): EndIndex {
  const wide: number[] = [];
  const lists: { [namespace: string]: Held[] } = {};
  ends.forEach((end, place) => {
    if (end.kind === 'isolated') return;
    if (end.terms.some((term) => term.kind !== 'pods')) wide.push(place);
    for (const term of end.terms) {
      if (term.kind !== 'pods') continue;
      for (const name of term.namespaces.names) {
        if (!hasKey(lists, name)) lists[name] = [];
        lists[name].push({ term, place });
      }
    }
  });
  const byNamespace: { [namespace: string]: TermIndex<Held> } = {};
  for (const name of Object.keys(lists)) byNamespace[name] = indexTerms(lists[name], (held) => held.term);
  return { wide, byNamespace };
}

function placesOf({ wide, byNamespace }: EndIndex, term: Term): readonly number[] {
  if (term.kind !== 'pods') return wide;
  const name = term.namespaces.names[0];
  if (!hasKey(byNamespace, name)) return wide;
  return wide.concat(byNamespace[name].meeting(term).map(({ place }) => place));
}
