import { causeOf } from '../compile/causes';
import type { CompileModel, Inexpressible, Side } from '../compile/model';
import { idText } from '../kubernetes/identity';
import type { PolicyId } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import type { Term, TermSpace } from '../values/term';
import { termDiagnostic } from './ends';
import type { TagModel } from './plugintags';

/**
 * Policies whose rules stay as they are although two labels make one tag now: a person decides what becomes of them
 * (docs/semantics.md). What they name is rendered as it was; nobody else may name it.
 */
export interface HeldPolicies {
  /** By `namespace/name`. */
  readonly [policy: string]: true;
}

/** The tag model that takes ambiguous labels where held policies name them. */
export function tolerantTagModel(strict: TagModel, model: CompileModel, held: HeldPolicies): TagModel {
  if (Object.keys(held).length === 0) return strict;
  const named: { [label: string]: true } = {};
  function name(terms: readonly Term[]): void {
    for (const term of terms) {
      if (term.kind !== 'pods') continue;
      for (const { key, values } of term.requirements) for (const value of values) named[key + '=' + value] = true;
    }
  }
  for (const side of [model.egress, model.ingress]) {
    for (const namespace of side.namespaces) {
      for (const { policies, subject } of side.isolations[namespace]) {
        if (policies.some((policy) => isHeld(held, policy))) name([subject]);
      }
    }
    for (const entry of entriesOf(side)) {
      if (isHeld(held, entry.policy.id)) name(entry.peers.concat([entry.subject]));
    }
  }
  return {
    diagnose(namespace, key, value, meant) {
      const found = strict.diagnose(namespace, key, value, meant);
      return found && found.code === 'label-ambiguous' && hasKey(named, key + '=' + value) ? undefined : found;
    },
  };
}

/** What the other policies name without an exact group, whatever is taken for the held ones. */
export function othersInexpressible(
  space: TermSpace,
  strict: TagModel,
  model: CompileModel,
  held: HeldPolicies,
): Inexpressible[] {
  const inexpressible: Inexpressible[] = [];
  if (Object.keys(held).length === 0) return inexpressible;
  for (const side of [model.egress, model.ingress]) {
    for (const namespace of side.namespaces) {
      for (const { policies, subject } of side.isolations[namespace]) {
        const others = policies.filter((policy) => !isHeld(held, policy));
        const diagnostic = others.length === 0 ? undefined : termDiagnostic({ space }, strict, subject);
        if (diagnostic) {
          const causes = others.map((policy) => ({ policy, path: 'spec.podSelector' }));
          inexpressible.push({ causes, diagnostic });
        }
      }
    }
    for (const entry of entriesOf(side)) {
      if (isHeld(held, entry.policy.id)) continue;
      for (const term of entry.peers.concat([entry.subject])) {
        const diagnostic = term.kind === 'pods' ? termDiagnostic({ space }, strict, term) : undefined;
        if (diagnostic) inexpressible.push({ causes: [causeOf(entry)], diagnostic });
      }
    }
  }
  return inexpressible;
}

function isHeld(held: HeldPolicies, policy: PolicyId): boolean {
  return hasKey(held, idText(policy));
}

function entriesOf(side: Side): CompileModel['egress']['entries'][string] {
  const entries: CompileModel['egress']['entries'][string][number][] = [];
  for (const namespace of Object.keys(side.entries)) entries.push.apply(entries, side.entries[namespace].slice());
  return entries;
}
