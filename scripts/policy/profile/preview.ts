import type { Snapshot } from '../kubernetes/types';
import { localProfile } from './defaults';
import type { ClusterProfile } from './types';

/** The profile of a run without a cluster profile, and what it takes for granted, in words. */
export interface Preview {
  readonly profile: ClusterProfile;
  readonly notes: readonly string[];
}

/**
 * A preview for files: what they alone cannot tell is left out, and said. Rules for kubelet probes need the Nodes.
 */
export function previewProfile(snapshot: Snapshot): Preview {
  const profile = localProfile();
  const hasNodes = snapshot.nodes.some((node) => node.addresses.length > 0);
  const notes = [
    'No cluster profile: cluster "' +
      profile.cluster +
      '", device group "' +
      profile.deviceGroup +
      '", everything else by default.',
  ];
  if (!hasNodes) notes.push('No address of a Node in the input: no rules for kubelet probes (nodes.toPods "off").');
  return {
    profile: {
      ...profile,
      nodes: hasNodes ? profile.nodes : { ...profile.nodes, toPods: 'off' },
    },
    notes,
  };
}
