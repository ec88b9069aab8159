import { hasKey, shortHash } from '../../policy/text/canonical';
import type { ForeignEntry } from '../state/ownership';
import { listed } from '../../policy/text/words';
import type { StateReading } from '../state/readstate';

/** What Panorama held before the first write, in a few characters, so that it can be compared after the last one. */
export interface Fingerprint {
  /** Of the managed block and our objects. */
  readonly block: string;
  /** Of the names of all rules, in order. */
  readonly order: string;
  /** Of what stands outside the managed block. */
  readonly foreign: string;
  /** Rules of the rulebase. */
  readonly rules: number;
  /** The entries outside and their hashes, where there are not too many to keep; else empty. */
  readonly entries: readonly (readonly [string, string])[];
}

/** So many entries outside are kept by name; beyond it a difference has no name. */
const KEPT = 500;

/** Hashes what was read: our own apart from what belongs to others, which no run may change. */
export function fingerprintOfState(reading: StateReading): Fingerprint {
  const entries = reading.foreign.map(hashed);
  const own: string[] = [];
  const names: string[] = [];
  for (const rule of reading.state.rules) {
    names.push(rule.name);
    if (rule.owned) own.push(rule.name + ' ' + shortHash(rule.text));
  }
  for (const object of reading.state.objects) {
    own.push(object.kind + ' ' + object.location + ' ' + object.name + ' ' + shortHash(object.text));
  }
  return {
    block: hashOfAll(own),
    order: hashOfAll(names),
    foreign: hashOfAll(entries.map(joined)),
    rules: names.length,
    entries: entries.length <= KEPT ? entries : [],
  };
}

/** Whether the block is again as it was, and where it was as far as that can be said after changes by others. */
export function isUndone(before: Fingerprint, after: StateReading): boolean {
  const now = fingerprintOfState(after);
  return now.block === before.block && (now.order === before.order || now.foreign !== before.foreign);
}

/** Whether two readings say the same. */
export function isSameReading(first: StateReading, second: StateReading): boolean {
  const a = fingerprintOfState(first);
  const b = fingerprintOfState(second);
  return a.block === b.block && a.order === b.order && a.foreign === b.foreign;
}

/**
 * Whether a device group that held something of others holds nothing at all now, which no undoing brings about: that is
 * no state to compare with.
 */
export function isEmptied(before: Fingerprint, after: StateReading): boolean {
  const isEmpty = after.foreign.length === 0 && after.state.rules.length === 0;
  return isEmpty && before.foreign !== hashOfAll([]);
}

/** What changed outside the block, in words; undefined where it is byte for byte the same. */
export function foreignChanges(before: Fingerprint, after: StateReading): string | undefined {
  const now = fingerprintOfState(after);
  if (now.foreign === before.foreign) return undefined;
  if (before.entries.length === 0 && before.foreign !== hashOfAll([]))
    return String(after.foreign.length) + ' entries now, which one changed is not known';
  const known = byLabel(before.entries);
  const found = byLabel(after.foreign.map(hashed));
  const changes: string[] = [];
  for (const entry of before.entries) {
    if (!hasKey(found, entry[0])) changes.push(entry[0] + ' is gone');
    else if (found[entry[0]] !== entry[1]) changes.push(entry[0] + ' has other content');
  }
  for (const entry of after.foreign) {
    if (!hasKey(known, entry.label)) changes.push(entry.label + ' is new');
  }
  return changes.length === 0 ? 'the order of foreign rules' : listed(changes);
}

function hashed(entry: ForeignEntry): readonly [string, string] {
  return [entry.label, shortHash(entry.text)];
}

function joined(entry: readonly [string, string]): string {
  return entry[0] + ' ' + entry[1];
}

function byLabel(entries: readonly (readonly [string, string])[]): { readonly [label: string]: string } {
  const found: { [label: string]: string } = {};
  for (const entry of entries) found[entry[0]] = entry[1];
  return found;
}

/** Hashes of hashes in chunks: hashing one long text is slow in Otto. */
function hashOfAll(texts: readonly string[]): string {
  const chunks: string[] = [];
  for (let start = 0; start < texts.length; start += 100)
    chunks.push(shortHash(texts.slice(start, start + 100).join('\n')));
  return shortHash(chunks.join('\n'));
}
