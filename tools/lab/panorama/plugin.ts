import type { Clock } from './clock';
import type { Device } from './devices';
import type { ConfigNode } from './tree/node';
import { filterMembers, parseFilter } from './validate/filter';

/** The most tags that a registered address can hold on a firewall (vendor, "Use Dynamic Address Groups in Policy"). */
const TAG_LIMIT = 32;
/** The longest tag (vendor, "IP-Address-to-Tag Mapping of Kubernetes Attributes"). */
const TAG_LENGTH = 127;
const NOTHING: ReadonlySet<string> = new Set();

/** A group member as a device lists it. */
export interface GroupMember {
  readonly name: string;
  readonly type: 'registered-ip' | 'address-object';
}

/** The Kubernetes plugin: addresses and their tags, and which of them a device knows. */
export class Plugin {
  private readonly tagsOf = new Map<string, ReadonlySet<string>>();
  private readonly addressesOf = new Map<string, Set<string>>();

  constructor(
    private readonly clock: Clock,
    public pruning: boolean,
    private readonly fillDelay: number,
  ) {}

  /**
   * Sets all tags of an address; no tags take the address away.
   *
   * @throws on more than 32 tags, or a tag over 127 characters
   */
  register(address: string, tags: readonly string[]): void {
    const long = tags.find((tag) => tag.length > TAG_LENGTH);
    if (long !== undefined) throw new Error(`The tag "${long}" of ${address} is longer than ${TAG_LENGTH} characters.`);
    if (tags.length > TAG_LIMIT) throw new Error(`${address} has ${tags.length} tags; a firewall holds ${TAG_LIMIT}.`);
    for (const tag of this.tagsOf.get(address) ?? []) this.addressesOf.get(tag.toLowerCase())?.delete(address);
    this.tagsOf.delete(address);
    if (tags.length === 0) return;
    this.tagsOf.set(address, new Set(tags));
    for (const tag of tags) {
      const key = tag.toLowerCase();
      const addresses = this.addressesOf.get(key);
      if (addresses === undefined) this.addressesOf.set(key, new Set([address]));
      else addresses.add(address);
    }
  }

  /** The tags of an address. */
  tagsAt(address: string): ReadonlySet<string> {
    return this.tagsOf.get(address) ?? NOTHING;
  }

  /** Takes all addresses away. */
  clear(): void {
    this.tagsOf.clear();
    this.addressesOf.clear();
  }

  /** The addresses that a device knows, each with the tags that it was sent, sorted. */
  visibleTo(device: Device): readonly { readonly address: string; readonly tags: readonly string[] }[] {
    return [...this.tagsOf]
      .map(([address, tags]) => ({
        address,
        tags: [...tags].filter((tag) => this.isSent(device, tag.toLowerCase())).sort(),
      }))
      .filter(({ tags }) => tags.length > 0)
      .sort((left, right) => (left.address < right.address ? -1 : 1));
  }

  /** What a dynamic group of a device's pushed policy holds now: tagged address objects, then registered addresses. */
  membersOf(device: Device, group: ConfigNode): readonly GroupMember[] {
    const filter = parseFilter(group.descend('dynamic', 'filter')?.text ?? '');
    if (filter === undefined || device.policy === undefined) return [];
    const objects = taggedObjects(device);
    const members = (lookup: (tag: string) => ReadonlySet<string>, type: GroupMember['type']): readonly GroupMember[] =>
      [...filterMembers(filter, lookup)].sort().map((name) => ({ name, type }));
    return [
      ...members((tag) => objects.get(tag) ?? NOTHING, 'address-object'),
      ...members(
        (tag) => (this.isSent(device, tag) ? this.addressesOf.get(tag) : undefined) ?? NOTHING,
        'registered-ip',
      ),
    ];
  }

  /** With tag pruning a device gets addresses only for tags that its pushed rules use, and not at once. */
  private isSent(device: Device, lowerCaseTag: string): boolean {
    if (!device.connected) return false;
    if (!this.pruning) return true;
    const since = device.tagSince.get(lowerCaseTag);
    return since !== undefined && this.clock.seconds() >= since + this.fillDelay;
  }
}

function taggedObjects(device: Device): ReadonlyMap<string, ReadonlySet<string>> {
  const objects = new Map<string, Set<string>>();
  for (const { kind, entry } of device.policy?.addresses.values() ?? []) {
    if (kind !== 'address') continue;
    for (const tag of entry.members('tag')) {
      const key = tag.toLowerCase();
      objects.set(key, (objects.get(key) ?? new Set()).add(entry.label));
    }
  }
  return objects;
}
