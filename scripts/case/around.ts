import { lookUp } from '../panorama/prepare/lookup';
import type { ReferenceCheck } from '../panorama/prepare/references';
import type { PanoramaPort } from '../panorama/api/port';
import type { Problem } from '../panorama/api/problems';
import { createPanoramaReader } from '../panorama/api/reader';
import type { Slice } from '../panorama/api/slice';
import { readMark, type Mark } from '../panorama/state/mark';
import {
  beginSurroundings,
  continueSurroundings,
  isWholeSurroundings,
  type Surroundings,
  type SurroundingsAnswer,
} from '../panorama/state/surroundings';
import type { Reference } from '../policy/attributes/references';
import type { ClusterProfile } from '../policy/profile/types';
import { isSameData } from '../policy/text/same';
import type { Host } from '../xsoar/host';
import { recall, remember, type AroundRecord } from './memory';

/**
 * What stands around the device group, read in slices and kept between them. What was read whole is used again as long
 * as its mark is the same: nothing was committed, and nothing is pending there that was not.
 */
export type AroundAnswer =
  /** `isNew`: something was read that was not known. */
  | {
      readonly kind: 'read';
      readonly surroundings: Surroundings;
      /** Of before the reading. */
      readonly mark: Mark;
      readonly isNew: boolean;
    }
  /** The slice is over: run again. `told` says how far it got, for people. */
  | { readonly kind: 'paused'; readonly told: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A reading that is not whole is begun anew after so long. */
const STALE_MILLISECONDS = 600000;

/** What was read for a plan is its own reading for so long. */
const HANDED_MILLISECONDS = 120000;

/** What is told where the rest of a slice is too short for what comes next. */
export const READ = 'Panorama is read.';

/**
 * Reads it for the plan that comes next, which takes it for its own: that need not ask again whether something has moved.
 */
export function readAhead(host: Host, port: PanoramaPort, profile: ClusterProfile, slice: Slice): AroundAnswer {
  const answer = readAround(host, port, profile, slice);
  const kept = answer.kind === 'read' ? recallAround(host, profile) : undefined;
  if (answer.kind === 'read' && kept !== undefined) {
    const { mark, surroundings } = answer;
    remember(host, profile.cluster, 'around', { ...kept, mark, surroundings, handed: Date.now() });
  }
  return answer;
}

/** Reads it, or goes on reading; at least one request. */
export function readAround(host: Host, port: PanoramaPort, profile: ClusterProfile, slice: Slice): AroundAnswer {
  const kept = recallAround(host, profile);
  if (kept !== undefined && kept.handed !== undefined && Date.now() - kept.handed < HANDED_MILLISECONDS) {
    remember(host, profile.cluster, 'around', { ...kept, handed: 0 });
    return { kind: 'read', surroundings: kept.surroundings, mark: kept.mark, isNew: false };
  }
  const isPartial = kept !== undefined && !isWholeSurroundings(kept.surroundings);
  if (isPartial && Date.now() - kept.started < STALE_MILLISECONDS) return goOn(host, port, profile, kept, slice);
  const begun = beginSurroundings(port, profile);
  if (begun.kind !== 'read') return failedOr(begun);
  const reader = createPanoramaReader(port);
  const { mark, newRules } = readMark(reader, begun.surroundings.hierarchy);
  const failure = reader.failure();
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const isSame =
    kept !== undefined &&
    !isPartial &&
    isSameData({ ...kept.mark, own: '' }, { ...mark, own: '' }) &&
    isSameData(kept.surroundings.hierarchy, begun.surroundings.hierarchy);
  const large = (surroundings: Surroundings): Surroundings => ({
    ...surroundings,
    rules: Math.max(surroundings.rules, newRules),
  });
  if (isSame) return { kind: 'read', surroundings: large(kept.surroundings), mark, isNew: false };
  const surroundings = large(begun.surroundings);
  return goOn(host, port, profile, { started: Date.now(), mark, surroundings }, slice);
}

/**
 * What stands around the device group of a run that holds the lock: as it was read before, or else read again, in
 * slices.
 */
export function keptAround(host: Host, port: PanoramaPort, profile: ClusterProfile, slice: Slice): AroundAnswer {
  const kept = recallAround(host, profile);
  return kept !== undefined && isWholeSurroundings(kept.surroundings)
    ? { kind: 'read', surroundings: kept.surroundings, mark: kept.mark, isNew: false }
    : readAround(host, port, profile, slice);
}

/** The surroundings with what was looked up. */
export type LookUpAnswer =
  | {
      readonly kind: 'read';
      readonly surroundings: Surroundings;
      readonly references: ReferenceCheck;
      readonly isNew: boolean;
    }
  | Exclude<AroundAnswer, { readonly kind: 'read' }>;

/** Looks up names, and keeps what was found with the surroundings. */
export function lookUpAround(
  host: Host,
  port: PanoramaPort,
  profile: ClusterProfile,
  references: readonly Reference[],
  surroundings: Surroundings,
  slice: Slice,
): LookUpAnswer {
  const answer = lookUp(port, references, surroundings, slice);
  if (answer.kind === 'failed') return answer;
  const now = answer.kind === 'read' ? answer.found.surroundings : answer.surroundings;
  const kept = recallAround(host, profile);
  const isNew = !isSameData(now.lookups, surroundings.lookups);
  // Another run may have read them anew meanwhile: then this is not part of that.
  if (isNew && kept !== undefined && isSameData(kept.surroundings.parts, now.parts)) {
    remember(host, profile.cluster, 'around', { ...kept, surroundings: now });
  }
  if (answer.kind === 'read') {
    return { kind: 'read', surroundings: now, references: answer.found.references, isNew };
  }
  return { kind: 'paused', told: 'Panorama is read: names are looked up.' };
}

function goOn(host: Host, port: PanoramaPort, profile: ClusterProfile, from: AroundRecord, slice: Slice): AroundAnswer {
  const answer = continueSurroundings(port, profile, from.surroundings, slice);
  if (answer.kind !== 'failed') {
    remember(host, profile.cluster, 'around', { ...from, surroundings: answer.surroundings });
  }
  return answer.kind === 'read' ? { ...answer, mark: from.mark, isNew: true } : failedOr(answer);
}

function failedOr(answer: Exclude<SurroundingsAnswer, { readonly kind: 'read' }>): AroundAnswer {
  if (answer.kind === 'failed') return answer;
  const told = String(answer.read) + ' of ' + String(answer.of);
  return { kind: 'paused', told: 'Panorama is read: ' + told + ' parts of what stands around the device group.' };
}

/** undefined where there is none of this device group, and where somebody edited it. */
function recallAround(host: Host, profile: ClusterProfile): AroundRecord | undefined {
  try {
    const record = recall(host, profile.cluster, 'around');
    return record !== undefined && record.surroundings.deviceGroup === profile.deviceGroup ? record : undefined;
  } catch {
    return undefined;
  }
}
