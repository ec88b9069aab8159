import { canonicalJson } from '../../text/canonical';
import { numbersOf } from '../numbers';
import { agreementText } from './agree';
import type { Meeting } from './judge';
import type { ProofModel } from './model';

/**
 * Numbers for rules and for entries, equal where no verdict can tell them apart: the same ports and the same attributes,
 * whatever they are called and whomever they are about. Meetings of rules and entries that are alike, in the same order,
 * are judged alike.
 */
export interface Likeness {
  readonly rules: readonly number[];
  readonly entries: readonly number[];
}

/** Numbers what verdicts look at (`judge.ts`, `agree.ts`) of each rule and each entry. */
export function likenessOf(model: ProofModel): Likeness {
  return {
    rules: numbersOf(
      model.rulebase.rules.map((rule, position) =>
        [
          rule.allows ? 'allow' : 'deny',
          model.ruleMasks[position].join(','),
          rule.applicationDefault ? 'default' : '',
          listText(rule.applications),
          listText(rule.categories),
          agreementText(model, rule),
        ].join(';'),
      ),
    ),
    entries: numbersOf(
      model.entries.map(({ attributesText }, position) => String(model.portLists[position]) + attributesText),
    ),
  };
}

function listText(names: readonly string[] | undefined): string {
  return names === undefined ? '' : canonicalJson(names);
}

/** All that the verdict on a meeting of two ends depends on. */
export function meetingText(likeness: Likeness, meeting: Meeting): string {
  const { egress, ingress, optional, rules } = meeting;
  return (
    (meeting.senderIsolated ? 'E' : '-') +
    (meeting.receiverIsolated ? 'I' : '-') +
    (meeting.nodeToPod ? 'N' : '-') +
    (meeting.toHost ? 'H' : '-') +
    String(meeting.named) +
    entriesText(likeness, egress, optional) +
    entriesText(likeness, ingress, optional) +
    rulesText(likeness, rules)
  );
}

/** Entries in their order of decision; those that may be left out are marked. */
export function entriesText(likeness: Likeness, entries: readonly number[], optional: readonly number[]): string {
  let text = '|';
  for (const entry of entries) {
    text += String(likeness.entries[entry]) + (optional.length > 0 && optional.indexOf(entry) >= 0 ? '? ' : ' ');
  }
  return text;
}

/** Rules in their order. */
export function rulesText(likeness: Likeness, rules: readonly number[]): string {
  let text = '|';
  for (const rule of rules) text += String(likeness.rules[rule]) + ' ';
  return text;
}
