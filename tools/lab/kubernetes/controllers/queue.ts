import type { Change } from '../store/store';

/** One object that a controller has to look at. */
export interface Work {
  readonly storage: string;
  readonly key: string;
}

/** What the controllers have still to do; each object stands in it once. */
export class WorkQueue {
  private waiting = new Map<string, Work>();
  /** Keys of the objects that belong to an owner, by the owner's UID. */
  private readonly dependents = new Map<string, Map<string, Work>>();

  /** Has an object looked at again; one that waits already keeps its place. */
  add(storage: string, key: string): void {
    this.waiting.set(`${storage} ${key}`, { storage, key });
  }

  /** Takes what is waiting now; what comes in meanwhile waits for the next call. */
  take(): readonly Work[] {
    const taken = [...this.waiting.values()];
    this.waiting = new Map();
    return taken;
  }

  /** Keeps the index of dependents. */
  track(storage: string, { key, before, after }: Change): void {
    for (const { uid } of before?.object.metadata.ownerReferences ?? []) {
      this.dependents.get(uid)?.delete(`${storage} ${key}`);
    }
    for (const { uid } of after?.object.metadata.ownerReferences ?? []) {
      const known = this.dependents.get(uid) ?? new Map<string, Work>();
      known.set(`${storage} ${key}`, { storage, key });
      this.dependents.set(uid, known);
    }
  }

  /** The objects that belong to an owner, in the order in which they came to it. */
  dependentsOf(uid: string): readonly Work[] {
    return [...(this.dependents.get(uid)?.values() ?? [])];
  }
}
