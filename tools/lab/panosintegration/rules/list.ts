import { note } from '../entries';
import { compactTable, tableToMarkdown } from '../markdown';
import { get, item, itemAt, lower } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isDictionary, isTrue, type Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { cleanMarks } from '../uncommitted';
import { describeOldRule, describeRule, HEADERS, HEADER_TEXTS, OLD_HEADERS } from './describe';
import { RULE_CONTEXT, rulesPath } from './path';

/** `pan-os-list-rules`: all rules of one rulebase that pass the filters; no paging, no limit. */
export const listRules: Command = (session, args) => {
  const { instance } = session;
  const path = rulesPath(instance, 'Please provide the pre_post argument when listing rules in Panorama instance.');
  if (instance.version === '1.14.22') {
    listOldRules(session, path, args);
    return;
  }
  const predicate = predicateOf(args);
  let rules = itemAt(session.read(predicate === '' ? path : `${path}[${predicate}]`), 'response', 'result', 'entry');
  if (isTrue(args.disabled)) rules = filterByStatus(rules, lower(args.disabled ?? null));
  const described = targeted(rules, args.target).map((rule) => {
    cleanMarks(rule);
    return describeRule(instance.deviceGroup ?? null, rule);
  });
  const readable = tableToMarkdown('Security Rules:', described, {
    headers: HEADERS,
    emptyColumns: 'remove',
    headerText: (header) => HEADER_TEXTS[header] ?? header,
  });
  session.emit(note(rules, readable, { [RULE_CONTEXT]: described }, 'markdown'));
};

/** A query takes the place of every other filter, with ` eq ` written as ` = `. The deprecated `tag` is not read. */
function predicateOf(args: Arguments): string {
  if (isTrue(args.query)) return str(args.query).replaceAll(' eq ', ' = ');
  const filters = [
    isTrue(args.rulename) ? `@name='${str(args.rulename)}'` : '',
    ...argToList(args.tags).map((tag) => `(tag/member='${str(tag)}')`),
    isTrue(args.action) ? `(action='${str(args.action)}')` : '',
  ];
  return filters.filter((filter) => filter !== '').join('and');
}

/** One rule is no list: its letters are looked at as if they were rules, and that fails. */
function filterByStatus(rules: Value, wanted: string): Value {
  if (!Array.isArray(rules)) throw new CommandError("string indices must be integers, not 'str'");
  rules.forEach(cleanMarks);
  return rules.filter((rule) => (lower(get(rule, 'disabled', '')) === 'yes') === (wanted === 'yes'));
}

const targeted = (rules: Value, serial: Value | undefined): readonly Value[] => {
  const all = Array.isArray(rules) ? rules : [rules];
  return isTrue(serial) ? all.filter((rule) => hasTarget(rule, serial)) : all;
};

function hasTarget(rule: Value, serial: Value | undefined): boolean {
  const entries = get(get(get(rule, 'target', {}), 'devices', {}), 'entry');
  return (Array.isArray(entries) ? entries : [entries]).some(
    (entry) => isDictionary(entry) && entry['@name'] === serial,
  );
}

/** 1.14.22 filters by one tag and by target, and leaves marks as they are. */
function listOldRules(session: Session, path: string, args: Arguments): void {
  const xpath = isTrue(args.tag) ? `${path}[( tag/member = '${str(args.tag)}')]` : path;
  const rules = item(itemAt(session.read(xpath), 'response', 'result'), 'entry');
  const described = targeted(rules, args.target).map((rule) => describeOldRule(session.instance.deviceGroup, rule));
  const readable = compactTable('Security Rules:', described, OLD_HEADERS);
  session.emit(note(rules, readable, { [RULE_CONTEXT]: described }, 'markdown'));
}
