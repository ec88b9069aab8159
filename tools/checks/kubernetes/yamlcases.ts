import { KEYS, REFUSED, VALUES } from './yamlscalars';

/** A file, and the objects that kubectl reads in it. */
export interface YamlCase {
  readonly title: string;
  readonly text: string;
  /** `refused`: kubectl gives up, so that the file has findings. */
  readonly objects: readonly unknown[] | 'refused';
  /** Why this project refuses what kubectl reads. */
  readonly stricter?: string;
}

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

const object = (fields: object): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a' },
  ...fields,
});

const read = (title: string, text: string, ...objects: readonly object[]): YamlCase => ({ title, text, objects });

const refused = (title: string, text: string): YamlCase => ({ title, text, objects: 'refused' });

/** A whole object with these fields besides its name. */
const fields = (title: string, written: string, expected: object): YamlCase =>
  read(title, `${HEAD}${written}\n`, object(expected));

const A = `${HEAD}data: { v: a }\n`;
const B = `${HEAD}data: { v: b }\n`;
const OBJECT_A = object({ data: { v: 'a' } });
const OBJECT_B = object({ data: { v: 'b' } });
const JSON_A = JSON.stringify(OBJECT_A);
const JSON_B = JSON.stringify(OBJECT_B);

/** How aliases unfold: each line is a list of nine of the line before. */
const BOMB = Array.from({ length: 9 }, (_none, level) =>
  level === 0
    ? 'x0: &x0 [x]'
    : `x${level}: &x${level} [${Array<string>(9)
        .fill(`*x${level - 1}`)
        .join(', ')}]`,
).join('\n');

