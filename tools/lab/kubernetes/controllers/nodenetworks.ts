import { Allocator, formatAddress, parseAddress, parseBlock, sizeOf, type Block } from '../values/address';
import { listOf, objectsOf, textOf } from '../values/json';
import { specOf, statusOf, type KubeObject } from '../values/object';

/** Prefixes of the blocks that nodes get, as kube-controller-manager gives them. */
const NODE_PREFIX = { IPv4: 24, IPv6: 64 } as const;

/** Which addresses the pods of each node may have, and which they have. */
export class NodeNetworks {
  /** By CIDR: a block keeps its allocator when its node comes back. */
  private readonly allocators = new Map<string, Allocator>();
  private readonly given = new Set<string>();

  constructor(private readonly networks: readonly Block[]) {}

  /** Blocks for a Node that names none: the next free one of each pod network. */
  nextBlocks(): readonly string[] {
    return this.networks.flatMap((network) => {
      const prefix = Math.max(NODE_PREFIX[network.family], network.prefix);
      const size = sizeOf({ ...network, prefix });
      for (let first = network.first; first < network.first + sizeOf(network); first += size) {
        const text = `${formatAddress({ family: network.family, value: first })}/${prefix}`;
        if (!this.given.has(text)) return [text];
      }
      return [];
    });
  }

  /** Notes the blocks of a node, so that no other node gets them. */
  note(blocks: readonly string[]): void {
    for (const block of blocks) this.given.add(block);
  }

  /** New addresses for a pod on a node, one for each family; none when a block is full. */
  allocate(node: KubeObject): readonly string[] {
    const addresses = podBlocksOf(node).map((text) => this.allocator(text)?.allocate());
    const given = addresses.filter((address) => address !== undefined);
    if (given.length === addresses.length) return given;
    this.release(given);
    return [];
  }

  /** Takes the addresses of a pod that already has some. */
  take(addresses: readonly string[]): void {
    this.eachAllocator(addresses, (allocator, address) => allocator.take(address));
  }

  /** Gives the addresses of a pod that has ended back to the blocks that they lie in; others are passed over. */
  release(addresses: readonly string[]): void {
    this.eachAllocator(addresses, (allocator, address) => {
      allocator.release(address);
    });
  }

  private eachAllocator(
    addresses: readonly string[],
    use: (allocator: Allocator, address: NonNullable<ReturnType<typeof parseAddress>>) => void,
  ): void {
    for (const text of addresses) {
      const address = parseAddress(text);
      if (address === undefined) continue;
      for (const allocator of this.allocators.values()) use(allocator, address);
    }
  }

  private allocator(text: string): Allocator | undefined {
    const known = this.allocators.get(text);
    if (known !== undefined) return known;
    const block = parseBlock(text);
    if (block === undefined) return undefined;
    // The first address of a node's block is its bridge.
    const allocator = new Allocator(block, 2n);
    this.allocators.set(text, allocator);
    return allocator;
  }
}

/** `spec.podCIDRs` of a Node, or what `spec.podCIDR` says. */
export function podBlocksOf(node: KubeObject): readonly string[] {
  const { podCIDR, podCIDRs } = specOf(node);
  const list = listOf(podCIDRs).map(textOf);
  if (list.length > 0) return list;
  return typeof podCIDR === 'string' && podCIDR !== '' ? [podCIDR] : [];
}

/** The internal addresses of a Node, in its order. */
export const nodeAddresses = (node: KubeObject): readonly string[] =>
  objectsOf(statusOf(node).addresses)
    .filter((entry) => entry.type === 'InternalIP')
    .map((entry) => textOf(entry.address));
