import { hasKey } from '../text/canonical';
import { selectorText } from '../kubernetes/selector';
import type { Policy, Selector, Snapshot } from '../kubernetes/types';
import type { BoxContext } from './boxes';

/** A label that pods of some namespaces have, or may get. */
export interface LabelUse {
  readonly namespaces: readonly string[];
  readonly key: string;
  readonly value: string;
}

type Context = Pick<BoxContext, 'namespaces' | 'labelValues'>;

/**
 * Which labels count in which namespaces, for tags to be told apart: those that pods have; those that a policy's
 * selectors name, in the namespaces in which they select, since pods with them may appear at any time; those that
 * Services select.
 */
export function collectLabelUses(snapshot: Snapshot, context: Context, policies: readonly Policy[]): LabelUse[] {
  const uses: LabelUse[] = [];
  const known: { [text: string]: true } = {};

  /** `where` stands for the namespaces. */
  function add(where: string, namespaces: readonly string[], key: string, value: string): void {
    const text = where + '\n' + key + '=' + value;
    if (hasKey(known, text)) return;
    known[text] = true;
    uses.push({ namespaces, key, value });
  }
  function addSelector(where: string, namespaces: readonly string[], selector: Selector): void {
    for (const term of selector) {
      for (const value of valuesOf(context, term)) add(where, namespaces, term.key, value);
    }
  }

  for (const pods of snapshot.podClasses) {
    for (const key of Object.keys(pods.labels)) add(pods.namespace, [pods.namespace], key, pods.labels[key]);
  }
  for (const policy of policies) {
    const own = policy.id.namespace;
    addSelector(own, [own], policy.subject);
    for (const entry of policy.entries) {
      if (entry.peers.kind === 'anyone') continue;
      for (const peer of entry.peers.peers) {
        if (peer.kind !== 'pods' || peer.pods.length === 0) continue;
        if (peer.namespaces.kind === 'own') addSelector(own, [own], peer.pods);
        else {
          const where = 'selected ' + selectorText(peer.namespaces.selector);
          addSelector(where, context.namespaces.find(peer.namespaces.selector), peer.pods);
        }
      }
    }
  }
  for (const { namespace, selector } of snapshot.services) {
    if (selector) for (const key of Object.keys(selector)) add(namespace, [namespace], key, selector[key]);
  }
  return uses;
}

/** `Exists` stands for all values that are known, wherever pods have them. */
function valuesOf(context: Context, term: Selector[number]): readonly string[] {
  if (term.operator === 'In' || term.operator === 'NotIn') return term.values;
  return hasKey(context.labelValues, term.key) ? context.labelValues[term.key] : [];
}
