import type { Resource } from '../api/resources';
import { invalid, type Cause } from '../api/status';
import { Allocator, parseAddress, type Block, type Family } from '../values/address';
import { listOf, objectsOf, textOf, type JsonObject } from '../values/json';
import { nameOf, specOf, type Draft, type KubeObject } from '../values/object';
import { invalidValue } from '../validate/causes';

const NODE_PORTS = { first: 30000, last: 32767 };

/** Cluster IPs, node ports and load balancer addresses of Services. */
export class ServiceAddresses {
  private readonly allocators: readonly Allocator[];
  private readonly loadBalancers: Allocator | undefined;
  private readonly nodePorts = new Set<number>();

  constructor(
    readonly blocks: readonly Block[],
    loadBalancerBlock: Block | undefined,
  ) {
    // The first ten are left to those who ask for an address (kube-dns has .10).
    this.allocators = blocks.map((block) => new Allocator(block, 16n));
    this.loadBalancers = loadBalancerBlock === undefined ? undefined : new Allocator(loadBalancerBlock, 1n);
  }

  /** The families of the cluster, the main one first. */
  get families(): readonly Family[] {
    return this.blocks.map((block) => block.family);
  }

  /**
   * Fills in families, cluster IPs and node ports of a Service. `before` is what it was; it keeps its addresses.
   * Throws 422 for an address that is taken or outside.
   */
  complete(resource: Resource, draft: Draft, before: KubeObject | undefined): Draft {
    const spec = specOf(draft);
    if (spec.type === 'ExternalName') return draft;
    const held = before === undefined ? [] : clusterIpsOf(specOf(before));
    const families = this.familiesOf(spec, held);
    const addresses = this.addressesOf(resource, draft, families, held);
    const ports = objectsOf(spec.ports);
    return {
      ...draft,
      spec: {
        ...spec,
        clusterIP: addresses[0] ?? 'None',
        clusterIPs: addresses.length === 0 ? ['None'] : addresses,
        ipFamilies: families,
        ipFamilyPolicy: textOf(spec.ipFamilyPolicy) === '' ? 'SingleStack' : spec.ipFamilyPolicy,
        ...(spec.ports === undefined
          ? {}
          : { ports: isOpen(spec) ? this.withNodePorts(ports, before) : ports.map(withoutNodePort) }),
      },
    };
  }

  /** Takes the addresses of a Service that already has some. */
  take(service: KubeObject): void {
    for (const text of clusterIpsOf(specOf(service))) {
      const address = parseAddress(text);
      if (address !== undefined) for (const allocator of this.allocators) allocator.take(address);
    }
  }

  /** Gives the cluster IPs and node ports of a deleted Service back; load balancer addresses are not used again. */
  release(service: KubeObject): void {
    const spec = specOf(service);
    for (const text of clusterIpsOf(spec)) {
      const address = parseAddress(text);
      if (address !== undefined) for (const allocator of this.allocators) allocator.release(address);
    }
    for (const { nodePort } of objectsOf(spec.ports)) if (typeof nodePort === 'number') this.nodePorts.delete(nodePort);
  }

  /** A load balancer's address; undefined when the cluster has none to give. */
  nextLoadBalancer(): string | undefined {
    return this.loadBalancers?.allocate();
  }

  private familiesOf(spec: JsonObject, held: readonly string[]): readonly Family[] {
    const wanted = listOf(spec.ipFamilies).filter((family) => family === 'IPv4' || family === 'IPv6');
    const first = parseAddress(held[0] ?? textOf(spec.clusterIP))?.family ?? this.families[0];
    const main = wanted.length > 0 || first === undefined ? wanted : [first];
    const isDual = spec.ipFamilyPolicy === 'PreferDualStack' || spec.ipFamilyPolicy === 'RequireDualStack';
    return isDual ? [...main, ...this.families.filter((family) => !main.includes(family))] : main.slice(0, 1);
  }

  private addressesOf(
    resource: Resource,
    draft: Draft,
    families: readonly Family[],
    held: readonly string[],
  ): readonly string[] {
    if (specOf(draft).clusterIP === 'None') return [];
    const causes: Cause[] = [];
    const asked = clusterIpsOf(specOf(draft));
    const addresses = families.map((family, index) => {
      const holds = held.find((text) => parseAddress(text)?.family === family);
      if (holds !== undefined) return holds;
      const allocator = this.allocators.find((candidate) => candidate.block.family === family);
      if (allocator === undefined) {
        causes.push(invalidValue(`spec.ipFamilies[${index}]`, family, 'not configured on this cluster'));
        return '';
      }
      const wanted = parseAddress(asked[index] ?? '');
      if (wanted === undefined) return allocator.allocate() ?? '';
      const outcome = allocator.take(wanted);
      if (outcome !== 'taken') {
        const why =
          outcome === 'in use' ? 'provided IP is already allocated' : 'the provided IP is not in the valid range';
        causes.push(invalidValue('spec.clusterIPs', asked, `failed to allocate IP ${asked[index] ?? ''}: ${why}`));
      }
      return asked[index] ?? '';
    });
    if (causes.length > 0) throw invalid(resource, nameOf(draft), causes);
    return addresses;
  }

  private withNodePorts(ports: readonly JsonObject[], before: KubeObject | undefined): readonly JsonObject[] {
    const held = before === undefined ? [] : objectsOf(specOf(before).ports);
    return ports.map((port) => {
      const same = held.find((other) => other.port === port.port && other.protocol === port.protocol);
      const nodePort = port.nodePort ?? same?.nodePort ?? this.freeNodePort();
      if (typeof nodePort === 'number') this.nodePorts.add(nodePort);
      return { ...port, nodePort };
    });
  }

  private freeNodePort(): number {
    let port = NODE_PORTS.first;
    while (this.nodePorts.has(port) && port < NODE_PORTS.last) port += 1;
    return port;
  }
}

/** The addresses that a Service has or asks for; none for a headless one. */
export function clusterIpsOf(spec: JsonObject): readonly string[] {
  const list = listOf(spec.clusterIPs).map(textOf);
  const all = list.length > 0 ? list : [textOf(spec.clusterIP)];
  return all.filter((text) => text !== '' && text !== 'None');
}

const isOpen = (spec: JsonObject): boolean => spec.type === 'NodePort' || spec.type === 'LoadBalancer';

function withoutNodePort(port: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(port).filter(([name]) => name !== 'nodePort'));
}
