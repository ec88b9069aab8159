import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic';
import type { Policy, Snapshot } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { isAddressSubset, parseCidr, unionAddresses, type AddressSet } from '../../values/addresses';
import type { TermSpace } from '../../values/term';
import { serviceNetwork } from './servicenetwork';
import { addressesOf } from '../../values/addresslists';

/**
 * A warning for each block that holds nothing but Service addresses. Policies are about the ends of connections, and a
 * Service address is none: what may be reached through it is a matter of those behind it, wherever packets are seen.
 */
export function serviceBlocks(
  policies: readonly Policy[],
  snapshot: Snapshot,
  profile: ClusterProfile,
  space: TermSpace,
): Diagnostic[] {
  const addresses = serviceAddresses(snapshot, profile, space);
  const warnings: Diagnostic[] = [];
  if (addresses.length === 0) return warnings;
  for (const policy of policies) {
    for (const entry of policy.entries) {
      if (entry.peers.kind === 'anyone') continue;
      for (const peer of entry.peers.peers) {
        if (peer.kind !== 'ipBlock') continue;
        const block = parseCidr(peer.cidr);
        if (!block || !isAddressSubset([block], addresses)) continue;
        warnings.push(
          diagnose(
            'block-of-services',
            { block: peer.cidr },
            { policy: { namespace: policy.id.namespace, name: policy.id.name }, path: peer.path },
          ),
        );
      }
    }
  }
  return warnings;
}

function serviceAddresses(snapshot: Snapshot, profile: ClusterProfile, space: TermSpace): AddressSet {
  const texts: string[] = [];
  for (const service of snapshot.services) texts.push.apply(texts, service.clusterIPs as string[]);
  return unionAddresses(addressesOf(texts), serviceNetwork(snapshot, profile, space).addresses);
}
