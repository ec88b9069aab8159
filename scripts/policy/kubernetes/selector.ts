import { hasKey } from '../text/canonical';
import type { PolicySpec, Selector, SelectorTerm, StringMap } from './types';

/** Whether all terms of the selector hold for the labels; the empty selector holds for all. */
export function matchesSelector(selector: Selector, labels: StringMap): boolean {
  for (const term of selector) {
    if (!matchesTerm(term, labels)) return false;
  }
  return true;
}

function matchesTerm(term: SelectorTerm, labels: StringMap): boolean {
  const present = hasKey(labels, term.key);
  switch (term.operator) {
    case 'In':
      return present && term.values.indexOf(labels[term.key]) >= 0;
    case 'NotIn':
      // Also without the label (Kubernetes documentation, set-based requirements).
      return !present || term.values.indexOf(labels[term.key]) < 0;
    case 'Exists':
      return present;
    case 'DoesNotExist':
      return !present;
  }
}

/**
 * The selector as `kubectl` takes it; `*` for the empty one.
 *
 * @example `app=web,tier in (a,b),!x`
 */
export function selectorText(selector: Selector): string {
  return selector.length === 0 ? '*' : selector.map(termText).join(',');
}

function termText(term: SelectorTerm): string {
  switch (term.operator) {
    case 'In':
      return term.values.length === 1
        ? term.key + '=' + term.values[0]
        : term.key + ' in (' + term.values.join(',') + ')';
    case 'NotIn':
      return term.values.length === 1
        ? term.key + '!=' + term.values[0]
        : term.key + ' notin (' + term.values.join(',') + ')';
    case 'Exists':
      return term.key;
    case 'DoesNotExist':
      return '!' + term.key;
  }
}

/** The selectors by which a policy selects pods: its own ones, and those of its peers. */
export function podSelectors({ subject, entries }: Pick<PolicySpec, 'subject' | 'entries'>): Selector[] {
  const selectors = [subject];
  for (const { peers } of entries) {
    if (peers.kind === 'anyone') continue;
    for (const peer of peers.peers) if (peer.kind === 'pods') selectors.push(peer.pods);
  }
  return selectors;
}
