import { hasKey } from '../../text/canonical';
import type { EndpointClass } from '../endpoints/classes';
import { commonBits } from '../endpoints/commonbits';
import type { Row } from '../endpoints/rows';
import { holdsPoint } from '../read/ports';
import { agree } from './agree';
import {
  type Meeting,
  type Traffic,
  allowingEntries,
  decidePolicies,
  decideRules,
  isByProfile,
  matchingRules,
  meetingOf,
  openPoints,
} from './judge';
import { type Likeness, meetingText } from './likeness';
import type { ProofModel } from './model';
import { type Target, decideService, isServed } from './servicejudge';

/** Compares what policies and rules say of all connections between two ends. */

/** A port and a kind of traffic on which the sides differ. */
export interface Difference {
  readonly point: number;
  readonly traffic: Traffic;
  /** A wrong verdict tells more than a right one that inspects or logs wrongly. */
  readonly isVerdict: boolean;
}

/** The first difference between two ends that tells the most. */
export type Found = Difference | 'equal';

/** What was found before, by all that it depends on; starts empty. */
export interface Known {
  [meeting: string]: Found | undefined;
}

/** Compares two ends that meet just these rules and entries. Ends that meet what is alike are judged once. */
export function compareMeeting(
  model: ProofModel,
  likeness: Likeness,
  source: EndpointClass,
  destination: EndpointClass,
  common: Row,
  kinds: readonly Traffic[],
  known: Known,
): Found {
  const meeting = meetingOf(model, source, destination, common);
  const key = meetingText(likeness, meeting);
  const found = known[key] || judged(model, meeting, kinds);
  known[key] = found;
  return found;
}

function judged(model: ProofModel, meeting: Meeting, kinds: readonly Traffic[]): Found {
  const open = openPoints(model, meeting);
  const known: { [what: string]: true } = {};
  let found: Found = 'equal';
  for (let point = 0; point < model.axis.points.length; point++) {
    let judged = true;
    for (const mask of open) if (holdsPoint(mask, point)) judged = false;
    if (!judged) continue;
    const egress = allowingEntries(model, meeting.egress, meeting.named, point);
    const ingress = allowingEntries(model, meeting.ingress, meeting.named, point);
    const rules = matchingRules(model, meeting.rules, point);
    const byProfile = isByProfile(model, meeting, point);
    // Ports that the same entries and rules are about are judged alike.
    const what = [egress.join(' '), ingress.join(' '), rules.join(' '), String(byProfile)].join(';');
    if (hasKey(known, what)) continue;
    known[what] = true;
    for (const traffic of kinds) {
      const wanted = decidePolicies(model, meeting, egress, ingress, byProfile, traffic);
      const given = decideRules(model, rules, traffic);
      if (agree(model, wanted, given, meeting.toHost)) continue;
      const without = withoutSome(meeting, egress, ingress).map((left) =>
        decidePolicies(model, meeting, left.egress, left.ingress, byProfile, traffic),
      );
      if (without.some((other) => agree(model, other, given, meeting.toHost))) continue;
      const isVerdict = wanted.allows !== given.allows;
      if (isVerdict) return { point, traffic, isVerdict };
      if (found === 'equal') found = { point, traffic, isVerdict };
    }
  }
  return found;
}

/** A pod to come that the rules for a Service leave out of all entries that they may. */
function leftOut(source: EndpointClass): EndpointClass {
  return { ...source, source: source.source.filter((bit) => source.optionalToServices.indexOf(bit) < 0) };
}

interface Entries {
  readonly egress: readonly number[];
  readonly ingress: readonly number[];
}

/**
 * What is left of the entries where rules leave out a pod to come that is meant by a part of the pods' addresses: at each
 * end, without the optional ones before some place in the order of decision.
 */
function withoutSome({ optional }: Meeting, egress: readonly number[], ingress: readonly number[]): Entries[] {
  if (optional.length === 0) return [];
  const left: Entries[] = [];
  for (const ofEgress of withoutFirst(egress, optional)) {
    for (const ofIngress of withoutFirst(ingress, optional)) left.push({ egress: ofEgress, ingress: ofIngress });
  }
  return left;
}

function withoutFirst(entries: readonly number[], optional: readonly number[]): (readonly number[])[] {
  const lists: (readonly number[])[] = [entries];
  entries.forEach((entry, place) => {
    if (optional.indexOf(entry) < 0) return;
    lists.push(entries.filter((other, position) => position > place || optional.indexOf(other) < 0));
  });
  return lists;
}

/**
 * Compares what may reach a Service address.
 *
 * @param all everybody behind it
 */
export function compareService(
  model: ProofModel,
  source: EndpointClass,
  address: EndpointClass,
  all: readonly Target[],
  kinds: readonly Traffic[],
): Found {
  const targets = all.filter((target) => !model.held.isOdd(target.end.endpoint.identity));
  // Who reaches the odd ones is not judged: only that nobody is let through who may not reach the others.
  const hasOdd = targets.length < all.length;
  if (hasOdd && targets.length === 0) return 'equal';
  const isKnown = address.endpoint.identity.services.length > 0;
  const common = commonBits(model.context.scheme, source.source, address.destination);
  const met = common.filter((bit) => bit < model.rulebase.rules.length);
  const unserved: { [rules: string]: true | undefined } = {};
  let found: Found = 'equal';
  for (let point = 0; point < model.axis.points.length; point++) {
    // The port is that of odd ones alone.
    if (hasOdd && !isServed(model, targets, point) && isServed(model, all, point)) continue;
    const rules = matchingRules(model, met, point);
    if (!isServed(model, targets, point)) {
      // Ports behind which nobody is differ in nothing but in rules.
      const alike = rules.join(' ');
      if (unserved[alike]) continue;
      unserved[alike] = true;
    }
    for (const traffic of kinds) {
      const { decision: wanted, isOpen } = decideService(model, source, address, targets, point, traffic);
      if (isOpen) continue;
      const given = decideRules(model, rules, traffic);
      if (hasOdd ? wanted.allows || !given.allows : agree(model, wanted, given, isKnown || source.isHost)) continue;
      if (source.optionalToServices.length > 0) {
        const left = decideService(model, leftOut(source), address, targets, point, traffic);
        if (left.isOpen || agree(model, left.decision, given, isKnown)) continue;
      }
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
