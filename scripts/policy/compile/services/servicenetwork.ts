import type { Snapshot } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { subtractAddresses, type AddressSet } from '../../values/addresses';
import { addressesOf, networksOf } from '../../values/addresslists';
import type { TermSpace } from '../../values/term';

/** The addresses that Services may get: from the profile, else from the ServiceCIDR objects. */
export interface ServiceNetwork {
  readonly isKnown: boolean;
  /** Without addresses of pods and nodes, which a wrong setting could hold. */
  readonly addresses: AddressSet;
}

/** Denying it to egress-isolated pods closes Services that come after the compilation. */
export function serviceNetwork(snapshot: Snapshot, profile: ClusterProfile, space: TermSpace): ServiceNetwork {
  const network = networksOf(profile.serviceCIDRs || snapshot.serviceCIDRs);
  let addresses = network;
  if (space.podNetworkKnown) addresses = subtractAddresses(addresses, space.podAddresses);
  for (const node of snapshot.nodes) addresses = subtractAddresses(addresses, addressesOf(node.addresses));
  return { isKnown: network.length > 0, addresses };
}
