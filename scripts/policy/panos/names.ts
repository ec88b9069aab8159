import { shortHash } from '../text/canonical';

/**
 * Names of rules and objects: readable first, unique always, at most 63 characters of `[0-9A-Za-z._-]`, starting with
 * the cluster's name. What is too long is cut in its readable part and told apart by a hash of the whole.
 */

const HASH_LENGTH = 8;

/**
 * Text with every character that PAN-OS names do not take replaced by `-`.
 *
 * @example nameText('app.kubernetes.io/name') //=> 'app.kubernetes.io-name'
 */
export function nameText(text: string): string {
  return text.replace(/[^0-9A-Za-z._-]/g, '-');
}

/**
 * Eight characters that stand for a content.
 *
 * @example contentHash('web') //=> 'wv4ueibo'
 */
export function contentHash(content: string): string {
  return shortHash(content).slice(0, HASH_LENGTH);
}

/**
 * The name itself where it fits, else cut and with a hash of the whole.
 *
 * @example boundedName('shop.web.allow-web', 63) //=> 'shop.web.allow-web'
 * @example boundedName('shop.web.a-very-long-policy-name', 20) //=> 'shop.web.a--5kv2kypk'
 */
export function boundedName(name: string, limit: number): string {
  if (name.length <= limit) return name;
  return name.slice(0, limit - HASH_LENGTH - 1) + '-' + contentHash(name);
}

/**
 * `<cluster>.<namespace>.<policy>.in-<key>`; the policy's name is cut where it is too long, the key only where it would
 * leave nothing else.
 *
 * @example
 * entryName('prod', { namespace: 'shop', policy: 'web', direction: 'ingress', key: 'abc123' }, 63)
 * //=> 'prod.shop.web.in-abc123'
 */
export function entryName(cluster: string, entry: EntryNameParts, limit: number): string {
  const tail = '.' + (entry.direction === 'ingress' ? 'in-' : 'eg-') + entry.key;
  const policy = cluster + '.' + entry.namespace + '.' + entry.policy;
  const room = limit - tail.length;
  return room < HASH_LENGTH + 2 ? boundedName(policy + tail, limit) : boundedName(policy, room) + tail;
}

/** What the name of a rule tells a reader. `key` tells the entry apart from the others of its policy. */
export interface EntryNameParts {
  readonly namespace: string;
  readonly policy: string;
  readonly direction: 'ingress' | 'egress';
  readonly key: string;
}

/**
 * The names of the two entries joined by `_`; each side is cut to what the other leaves it.
 *
 * @example 'prod.shop.frontend.eg-abc123_data.db.in-def456'
 */
export function pairName(cluster: string, egress: EntryNameParts, ingress: EntryNameParts, limit: number): string {
  const left = entryName(cluster, egress, limit);
  const right = entryName('', ingress, limit).slice(1);
  if (left.length + right.length < limit) return left + '_' + right;
  const room = limit - 1;
  const half = Math.floor(room / 2);
  const leftLimit = Math.max(half, room - right.length);
  const shortLeft = entryName(cluster, egress, leftLimit);
  return shortLeft + '_' + entryName('', ingress, room - shortLeft.length + 1).slice(1);
}

/** Gives out names and keeps them apart: a name that is taken for other content gets a hash of the content. */
export interface NameTable {
  name(wanted: string, content: string, limit: number): string;
}

/** Gives no two contents one name: of a clash, the later one gets a hash of its content behind its name. */
export function createNameTable(): NameTable {
  const taken: { [name: string]: string } = {};
  return {
    name(wanted, content, limit) {
      let name = boundedName(wanted, limit);
      for (let attempt = 0; taken['=' + name] !== undefined && taken['=' + name] !== content; attempt++) {
        const suffix = '-' + contentHash(content + (attempt === 0 ? '' : String(attempt)));
        name = boundedName(wanted, limit - suffix.length) + suffix;
      }
      taken['=' + name] = content;
      return name;
    },
  };
}
