import { hasKey } from '../../text/canonical';
import { type EndpointClass, classOf, endpointRank } from '../endpoints/classes';
import {
  type Meeting,
  type Traffic,
  allowingEntries,
  decidePolicies,
  decideRules,
  isByProfile,
  isNodeToPod,
  matchingRules,
  meetingOf,
  openPoints,
  trafficKinds,
} from './judge';
import { agree } from './agree';
import type { ProofModel } from './model';
import { holdsPoint } from '../read/ports';
import { commonBits } from '../endpoints/rows';
import { decideService, isServed, targetsOf } from './servicejudge';

/** One connection, by positions in the model. */
export interface Connection {
  readonly source: EndpointClass;
  readonly destination: EndpointClass;
  readonly point: number;
  readonly traffic: Traffic;
}

/** What comparing all connections came to. */
export interface Comparison {
  /** Ordered pairs of classes that were judged. */
  readonly pairs: number;
  /** The simplest connection on which the sides differ. */
  readonly difference: Connection | undefined;
}

interface Difference {
  readonly point: number;
  readonly traffic: Traffic;
  /** A wrong verdict tells more than a right one that inspects or logs wrongly. */
  readonly isVerdict: boolean;
}

type Where = Difference | 'equal';

/** More than the ranks of two ends together. */
const RANK_OF_RECORD = 1000;

/** Compares both sides on every pair of classes, every port and every kind of traffic. */
export function compareAll(model: ProofModel): Comparison {
  const kinds = trafficKinds(model);
  const known: { [key: string]: Where } = {};
  let pairs = 0;
  let best: Connection | undefined;
  let bestRank = Infinity;
  for (const source of model.classes) {
    if (source.isService || source.isOdd) continue;
    const prefix = source.egressIsolated ? 'E' : '-';
    const family = source.endpoint.address.family;
    for (const destination of model.classes) {
      // A pod's connection to itself never leaves it.
      if (destination.endpoint.address.family !== family || (source === destination && source.twin === undefined))
        continue;
      if (destination.isOdd) continue;
      pairs++;
      const end = (source === destination && source.twin) || destination.endpoint;
      const rank = endpointRank(source.endpoint) + endpointRank(end);
      const found = destination.isService
        ? compareService(model, source, destination, kinds)
        : comparePair(model, source, destination, prefix, kinds, known);
      if (found === 'equal') continue;
      const weighed = found.isVerdict ? rank : rank + RANK_OF_RECORD;
      if (weighed < bestRank) {
        bestRank = weighed;
        const other = end === destination.endpoint ? destination : classOf(end, destination.named, undefined);
        best = { source, destination: other, point: found.point, traffic: found.traffic };
      }
    }
  }
  return { pairs, difference: best };
}

/** Pairs that meet the same rules and entries are judged once; `known` remembers the outcomes. */
function comparePair(
  model: ProofModel,
  source: EndpointClass,
  destination: EndpointClass,
  prefix: string,
  kinds: readonly Traffic[],
  known: { [key: string]: Where },
): Where {
  let key =
    prefix +
    (destination.ingressIsolated ? 'I' : '-') +
    (isNodeToPod(source, destination) ? 'N' : '-') +
    (source.isHost || destination.isHost ? 'H' : '-') +
    String(destination.named);
  for (const word of destination.destinationWords) {
    const common = source.source[word] & destination.destination[word];
    if (common !== 0) key += ' ' + String(word) + ':' + String(common);
  }
  if (!hasKey(known, key)) {
    const meeting = meetingOf(model, source, destination, commonBits(source.source, destination.destination));
    known[key] = compareMeeting(model, meeting, kinds);
  }
  return known[key];
}

function compareMeeting(model: ProofModel, meeting: Meeting, kinds: readonly Traffic[]): Where {
  const open = openPoints(model, meeting);
  let found: Where = 'equal';
  for (let point = 0; point < model.axis.points.length; point++) {
    let judged = true;
    for (const mask of open) if (holdsPoint(mask, point)) judged = false;
    if (!judged) continue;
    const egress = allowingEntries(model, meeting.egress, meeting.named, point);
    const ingress = allowingEntries(model, meeting.ingress, meeting.named, point);
    const rules = matchingRules(model, meeting.rules, point);
    const byProfile = isByProfile(model, meeting, point);
    for (const traffic of kinds) {
      const wanted = decidePolicies(model, meeting, egress, ingress, byProfile, traffic);
      const given = decideRules(model, rules, traffic);
      if (agree(model, wanted, given, meeting.toHost)) continue;
      const isVerdict = wanted.allows !== given.allows;
      if (isVerdict) return { point, traffic, isVerdict };
      if (found === 'equal') found = { point, traffic, isVerdict };
    }
  }
  return found;
}

function compareService(
  model: ProofModel,
  source: EndpointClass,
  address: EndpointClass,
  kinds: readonly Traffic[],
): Where {
  const all = targetsOf(model, address);
  const targets = all.filter((target) => !model.held.isOdd(target.end.endpoint.identity));
  // Who reaches the odd ones is not judged: only that nobody is let through who may not reach the others.
  const hasOdd = targets.length < all.length;
  if (hasOdd && targets.length === 0) return 'equal';
  const isKnown = address.endpoint.identity.services.length > 0;
  const common = commonBits(source.source, address.destination);
  const met = common.filter((bit) => bit < model.rulebase.rules.length);
  let found: Where = 'equal';
  for (let point = 0; point < model.axis.points.length; point++) {
    // The port is that of odd ones alone.
    if (hasOdd && !isServed(model, targets, point) && isServed(model, all, point)) continue;
    const rules = matchingRules(model, met, point);
    for (const traffic of kinds) {
      const { decision: wanted, isOpen } = decideService(model, source, address, targets, point, traffic);
      if (isOpen) continue;
      const given = decideRules(model, rules, traffic);
      if (hasOdd ? wanted.allows || !given.allows : agree(model, wanted, given, isKnown || source.isHost)) continue;
      // Until the next compilation it may be closed to a node whose address bears the tags of isolated pods, too.
      const bearsTags = source.isHost && source.endpoint.identity.bearers.length > 0;
      if (!isKnown && bearsTags && !given.allows) continue;
      const isVerdict = wanted.allows !== given.allows;
      if (isVerdict) return { point, traffic, isVerdict };
      if (found === 'equal') found = { point, traffic, isVerdict };
    }
  }
  return found;
}
