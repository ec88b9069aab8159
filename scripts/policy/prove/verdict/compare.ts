import { type EndpointClass, classOf, endpointRank } from '../endpoints/classes';
import { commonBits, type Row } from '../endpoints/rows';
import { FAMILIES } from '../read/addresses';
import { type Found, type Known, compareMeeting, comparePair, compareService } from './compareends';
import { type Crossings, type Group, crossingsOf } from './crossings';
import { type Traffic, trafficKinds } from './judge';
import type { ProofModel } from './model';
import { targetsOf } from './servicejudge';

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

/** More than the ranks of two ends together. */
const RANK_OF_RECORD = 1000;

/** The simplest difference so far: by rank, then by the positions of its ends. */
interface Best {
  weight: number;
  sender: number;
  receiver: number;
  connection: Connection | undefined;
}

/** Compares both sides on every pair of classes, every port and every kind of traffic. */
export function compareAll(model: ProofModel): Comparison {
  const crossings = crossingsOf(model);
  const kinds = trafficKinds(model);
  const known: Known = {};
  const best: Best = { weight: Infinity, sender: 0, receiver: 0, connection: undefined };
  const walked: { [groups: string]: number } = {};
  for (const sender of crossings.senders) {
    for (const receiver of crossings.near(sender)) {
      if (!areJudged(model, sender, receiver)) continue;
      note(model, best, sender, receiver, () =>
        comparePair(model, model.classes[sender], model.classes[receiver], kinds, known),
      );
      const groups = groupsText(crossings.groupOfSender[sender], crossings.groupOfReceiver[receiver]);
      walked[groups] = (walked[groups] || 0) + 1;
    }
  }
  crossings.senderGroups.forEach((senders, from) => {
    crossings.receiverGroups.forEach((receivers, to) => {
      compareGroups(model, crossings, best, senders, receivers, walked[groupsText(from, to)] || 0, kinds, known);
    });
  });
  model.classes.forEach((address, position) => {
    if (address.isService && !address.isOdd) compareAddress(model, crossings, best, position, kinds);
  });
  return { pairs: countPairs(model), difference: best.connection };
}

function groupsText(from: number, to: number): string {
  return String(from) + ' ' + String(to);
}

/** Of one family; a pod's connection to itself never leaves it. */
function areJudged(model: ProofModel, sender: number, receiver: number): boolean {
  const one = model.classes[sender];
  if (one.endpoint.address.family !== model.classes[receiver].endpoint.address.family) return false;
  return sender !== receiver || one.twin !== undefined;
}

/** Compares all pairs of two groups that share nothing narrow, by any one of them. */
function compareGroups(
  model: ProofModel,
  crossings: Crossings,
  best: Best,
  senders: Group,
  receivers: Group,
  walked: number,
  kinds: readonly Traffic[],
  known: Known,
): void {
  const source = model.classes[senders.members[0]];
  const destination = model.classes[receivers.members[0]];
  if (source.endpoint.address.family !== destination.endpoint.address.family) return;
  if (senders.members.length * receivers.members.length === walked) return;
  const common: Row = commonBits(model.context.scheme, senders.wide, receivers.wide);
  const found = compareMeeting(model, source, destination, common, kinds, known);
  if (found === 'equal') return;
  for (const sender of senders.members) {
    for (const receiver of receivers.members) {
      if (!areJudged(model, sender, receiver) || crossings.isNear(sender, receiver)) continue;
      note(model, best, sender, receiver, () => found);
    }
  }
}

/** Compares who may reach a Service address: senders apart that some narrow rule or entry tells apart there. */
function compareAddress(
  model: ProofModel,
  crossings: Crossings,
  best: Best,
  position: number,
  kinds: readonly Traffic[],
): void {
  const address = model.classes[position];
  const targets = targetsOf(model, address);
  let bits: readonly number[] = address.destination;
  for (const target of targets) bits = bits.concat(target.end.destination);
  const isApart: { [sender: number]: true | undefined } = {};
  function compare(sender: number): Found {
    return compareService(model, model.classes[sender], address, targets, kinds);
  }
  for (const sender of crossings.sendersWith(bits)) {
    isApart[sender] = true;
    if (areJudged(model, sender, position)) note(model, best, sender, position, () => compare(sender));
  }
  for (const { members } of crossings.senderGroups) {
    const alike = members.filter((sender) => isApart[sender] === undefined);
    if (alike.length === 0 || !areJudged(model, alike[0], position)) continue;
    const found = compare(alike[0]);
    for (const sender of alike) note(model, best, sender, position, () => found);
  }
}

/** Keeps what was found where it is simpler than what was found before. */
function note(model: ProofModel, best: Best, sender: number, receiver: number, compare: () => Found): void {
  const found = compare();
  if (found === 'equal') return;
  const source = model.classes[sender];
  const destination = model.classes[receiver];
  const end = (sender === receiver && source.twin) || destination.endpoint;
  const rank = endpointRank(source.endpoint) + endpointRank(end);
  const weight = found.isVerdict ? rank : rank + RANK_OF_RECORD;
  const isBefore = sender < best.sender || (sender === best.sender && receiver < best.receiver);
  if (weight > best.weight || (weight === best.weight && !isBefore)) return;
  const other = end === destination.endpoint ? destination : classOf(end, destination.named, undefined);
  best.weight = weight;
  best.sender = sender;
  best.receiver = receiver;
  best.connection = { source, destination: other, point: found.point, traffic: found.traffic };
}

function countPairs({ classes }: ProofModel): number {
  let pairs = 0;
  for (const family of FAMILIES) {
    const ofFamily = classes.filter((one) => !one.isOdd && !one.isTargetOnly && one.endpoint.address.family === family);
    const senders = ofFamily.filter((one) => !one.isService);
    const alone = senders.filter((one) => one.twin === undefined);
    pairs += senders.length * ofFamily.length - alone.length;
  }
  return pairs;
}
