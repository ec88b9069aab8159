/** How a list is merged by strategic merge: item by item by a key, value by value, or not at all. */
export type ListRule =
  { readonly kind: 'key'; readonly key: string } | { readonly kind: 'values' } | { readonly kind: 'replace' };

const byKey = (key: string): ListRule => ({ kind: 'key', key });
const REPLACE: ListRule = { kind: 'replace' };
const VALUES: ListRule = { kind: 'values' };

/**
 * Lists with a `patchMergeKey`, by the fields that hold them (`k8s.io/api`, tags of the Go types). The longest ending
 * of the path counts, and what stands nowhere is replaced: all lists of NetworkPolicy and EndpointSlice.
 */
const RULES: { readonly [path: string]: ListRule } = {
  'metadata.finalizers': VALUES,
  'metadata.ownerReferences': byKey('uid'),
  containers: byKey('name'),
  initContainers: byKey('name'),
  ephemeralContainers: byKey('name'),
  'containers.ports': byKey('containerPort'),
  'initContainers.ports': byKey('containerPort'),
  'containers.env': byKey('name'),
  'initContainers.env': byKey('name'),
  'containers.volumeMounts': byKey('mountPath'),
  'initContainers.volumeMounts': byKey('mountPath'),
  'containers.volumeDevices': byKey('devicePath'),
  volumes: byKey('name'),
  imagePullSecrets: byKey('name'),
  hostAliases: byKey('ip'),
  topologySpreadConstraints: byKey('topologyKey'),
  'Service.spec.ports': byKey('port'),
  'ServiceAccount.secrets': byKey('name'),
  'status.conditions': byKey('type'),
  'Node.status.addresses': byKey('type'),
  'Node.spec.podCIDRs': VALUES,
  'Pod.status.podIPs': byKey('ip'),
};

/** The rule for the list at a path that starts with the kind, such as `Pod.spec.containers.ports`. */
export function listRule(path: string): ListRule {
  const parts = path.split('.');
  for (let from = 0; from < parts.length; from++) {
    const rule = RULES[parts.slice(from).join('.')];
    if (rule !== undefined) return rule;
  }
  return REPLACE;
}
