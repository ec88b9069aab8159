import { evaluatePath } from '../context/dt';
import { CommandFailure, RunnerError } from '../errors';
import { asList, equal, isAbsent, isEmpty, isList, type Json, type JsonObject } from '../json';
import { castNumber, castText } from './casts';

/** `each`: applied to every element of a list. `list`: to the whole; a single value becomes a list of one first. */
type Kind = 'each' | 'list' | 'whole';

interface Arguments {
  text(name: string, fallback?: string): string;
  number(name: string, fallback?: number): number;
  value(name: string): Json;
}

type Transform = (value: Json, args: Arguments, operator: string) => Json;

const text =
  (change: (value: string, args: Arguments) => Json): Transform =>
  (value, args, operator) =>
    change(castText(operator, value), args);

const list =
  (change: (value: readonly Json[], args: Arguments) => Json): Transform =>
  (value, args) =>
    change(asList(value), args);

/**
 * The transformers (administrator's guide, "Transformers Operators"; names as exported playbooks have them), with those
 * automations among them that every server has.
 */
const TRANSFORMERS: { readonly [operator: string]: readonly [Kind, readonly string[], Transform] } = {
  toUpperCase: ['each', [], text((value) => value.toUpperCase())],
  toLowerCase: ['each', [], text((value) => value.toLowerCase())],
  trim: ['each', [], text((value) => value.trim())],
  split: ['each', ['delimiter'], text((value, args) => value.split(args.text('delimiter', ',')))],
  splitAndTrim: [
    'each',
    ['delimiter'],
    text((value, args) => value.split(args.text('delimiter', ',')).map((part) => part.trim())),
  ],
  replace: [
    'each',
    ['toReplace', 'replaceWith'],
    text((value, args) => value.split(args.text('toReplace')).join(args.text('replaceWith', ''))),
  ],
  replaceMatch: [
    'each',
    ['regex', 'replaceWith'],
    text((value, args) => value.replace(new RegExp(args.text('regex'), 'g'), args.text('replaceWith', ''))),
  ],
  concat: [
    'each',
    ['prefix', 'suffix'],
    text((value, args) => args.text('prefix', '') + value + args.text('suffix', '')),
  ],
  substringFrom: ['each', ['from'], text((value, args) => after(value, args.text('from')))],
  substringTo: ['each', ['to'], text((value, args) => before(value, args.text('to')))],
  Stringify: ['each', [], (value) => JSON.stringify(value)],
  getField: ['each', ['field'], (value, args) => evaluatePath(value, args.text('field'))],
  DT: ['whole', ['dt'], (value, args) => evaluatePath(value, args.text('dt'))],
  uniq: ['list', [], list((values) => values.filter((value, i) => values.findIndex((one) => equal(one, value)) === i))],
  join: [
    'list',
    ['separator'],
    (value, args, name) =>
      asList(value)
        .map((element) => castText(name, element))
        .join(args.text('separator', ',')),
  ],
  count: ['list', [], list((values) => values.length)],
  sort: ['list', ['descending'], list((values, args) => sorted(values, args.text('descending', 'false') === 'true'))],
  append: ['list', ['item'], list((values, args) => [...values, ...asList(args.value('item'))])],
  atIndex: ['list', ['index'], list((values, args) => values.at(args.number('index')) ?? null)],
  slice: [
    'list',
    ['from', 'to'],
    list((values, args) => values.slice(args.number('from', 0), args.number('to', values.length))),
  ],
  indexOf: ['list', ['item'], list((values, args) => values.findIndex((value) => equal(value, args.value('item'))))],
  FirstArrayElement: ['list', [], list((values) => values[0] ?? null)],
  LastArrayElement: ['list', [], list((values) => values.at(-1) ?? null)],
  SetIfEmpty: ['whole', ['defaultValue', 'applyIfEmpty'], setIfEmpty],
  'If-Then-Else': ['each', ['condition', 'else', 'equals', 'lhs', 'options', 'rhs', 'then'], ifThenElse],
};

/**
 * Applies a transformer. Nothing stays nothing, but for those that are made for it.
 *
 * @throws RunnerError for an unknown transformer or argument
 * @throws CommandFailure if the value cannot be used as the transformer needs it
 */
export function transform(operator: string, value: Json, given: JsonObject): Json {
  // Exports may name the category, too: `general.uniq`.
  const name = operator.slice(operator.lastIndexOf('.') + 1);
  if (!Object.hasOwn(TRANSFORMERS, name)) throw new RunnerError(`The transformer "${operator}" is not known.`);
  const [kind, names, change] = TRANSFORMERS[name];
  const unknown = Object.keys(given).filter((argument) => !names.includes(argument));
  if (unknown.length > 0) throw new RunnerError(`The transformer "${operator}" has no argument ${unknown.join(', ')}.`);
  const args = reader(name, given);
  switch (kind) {
    case 'whole':
      return change(value, args, name);
    case 'list':
      return isAbsent(value) && name !== 'count' ? null : change(value, args, name);
    case 'each':
      if (isList(value)) return value.flatMap((element) => asList(change(element, args, name)));
      return isAbsent(value) && name !== 'If-Then-Else' ? null : change(value, args, name);
  }
}

function reader(operator: string, given: JsonObject): Arguments {
  const value = (name: string): Json => (Object.hasOwn(given, name) ? given[name] : null);
  return {
    value,
    text: (name, fallback) => {
      if (!isAbsent(value(name))) return castText(operator, value(name));
      if (fallback === undefined) throw new CommandFailure(`${operator}: the argument "${name}" is missing`);
      return fallback;
    },
    number: (name, fallback) =>
      isAbsent(value(name)) && fallback !== undefined ? fallback : castNumber(operator, value(name)),
  };
}

function after(value: string, from: string): string {
  const at = value.indexOf(from);
  return at < 0 ? value : value.slice(at + from.length);
}

function before(value: string, to: string): string {
  const at = value.indexOf(to);
  return at < 0 ? value : value.slice(0, at);
}

function sorted(values: readonly Json[], descending: boolean): Json {
  const ascending = [...values].sort((one, other) => {
    const [left, right] = [castText('sort', one), castText('sort', other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return descending ? ascending.reverse() : ascending;
}

function setIfEmpty(value: Json, args: Arguments): Json {
  const empty = args.text('applyIfEmpty', 'false') === 'true' ? isEmpty(value) : isAbsent(value);
  return empty ? args.value('defaultValue') : value;
}

/** Of its many forms only the plain one: equal to a value or not. */
function ifThenElse(value: Json, args: Arguments): Json {
  for (const name of ['condition', 'lhs', 'options', 'rhs']) {
    if (!isAbsent(args.value(name))) throw new RunnerError(`If-Then-Else: the argument "${name}" is not emulated.`);
  }
  return castText('If-Then-Else', value) === args.text('equals') ? args.value('then') : args.value('else');
}
