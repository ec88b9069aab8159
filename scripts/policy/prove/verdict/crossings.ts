import { hasKey } from '../../text/canonical';
import { type ByBit, positionsByBit } from '../endpoints/bybit';
import type { EndpointClass } from '../endpoints/classes';
import { sharedBits } from '../endpoints/commonbits';
import type { Row } from '../endpoints/rows';
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
  /** The receivers that share a narrow bit with the sender. */
  near(sender: number): Neighbours;
  /** The senders with one of these bits, as far as they are narrow; each bit is given once. */
  sendersWith(bits: Row): Neighbours;
  isNear(sender: number, receiver: number): boolean;
  /** The wide bits of a receiver's row. */
  wideOf(destination: Row): Row;
}

/** Ends by their positions, in no order, and the narrow bits that each shares, in the order in which they were asked for. */
export interface Neighbours {
  readonly positions: readonly number[];
  readonly shared: { readonly [position: number]: Row | undefined };
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
  const narrow: { [bit: number]: boolean | undefined } = {};
  function isNarrow(bit: number): boolean {
    const known = narrow[bit];
    if (known !== undefined) return known;
    const senders = membersOf(sendersOf, bit).length;
    // What denies all isolated pods every Service address is no less wide than what denies them every pod.
    const found =
      senders * membersOf(receiversOf, bit).length <= most && senders * membersOf(servicesOf, bit).length <= most;
    narrow[bit] = found;
    return found;
  }
  const { always } = model.context.scheme;
  function wideOf(destination: Row): Row {
    return destination.filter((bit) => always.source[bit] === true || !isNarrow(bit));
  }
  const senders = grouped(classes, judged, (one) => ({
    wide: one.source.filter((bit) => always.destination[bit] === true || !isNarrow(bit)),
    kind: senderKind(one),
  }));
  const receivers = grouped(classes, judged, (one) => ({
    wide: wideOf(one.destination),
    kind: receiverKind(one),
  }));
  function neighbours(index: ByBit, bits: Row): Neighbours {
    const positions: number[] = [];
    const shared: { [position: number]: number[] | undefined } = {};
    for (const bit of bits) {
      if (!isNarrow(bit)) continue;
      for (const position of membersOf(index, bit)) {
        const known = shared[position];
        if (known !== undefined) {
          known.push(bit);
          continue;
        }
        shared[position] = [bit];
        positions.push(position);
      }
    }
    return { positions, shared };
  }
  return {
    senders: judged,
    groupOfSender: senders.groupOf,
    groupOfReceiver: receivers.groupOf,
    senderGroups: senders.groups,
    receiverGroups: receivers.groups,
    near: (sender) => neighbours(receiversOf, classes[sender].source),
    sendersWith: (bits) => neighbours(sendersOf, bits),
    isNear: (sender, receiver) => sharedBits(classes[sender].source, classes[receiver].destination).some(isNarrow),
    wideOf,
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
