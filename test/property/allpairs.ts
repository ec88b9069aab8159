import { type EndpointClass, classOf, endpointRank } from '../../scripts/policy/prove/endpoints/classes';
import { commonBits } from '../../scripts/policy/prove/endpoints/commonbits';
import type { Row } from '../../scripts/policy/prove/endpoints/rows';
import type { Comparison, Connection } from '../../scripts/policy/prove/verdict/compare';
import { type Found, compareMeeting, compareService } from '../../scripts/policy/prove/verdict/compareends';
import { trafficKinds } from '../../scripts/policy/prove/verdict/judge';
import { likenessOf } from '../../scripts/policy/prove/verdict/likeness';
import type { ProofModel } from '../../scripts/policy/prove/verdict/model';
import { targetsOf } from '../../scripts/policy/prove/verdict/servicejudge';

/** More than the ranks of two ends together: a wrong verdict tells more than a right one that inspects wrongly. */
const RANK_OF_RECORD = 1000;

/** Compares every pair of ends by itself: slow, and with little to be got wrong. */
export function compareEveryPair(model: ProofModel): Comparison {
  const kinds = trafficKinds(model);
  const likeness = likenessOf(model);
  const commonOf = (source: EndpointClass, destination: EndpointClass): Row =>
    commonBits(model.context.scheme, source.source, destination.destination);
  let pairs = 0;
  let best: Connection | undefined;
  let bestWeight = Infinity;

  function note(found: Found, source: EndpointClass, destination: EndpointClass): void {
    if (found === 'equal') return;
    const end = source === destination && source.twin ? source.twin : destination.endpoint;
    const rank = endpointRank(source.endpoint) + endpointRank(end) + (found.isVerdict ? 0 : RANK_OF_RECORD);
    if (rank >= bestWeight) return;
    bestWeight = rank;
    const other = end === destination.endpoint ? destination : classOf(end, destination.named, undefined);
    best = { source, destination: other, point: found.point, traffic: found.traffic };
  }

  for (const source of model.classes) {
    if (source.isService || source.isOdd || source.isTargetOnly) continue;
    for (const destination of model.classes) {
      if (destination.endpoint.address.family !== source.endpoint.address.family || destination.isOdd) continue;
      if (destination.isTargetOnly) continue;
      if (source === destination && source.twin === undefined) continue;
      pairs++;
      const found = destination.isService
        ? compareService(model, source, destination, targetsOf(model, destination), kinds)
        : compareMeeting(model, likeness, source, destination, commonOf(source, destination), kinds, {});
      note(found, source, destination);
    }
  }
  return { pairs, difference: best };
}
