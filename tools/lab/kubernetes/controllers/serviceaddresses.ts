import type { Resource } from '../api/resources';
import { invalid, type Cause } from '../api/status';
import { Allocator, parseAddress, type Block, type Family } from '../values/address';
import { listOf, textOf, type JsonObject } from '../values/json';
import { nameOf, specOf, type Draft, type KubeObject } from '../values/object';
import { invalidValue } from '../validate/causes';

/** Cluster IPs of Services. Node ports and load balancers are not given out. */
export class ServiceAddresses {
  private readonly allocators: readonly Allocator[];

  constructor(readonly blocks: readonly Block[]) {
    // The first ten are left to those who ask for an address (kube-dns has .10).
    this.allocators = blocks.map((block) => new Allocator(block, 16n));
  }

  /** The families of the cluster, the main one first. */
  get families(): readonly Family[] {
    return this.blocks.map((block) => block.family);
  }

  /**
   * Fills in families and cluster IPs of a Service. `before` is what it was; it keeps its addresses.
   * Throws 422 for an address that is taken or outside.
   */
  complete(resource: Resource, draft: Draft, before: KubeObject | undefined): Draft {
    const spec = specOf(draft);
    if (spec.type === 'ExternalName') return draft;
    const held = before === undefined ? [] : clusterIpsOf(specOf(before));
    const families = this.familiesOf(spec, held);
    const addresses = this.addressesOf(resource, draft, families, held);
    return {
      ...draft,
      spec: {
        ...spec,
        clusterIP: addresses[0] ?? 'None',
        clusterIPs: addresses.length === 0 ? ['None'] : addresses,
        ipFamilies: families,
        ipFamilyPolicy: textOf(spec.ipFamilyPolicy) === '' ? 'SingleStack' : spec.ipFamilyPolicy,
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
    for (const text of clusterIpsOf(specOf(service))) {
      const address = parseAddress(text);
      if (address !== undefined) for (const allocator of this.allocators) allocator.release(address);
    }
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
}

/** The addresses that a Service has or asks for; none for a headless one. */
function clusterIpsOf(spec: JsonObject): readonly string[] {
  const list = listOf(spec.clusterIPs).map(textOf);
  const all = list.length > 0 ? list : [textOf(spec.clusterIP)];
  return all.filter((text) => text !== '' && text !== 'None');
}
