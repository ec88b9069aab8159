import { type EndpointClass, classOf, endpointRank } from '../endpoints/classes';
import { commonBits } from '../endpoints/commonbits';
import { type Row, rowOf } from '../endpoints/rows';
import { FAMILIES } from '../read/addresses';
import { frontOf } from './compareaddress';
import { type Found, type Known, compareMeeting } from './compareends';
import { type Crossings, type Group, crossingsOf } from './crossings';
import { type Traffic, trafficKinds } from './judge';
import { type Likeness, likenessOf } from './likeness';
import type { ProofModel } from './model';

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

/** What comparing all pairs goes by. */
interface Walk {
  readonly model: ProofModel;
  readonly crossings: Crossings;
  readonly likeness: Likeness;
  readonly kinds: readonly Traffic[];
  readonly known: Known;
  readonly best: Best;
}

/** Compares both sides on every pair of classes, every port and every kind of traffic. */
export function compareAll(model: ProofModel): Comparison {
  const walk: Walk = {
    model,
    crossings: crossingsOf(model),
    likeness: likenessOf(model),
    kinds: trafficKinds(model),
    known: {},
    best: { weight: Infinity, sender: 0, receiver: 0, connection: undefined },
  };
  const walked = compareNear(walk);
  walk.crossings.senderGroups.forEach((senders, from) => {
    walk.crossings.receiverGroups.forEach((receivers, to) => {
      compareGroups(walk, senders, receivers, walked[from][to] || 0);
    });
  });
  const known: KnownAtAddresses = { single: {}, wide: {} };
  model.classes.forEach((address, position) => {
    if (address.isService && !address.isOdd) compareAddress(walk, position, known);
  });
  return { pairs: countPairs(model), difference: walk.best.connection };
}

/** Of one family; a pod's connection to itself never leaves it. */
function areJudged(model: ProofModel, sender: number, receiver: number): boolean {
  const one = model.classes[sender];
  if (one.endpoint.address.family !== model.classes[receiver].endpoint.address.family) return false;
  return sender !== receiver || one.twin !== undefined;
}

/** How many pairs of two groups were compared one by one. */
type Walked = { [receivers: number]: number | undefined }[];

/**
 * Compares all pairs that share something narrow. Those of the same two groups that share the same of it meet the same
 * rules and entries: one of them is enough.
 */
function compareNear({ model, crossings, likeness, kinds, known, best }: Walk): Walked {
  const { groupOfSender, groupOfReceiver } = crossings;
  const walked: Walked = crossings.senderGroups.map(() => ({}));
  const found: Known[] = crossings.senderGroups.map(() => ({}));
  const wide: { [receivers: number]: Row | undefined }[] = crossings.senderGroups.map(() => ({}));
  function compare(sender: number, receiver: number, narrow: Row): Found {
    const [from, to] = [groupOfSender[sender], groupOfReceiver[receiver]];
    const common = wide[from][to] || wideBits(model, crossings.senderGroups[from], crossings.receiverGroups[to]);
    wide[from][to] = common;
    const [source, destination] = [model.classes[sender], model.classes[receiver]];
    return compareMeeting(model, likeness, source, destination, rowOf(common.concat(narrow)), kinds, known);
  }
  for (const sender of crossings.senders) {
    const from = groupOfSender[sender];
    const { positions, shared } = crossings.near(sender);
    for (const receiver of positions) {
      if (!areJudged(model, sender, receiver)) continue;
      const to = groupOfReceiver[receiver];
      walked[from][to] = (walked[from][to] || 0) + 1;
      const narrow = shared[receiver] || [];
      const meeting = String(to) + ' ' + narrow.join(' ');
      const one = found[from][meeting] || compare(sender, receiver, narrow);
      found[from][meeting] = one;
      note(model, best, sender, receiver, one);
    }
  }
  return walked;
}

/** What all pairs of two groups meet. */
function wideBits({ context }: ProofModel, senders: Group, receivers: Group): Row {
  return commonBits(context.scheme, senders.wide, receivers.wide);
}

/** Compares all pairs of two groups that share nothing narrow, by any one of them. */
function compareGroups(walk: Walk, senders: Group, receivers: Group, walked: number): void {
  const { model, crossings, likeness, kinds, known, best } = walk;
  const source = model.classes[senders.members[0]];
  const destination = model.classes[receivers.members[0]];
  if (source.endpoint.address.family !== destination.endpoint.address.family) return;
  if (senders.members.length * receivers.members.length === walked) return;
  const common = wideBits(model, senders, receivers);
  const found = compareMeeting(model, likeness, source, destination, common, kinds, known);
  if (found === 'equal') return;
  for (const sender of senders.members) {
    for (const receiver of receivers.members) {
      if (!areJudged(model, sender, receiver) || crossings.isNear(sender, receiver)) continue;
      note(model, best, sender, receiver, found);
    }
  }
}

/** What was found before at Service addresses: from one sender, and from all of a group that share nothing narrow. */
interface KnownAtAddresses {
  readonly single: Known;
  readonly wide: Known;
}

/** Compares who may reach a Service address: senders apart that some narrow rule or entry tells apart there. */
function compareAddress(walk: Walk, position: number, known: KnownAtAddresses): void {
  const { model, crossings, likeness, kinds, best } = walk;
  const address = model.classes[position];
  const front = frontOf(model, address, crossings, likeness, kinds, known.single);
  const { positions, shared } = crossings.sendersWith(front.bits);
  const apart: { [group: number]: number | undefined } = {};
  const found: Known = {};
  for (const sender of positions) {
    const group = crossings.groupOfSender[sender];
    apart[group] = (apart[group] || 0) + 1;
    if (!areJudged(model, sender, position)) continue;
    const meeting = String(group) + ' ' + (shared[sender] || []).join(' ');
    const one = found[meeting] || front.compare(model.classes[sender]);
    found[meeting] = one;
    note(model, best, sender, position, one);
  }
  crossings.senderGroups.forEach(({ members }, group) => {
    if (members.length === apart[group] || !areJudged(model, members[0], position)) return;
    let first = 0;
    while (shared[members[first]] !== undefined) first++;
    const meeting = String(group) + ' ' + front.wideText;
    const one = known.wide[meeting] || front.compare(model.classes[members[first]]);
    known.wide[meeting] = one;
    if (one === 'equal') return;
    for (const sender of members) if (shared[sender] === undefined) note(model, best, sender, position, one);
  });
}

/** Keeps what was found where it is simpler than what was found before. */
function note(model: ProofModel, best: Best, sender: number, receiver: number, found: Found): void {
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
