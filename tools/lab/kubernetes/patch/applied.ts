import type { JsonObject } from '../values/json';
import type { KubeObject } from '../values/object';

/**
 * What each field manager last applied, by resource, object and manager (the real server keeps it in `managedFields`).
 */
export class AppliedConfigurations {
  private readonly known = new Map<string, JsonObject>();

  /** The last configuration of the manager; empty where it never applied the object. */
  get(object: KubeObject, manager: string): JsonObject {
    return this.known.get(`${object.metadata.uid} ${manager}`) ?? {};
  }

  /** Remembers what the manager applies now. */
  set(object: KubeObject, manager: string, configuration: JsonObject): void {
    this.known.set(`${object.metadata.uid} ${manager}`, configuration);
  }
}
