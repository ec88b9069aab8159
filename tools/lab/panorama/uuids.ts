import { createHash } from 'node:crypto';
import { scopeNodeOf } from './hierarchy';
import type { ConfigNode } from './tree/node';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Rule uuids: assigned by the box, the same ones for the same requests, never two rules with one. */
export class Uuids {
  private readonly owners = new Map<string, ConfigNode>();
  private count = 0;

  /** A new one, which no rule has: a configuration that is loaded brings its own. */
  next(): string {
    for (;;) {
      const uuid = this.another();
      if (!this.owners.has(uuid)) return uuid;
    }
  }

  private another(): string {
    this.count += 1;
    const digest = createHash('sha256').update(`rule ${this.count}`).digest('hex');
    return [
      digest.slice(0, 8),
      digest.slice(8, 12),
      digest.slice(12, 16),
      digest.slice(16, 20),
      digest.slice(20, 32),
    ].join('-');
  }

  /** Whether a rule may carry the uuid that it was sent with. */
  isFree(rule: ConfigNode): boolean {
    if (rule.uuid === undefined || !UUID.test(rule.uuid)) return false;
    const owner = this.owners.get(rule.uuid);
    return owner === undefined || owner === rule || scopeNodeOf(owner) === undefined;
  }

  /** Notes that a rule carries its uuid now, so that no other rule gets it. */
  take(rule: ConfigNode): void {
    if (rule.uuid !== undefined) this.owners.set(rule.uuid, rule);
  }
}
