import { diagnosticAt } from '../compile/causes';
import type { Inexpressible } from '../compile/model';
import { idText } from '../kubernetes/identity';
import { podSelectors } from '../kubernetes/selector';
import type { PodClass, Policy, PolicyId } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import { fallBack } from './admit';
import type { Candidate, PolicyError } from './candidate';
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
  const found = errorsByPolicy(first(inexpressible));
  const steps = candidates.map((candidate) => {
    const id = idText(candidate.id);
    return hasKey(found, id) ? stepOf(candidate, found[id], context) : undefined;
  });
  const next = STEPS.filter((step) => steps.indexOf(step) >= 0)[0];
  if (next === undefined) return undefined;
  return candidates.map((candidate, index) =>
    steps[index] === next ? taken(candidate, found[idText(candidate.id)], next, context) : candidate,
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
export function errorsByPolicy(inexpressible: readonly Inexpressible[]): { readonly [id: string]: PolicyError[] } {
  const found: { [id: string]: PolicyError[] } = {};
  for (const one of inexpressible) {
    for (const cause of one.causes) {
      const id = idText(cause.policy);
      if (!hasKey(found, id)) found[id] = [];
      found[id].push({ diagnostic: diagnosticAt(one, cause), blame: one.blame, claims: cause.claims });
    }
  }
  return found;
}

function stepOf(candidate: Candidate, found: readonly PolicyError[], context: StepContext): Step | undefined {
  const { id, version } = candidate;
  if (version === undefined) return undefined;
  const own = found.filter(({ claims }) => claims === undefined);
  const isReplaceable = candidate.live === undefined || candidate.standIns().length > 0;
  if (own.length === 0) {
    if (!isReplaceable) return undefined;
    return found.some(({ claims }) => claims !== id.namespace) ? 'yield' : 'withdraw';
  }
  if (isReplaceable) return 'replace';
  const canClose = closedVersion(version, closable(candidate, own, context), context.podClasses) !== undefined;
  if (canClose) return context.isDecided(id) ? 'decide' : 'close';
  // Those whom it leaves out would be let through by a tag that others bear, too.
  return version.instead === 'held' || negatesPods(version.policy) ? undefined : 'hold';
}

function negatesPods(policy: Policy): boolean {
  return podSelectors(policy).some((selector) =>
    selector.some(({ operator }) => operator === 'NotIn' || operator === 'DoesNotExist'),
  );
}

/**
 * What is closed at once: where somebody decided, everything; else what the policy's own namespace is to blame for, so
 * that nobody else can close it, and port names in the namespace whose pods give them several numbers, which loses only
 * what is sent to these. A subject always asks: to close it isolates others.
 */
function closable(candidate: Candidate, found: readonly PolicyError[], context: StepContext): readonly PolicyError[] {
  if (context.isDecided(candidate.id)) return found;
  if (found.some(({ diagnostic }) => diagnostic.where.path === 'spec.podSelector')) return [];
  return found.filter(
    ({ blame, diagnostic }) =>
      diagnostic.code === 'named-port' || (blame !== undefined && blame.namespace === candidate.id.namespace),
  );
}

function taken(candidate: Candidate, found: readonly PolicyError[], step: Step, context: StepContext): Candidate {
  const { version } = candidate;
  const diagnostics = distinct(found.map(({ diagnostic }) => diagnostic));
  if (version === undefined) return candidate;
  const errors = candidate.errors.concat(diagnostics);
  const own = found.filter(({ claims }) => claims === undefined);
  switch (step) {
    case 'yield':
    case 'replace':
    case 'withdraw':
      return fallBack(candidate, diagnostics);
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
