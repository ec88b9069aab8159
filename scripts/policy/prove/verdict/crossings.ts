import { hasKey } from '../../text/canonical';
import { type ByBit, positionsByBit } from '../endpoints/bybit';
import type { EndpointClass } from '../endpoints/classes';
import { type Row, sharedBits } from '../endpoints/rows';
import type { ProofModel } from './model';

/**
 * Which ends must be looked at pair by pair. Most pairs of a cluster meet nothing but what is about everybody: the
 * denials of all isolated pods, an entry for every namespace. Pairs that share a narrow rule or entry, one that few
 * pairs meet, are walked; all others are told apart by the wide ones that each end has, and judged once for each two
 * groups of ends.
 */
export interface Crossings {
  /** Positions of the classes that are judged as senders and as receivers, in order. */
  readonly senders: readonly number[];
  readonly groupOfSender: { readonly [position: number]: number };
  readonly groupOfReceiver: { readonly [position: number]: number };
  readonly senderGroups: readonly Group[];
  readonly receiverGroups: readonly Group[];
  /** The receivers that share a narrow bit with the sender, in no order. */
  near(sender: number): readonly number[];
  /** The senders with one of these bits, as far as they are narrow. */
  sendersWith(bits: Row): readonly number[];
  isNear(sender: number, receiver: number): boolean;
}

/** Ends alike in all that is wide. */
export interface Group {
  readonly members: readonly number[];
  /** The wide bits of their rows. */
  readonly wide: Row;
}

/** A bit is wide where more pairs than this share it, for each class. */
const MOST_PAIRS = 4;

/** Finds the groups of ends that are judged: no Services, no odd tags, nobody who only counts behind a Service. */
export function crossingsOf(model: ProofModel): Crossings {
  const { classes } = model;
  const judged: number[] = [];
  const services: number[] = [];
  classes.forEach((one, position) => {
    if (!one.isOdd && !one.isTargetOnly) (one.isService ? services : judged).push(position);
  });
  const sendersOf = positionsByBit(classes, judged, (one) => one.source);
  const receiversOf = positionsByBit(classes, judged, (one) => one.destination);
  const servicesOf = positionsByBit(classes, services, (one) => one.destination);
  const most = MOST_PAIRS * judged.length;
  function isNarrow(bit: number): boolean {
    const senders = membersOf(sendersOf, bit).length;
    // What denies all isolated pods every Service address is no less wide than what denies them every pod.
    return senders * membersOf(receiversOf, bit).length <= most && senders * membersOf(servicesOf, bit).length <= most;
  }
  const { always } = model.context.scheme;
  const senders = grouped(classes, judged, (one) => ({
    wide: one.source.filter((bit) => always.destination[bit] === true || !isNarrow(bit)),
    kind: senderKind(one),
  }));
  const receivers = grouped(classes, judged, (one) => ({
    wide: one.destination.filter((bit) => always.source[bit] === true || !isNarrow(bit)),
    kind: receiverKind(one),
  }));
  function union(index: ByBit, bits: Row): number[] {
    const found: number[] = [];
    const seen: { [position: number]: true | undefined } = {};
    for (const bit of bits) {
      if (!isNarrow(bit)) continue;
      for (const position of membersOf(index, bit)) {
        if (seen[position]) continue;
        seen[position] = true;
        found.push(position);
      }
    }
    return found;
  }
  return {
    senders: judged,
    groupOfSender: senders.groupOf,
    groupOfReceiver: receivers.groupOf,
    senderGroups: senders.groups,
    receiverGroups: receivers.groups,
    near: (sender) => union(receiversOf, classes[sender].source),
    sendersWith: (bits) => union(sendersOf, bits),
    isNear: (sender, receiver) => sharedBits(classes[sender].source, classes[receiver].destination).some(isNarrow),
  };
}

function membersOf(index: ByBit, bit: number): readonly number[] {
  return index[bit] || [];
}

/** What of a sender a verdict depends on besides its row. */
function senderKind(sender: EndpointClass): string {
  const { endpoint, egressIsolated, isNode, isHost, optional, optionalToServices } = sender;
  const bears = endpoint.identity.bearers.length > 0;
  const left = [optional.source, optionalToServices].join('/');
  return [endpoint.address.family, egressIsolated, isNode, isHost, bears, left].join(' ');
}

function receiverKind({ endpoint, ingressIsolated, isHost, named, optional }: EndpointClass): string {
  return [endpoint.address.family, ingressIsolated, isHost, named, optional.destination.join(',')].join(' ');
}

function grouped(
  classes: readonly EndpointClass[],
  positions: readonly number[],
  keyOf: (one: EndpointClass) => { readonly wide: Row; readonly kind: string },
): { readonly groups: readonly Group[]; readonly groupOf: { readonly [position: number]: number } } {
  const groups: { readonly members: number[]; readonly wide: Row }[] = [];
  const groupOf: { [position: number]: number } = {};
  const known: { [text: string]: number } = {};
  for (const position of positions) {
    const { wide, kind } = keyOf(classes[position]);
    const text = kind + '|' + wide.join(' ');
    if (!hasKey(known, text)) {
      known[text] = groups.length;
      groups.push({ members: [], wide });
    }
    groupOf[position] = known[text];
    groups[known[text]].members.push(position);
  }
  return { groups, groupOf };
}
