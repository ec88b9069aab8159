import type { Complex, Conjunction, Filter, Operand, Value } from '../content/types';
import { evaluatePath } from '../context/dt';
import { asList, isAbsent, isList, textOf, type Json, type JsonObject } from '../json';
import { compare } from './filters';
import { lookUp, type Scope } from './scope';
import { transform } from './transformers';

/** What a value is in this scope; null for nothing. */
export function resolve(scope: Scope, value: Value): Json {
  switch (value.kind) {
    case 'none':
      return null;
    case 'simple':
      return interpolate(scope, value.text);
    case 'complex':
      return resolveComplex(scope, value);
  }
}

/** Values by name, without those that are nothing. */
export function resolveAll(scope: Scope, values: { readonly [name: string]: Value }): JsonObject {
  const resolved = Object.entries(values).map(([name, value]) => [name, resolve(scope, value)] as const);
  return Object.fromEntries(resolved.filter(([, value]) => !isAbsent(value)));
}

/** Whether every group has a filter that holds; no group at all holds. */
export function holds(scope: Scope, conjunction: Conjunction): boolean {
  return conjunction.every((alternatives) => alternatives.some((filter) => holdsOne(scope, filter)));
}

function holdsOne(scope: Scope, filter: Filter): boolean {
  const left = operand(scope, filter.left);
  const right = filter.right === undefined ? null : operand(scope, filter.right);
  return compare(filter.operator, left, right, filter.ignoreCase);
}

/** A simple text is a path where it says so, with or without `${}` around it. */
function operand(scope: Scope, { value, isContext }: Operand): Json {
  if (!isContext || value.kind !== 'simple') return resolve(scope, value);
  return value.text.startsWith('${') ? interpolate(scope, value.text) : lookUp(scope, value.text);
}

/**
 * Exactly `${path}` is the value itself; in a longer text the value's text takes its place (lists and objects as JSON).
 */
export function interpolate(scope: Scope, text: string): Json {
  const parts = split(text);
  if (parts.length === 1 && parts[0].kind === 'path') return lookUp(scope, parts[0].text);
  return parts.map((part) => (part.kind === 'text' ? part.text : textOf(lookUp(scope, part.text)))).join('');
}

interface Part {
  readonly kind: 'text' | 'path';
  readonly text: string;
}

/** Braces inside `${…}` may nest: mutators hold functions. */
function split(text: string): readonly Part[] {
  const parts: Part[] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('${');
    const end = start < 0 ? -1 : closing(rest, start + 2);
    if (end < 0) break;
    if (start > 0) parts.push({ kind: 'text', text: rest.slice(0, start) });
    parts.push({ kind: 'path', text: rest.slice(start + 2, end) });
    rest = rest.slice(end + 1);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, { kind: 'text', text: rest }];
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

function resolveComplex(scope: Scope, { root, accessor, filters, transformers }: Complex): Json {
  const path = root.startsWith('${') && root.endsWith('}') ? root.slice(2, -1) : root;
  const whole = lookUp(scope, path);
  const kept = filters.length === 0 ? whole : filtered(scope, path, whole, filters);
  const taken = accessor === undefined || accessor === '' ? kept : evaluatePath(kept, accessor);
  return transformers.reduce<Json>((value, { operator, args }) => {
    const resolved = Object.entries(args).map(([name, one]) => [name, operand(scope, one)] as const);
    return transform(operator, value, Object.fromEntries(resolved));
  }, taken);
}

/** Filters see each item of the root under the root's path. */
function filtered(scope: Scope, root: string, whole: Json, filters: Conjunction): Json {
  const kept = asList(whole).filter((value) => holds({ ...scope, item: { root, value } }, filters));
  if (kept.length === 0) return null;
  return isList(whole) && kept.length > 1 ? kept : kept[0];
}
