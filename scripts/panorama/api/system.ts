import { childText, descendant } from './nodes';
import { problem, type Problem } from './problems';
import type { Reader } from './reader';

/** Which Panorama it is, and whether it takes changes. */

/** CN-Series needs 10.0 (vendor, "CN-Series Deployment Prerequisites"). */
const MINIMUM_VERSION = '10.0.0';

/** From this version on a partial commit carries reordered rules (vendor, PAN-OS 11.0 new features). */
const REORDERING_VERSION = '11.0.1';

/** The version, for example `11.1.4-h1`; '' where it cannot be read. */
export function readVersion(reader: Reader): string {
  const answer = reader.op('<show><system><info></info></system></show>', 'the version of Panorama', {});
  return childText(descendant(answer, ['system']), 'sw-version');
}

/** What is wrong with a version of PAN-OS; undefined for `MINIMUM_VERSION` and later ones. */
export function versionProblem(version: string): Problem | undefined {
  if (!/^[0-9]+\.[0-9]+/.test(version)) return problem('unreadable-version', { version });
  if (isAtLeast(version, MINIMUM_VERSION)) return undefined;
  return problem('version-too-old', { version, minimum: MINIMUM_VERSION });
}

/**
 * Whether a partial commit can carry moved rules, and rules deleted or added between others.
 *
 * @example commitsReordered('11.0.1') //=> true
 * @example commitsReordered('10.2.9') //=> false
 */
export function commitsReordered(version: string): boolean {
  return isAtLeast(version, REORDERING_VERSION);
}

/** The passive peer takes no configuration (vendor, "Panorama HA"): `primary-passive`, `secondary-passive`. */
export function highAvailabilityProblem(reader: Reader): Problem | undefined {
  const command = '<show><high-availability><state></state></high-availability></show>';
  const answer = reader.op(command, 'the high availability state', {});
  const state = childText(descendant(answer, ['local-info']), 'state');
  if (childText(answer, 'enabled') === '' && state === '') {
    reader.fail(problem('empty-answer', { doing: 'read the high availability state' }));
  }
  if (childText(answer, 'enabled') !== 'yes' || /active$/.test(state)) return undefined;
  return problem('passive-peer', { state });
}

/** Compares the numbers of `11.0.1-h2`; a hotfix counts after its version. */
function isAtLeast(version: string, minimum: string): boolean {
  const own = numbersOf(version);
  const wanted = numbersOf(minimum);
  for (let i = 0; i < wanted.length; i++) {
    const number = i < own.length ? own[i] : 0;
    if (number !== wanted[i]) return number > wanted[i];
  }
  return true;
}

function numbersOf(version: string): number[] {
  return version.split(/[.-]/).map((part) => {
    const number = Number(part.replace(/^[a-z]+/, ''));
    return isNaN(number) ? 0 : number;
  });
}
