import type { Scope } from './hierarchy';
import type { ConfigNode, DirtyMark } from './tree/node';
import { nodeAt, pathOf, type PlaceStep, stepsTo } from './xpath/simple';

/** An object, rule, or device group with changes that are not committed. */
export interface PendingUnit {
  readonly key: string;
  readonly steps: readonly PlaceStep[];
  readonly scope: Scope;
  /** Everybody who changed it since the last commit, the first one first. */
  readonly admins: readonly string[];
  /** Counts the changes, so that a commit knows whether more came after it. */
  readonly revision: number;
  readonly mark: DirtyMark;
}

/** Rules of one rulebase whose order was changed by one administrator. */
export interface PendingOrder {
  readonly container: string;
  readonly steps: readonly PlaceStep[];
  readonly scope: Scope;
  readonly admin: string;
  /** Names of rules that were moved; rules deleted from the middle change the order without a name. */
  readonly names: ReadonlySet<string>;
  readonly revision: number;
}

type GrowingOrder = PendingOrder & { readonly names: Set<string> };

const copyOrder = (order: PendingOrder): GrowingOrder => ({ ...order, names: new Set(order.names) });

/** Uncommitted changes by unit and by administrator: the basis of partial commit, partial revert and their lists. */
export class Changes {
  private units = new Map<string, PendingUnit>();
  private orders = new Map<string, GrowingOrder>();
  private revision = 0;

  /** Every object, rule and device group with uncommitted changes, in the order in which they first changed. */
  pendingUnits(): readonly PendingUnit[] {
    return [...this.units.values()];
  }

  /** The uncommitted reorderings, as copies: later moves do not show in them. */
  pendingOrders(): readonly PendingOrder[] {
    return [...this.orders.values()].map(copyOrder);
  }

  /** Whether candidate and running configuration are the same, as far as requests changed them. */
  get isEmpty(): boolean {
    return this.units.size === 0 && this.orders.size === 0;
  }

  /** Records a change of a node that exists, under the administrator of the mark. */
  record(node: ConfigNode, scope: Scope, mark: DirtyMark): void {
    this.recordPlace(pathOf(node), stepsTo(node), scope, mark);
  }

  /** Records a change of a place where there may be nothing any more. */
  recordPlace(key: string, steps: readonly PlaceStep[], scope: Scope, mark: DirtyMark): void {
    const admins = this.units.get(key)?.admins ?? [];
    this.revision += 1;
    this.units.set(key, {
      key,
      steps,
      scope,
      admins: admins.includes(mark.admin) ? admins : [...admins, mark.admin],
      revision: this.revision,
      mark,
    });
  }

  /** Records a moved rule by its name, or a reordering without one (a rule deleted from the middle). */
  recordOrder(container: ConfigNode, scope: Scope, admin: string, name: string | undefined): void {
    const path = pathOf(container);
    const key = `${admin}\u0000${path}`;
    const names = this.orders.get(key)?.names ?? new Set<string>();
    if (name !== undefined) names.add(name);
    this.revision += 1;
    this.orders.set(key, { container: path, steps: stepsTo(container), scope, admin, names, revision: this.revision });
  }

  /** The changes as they are now, to come back to. */
  snapshot(): () => void {
    const units = new Map(this.units);
    const orders = new Map([...this.orders].map(([key, order]) => [key, copyOrder(order)]));
    return () => {
      this.units = units;
      this.orders = orders;
    };
  }

  /** Forgets a unit, if nothing happened to it since it was looked at. */
  settle(unit: PendingUnit): void {
    if (this.units.get(unit.key)?.revision === unit.revision) this.units.delete(unit.key);
  }

  /** Forgets a reordering, if nothing was moved since it was looked at. */
  settleOrder(order: PendingOrder): void {
    const key = `${order.admin}\u0000${order.container}`;
    if (this.orders.get(key)?.revision === order.revision) this.orders.delete(key);
  }

  /** Forgets a unit that exists on neither side (created and deleted again); whether it did. */
  dropVanished(key: string, candidate: ConfigNode, running: ConfigNode): boolean {
    const unit = this.units.get(key);
    if (unit === undefined) return false;
    const exists = nodeAt(candidate, unit.steps) !== undefined || nodeAt(running, unit.steps) !== undefined;
    return !exists && this.units.delete(key);
  }
}
