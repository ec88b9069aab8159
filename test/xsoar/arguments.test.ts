import { readArguments } from '../../scripts/xsoar/arguments';
import type { ArgumentManifest, AutomationManifest } from '../../scripts/xsoar/manifest';

function manifestWith(argument: ArgumentManifest): AutomationManifest {
  return {
    name: 'Test',
    description: 'A test.',
    details: [],
    tags: [],
    arguments: { it: argument },
    outputs: { path: 'CNSeries.Test', key: 'Name', fields: {} },
  };
}

function read(argument: ArgumentManifest, given: unknown): unknown {
  return readArguments(manifestWith(argument), { it: given }).it;
}

const TEXT: ArgumentManifest = { kind: 'text', description: 'A text.' };
const LIST: ArgumentManifest = { kind: 'list', description: 'A list.' };
const DOCUMENT: ArgumentManifest = { kind: 'document', description: 'A document.' };
const CHOICE: ArgumentManifest = { kind: 'choice', description: 'A choice.', choices: ['one', 'two'] };

it.each([
  ['a text', TEXT, ' a b ', 'a b'],
  ['a number from a playbook', TEXT, 8080, '8080'],
  ['a boolean from a playbook', TEXT, false, 'false'],
  ['a list of one from a context path', TEXT, ['a'], 'a'],
  ['nothing', TEXT, undefined, undefined],
  ['an empty text for nothing', TEXT, '  ', undefined],
  ['null for nothing', TEXT, null, undefined],
  ['a choice', CHOICE, 'two', 'two'],
  ['comma-separated values', LIST, 'a, b,,c ', ['a', 'b', 'c']],
  ['a JSON array as text', LIST, '["a, b", "c"]', ['a, b', 'c']],
  ['a text that only starts like an array', LIST, '[a, b', ['[a', 'b']],
  ['an array', LIST, ['a', 1], ['a', '1']],
  ['no list', LIST, undefined, []],
  ['a document as text, untouched', DOCUMENT, ' kind: List\n', ' kind: List\n'],
  ['a parsed document', DOCUMENT, { kind: 'List' }, { kind: 'List' }],
] as const)('an argument may come as %s', (_title, argument, given, expected) => {
  expect(read(argument, given)).toEqual(expected);
});

it('the default stands in for an absent argument', () => {
  expect(read({ ...TEXT, defaultValue: 'x' }, undefined)).toBe('x');
  expect(read({ ...LIST, defaultValue: 'x,y' }, '')).toEqual(['x', 'y']);
});

it.each([
  ['a missing one', { ...TEXT, required: true }, '', 'The argument "it" is missing. A text.'],
  ['an object for a text', TEXT, { a: 1 }, 'The argument "it" must be a text.'],
  ['several values for a text', TEXT, ['a', 'b'], 'The argument "it" must be a text.'],
  ['another choice', CHOICE, 'three', 'The argument "it" is "three"; it must be one of: one, two.'],
] as const)('the error for %s names the argument', (_title, argument, given, message) => {
  expect(() => read(argument, given)).toThrow(message);
});

it('an argument named like a member of Object is only taken from the input itself', () => {
  const manifest = { ...manifestWith(TEXT), arguments: { constructor: TEXT } };
  expect(readArguments(manifest, {}).constructor).toBeUndefined();
});
