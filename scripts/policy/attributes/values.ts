import { sortedUnique } from '../text/canonical';
import { inWords } from '../text/words';
import { KEYS, type AttributeKey, type ValueRule } from './keys';
import { nameViolation, textViolation } from './names';

/** Reading the value of one attribute, wherever it is written. */

/** The value without blanks around it, or its violation and what is expected. */
export type ValueReading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'violation'; readonly reason: string; readonly expected: string };

/** More elements than this in one list are a violation: a policy is input from outside, and inputs are bounded. */
const MOST_ELEMENTS = 200;

/**
 * Reads the value of `key`.
 *
 * @example readValue('log', ' both ') //=> { kind: 'value', value: 'both' }
 * @example
 * readValue('log', 'yes')
 * //=> { kind: 'violation', reason: 'it is none of the values', expected: 'Use end, …' }
 */
export function readValue(key: AttributeKey, written: string): ValueReading {
  const rule = KEYS[key].value;
  const value = trimmed(written);
  const reason = value === '' ? 'it is empty' : violationOf(rule, value);
  if (reason === undefined) return { kind: 'value', value };
  return { kind: 'violation', reason, expected: expectation(rule) };
}

/**
 * The elements of a list that `readValue` took: sorted, each once.
 *
 * @example listElements('ssl, dns ,ssl') //=> ['dns', 'ssl']
 */
export function listElements(value: string): string[] {
  return sortedUnique(value.split(',').map(trimmed));
}

/** Without blanks and line ends at both ends; YAML block scalars end with a line end. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function violationOf(rule: ValueRule, value: string): string | undefined {
  switch (rule.type) {
    case 'names':
      return listViolation(rule.most, value);
    case 'name-or-none':
      return nameViolation(value, rule.most);
    case 'name':
      return value === 'none' ? rule.noneReason : nameViolation(value, rule.most);
    case 'choice':
      return rule.values.indexOf(value) < 0 ? 'it is none of the values' : undefined;
    case 'text':
      return textViolation(value, rule.most);
  }
}

function listViolation(most: number, value: string): string | undefined {
  const elements = value.split(',').map(trimmed);
  if (elements.length > MOST_ELEMENTS) {
    return 'it has ' + String(elements.length) + ' elements, at most ' + String(MOST_ELEMENTS) + ' are allowed';
  }
  for (let i = 0; i < elements.length; i++) {
    const reason = elementViolation(elements[i], most);
    if (reason !== undefined) return 'in its element ' + String(i + 1) + ', ' + reason;
  }
  return undefined;
}

function elementViolation(element: string, most: number): string | undefined {
  if (element === '') return 'nothing stands between the commas';
  if (element === 'any' || element === 'none') {
    return '"' + element + '" is not a name; leave the attribute out where everything is meant';
  }
  return nameViolation(element, most);
}

function expectation(rule: ValueRule): string {
  switch (rule.type) {
    case 'names':
      return 'List ' + rule.what + ', separated by commas; each name has ' + charactersOfNames(rule.most);
    case 'name-or-none':
      return 'Give the name of ' + rule.what + ', which has ' + charactersOfNames(rule.most) + ', or none';
    case 'name':
      return 'Give the name of ' + rule.what + ', which has ' + charactersOfNames(rule.most);
    case 'choice':
      return 'Use ' + inWords(rule.values, 'or');
    case 'text':
      return 'Give one line of at most ' + String(rule.most) + ' printable characters';
  }
}

function charactersOfNames(most: number): string {
  return 'at most ' + String(most) + ' letters, digits, blanks, "-", "_" and "."';
}
