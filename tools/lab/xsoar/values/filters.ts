import { RunnerError } from '../errors';
import { asList, equal, isAbsent, isEmpty, isList, isObject, type Json } from '../json';
import { castDate, castNumber, castText } from './casts';

type Compare = (left: Json, right: Json, operator: string) => boolean;

/** One item on the left; of a list, one item that passes is enough. */
type Kind = 'item' | 'whole';

const text =
  (test: (left: string, right: string) => boolean): Compare =>
  (left, right, operator) =>
    test(castText(operator, left), castText(operator, right));

const number =
  (test: (left: number, right: number) => boolean): Compare =>
  (left, right, operator) =>
    !isAbsent(left) && test(castNumber(operator, left), castNumber(operator, right));

const date =
  (test: (left: number, right: number) => boolean): Compare =>
  (left, right, operator) =>
    !isAbsent(left) && test(castDate(operator, left), castDate(operator, right));

/** Lists given as text are separated by commas. */
function members(value: Json): readonly Json[] {
  return typeof value === 'string' ? value.split(',').map((member) => member.trim()) : asList(value);
}

function isMember(item: Json, list: readonly Json[]): boolean {
  return list.some(
    (member) => equal(member, item) || (isScalar(member) && isScalar(item) && String(member) === String(item)),
  );
}

function isScalar(value: Json): value is string | number | boolean {
  return value !== null && !isObject(value) && !isList(value);
}

/** "Tests whether the value on the left contains the one on the right": in a list an element, in a text a part. */
function contains(left: Json, right: Json): boolean {
  if (isList(left)) return isMember(right, left);
  return isScalar(left) && isScalar(right) && String(left).includes(String(right));
}

/**
 * The operators of filters and conditions (administrator's guide, "Filter Operators" and "Built-in Filters"; names as
 * exported playbooks have them).
 */
const OPERATORS: { readonly [operator: string]: readonly [Kind, Compare] } = {
  isEqualString: ['item', text((left, right) => left === right)],
  isNotEqualString: ['item', text((left, right) => left !== right)],
  containsString: ['item', text((left, right) => left.includes(right))],
  notContainsString: ['item', text((left, right) => !left.includes(right))],
  startWith: ['item', text((left, right) => left.startsWith(right))],
  notStartWith: ['item', text((left, right) => !left.startsWith(right))],
  endWith: ['item', text((left, right) => left.endsWith(right))],
  notEndWith: ['item', text((left, right) => !left.endsWith(right))],
  match: ['item', text((left, right) => new RegExp(right).test(left))],
  stringHasLength: ['item', (left, right, name) => castText(name, left).length === castNumber(name, right)],
  isTrue: ['item', text((left) => left.toLowerCase() === 'true')],
  isFalse: ['item', text((left) => left.toLowerCase() === 'false')],
  isEqualNumber: ['item', number((left, right) => left === right)],
  isNotEqualNumber: ['item', number((left, right) => left !== right)],
  greaterThan: ['item', number((left, right) => left > right)],
  greaterThanOrEqual: ['item', number((left, right) => left >= right)],
  lessThan: ['item', number((left, right) => left < right)],
  lessThanOrEqual: ['item', number((left, right) => left <= right)],
  isAfter: ['item', date((left, right) => left > right)],
  isBefore: ['item', date((left, right) => left < right)],
  inList: ['item', (left, right) => isMember(left, members(right))],
  notInList: ['item', (left, right) => !isMember(left, members(right))],
  in: ['item', (left, right) => contains(right, left)],
  notIn: ['item', (left, right) => !contains(right, left)],
  containsGeneral: ['whole', contains],
  notContainsGeneral: ['whole', (left, right) => !contains(left, right)],
  // False, '' and [] are defined; only what is not there is not.
  isExists: ['whole', (left) => !isAbsent(left)],
  isNotExists: ['whole', (left) => isAbsent(left)],
  isEmpty: ['whole', isEmpty],
  isNotEmpty: ['whole', (left) => !isEmpty(left)],
};

/**
 * Compares as a filter or a condition does.
 *
 * @throws RunnerError for an unknown operator
 * @throws CommandFailure if a value cannot be used as the operator needs it
 */
export function compare(operator: string, left: Json, right: Json, ignoreCase: boolean): boolean {
  const [kind, test] = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : unknownOperator(operator);
  const [one, other] = ignoreCase ? [lowered(left), lowered(right)] : [left, right];
  if (kind === 'whole' || !isList(one)) return test(one, other, operator);
  return one.some((item) => test(item, other, operator));
}

function unknownOperator(operator: string): never {
  throw new RunnerError(`The filter operator "${operator}" is not known.`);
}

function lowered(value: Json): Json {
  if (typeof value === 'string') return value.toLowerCase();
  return isList(value) ? value.map(lowered) : value;
}
