import { diagnosticAt } from '../compile/causes';
import type { Inexpressible } from '../compile/model';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import type { PolicyId } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import { fallBack, type AdmittedVersion, type Candidate } from './admit';
import { closedVersion } from './close';
import { distinct } from './sort';

/**
 * What becomes of policies that have no exact rule. First those give way that are not what went live last: a rejected
 * change stops nobody else. Where live policies alone are left, those are closed whose own namespace is to blame, or that
 * somebody decided to close. The rules of the others stay as they are, and a person is asked.
 */

/** How a policy gives way, the sooner the further to the left. */
const STEPS = ['replace', 'close', 'hold'] as const;
type Step = (typeof STEPS)[number];

/** Whether somebody decided that the policy is closed should it lose its exact rules. */
export type Decided = (id: PolicyId) => boolean;

/** The candidates with the next ones given way; undefined: none of those that are to blame can. */
export function withFallBacks(
  candidates: readonly Candidate[],
  inexpressible: readonly Inexpressible[],
  isDecided: Decided,
): Candidate[] | undefined {
  const errors = errorsByPolicy(first(inexpressible));
  const steps = candidates.map((candidate) => {
    const id = idText(candidate.id);
    return hasKey(errors, id) ? stepOf(candidate, errors[id], isDecided) : undefined;
  });
  const next = STEPS.filter((step) => steps.indexOf(step) >= 0)[0];
  if (next === undefined) return undefined;
  return candidates.map((candidate, index) =>
    steps[index] === next ? taken(candidate, errors[idText(candidate.id)], next) : candidate,
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
export function errorsByPolicy(inexpressible: readonly Inexpressible[]): { readonly [id: string]: Diagnostic[] } {
  const errors: { [id: string]: Diagnostic[] } = {};
  for (const one of inexpressible) {
    for (const cause of one.causes) {
      const id = idText(cause.policy);
      if (!hasKey(errors, id)) errors[id] = [];
      errors[id].push(diagnosticAt(one, cause));
    }
  }
  return errors;
}

function stepOf(candidate: Candidate, errors: readonly Diagnostic[], isDecided: Decided): Step | undefined {
  const version = candidate.version;
  if (version === undefined) return undefined;
  if (candidate.standIns().length > 0 || candidate.live === undefined) return 'replace';
  const isOwn = errors.every((error) => isOwnFault(candidate.id, error));
  if ((isOwn || isDecided(candidate.id)) && closedVersion(version, errors) !== undefined) return 'close';
  return version.instead === 'held' ? undefined : 'hold';
}

/**
 * Whether what lost a live policy its exact rules lies in its own namespace, so that nobody else can close it. A subject
 * always asks: to close it isolates others.
 */
function isOwnFault(id: PolicyId, { params, where }: Diagnostic): boolean {
  const isOfEntry = where.path !== undefined && where.path !== 'spec.podSelector';
  return isOfEntry && hasKey(params, 'namespace') && params.namespace === id.namespace;
}

function taken(candidate: Candidate, errors: readonly Diagnostic[], step: Step): Candidate {
  const found = distinct(errors);
  if (step === 'replace' || candidate.version === undefined) return fallBack(candidate, found);
  const base = candidate.base === undefined ? candidate.version : candidate.base;
  const version: AdmittedVersion | undefined =
    step === 'close' ? closedVersion(candidate.version, found) : { ...base, instead: 'held' };
  return { ...candidate, base, version, errors: candidate.errors.concat(found) };
}
