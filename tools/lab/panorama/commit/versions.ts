import { type Hierarchy, type Scope, SHARED } from '../hierarchy';

/** Counts the commits that changed each scope, which tells whether a device is in sync. */
export class Versions {
  private readonly byScope = new Map<Scope, number>();
  private last = 1;

  constructor(private readonly hierarchy: Hierarchy) {}

  /** A commit changed these scopes. */
  raise(scopes: Iterable<Scope>): void {
    this.last += 1;
    for (const scope of scopes) this.byScope.set(scope, this.last);
  }

  /** The version of what a device group's firewalls get: its own, its ancestors' and Shared. */
  of(scope: Scope): number {
    const chain = scope === SHARED ? [SHARED] : this.hierarchy.chain(scope);
    return Math.max(1, ...chain.map((one) => this.byScope.get(one) ?? 1));
  }
}
