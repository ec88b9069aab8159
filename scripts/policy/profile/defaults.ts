import type { ClusterProfile } from './types';

/** What holds where a cluster's profile says nothing; docs/profile.md gives the reasons. */
export type ProfileDefaults = Omit<ClusterProfile, 'cluster' | 'deviceGroup' | 'tags'> & {
  readonly tags: Omit<ClusterProfile['tags'], 'cluster'>;
};

/** The defaults are the cautious choices: a new cluster logs what would be denied, and a human commits. */
export const PROFILE_DEFAULTS: ProfileDefaults = {
  panoramaInstance: '',
  watcherInstance: '',
  panoramaAdmin: '',
  clusterUID: '',
  enforcement: 'audit',
  autoCommit: false,
  autoPush: false,
  commit: { minIntervalMinutes: 5 },
  rulebase: 'pre',
  position: { at: 'bottom', rule: '' },
  applyMode: 'batch',
  style: 'readable',
  zones: { from: ['any'], to: ['any'] },
  excludedNamespaces: ['kube-system'],
  podCIDRs: undefined,
  serviceCIDRs: undefined,
  inspection: 'both-ends',
  refused: 'leave-out',
  nodes: { toPods: 'probes', ports: [], addresses: [] },
  tags: { labelKey: 'identity', hostNetwork: 'registered' },
  tagPruning: false,
  sctp: 'refuse',
  filterNot: false,
  capacity: { rules: 10000, groups: 10000, members: 2000 },
  isolation: { action: 'deny', log: 'end' },
  defaults: {},
  allowed: {},
  guardRails: {
    approveAlways: false,
    maxChanges: 200,
    maxDeletes: 20,
    maxDeletedShare: 0.3,
    maxMoves: 50,
    approveExternal: ['0.0.0.0/0', '::/0'],
  },
  approverRoles: [],
};

/** The profile of a cluster that nobody has set up: all defaults, for looking at policies before there is a profile. */
export function localProfile(cluster = 'local', deviceGroup = 'cnseries'): ClusterProfile {
  return {
    ...PROFILE_DEFAULTS,
    cluster,
    deviceGroup,
    tags: { ...PROFILE_DEFAULTS.tags, cluster },
  };
}
