import type { Clock } from './clock';
import { type Hierarchy, type Scope, SHARED } from './hierarchy';

/** A `config` lock keeps others from changing a scope, a `commit` lock from committing it. */
export type LockKind = 'config' | 'commit';

/** A lock that an administrator holds. `created` is a time as PAN-OS prints it. */
export interface Lock {
  readonly kind: LockKind;
  readonly scope: Scope;
  readonly admin: string;
  readonly comment: string;
  readonly created: string;
}

/** What became of taking or releasing a lock, with the text that PAN-OS answers. */
export type LockAnswer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly text: string };

/** Configuration and commit locks. A lock on Shared holds for everything. */
export class Locks {
  private locks: readonly Lock[] = [];

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly clock: Clock,
  ) {}

  /** All locks of a kind, the oldest first. */
  list(kind: LockKind): readonly Lock[] {
    return this.locks.filter((lock) => lock.kind === kind);
  }

  /**
   * Answers of pan-os-python (`base.py`) for held locks, of netbox-panorama-configpump-plugin's fixtures for the rest.
   */
  add(kind: LockKind, scope: Scope, admin: string, comment: string): LockAnswer {
    if (scope !== SHARED && !this.hierarchy.groups().includes(scope)) {
      return { ok: false, text: `${scope} is not a valid scope` };
    }
    const held = this.list(kind).find((lock) => covers(lock, scope) || scope === SHARED || lock.scope === scope);
    if (held !== undefined) {
      if (kind === 'commit') return { ok: false, text: `Commit lock is already held by ${held.admin}` };
      const own = held.admin === admin && held.scope === scope;
      return {
        ok: false,
        text: own
          ? `You already own a config lock for scope ${scope}`
          : `Config for scope ${held.scope} is currently locked by ${held.admin}`,
      };
    }
    this.locks = [...this.locks, { kind, scope, admin, comment, created: this.clock.stamp() }];
    const verb = kind === 'config' ? 'modify' : 'commit';
    return {
      ok: true,
      text: `Successfully acquired lock. Other administrators will not be able to ${verb} configuration until lock is released by ${admin}.`,
    };
  }

  /** Releases the lock that `owner` holds on exactly this scope. */
  remove(kind: LockKind, scope: Scope, owner: string): LockAnswer {
    const held = this.list(kind).find((lock) => lock.scope === scope && lock.admin === owner);
    if (held === undefined) {
      return {
        ok: false,
        text:
          kind === 'config' ? `Config is not currently locked for scope ${scope}` : 'Commit lock is not currently held',
      };
    }
    this.locks = this.locks.filter((lock) => lock !== held);
    return { ok: true, text: `${kind === 'config' ? 'Config' : 'Commit'} lock released for ${owner}` };
  }

  /** Who keeps an administrator from changing (or committing) a scope. */
  blocking(kind: LockKind, scope: Scope, admin: string): string | undefined {
    return this.list(kind).find((lock) => lock.admin !== admin && covers(lock, scope))?.admin;
  }

  /** A finished commit releases the locks of its administrator. */
  release(admin: string): void {
    this.locks = this.locks.filter((lock) => lock.admin !== admin);
  }
}

const covers = (lock: Lock, scope: Scope): boolean => lock.scope === SHARED || lock.scope === scope;
