import { lastManaged } from '../../policy/kubernetes/fieldmanager';
import { metadataField } from '../../policy/kubernetes/identity';
import { FIREWALL_ANNOTATION } from '../../policy/kubernetes/namespaces';
import { copyWithout, isObject, objectsOf } from '../../policy/kubernetes/read';
import type { RawObject } from '../../policy/kubernetes/types';
import {
  ENDPOINT_SLICES,
  NAMESPACES,
  NETWORK_POLICIES,
  NODES,
  SERVICE_CIDRS,
  SERVICES,
  type Resource,
} from '../api/resources';

/**
 * API objects with only what makes rules, so that a snapshot of a large cluster stays small and holds nothing that is
 * nobody's business here (environment variables, commands, images).
 */

/** A resource of the snapshot, and how its objects are cut. */
export interface SnapshotResource {
  readonly resource: Resource;
  readonly slim: (object: RawObject) => RawObject;
}

/** What a snapshot holds beside pods, in the order in which it is read. */
export const SNAPSHOT_RESOURCES: readonly SnapshotResource[] = [
  { resource: NETWORK_POLICIES, slim: slimPolicy },
  { resource: NAMESPACES, slim: slimNamespace },
  { resource: SERVICES, slim: slimService },
  { resource: ENDPOINT_SLICES, slim: slimEndpointSlice },
  { resource: NODES, slim: slimNode },
  { resource: SERVICE_CIDRS, slim: slimServiceCidr },
];

/** Of its field managers, who wrote it last: what an approver sees beside a rule. */
function slimPolicy(object: RawObject): RawObject {
  const slim = withoutManagedFields(object);
  const last = lastManaged(object);
  return last === undefined ? slim : { ...slim, metadata: { ...metadataOf(slim), managedFields: [last] } };
}

function metadataOf(object: RawObject): RawObject {
  return isObject(object.metadata) ? object.metadata : {};
}

/** The object as it is, without the bookkeeping of its field managers. */
export function withoutManagedFields(object: RawObject): RawObject {
  if (!isObject(object.metadata)) return object;
  return { ...object, metadata: copyWithout(object.metadata, { managedFields: true }) };
}

function slimNamespace(object: RawObject): RawObject {
  return { ...identity(object), metadata: slimMetadata(object) };
}

function slimService(object: RawObject): RawObject {
  const fields = ['type', 'clusterIP', 'clusterIPs', 'selector'];
  const spec = picked(object.spec, fields);
  const ports = objectsOf(isObject(object.spec) ? object.spec.ports : undefined).map((port) =>
    picked(port, ['name', 'protocol', 'port', 'targetPort']),
  );
  return { ...identity(object), metadata: slimMetadata(object), spec: { ...spec, ports } };
}

function slimEndpointSlice(object: RawObject): RawObject {
  const endpoints = objectsOf(object.endpoints).map((endpoint) => picked(endpoint, ['addresses']));
  const ports = objectsOf(object.ports).map((port) => picked(port, ['name', 'protocol', 'port']));
  return {
    ...identity(object),
    metadata: slimMetadata(object),
    addressType: object.addressType,
    endpoints,
    ports,
  };
}

function slimNode(object: RawObject): RawObject {
  const status = isObject(object.status) ? object.status : {};
  const addresses = objectsOf(status.addresses).map((entry) => picked(entry, ['type', 'address']));
  return {
    ...identity(object),
    metadata: picked(object.metadata, ['name', 'uid']),
    spec: picked(object.spec, ['podCIDR', 'podCIDRs']),
    status: { addresses },
  };
}

function slimServiceCidr(object: RawObject): RawObject {
  return {
    ...identity(object),
    metadata: picked(object.metadata, ['name', 'uid']),
    spec: picked(object.spec, ['cidrs']),
  };
}

/** A Pod with what makes rules; which one of its name it is, and where it runs, makes none. */
export function slimPod(object: RawObject): RawObject {
  const spec = isObject(object.spec) ? object.spec : {};
  const owners = objectsOf(metadataField(object, 'ownerReferences')).map((owner) =>
    picked(owner, ['apiVersion', 'kind', 'name', 'uid', 'controller']),
  );
  const metadata = copyWithout(slimMetadata(object), { uid: true });
  const containers = objectsOf(spec.containers).map(slimContainer);
  const initContainers = objectsOf(spec.initContainers).map(slimContainer);
  return {
    ...identity(object),
    metadata: owners.length === 0 ? metadata : { ...metadata, ownerReferences: owners },
    spec: {
      ...picked(spec, ['hostNetwork']),
      containers,
      ...(initContainers.length === 0 ? {} : { initContainers }),
    },
    status: slimPodStatus(object),
  };
}

function slimPodStatus(object: RawObject): RawObject {
  return picked(object.status, ['phase', 'podIP', 'podIPs', 'hostIP', 'hostIPs']);
}

function slimContainer(container: RawObject): RawObject {
  const ports = objectsOf(container.ports).map((port) =>
    picked(port, ['name', 'containerPort', 'protocol', 'hostPort']),
  );
  const probes: { [field: string]: unknown } = {};
  for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = container[field];
    if (isObject(probe)) probes[field] = slimProbe(probe);
  }
  const hooks = slimHooks(container.lifecycle);
  return {
    ...picked(container, ['name', 'restartPolicy']),
    ...(ports.length === 0 ? {} : { ports }),
    ...probes,
    ...(Object.keys(hooks).length === 0 ? {} : { lifecycle: hooks }),
  };
}

function slimHooks(lifecycle: unknown): { [field: string]: unknown } {
  const hooks: { [field: string]: unknown } = {};
  if (!isObject(lifecycle)) return hooks;
  for (const field of ['postStart', 'preStop']) {
    const hook = lifecycle[field];
    if (isObject(hook) && isObject(hook.httpGet)) hooks[field] = slimProbe(hook);
  }
  return hooks;
}

/** Where the probe or hook goes; headers and commands may hold secrets. */
function slimProbe(probe: RawObject): RawObject {
  const slim: { [field: string]: unknown } = {};
  for (const handler of ['httpGet', 'tcpSocket', 'grpc']) {
    if (isObject(probe[handler])) slim[handler] = picked(probe[handler], ['host', 'port']);
  }
  return slim;
}

function identity(object: RawObject): RawObject {
  return { apiVersion: object.apiVersion, kind: object.kind };
}

/** Name, namespace, UID and labels, and of the annotations the one of the firewall. */
function slimMetadata(object: RawObject): { [field: string]: unknown } {
  const metadata = picked(object.metadata, ['name', 'namespace', 'uid', 'labels']);
  const annotations = metadataField(object, 'annotations');
  const firewall = picked(annotations, [FIREWALL_ANNOTATION]);
  return Object.keys(firewall).length === 0 ? metadata : { ...metadata, annotations: firewall };
}

function picked(value: unknown, fields: readonly string[]): { [field: string]: unknown } {
  const found: { [field: string]: unknown } = {};
  if (!isObject(value)) return found;
  for (const field of fields) if (value[field] !== undefined && value[field] !== null) found[field] = value[field];
  return found;
}
