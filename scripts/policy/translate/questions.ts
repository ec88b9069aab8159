import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { Inexpressible } from '../compile/model';
import { idText } from '../kubernetes/identity';
import type { Snapshot } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import type { Candidate } from './candidate';
import { closedVersion, closedWhole, closingText } from './close';
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
  const found = errorsByPolicy(stuck);
  const questions: AskedQuestion[] = [];
  for (const candidate of candidates) {
    const { id, version, live } = candidate;
    if (live === undefined) continue;
    const left = hasKey(found, idText(id)) ? found[idText(id)].filter(({ claims }) => claims === undefined) : [];
    const isStuck = left.length > 0;
    const isHeld = version !== undefined && version.instead === 'held';
    if (version !== undefined && !isHeld && !isStuck) continue;
    const whole = version === undefined ? closedWhole(live) : undefined;
    const lost = (candidate.lost || []).concat(left);
    const after = version === undefined ? whole : closedVersion(version, lost, snapshot.podClasses);
    const before = version === undefined ? whole && { ...whole, closed: [] } : version;
    // Nothing can be closed where not even the live version can be read: then the cluster waits for its author.
    const closing = before && after ? closingText(before, after, snapshot.podClasses) : 'it cannot be closed';
    const where = { policy: { namespace: id.namespace, name: id.name } };
    const isAlone = isHeld && stuck.length === 0;
    const diagnostic = diagnose(isAlone ? 'policy-held' : 'policy-waits', { closing }, where);
    questions.push({ policy: id, closing, diagnostic });
  }
  return questions;
}
