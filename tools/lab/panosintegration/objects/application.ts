import { note } from '../entries';
import { tableToMarkdown } from '../markdown';
import { get, getAt, itemAt, or } from '../python/access';
import { argToList, argToNumber } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isDictionary, isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { page } from './page';
import { majorVersion } from './version';

const CHARACTERISTICS = [
  'virus-ident',
  'file-type-ident',
  'evasive-behavior',
  'consume-big-bandwidth',
  'used-by-malware',
  'able-to-transfer-file',
  'has-known-vulnerability',
  'tunnel-other-application',
  'prone-to-misuse',
  'pervasive-use',
  'data-ident',
  'file-forward',
  'is-saas',
];
const HEADERS = ['Id', 'Name', 'Risk', 'Category', 'SubCategory', 'Technology', 'Description'];

/** `pan-os-list-applications`: asks for the device's version first. Filters and paging since 2.x. */
export const listApplications: Command = (session, args) => {
  const isCurrent = session.instance.version === '2.5.1';
  const [number, size, limit] = [args.page, args.page_size, args.limit].map((value) => argToNumber(value));
  const found = applicationsOf(session, args);
  const shown = isCurrent && Array.isArray(found) ? page(found, number, size, limit) : found;
  const described = (Array.isArray(shown) ? shown : [shown]).map((one) => describeApplication(one, isCurrent));
  const table = isCurrent
    ? tableToMarkdown('Applications', described, { headers: [...HEADERS, 'Characteristics'], emptyColumns: 'remove' })
    : tableToMarkdown('Applications', described, { headers: HEADERS });
  const context = { 'Panorama.Applications(val.Name == obj.Name)': described };
  session.emit(note(found, table, context, 'markdown'));
};

function applicationsOf(session: Session, args: Arguments): Value {
  const { instance } = session;
  const major = majorVersion(session);
  const filter = instance.version === '2.5.1' ? filterOf(args) : '';
  const isPredefined = args.predefined === 'true';
  if (isPredefined && major < 9) {
    throw new CommandError('Listing predefined applications is only available for PAN-OS 9.X and above versions.');
  }
  const own = isPredefined ? '/config/predefined/application' : `${instance.objects}application`;
  // The predefined ones are read as a whole tree where nothing is filtered.
  const isTree = isPredefined && filter === '';
  const entries = filter === '' ? `${own}/entry` : `${own}/entry[${filter}]`;
  const answer = session.post({ type: 'config', action: 'get', xpath: isTree ? own : entries });
  const result = itemAt(answer, 'response', 'result');
  if (isTree) return or(getAt(result, ['application', 'entry'], null), []);
  const found = or(get(result, 'entry'), []);
  const mayBeTree = filter === '' && major >= 9 && !isTrue(found);
  return mayBeTree ? or(get(result, 'application'), []) : found;
}

/** The xpath predicate; names match as a whole or in part, not both. */
function filterOf(args: Arguments): string {
  if (isTrue(args.name_match) && isTrue(args.name_contain)) {
    throw new CommandError('Please specify only one of name_match/name_contain');
  }
  const equals = (element: string, value: Value | undefined): string =>
    isTrue(value) ? `(${element}='${str(value)}')` : '';
  return [
    isTrue(args.name_match) ? `@name='${str(args.name_match)}'` : '',
    isTrue(args.name_contain) ? `contains(@name,'${str(args.name_contain)}')` : '',
    equals('risk', args.risk),
    equals('category', args.category),
    equals('subcategory', args.sub_category),
    equals('technology', args.technology),
    ...argToList(args.characteristics).map((characteristic) => `(${str(characteristic)}='yes')`),
  ]
    .filter((part) => part !== '')
    .join('and');
}

function describeApplication(application: Value, isCurrent: boolean): Dictionary {
  const described: Dictionary = {
    SubCategory: get(application, 'subcategory'),
    Risk: get(application, 'risk'),
    Technology: get(application, 'technology'),
    Name: get(application, '@name'),
    Description: get(application, 'description'),
    Id: get(application, '@id'),
  };
  if (!isCurrent) return described;
  const has = (name: string): boolean => isDictionary(application) && application[name] === 'yes';
  return {
    ...described,
    Category: get(application, 'category'),
    Characteristics: CHARACTERISTICS.filter(has),
  };
}