const FILES: readonly YamlCase[] = [
  read('one document', A, OBJECT_A),
  read('two documents', `${A}---\n${B}`, OBJECT_A, OBJECT_B),
  read('a marker first, and one last', `---\n${A}---\n`, OBJECT_A),
  read('markers with comments', `--- # a\n${A}--- # b\n${B}`, OBJECT_A, OBJECT_B),
  read('documents with nothing, a comment, null', `---\n\n---\n# x\n---\nnull\n---\n${A}`, OBJECT_A),
  read('CR LF', `${A}---\n${B}`.replaceAll('\n', '\r\n'), OBJECT_A, OBJECT_B),
  read('a byte order mark', `\uFEFF${A}`, OBJECT_A),
  read('a byte order mark before a marker', `\uFEFF---\n${A}---\n${B}`, OBJECT_A, OBJECT_B),
  read('a byte order mark in each document', `\uFEFF${A}---\n\uFEFF${B}`, OBJECT_A, OBJECT_B),
  read('no line break at the end', `${HEAD}data: { v: a }`, OBJECT_A),
  read('a block of text at the end', `${HEAD}data:\n  v: |\n    a`, object({ data: { v: 'a\n' } })),
  read('an end of the document', `${A}...\n---\n${B}...\n`, OBJECT_A, OBJECT_B),
  read('all of it indented', A.replace(/^(?=.)/gm, '  '), OBJECT_A),
  read('a marker in a block of text', `${HEAD}data:\n  v: |\n    ---\n    a\n`, object({ data: { v: '---\na\n' } })),
  read('JSON', JSON_A, OBJECT_A),
  read('JSON in several lines', JSON.stringify(OBJECT_A, null, 2), OBJECT_A),
  read('JSON objects on a line', JSON_A + JSON_B, OBJECT_A, OBJECT_B),
  read('JSON objects on lines', `${JSON_A}\n${JSON_B}\n`, OBJECT_A, OBJECT_B),
  read('JSON and YAML', `${JSON_A}\n---\n${B}`, OBJECT_A, OBJECT_B),
  read('JSON between markers', `---\n${JSON_A}\n---\n${JSON_B}\n`, OBJECT_A, OBJECT_B),
  read('JSON with brackets in texts', JSON.stringify(object({ data: { v: '{"}[' } })), object({ data: { v: '{"}[' } })),
  read('YAML in braces', '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {v: a}}', OBJECT_A),
  fields('an anchor and its aliases', 'x: &x { a: on }\nw: *x\nz: [*x]', {
    x: { a: true },
    w: { a: true },
    z: [{ a: true }],
  }),
  fields('an anchor that is set twice', 'x: &x 1\nw: *x\nz: &x 2\nu: *x', { x: 1, w: 1, z: 2, u: 2 }),
  fields('a merge key', 'x: &x { a: 1, b: 2 }\nw: { <<: *x, b: 3 }', { x: { a: 1, b: 2 }, w: { a: 1, b: 3 } }),
  fields('a merge key after the key', 'x: &x { a: 1 }\nw: { a: 2, <<: *x }', { x: { a: 1 }, w: { a: 1 } }),
  fields('a merge of several', 'x: &x { a: 1 }\nw: &w { a: 2, b: 2 }\nz: { <<: [*x, *w] }', {
    x: { a: 1 },
    w: { a: 2, b: 2 },
    z: { a: 1, b: 2 },
  }),
  fields('a merge of what is written there', 'z: { <<: { a: 1 }, b: 2 }', { z: { a: 1, b: 2 } }),
  fields('a merge key in quotes', 'z: { "<<": { a: 1 } }', { z: { '<<': { a: 1 } } }),
  fields('aliases that unfold to much', `x: &x [${'a, '.repeat(300)}]\nw: [${'*x, '.repeat(100)}]`, {
    x: Array<string>(300).fill('a'),
    w: Array<unknown>(100).fill(Array<string>(300).fill('a')),
  }),
  fields('lists in lists', 'x:\n- - a\n  - - b\n-\n  - c', { x: [['a', ['b']], ['c']] }),
  fields('a list that ends with an empty entry', 'x:\n- - a\n  -\n- b', { x: [['a', null], 'b'] }),
  fields('a list as deep as its key', 'x:\n- a\n- b: 1\n  c: 2', { x: ['a', { b: 1, c: 2 }] }),
  fields('explicit keys', 'x:\n  ? a\n  : 1', { x: { a: 1 } }),
  fields('a pair in a list', 'x: [a: 1, b]', { x: [{ a: 1 }, 'b'] }),
  fields('a comma at the end', 'x: { a: 1, }\nw: [1, ]', { x: { a: 1 }, w: [1] }),
  refused('an alias without anchor', `${HEAD}x: *y\n`),
  refused('an alias inside its anchor', `${HEAD}x: &x [*x]\n`),
  refused('an alias of another document', `${HEAD}x: &x 1\n---\n${HEAD}y: *x\n`),
  refused('aliases that unfold without end', `${HEAD}${BOMB}\n`),
  refused('a merge of a text', `${HEAD}x: { <<: a }\n`),
  refused('a merge of nothing', `${HEAD}x: { <<: }\n`),
  refused('a marker with a document on its line', `--- ${JSON_A}\n`),
  refused('a marker that goes on', `${A}----\n${B}`),
  refused('a directive', `%YAML 1.1\n---\n${A}`),
  refused('a tab as indentation', `${HEAD}data:\n\tv: a\n`),
  refused('a list that is not closed', `${HEAD}x: [1, 2\n`),
  refused('a text that is not closed', `${HEAD}x: "a\n`),
  refused('two values on a line', `${HEAD}x: a: b\n`),
  refused('a wrong indentation', `${HEAD}x:\n    a: 1\n  b: 2\n`),
  refused('YAML after several JSON objects', `${JSON_A}\n${JSON_B}\n---\n${A}`),
  { title: 'a key twice', text: `${HEAD}data: { v: a, v: b }\n`, objects: [OBJECT_B], stricter: 'the last one counts' },
  {
    title: 'a key twice, written in two ways',
    text: `${HEAD}x: { "true": 1, true: 2 }\n`,
    objects: [],
    stricter: 'which one counts is random',
  },
  {
    title: 'a key twice in JSON',
    text: JSON_A.replace('"data"', '"data":{"v":"b"},"data"'),
    objects: [OBJECT_A],
    stricter: 'the last one counts',
  },
  {
    title: 'something after the end of the document',
    text: `${A}...\n${B}`,
    objects: [OBJECT_A],
    stricter: 'it is dropped without a word',
  },
  {
    title: 'a !!binary that is no text',
    text: `${HEAD}data: { v: !!binary /w== }\n`,
    objects: [object({ data: { v: '\uFFFD' } })],
    stricter: 'its bytes are replaced',
  },
  {
    title: 'a key that is a long number',
    text: `${HEAD}data: { 1.23456789: a }\n`,
    objects: [object({ data: { '1.2345679': 'a' } })],
    stricter: 'it is rounded',
  },
];

/**
 * Odd files, and what kubectl reads in them. `npm run check:kubernetes` asks kubectl; tests ask the readers of this
 * project.
 */
export const YAML_CASES: readonly YamlCase[] = [
  ...VALUES.map(([written, value]): YamlCase => {
    const text = `${HEAD}data:\n  v: ${written}\n`;
    const title = `the value ${written}`;
    return value === REFUSED ? refused(title, text) : read(title, text, object({ data: { v: value } }));
  }),
  ...KEYS.map(([written, key]): YamlCase => {
    const text = `${HEAD}data:\n  ${written}: x\n`;
    const title = `the key ${written}`;
    return key === REFUSED ? refused(title, text) : read(title, text, object({ data: { [String(key)]: 'x' } }));
  }),
  ...FILES,
];
