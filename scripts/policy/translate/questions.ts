import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { Inexpressible } from '../compile/model';
import { idText } from '../kubernetes/identity';
import type { Snapshot } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import { closedWhole, type Candidate } from './admit';
import { closedVersion, closingText } from './close';
import { errorsByPolicy } from './fallback';
import type { Question } from './translation';

/** A question, with the finding that asks it. */
export interface AskedQuestion extends Question {
  readonly diagnostic: Diagnostic;
}

/**
 * What a person is asked: for each live policy that lost its exact rules by what others did, whether to close it. Until
 * then its rules stay as they are: alone where the rest can go on (`policy-held`), with all of the cluster where it
 * cannot (`policy-waits`, an error).
 *
 * @param stuck what is inexpressible still
 */
export function questionsOf(
  snapshot: Snapshot,
  candidates: readonly Candidate[],
  stuck: readonly Inexpressible[],
): AskedQuestion[] {
  const errors = errorsByPolicy(stuck);
  const questions: AskedQuestion[] = [];
  for (const candidate of candidates) {
    const { id, version, live } = candidate;
    if (live === undefined) continue;
    const isStuck = hasKey(errors, idText(id));
    const isHeld = version !== undefined && version.instead === 'held';
    if (version !== undefined && !isHeld && !isStuck) continue;
    const before = version === undefined ? closedWhole(live) : version;
    const found = candidate.errors.concat(isStuck ? errors[idText(id)] : []);
    const after = before && (version === undefined ? before : closedVersion(before, found));
    const closing = before && after ? closingText(before, after, snapshot) : '';
    const where = { policy: { namespace: id.namespace, name: id.name } };
    const isAlone = isHeld && stuck.length === 0;
    const diagnostic = diagnose(isAlone ? 'policy-held' : 'policy-waits', { closing }, where);
    questions.push({ policy: id, closing, diagnostic });
  }
  return questions;
}
