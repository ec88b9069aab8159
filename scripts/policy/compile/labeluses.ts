import { hasKey } from '../text/canonical';
import { selectorText } from '../kubernetes/selector';
import type { Policy, PolicyId, Selector, Snapshot } from '../kubernetes/types';
import type { BoxContext } from './boxes';

/** A label that pods of some namespaces have, or may get. */
export interface LabelUse {
  readonly namespaces: readonly string[];
  readonly key: string;
  readonly value: string;
  /** True where pods have it, or Services select by it; else only policies name it. */
  readonly isFact: boolean;
  /** The policies that name it. */
  readonly claimers: readonly PolicyId[];
}

type Context = Pick<BoxContext, 'namespaces'>;

interface OpenUse extends LabelUse {
  isFact: boolean;
  readonly claimers: PolicyId[];
}

/**
 * Which labels count in which namespaces, for tags to be told apart: those that pods have; those that a policy's
 * selectors name, in the namespaces in which they select, since pods with them may appear at any time; those that
 * Services select.
 */
export function collectLabelUses(snapshot: Snapshot, context: Context, policies: readonly Policy[]): LabelUse[] {
  const uses: OpenUse[] = [];
  const known: { [text: string]: OpenUse } = {};

  /** `where` stands for the namespaces; `policy` undefined: a fact. */
  function add(
    where: string,
    namespaces: readonly string[],
    key: string,
    value: string,
    policy: PolicyId | undefined,
  ): void {
    const text = where + '\n' + key + '=' + value;
    if (!hasKey(known, text)) {
      known[text] = { namespaces, key, value, isFact: false, claimers: [] };
      uses.push(known[text]);
    }
    if (policy === undefined) known[text].isFact = true;
    else known[text].claimers.push(policy);
  }
  function addSelector(where: string, namespaces: readonly string[], selector: Selector, policy: PolicyId): void {
    for (const term of selector) {
      // `Exists` stands for values that something else names.
      for (const value of term.values) add(where, namespaces, term.key, value, policy);
    }
  }

  for (const pods of snapshot.podClasses) {
    for (const key of Object.keys(pods.labels)) {
      add(pods.namespace, [pods.namespace], key, pods.labels[key], undefined);
    }
  }
  for (const { id, subject, entries } of policies) {
    const own = id.namespace;
    addSelector(own, [own], subject, id);
    for (const { peers } of entries) {
      if (peers.kind === 'anyone') continue;
      for (const peer of peers.peers) {
        if (peer.kind !== 'pods' || peer.pods.length === 0) continue;
        if (peer.namespaces.kind === 'own') addSelector(own, [own], peer.pods, id);
        else {
          const where = 'selected ' + selectorText(peer.namespaces.selector);
          addSelector(where, context.namespaces.find(peer.namespaces.selector), peer.pods, id);
        }
      }
    }
  }
  for (const { namespace, selector } of snapshot.services) {
    if (selector) for (const key of Object.keys(selector)) add(namespace, [namespace], key, selector[key], undefined);
  }
  return uses;
}
