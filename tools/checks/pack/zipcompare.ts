import { unzipSync } from 'fflate';
import { load } from 'js-yaml';
import { isDeepStrictEqual } from 'node:util';

type Content = { readonly kind: 'data'; readonly value: unknown } | { readonly kind: 'bytes'; readonly bytes: Buffer };

/** A place in an entry of a package: `metadata.json` and `/contentItems/list/0`; the whole entry is `''`. */
export interface Difference {
  readonly entry: string;
  readonly path: string;
  /** Both values, shortened. */
  readonly text: string;
}

/**
 * Compares two packages by their entries: YAML and JSON by what they say, everything else byte by byte. Folders, times
 * and the order of entries do not count, nor does the order of lists in `metadata.json`, which is that of the file
 * system.
 */
export function compareZips(ours: Uint8Array, theirs: Uint8Array): readonly Difference[] {
  const own = entriesOf(ours);
  const other = entriesOf(theirs);
  return [...new Set([...own.keys(), ...other.keys()])].sort().flatMap((entry) => {
    const left = own.get(entry);
    const right = other.get(entry);
    if (left === undefined) return [{ entry, path: '', text: 'only the SDK has it' }];
    if (right === undefined) return [{ entry, path: '', text: 'only ours has it' }];
    return differences(left, right).map(({ path, text }) => ({ entry, path, text }));
  });
}

function entriesOf(zip: Uint8Array): ReadonlyMap<string, Content> {
  const entries = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/'));
  return new Map(
    entries.map(([name, bytes]): [string, Content] => {
      const text = (): string => Buffer.from(bytes).toString('utf8');
      if (/\.ya?ml$/.test(name)) return [name, { kind: 'data', value: load(text()) }];
      if (name === 'metadata.json') return [name, { kind: 'data', value: unordered(JSON.parse(text())) }];
      if (name.endsWith('.json')) return [name, { kind: 'data', value: JSON.parse(text()) }];
      return [name, { kind: 'bytes', bytes: Buffer.from(bytes) }];
    }),
  );
}

/** Lists of named things by their names, lists of different texts by these, all other lists as they are. */
function unordered(value: unknown): unknown {
  if (!Array.isArray(value)) {
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unordered(one)]))
      : value;
  }
  const items = value.map(unordered);
  const names = items.map((item) => (isObject(item) ? item.name : item));
  const isKeyed =
    items.length > 0 && names.every((name) => typeof name === 'string') && new Set(names).size === items.length;
  return isKeyed ? Object.fromEntries(items.map((item, index) => [names[index], item])) : items;
}

type Place = Pick<Difference, 'path' | 'text'>;

function differences(left: Content, right: Content): readonly Place[] {
  if (left.kind === 'data' && right.kind === 'data') return differencesAt('', left.value, right.value);
  const isSame = left.kind === 'bytes' && right.kind === 'bytes' && left.bytes.equals(right.bytes);
  return isSame ? [] : [{ path: '', text: 'the bytes differ' }];
}

function differencesAt(path: string, left: unknown, right: unknown): readonly Place[] {
  if (isDeepStrictEqual(left, right)) return [];
  if (isObject(left) && isObject(right) && Array.isArray(left) === Array.isArray(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => differencesAt(`${path}/${key}`, left[key], right[key]));
  }
  return [{ path, text: `ours ${shown(left)}, the SDK's ${shown(right)}` }];
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Differences that must be, and why. */
export interface NamedDifference {
  /** An entry, and a path in it; with `*` at the end everything that starts so. */
  readonly entry: string;
  readonly path: string;
  readonly reason: string;
  /** It is there on some days or in some places only. */
  readonly sometimes?: boolean;
}

/** What is wrong with two packages: differences without a name, and names for what does not differ any more. */
export function judge(found: readonly Difference[], named: readonly NamedDifference[]): readonly string[] {
  return [
    ...found
      .filter((one) => !named.some((name) => isMeant(name, one)))
      .map((one) => `${one.entry} ${one.path}: ${one.text}`),
    ...named
      .filter((name) => name.sometimes !== true && !found.some((one) => isMeant(name, one)))
      .map(({ entry, path }) => `${entry} ${path}: named as a difference, and there is none`),
  ];
}

const isMeant = (name: NamedDifference, { entry, path }: Difference): boolean =>
  matches(name.entry, entry) && matches(name.path, path);

const matches = (pattern: string, text: string): boolean =>
  pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
