import { list } from '../elements';
import { concatenable, contains, get, item } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError, ObjectNotPresent, unassigned } from '../python/exceptions';
import { setOf } from '../python/set';
import { repr, str } from '../python/text';
import { isDictionary, isTrue, type Dictionary, type Value } from '../python/value';
import type { Session } from '../session';
import { cleanMarks } from '../uncommitted';
import { named, NO_RULEBASE_TO_EDIT, rulesPath } from './path';

const LISTS = ['source', 'destination', 'application', 'category', 'source-user', 'service', 'tag'];

/** Adding to or removing from one list element of a rule. */
export interface MemberChange {
  readonly name: Value;
  readonly element: string;
  readonly values: readonly Value[];
  /** add; everything else removes. */
  readonly behaviour: Value;
}

/**
 * Reads the element from the candidate and writes it anew. Added members come in no particular order.
 *
 * @throws CommandError for an element that holds no members
 */
export function editMembers(
  session: Session,
  { name, element, values, behaviour }: MemberChange,
): { readonly result: Dictionary; readonly values: Value[] } {
  const { instance } = session;
  const known = instance.version === '2.5.1' ? [...LISTS, 'profile-setting'] : LISTS;
  if (!known.includes(element)) {
    throw new CommandError(`Adding objects is only available for the following Objects types:${repr(known)}`);
  }
  const rule = named(rulesPath(instance, NO_RULEBASE_TO_EDIT), name);
  if (element === 'profile-setting') {
    const empty = '<profile-setting><group/></profile-setting>';
    return { result: session.change('set', rule, empty), values: [[...values]] };
  }
  const xpath = `${rule}/${element}`;
  const present = presentMembers(
    session,
    element,
    xpath,
    'Please commit the instance prior to editing the Security rule.',
  );
  const wanted = behaviour === 'add' ? setOf([...present, ...values]) : remaining(session, element, present, values);
  // 1.14.22 pastes members with `+`, which fails for one that still has its marks.
  if (instance.version === '1.14.22') wanted.forEach(concatenable);
  const isEmptied = element === 'tag' && behaviour !== 'add' && wanted.length === 0;
  return { result: session.change('edit', xpath, isEmptied ? '<tag></tag>' : list(wanted, element)), values: wanted };
}

/** What is left of the members; unknown ones are a warning since 2.x, and the end where nothing else was asked for. */
function remaining(session: Session, element: string, present: readonly Value[], values: readonly Value[]): Value[] {
  const isCurrent = session.instance.version === '2.5.1';
  const unknown = values.filter((value) => !present.includes(value));
  if (isCurrent && unknown.length > 0) {
    const message = `The following ${element}s do not exist: ${unknown.map(str).join(', ')}`;
    if (unknown.length === values.length) session.warnAndExit(message);
    session.warn(message);
  }
  const left = present.filter((member) => !values.includes(member));
  if (left.length === 0 && !(isCurrent && element === 'tag')) {
    throw new CommandError(`The object: ${element} must have at least one item.`);
  }
  return left;
}

/**
 * The members of an element of the candidate; none where it is not there. 1.14.22 knows no empty element.
 *
 * @throws CommandError with `uncommitted` in 1.14.22, where a member is not committed
 */
export function presentMembers(session: Session, element: string, xpath: string, uncommitted: string): Value[] {
  let result: Value;
  try {
    result = get(get(session.read(xpath), 'response'), 'result');
  } catch (error) {
    if (error instanceof ObjectNotPresent) return [];
    throw error;
  }
  const isCurrent = session.instance.version === '2.5.1';
  const found = get(result, element, {});
  if (isCurrent) cleanMarks(result);
  else if (contains(result, '@dirtyId') || contains(found, '@dirtyId')) throw new CommandError(uncommitted);
  const current = isTrue(found) ? found : {};
  if (isDictionary(current) && isDictionary(current.list)) return argToList(item(current.list, 'member'));
  if (isDictionary(current) && Object.hasOwn(current, 'member')) return argToList(current.member);
  if (isCurrent) return [];
  throw new CommandError(unassigned('current_objects_items'));
}
