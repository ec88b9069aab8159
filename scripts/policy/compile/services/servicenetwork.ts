import type { Snapshot } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { addressSet, parseCidr, subtractAddresses, type AddressRange, type AddressSet } from '../../values/addresses';
import type { TermSpace } from '../../values/term';
import { addressesOf } from '../space';

/** The addresses that Services may get: from the profile, else from the ServiceCIDR objects. */
export interface ServiceNetwork {
  readonly isKnown: boolean;
  /** Without addresses of pods and nodes, which a wrong setting could hold. */
  readonly addresses: AddressSet;
}

/** Denying it to egress-isolated pods closes Services that come after the compilation. */
export function serviceNetwork(snapshot: Snapshot, profile: ClusterProfile, space: TermSpace): ServiceNetwork {
  const ranges: AddressRange[] = [];
  for (const text of profile.serviceCIDRs || snapshot.serviceCIDRs) {
    const range = parseCidr(text);
    if (range) ranges.push(range);
  }
  let addresses = addressSet(ranges);
  if (space.podNetworkKnown) addresses = subtractAddresses(addresses, space.podAddresses);
  for (const node of snapshot.nodes) addresses = subtractAddresses(addresses, addressesOf(node.addresses));
  return { isKnown: ranges.length > 0, addresses };
}
