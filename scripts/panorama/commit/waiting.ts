import type { RefusedAnswer } from '../api/port';
import { problem, type Problem } from '../api/problems';

/**
 * Waiting for a Panorama that is busy. It takes a commit, validation or push when it has ended others, and refuses it
 * until then: the same request later is the same commit, since nothing was begun.
 */

/** What is waited for, and since when; times in milliseconds. */
export interface Waiting {
  readonly since: number;
  readonly tries: number;
  /** No request before. */
  readonly next: number;
  /** Panorama's words. */
  readonly said: string;
}

/** The longest wait for a place in the queue: ten commits (vendor, "Panorama Commit Operations") end in it. */
const PATIENCE = 15 * 60000;

const FIRST_PAUSE = 15000;
const LONGEST_PAUSE = 120000;

/** From asking for a job to the end of the wait for it; pan-os-python gives up after 1,200 seconds as well. */
export const JOB_PATIENCE = 20 * 60000;

/**
 * `Another commit/validate is in progress. Please try again later` (code 13), `A commit is in progress.`, `You cannot
 * commit while an install is in progress. …` (pan-os-python `base.py`); of a full queue no text is published.
 */
const BUSY =
  /(\b(commit|validat|install|sync)\w*\b.*\bin progress\b|\bqueue\b.*\b(full|limit|maximum)\b|\b(maximum|limit)\b.*\bqueue\b)/i;

/** Whether Panorama refused only because it is at something else. */
export function isBusy(answer: RefusedAnswer): boolean {
  return BUSY.test(answer.message);
}

/** The wait after one more refusal; undefined when it has lasted long enough. */
export function waitOn(before: Waiting | undefined, said: string, now: number): Waiting | undefined {
  const since = before === undefined ? now : before.since;
  const tries = before === undefined ? 0 : before.tries;
  if (now - since >= PATIENCE) return undefined;
  const pause = Math.min(FIRST_PAUSE * Math.pow(2, tries), LONGEST_PAUSE);
  return { since, tries: tries + 1, next: now + pause, said };
}

/** The end of a wait. */
export function busyProblem(
  what: 'commit' | 'push',
  before: Waiting | undefined,
  message: string,
  now: number,
): Problem {
  const minutes = String(before === undefined ? 0 : Math.floor((now - before.since) / 60000));
  return problem('busy', { what, minutes, message });
}
