import type { PanoramaPort, RefusedAnswer } from '../../../scripts/panorama/api/port';

/** What a plan needs of a Panorama. */
export type PanoramaReads = Pick<PanoramaPort, 'get' | 'show' | 'op'>;

const REFUSAL: RefusedAnswer = { kind: 'refused', code: 0, message: 'the command-line program only reads' };

/** A port that refuses to write. */
export function readOnlyPort(reads: PanoramaReads): PanoramaPort {
  const refuse = (): RefusedAnswer => REFUSAL;
  return {
    ...reads,
    set: refuse,
    edit: refuse,
    move: refuse,
    delete: refuse,
    multi: refuse,
    commit: refuse,
    commitGroup: refuse,
    commitAll: refuse,
  };
}
