import type { KubeObject } from '../values/object';

/** What happened to one object, with the state before and after; `version` is the cluster's resourceVersion of it. */
export interface Change {
  readonly version: number;
  readonly key: string;
  readonly before: Stored | undefined;
  readonly after: Stored | undefined;
}

/** An object with its text, which is made once. */
export class Stored {
  private text: string | undefined;

  constructor(readonly object: KubeObject) {}

  /** As an item of a list: the API server leaves `apiVersion` and `kind` out there. */
  json(): string {
    const { metadata, ...rest } = this.object;
    this.text ??= JSON.stringify({ metadata, ...rest, apiVersion: undefined, kind: undefined });
    return this.text;
  }
}

interface Revision {
  readonly version: number;
  readonly stored: Stored | undefined;
}

/** The objects of one resource: the newest state, and the older ones back to the last compaction. */
class Table {
  /** All keys that have revisions, sorted, also of deleted objects. */
  readonly keys: string[] = [];
  readonly revisions = new Map<string, Revision[]>();
  readonly log: Change[] = [];
}

/**
 * All objects of the cluster by resource and key (`namespace/name`, or the name alone), with their history, as etcd
 * keeps it: one counter for all changes, reads at an older version until that is compacted.
 */
export class Store {
  private current = 0;
  private oldest = 0;
  private readonly tables = new Map<string, Table>();

  constructor(private readonly onChange: (storage: string, change: Change) => void) {}

  /** The version of the newest change. */
  get version(): number {
    return this.current;
  }

  /** Reads and watches must not start before this version. */
  get compacted(): number {
    return this.oldest;
  }

  /** The newest state of an object; undefined where it is deleted or never was. */
  get(storage: string, key: string): KubeObject | undefined {
    return this.table(storage).revisions.get(key)?.at(-1)?.stored?.object;
  }

  /** Stores an object under the next version and returns it with that version. */
  put(storage: string, key: string, object: KubeObject): KubeObject {
    const version = this.current + 1;
    const stored = new Stored({ ...object, metadata: { ...object.metadata, resourceVersion: String(version) } });
    this.record(storage, key, stored);
    return stored.object;
  }

  /** Deletes an object and returns its last state, with the version of the deletion. */
  remove(storage: string, key: string): KubeObject | undefined {
    const object = this.get(storage, key);
    if (object === undefined) return undefined;
    this.record(storage, key, undefined);
    return { ...object, metadata: { ...object.metadata, resourceVersion: String(this.current) } };
  }

  /**
   * The objects whose keys start with `prefix` and are not before `from`, in the order of keys, as they were at
   * `version`.
   */
  *scan(storage: string, prefix: string, from = '', version = this.current): Generator<[string, Stored]> {
    const { keys, revisions } = this.table(storage);
    for (let index = lowerBound(keys, from > prefix ? from : prefix); index < keys.length; index++) {
      const key = keys[index] ?? '';
      if (!key.startsWith(prefix)) return;
      const known = revisions.get(key) ?? [];
      const stored = known[lastIndex(known, version)]?.stored;
      if (stored !== undefined) yield [key, stored];
    }
  }

  /** All objects of a resource, or of one namespace of it. */
  list(storage: string, namespace = ''): readonly KubeObject[] {
    const prefix = namespace === '' ? '' : `${namespace}/`;
    return Array.from(this.scan(storage, prefix), ([, stored]) => stored.object);
  }

  /** What happened to a resource after `version`, oldest first. */
  changesSince(storage: string, version: number): readonly Change[] {
    const { log } = this.table(storage);
    let low = 0;
    let high = log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((log[middle]?.version ?? 0) <= version) low = middle + 1;
      else high = middle;
    }
    return log.slice(low);
  }

  /** Forgets what was before `version`: reads and watches from before it are refused. */
  compact(version = this.current): void {
    this.oldest = Math.max(this.oldest, Math.min(version, this.current));
    for (const table of this.tables.values()) this.compactTable(table);
  }

  private compactTable(table: Table): void {
    const { oldest } = this;
    const kept = table.log.filter((change) => change.version > oldest);
    table.log.length = 0;
    for (const change of kept) table.log.push(change);
    for (const [key, revisions] of table.revisions) {
      const first = lastIndex(revisions, oldest);
      if (first > 0) revisions.splice(0, first);
      if (revisions.length === 1 && revisions[0]?.stored === undefined) table.revisions.delete(key);
    }
    const keys = table.keys.filter((key) => table.revisions.has(key));
    table.keys.length = 0;
    for (const key of keys) table.keys.push(key);
  }

  private record(storage: string, key: string, stored: Stored | undefined): void {
    const table = this.table(storage);
    this.current += 1;
    let revisions = table.revisions.get(key);
    if (revisions === undefined) {
      revisions = [];
      table.revisions.set(key, revisions);
      table.keys.splice(lowerBound(table.keys, key), 0, key);
    }
    const change: Change = { version: this.current, key, before: revisions.at(-1)?.stored, after: stored };
    revisions.push({ version: this.current, stored });
    table.log.push(change);
    this.onChange(storage, change);
  }

  private table(storage: string): Table {
    let table = this.tables.get(storage);
    if (table === undefined) {
      table = new Table();
      this.tables.set(storage, table);
    }
    return table;
  }
}

/** The last revision that is not after `version`; -1 for none. */
function lastIndex(revisions: readonly Revision[], version: number): number {
  let index = revisions.length - 1;
  while (index >= 0 && (revisions[index]?.version ?? 0) > version) index -= 1;
  return index;
}

function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The key of an object within its resource. */
export const keyOf = (namespace: string, name: string): string => (namespace === '' ? name : `${namespace}/${name}`);
