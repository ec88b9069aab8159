import type { Family } from '../values/address';
import type { JsonObject } from '../values/json';

/** What one slice should hold. */
export interface Wanted {
  readonly addressType: Family;
  readonly ports: readonly JsonObject[];
  readonly endpoints: readonly JsonObject[];
}
