import { entryOf } from '../entries';
import { tableToMarkdown } from '../markdown';
import { get, itemAt, lower, or } from '../python/access';
import { htmlEscape } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { repr, str } from '../python/text';
import { isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';

const RULE_TYPES: { readonly [name: string]: string } = {
  'Security Rule': 'security',
  'NAT Rule': 'nat',
  'PBF Rule': 'pbf',
};

/** Sets the audit comment of a security rule. The comment is escaped twice, on purpose; the xpath is not. */
export function setAuditComment(session: Session, name: Value, comment: string): Dictionary {
  const rulebase = session.instance.vsys === '' ? str(session.instance.prePost) : 'rulebase';
  const xpath = `${session.instance.rulebase}${rulebase}/security/rules/entry[@name='${str(name)}']`;
  const text = htmlEscape(htmlEscape(comment));
  const cmd = `<set><audit-comment><xpath>${xpath}</xpath><comment>${text}</comment></audit-comment></set>`;
  return session.post({ type: 'op', cmd });
}

/** `pan-os-get-audit-comment`: here `pre_post` is `Pre` or `Post`. */
export const getAuditComment: Command = (session, args) => {
  const { instance } = session;
  if (instance.deviceGroup !== undefined && !isTrue(instance.prePost)) {
    throw new CommandError('The pre_post argument must be provided for panorama instance');
  }
  const ruleName = str(or(get(args, 'rule_name'), ''));
  const ruleType = str(or(get(args, 'rule_type'), ''));
  const kind = RULE_TYPES[ruleType];
  if (kind === undefined) throw new CommandError(repr(ruleType));
  const rulebase = instance.vsys === '' ? `${lower(instance.prePost)}-rulebase` : 'rulebase';
  const xpath = `${instance.rulebase}${rulebase}/${kind}/rules/entry[@name='${ruleName}']`;
  const cmd = `<show><config><list><audit-comments><xpath>${xpath}</xpath></audit-comments></list></config></show>`;
  const raw = session.get({ type: 'op', cmd });
  const found = get(or(itemAt(raw, 'response', 'result'), {}), 'entry', {});
  const outputs = { rule_name: ruleName, rule_type: ruleType, comment: or(get(found, 'comment', ''), '') };
  const readable = tableToMarkdown(`Audit Comment for Rule: ${ruleName}`, outputs, { headerText: titleCase });
  session.emit(entryOf({ raw, outputs, readable, prefix: 'Panorama.AuditComment', keys: ['rule_name', 'rule_type'] }));
};

const titleCase = (header: string): string =>
  header
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
