import { hasKey } from '../../text/canonical';
import type { EndpointClass } from '../endpoints/classes';
import { commonBitsOf } from '../endpoints/commonbits';
import type { Row } from '../endpoints/rows';
import { type Found, type Known, compareService } from './compareends';
import type { Crossings } from './crossings';
import { type Traffic, meetingOf } from './judge';
import { type Likeness, entriesText, rulesText } from './likeness';
import type { ProofModel } from './model';
import { type Target, servedText, targetsOf } from './servicejudge';

/** A Service address as those meet it who send to it. */
export interface Front {
  /** All bits of the address and of whoever is behind it, each once. */
  readonly bits: Row;
  /** Equal for addresses where senders meet alike who share nothing narrow with any of these. */
  readonly wideText: string;
  /** Compares what a sender may reach there. */
  compare(source: EndpointClass): Found;
}

/**
 * Looks up who is behind a Service address.
 *
 * @param known what was found before, at whichever address, by all that it depends on; starts empty
 */
export function frontOf(
  model: ProofModel,
  address: EndpointClass,
  crossings: Crossings,
  likeness: Likeness,
  kinds: readonly Traffic[],
  known: Known,
): Front {
  const targets = targetsOf(model, address);
  const rows = [address.destination].concat(targets.map(({ end }) => end.destination));
  const meetAll = commonBitsOf(model.context.scheme, rows);
  const text = addressText(model, address);
  const texts = targets.map((target) => targetText(model, target));

  /** Targets that are alike, and are met alike, say the same: the first of them is enough. */
  function targetsText(source: EndpointClass, met: readonly Row[]): string {
    const optional = source.optionalToServices.map((bit) => bit - model.rulebase.rules.length);
    const seen: { [text: string]: true } = {};
    let all = '';
    targets.forEach(({ end }, position) => {
      const { egress, ingress } = meetingOf(model, source, end, met[position + 1]);
      const one = texts[position] + entriesText(likeness, egress, optional) + entriesText(likeness, ingress, optional);
      if (hasKey(seen, one)) return;
      seen[one] = true;
      all += ';' + one;
    });
    return all;
  }
  return {
    bits: distinct(rows),
    wideText: [text]
      .concat(
        texts,
        rows.map((row) => crossings.wideOf(row).join(' ')),
      )
      .join(';'),
    compare(source) {
      const met = meetAll(source.source);
      const rules = met[0].filter((bit) => bit < model.rulebase.rules.length);
      const key = text + senderText(source) + rulesText(likeness, rules) + targetsText(source, met);
      const found = known[key] || compareService(model, source, address, targets, kinds);
      known[key] = found;
      return found;
    },
  };
}

function distinct(rows: readonly Row[]): Row {
  const seen: { [bit: number]: true | undefined } = {};
  const bits: number[] = [];
  for (const row of rows) {
    for (const bit of row) {
      if (seen[bit]) continue;
      seen[bit] = true;
      bits.push(bit);
    }
  }
  return bits;
}

/** What a verdict depends on of the address alone: ports are closed by the names of Services. */
function addressText(model: ProofModel, { endpoint }: EndpointClass): string {
  const { services } = endpoint.identity;
  const isKnown = services.length > 0 ? 'S' : '-';
  if (model.closedPorts.length === 0) return isKnown;
  return isKnown + services.map((service) => service.namespace + '/' + service.name).join(',');
}

/** Of somebody behind it: which ports are served and where, and what entries and their port names mean there. */
function targetText(model: ProofModel, target: Target): string {
  const { ingressIsolated, named, endpoint } = target.end;
  const isOdd = model.held.isOdd(endpoint.identity);
  return [ingressIsolated ? 'I' : '-', isOdd ? '!' : '-', String(named), servedText(target)].join(' ');
}

/** Of who sends, besides what is met. */
function senderText({ egressIsolated, isHost, endpoint }: EndpointClass): string {
  const bearsTags = endpoint.identity.bearers.length > 0;
  return (egressIsolated ? 'E' : '-') + (isHost ? 'H' : '-') + (bearsTags ? 'T' : '-');
}
