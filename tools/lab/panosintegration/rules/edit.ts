import { leafOrAny, list, profileGroup, target, yesNo } from '../elements';
import { note } from '../entries';
import type { Instance } from '../instance';
import { get, item } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import { setAuditComment } from './auditcomment';
import { editMembers } from './editmembers';
import { named, NO_RULEBASE_TO_EDIT, RULE_CONTEXT, rulesPath, TARGET_ON_FIREWALL, withDeviceGroup } from './path';

const LEAVES = ['action', 'description', 'log-setting'];
const LISTS = ['source', 'destination', 'application', 'category', 'source-user', 'service', 'tag'];

/** The context keys of changed elements. */
const REPORTED: { readonly [element: string]: string } = {
  source: 'Source',
  destination: 'Destination',
  application: 'Application',
  action: 'Action',
  description: 'Description',
  disabled: 'Disabled',
  target: 'Target',
  'log-setting': 'LogForwarding',
  tag: 'Tags',
  'profile-setting': 'ProfileSetting',
  service: 'Service',
};

/** Known to 2.x only: 1.14.22 changes them and fails then. */
const REPORTED_SINCE_2: { readonly [element: string]: string } = {
  category: 'Category',
  'source-user': 'SourceUser',
  'audit-comment': 'AuditComment',
};

/** `pan-os-edit-rule`: one element per call, replaced whole, or with members added or removed. */
export const editRule: Command = (session, args) => {
  const { instance } = session;
  const name = item(args, 'rulename');
  const given = item(args, 'element_to_change');
  const element = given === 'log-forwarding' ? 'log-setting' : str(given);
  const value = item(args, 'element_value');
  if (element === 'target' && instance.deviceGroup === undefined) throw new CommandError(TARGET_ON_FIREWALL);
  const behaviour = get(args, 'behaviour', 'replace');
  const isReplacing = behaviour === 'replace' || (addsGroup(instance, element) && behaviour === 'add');
  if (!isReplacing) {
    const { result, values } = editMembers(session, { name, element, values: argToList(value), behaviour });
    report(session, { name, element, value: values, result });
    return;
  }
  const newValue = LISTS.includes(element) ? argToList(value) : value;
  report(session, { name, element, value: newValue, result: replace(session, name, element, newValue) });
};

/** Since 2.x adding a profile group is replacing it. */
const addsGroup = ({ version }: Instance, element: string): boolean =>
  version === '2.5.1' && element === 'profile-setting';

function replace(session: Session, name: Value, element: string, value: Value): Dictionary {
  const { instance } = session;
  const xpath = named(rulesPath(instance, NO_RULEBASE_TO_EDIT), name);
  if (instance.version === '2.5.1' && element === 'audit-comment') {
    return setAuditComment(session, name, isTrue(value) ? str(value) : '');
  }
  return session.change('edit', `${xpath}/${element}`, newElement(element, value));
}

/** Everything that is not known is taken for a yes or no. */
function newElement(element: string, value: Value): string {
  if (LEAVES.includes(element)) return leafOrAny(value, element);
  if (LISTS.includes(element)) return list(value, element);
  if (element === 'target') return target(value);
  if (element === 'profile-setting') return profileGroup(value);
  return yesNo(value, element);
}

/** Fails with a KeyError for an element without a context key, after the change is made. */
function report(
  session: Session,
  { name, element, value, result }: { name: Value; element: string; value: Value; result: Dictionary },
): void {
  const { instance } = session;
  const keys = instance.version === '2.5.1' ? { ...REPORTED, ...REPORTED_SINCE_2 } : REPORTED;
  const key = str(item(keys, element));
  const output = withDeviceGroup(instance, { Name: name, [key]: value });
  session.emit(note(result, 'Rule edited successfully.', { [RULE_CONTEXT]: output }));
}
