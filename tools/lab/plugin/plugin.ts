/**
 * What the Panorama plugin for Kubernetes reads of a cluster and tells Panorama: the addresses of pods and Services
 * with their tags (vendor, "IP-Address-to-Tag Mapping of Kubernetes Attributes"). Tags of nodes and of external
 * Services are not emulated: their form is not known.
 */

/** A Kubernetes object, as far as the plugin reads it. */
export interface PluginObject {
  readonly kind?: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Labels;
    readonly ownerReferences?: readonly { readonly kind?: string; readonly name?: string }[];
  };
  readonly spec?: {
    readonly hostNetwork?: boolean;
    readonly type?: string;
    readonly clusterIP?: string;
    readonly clusterIPs?: readonly string[];
    readonly selector?: Labels;
  };
  readonly status?: {
    readonly phase?: string;
    readonly podIP?: string;
    readonly podIPs?: readonly { readonly ip?: string }[];
  };
}

interface Labels {
  readonly [key: string]: string;
}

/** Tags by address. */
export type Tags = ReadonlyMap<string, ReadonlySet<string>>;

/** The set-up of the plugin, as far as the tags depend on it. */
export interface PluginOptions {
  /** The cluster's name in the set-up of the plugin. */
  readonly cluster: string;
  /** Whether pods of the host network are told, with their node's address. Nobody documents it. @default true */
  readonly hostNetwork?: boolean;
}

/** The tags of owners; a Deployment has none. */
const OWNER_TAGS: Readonly<Record<string, string>> = { DaemonSet: 'ds', ReplicaSet: 'rs', StatefulSet: 'ss' };

/**
 * The tags that the plugin gives each address of a cluster: of the namespace, of labels, of owners, and of the Services
 * that select a pod.
 *
 * @param objects Pods and Services; others are passed over
 */
export function pluginTags(objects: readonly PluginObject[], options: PluginOptions): Tags {
  const tags = new Map<string, Set<string>>();
  const add = (address: string, more: readonly string[]): void => {
    const known = tags.get(address) ?? new Set();
    for (const tag of more) known.add(tag);
    tags.set(address, known);
  };
  const services = objects.filter(({ kind }) => kind === 'Service');
  for (const service of services) {
    for (const address of clusterAddresses(service)) {
      add(address, [...commonTags(service, options), serviceTag(service, options)]);
    }
  }
  for (const pod of objects) {
    if (pod.kind !== 'Pod' || hasEnded(pod) || (pod.spec?.hostNetwork === true && options.hostNetwork === false))
      continue;
    const ofServices = services.filter((service) => selects(service, pod)).map((one) => serviceTag(one, options));
    for (const address of podAddresses(pod)) {
      add(address, [...commonTags(pod, options), ...ownerTags(pod, options), ...ofServices]);
    }
  }
  return tags;
}

const prefixOf = (object: PluginObject, { cluster }: PluginOptions): string =>
  `k8s.cl_${cluster}.ns_${object.metadata?.namespace ?? 'default'}`;

/** The namespace, and each label. */
function commonTags(object: PluginObject, options: PluginOptions): readonly string[] {
  const prefix = prefixOf(object, options);
  const labels = Object.entries(object.metadata?.labels ?? {});
  return [prefix, ...labels.map(([key, value]) => `${prefix}.${key}.${value}`)];
}

function serviceTag(service: PluginObject, options: PluginOptions): string {
  return `${prefixOf(service, options)}.svc_${service.metadata?.name ?? ''}`;
}

function ownerTags(pod: PluginObject, options: PluginOptions): readonly string[] {
  return (pod.metadata?.ownerReferences ?? []).flatMap(({ kind = '', name = '' }) =>
    Object.hasOwn(OWNER_TAGS, kind) ? [`${prefixOf(pod, options)}.${OWNER_TAGS[kind]}_${name}`] : [],
  );
}

function clusterAddresses({ spec }: PluginObject): readonly string[] {
  if (spec?.type === 'ExternalName') return [];
  const addresses = spec?.clusterIPs ?? (spec?.clusterIP === undefined ? [] : [spec.clusterIP]);
  return addresses.filter((address) => address !== '' && address !== 'None');
}

function podAddresses({ status }: PluginObject): readonly string[] {
  const several = (status?.podIPs ?? []).flatMap(({ ip }) => (ip === undefined ? [] : [ip]));
  return several.length > 0 ? several : status?.podIP === undefined || status.podIP === '' ? [] : [status.podIP];
}

function hasEnded({ status }: PluginObject): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed';
}

function selects(service: PluginObject, pod: PluginObject): boolean {
  const selector = Object.entries(service.spec?.selector ?? {});
  const labels = pod.metadata?.labels ?? {};
  return (
    selector.length > 0 &&
    (service.metadata?.namespace ?? 'default') === (pod.metadata?.namespace ?? 'default') &&
    selector.every(([key, value]) => labels[key] === value)
  );
}
