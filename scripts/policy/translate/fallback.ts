import { diagnosticAt } from '../compile/causes';
import type { Fault, Inexpressible } from '../compile/model';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import type { PodClass, PolicyId } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import { fallBack, type Candidate } from './admit';
import { closedVersion } from './close';
import { distinct } from './sort';

/**
 * What becomes of policies that have no exact rule. First those give way that are not what went live last: a rejected
 * change stops nobody else. Where live policies alone are left, those entries are closed whose own namespace is to
 * blame, or that somebody decided to close. The other rules stay as they are, and a person is asked.
 */

/**
 * How a policy gives way; a round takes the first of these that any policy can. `decide`: closed, as somebody decided.
 * `yield`: it is exact, and its labels for pods of another namespace take that from others. `replace`: it has no exact
 * rule, and is not what went live last. `withdraw`: as `yield`, for pods of its own namespace. `close`, `hold`: live.
 */
const STEPS = ['decide', 'yield', 'replace', 'withdraw', 'close', 'hold'] as const;
type Step = (typeof STEPS)[number];

/** One error of a policy, with what is known of its cause. */
export interface PolicyFault {
  readonly diagnostic: Diagnostic;
  readonly fault: Fault | undefined;
  /** The policy is exact itself, and names a label for pods of this namespace. */
  readonly claims: string | undefined;
}

/** What steps are chosen by. */
export interface StepContext {
  /** Whether somebody decided that the policy is closed should it lose its exact rules. */
  isDecided(id: PolicyId): boolean;
  readonly podClasses: readonly PodClass[];
}

/** The candidates with the next ones given way; undefined: none of those that are to blame can. */
export function withFallBacks(
  candidates: readonly Candidate[],
  inexpressible: readonly Inexpressible[],
  context: StepContext,
): Candidate[] | undefined {
  const faults = faultsByPolicy(first(inexpressible));
  const steps = candidates.map((candidate) => {
    const id = idText(candidate.id);
    return hasKey(faults, id) ? stepOf(candidate, faults[id], context) : undefined;
  });
  const next = STEPS.filter((step) => steps.indexOf(step) >= 0)[0];
  if (next === undefined) return undefined;
  return candidates.map((candidate, index) =>
    steps[index] === next ? taken(candidate, faults[idText(candidate.id)], next, context) : candidate,
  );
}

/** What one policy alone causes comes first: without it, those that it has with others may be gone. */
function first(inexpressible: readonly Inexpressible[]): readonly Inexpressible[] {
  const alone = inexpressible.filter((one) =>
    one.causes.every((cause) => idText(cause.policy) === idText(one.causes[0].policy)),
  );
  return alone.length > 0 ? alone : inexpressible;
}

/** What is inexpressible, as the authors of the policies see it that take part. */
export function faultsByPolicy(inexpressible: readonly Inexpressible[]): { readonly [id: string]: PolicyFault[] } {
  const faults: { [id: string]: PolicyFault[] } = {};
  for (const one of inexpressible) {
    for (const cause of one.causes) {
      const id = idText(cause.policy);
      if (!hasKey(faults, id)) faults[id] = [];
      faults[id].push({ diagnostic: diagnosticAt(one, cause), fault: one.fault, claims: cause.claims });
    }
  }
  return faults;
}

function stepOf(candidate: Candidate, faults: readonly PolicyFault[], context: StepContext): Step | undefined {
  const { id, version } = candidate;
  if (version === undefined) return undefined;
  const own = faults.filter(({ claims }) => claims === undefined);
  const isReplaceable = candidate.live === undefined || candidate.standIns().length > 0;
  if (own.length === 0) {
    if (!isReplaceable) return undefined;
    return faults.some(({ claims }) => claims !== id.namespace) ? 'yield' : 'withdraw';
  }
  if (isReplaceable) return 'replace';
  const canClose = closedVersion(version, closable(candidate, own, context), context.podClasses) !== undefined;
  if (canClose) return context.isDecided(id) ? 'decide' : 'close';
  return version.instead === 'held' ? undefined : 'hold';
}

/**
 * What is closed at once: where somebody decided, everything; else what the policy's own namespace is to blame for, so
 * that nobody else can close it. A subject always asks: to close it isolates others.
 */
function closable(candidate: Candidate, faults: readonly PolicyFault[], context: StepContext): readonly PolicyFault[] {
  if (context.isDecided(candidate.id)) return faults;
  if (faults.some(({ diagnostic }) => diagnostic.where.path === 'spec.podSelector')) return [];
  return faults.filter(({ fault }) => fault !== undefined && fault.namespace === candidate.id.namespace);
}

function taken(candidate: Candidate, faults: readonly PolicyFault[], step: Step, context: StepContext): Candidate {
  const { version } = candidate;
  const found = distinct(faults.map(({ diagnostic }) => diagnostic));
  if (version === undefined) return candidate;
  const errors = candidate.errors.concat(found);
  const own = faults.filter(({ claims }) => claims === undefined);
  switch (step) {
    case 'yield':
    case 'replace':
    case 'withdraw':
      return fallBack(candidate, found);
    case 'decide':
    case 'close':
      return {
        ...candidate,
        version: closedVersion(version, closable(candidate, own, context), context.podClasses),
        errors,
      };
    case 'hold':
      return { ...candidate, version: { ...version, instead: 'held' }, lost: own, errors };
  }
}
