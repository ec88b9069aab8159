import type { Changes, PendingOrder, PendingUnit } from '../changes';
import { type Scope, SHARED } from '../hierarchy';

/** Which changes a commit, revert or list means. */
export type Selection =
  | { readonly kind: 'full' }
  | {
      readonly kind: 'partial';
      /** undefined: everybody's. */
      readonly admins: readonly string[] | undefined;
      /** undefined: all. */
      readonly deviceGroups: readonly Scope[] | undefined;
      readonly shared: boolean;
    };

/** The uncommitted changes that a selection found. */
export interface Selected {
  readonly units: readonly PendingUnit[];
  readonly orders: readonly PendingOrder[];
  /** Selected units that others changed too; they cannot be committed for one administrator alone. */
  readonly contested: readonly PendingUnit[];
}

/** The uncommitted changes that a selection covers. */
export function selectChanges(changes: Changes, selection: Selection): Selected {
  if (selection.kind === 'full') {
    return { units: changes.pendingUnits(), orders: changes.pendingOrders(), contested: [] };
  }
  const { admins, deviceGroups, shared } = selection;
  const inScope = (scope: Scope): boolean =>
    scope === SHARED ? shared : deviceGroups === undefined || deviceGroups.includes(scope);
  const chosen = (admin: string): boolean => admins === undefined || admins.includes(admin);
  const units = changes.pendingUnits().filter((unit) => inScope(unit.scope) && unit.admins.some(chosen));
  return {
    units,
    orders: changes.pendingOrders().filter((order) => inScope(order.scope) && chosen(order.admin)),
    contested: units.filter((unit) => !unit.admins.every(chosen)),
  };
}
