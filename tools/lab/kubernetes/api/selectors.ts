import type { StringMap } from '../values/json';
import { badRequest, quote } from './status';

/** Decides by labels. */
export type LabelTest = (labels: StringMap) => boolean;

const SET = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUAL = /^([^!=<>\s]+)\s*(==|=|!=|>|<)\s*(\S*)$/;

/**
 * Reads a `labelSelector`: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, `a>1`, `a<1`, joined by
 * commas.
 *
 * @throws ApiError 400 for anything else
 */
export function labelTest(selector: string): LabelTest {
  const tests = splitOutsideParentheses(selector).map(requirement);
  return (labels) => tests.every((test) => test(labels));
}

function requirement(text: string): LabelTest {
  const set = SET.exec(text);
  if (set !== null) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    if (operator === 'in') return (labels) => labels[key] !== undefined && values.includes(labels[key]);
    return (labels) => labels[key] === undefined || !values.includes(labels[key]);
  }
  const equal = EQUAL.exec(text);
  if (equal !== null) return comparison(equal[1] ?? '', equal[2] ?? '', equal[3] ?? '');
  if (/^![^\s!=]+$/.test(text)) return (labels) => labels[text.slice(1)] === undefined;
  if (/^[^\s!=]+$/.test(text)) return (labels) => labels[text] !== undefined;
  throw badRequest(`unable to parse requirement: found ${quote(text)}, expected: a label requirement`);
}

function comparison(key: string, operator: string, value: string): LabelTest {
  switch (operator) {
    case '!=':
      return (labels) => labels[key] !== value;
    case '>':
      return (labels) => labels[key] !== undefined && Number(labels[key]) > Number(value);
    case '<':
      return (labels) => labels[key] !== undefined && Number(labels[key]) < Number(value);
    default:
      return (labels) => labels[key] === value;
  }
}

function splitOutsideParentheses(text: string): readonly string[] {
  return (text.match(/(?:\([^()]*\)|[^,()])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}
