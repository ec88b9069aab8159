import { hasKey } from '../../text/canonical';
import { groupOf, metadataField, nameOf, namespaceOf } from '../identity';
import { isObject, objectsOf } from '../read';
import type { RawObject } from '../types';

/**
 * Workloads: objects that make pods from a template. A template stands for pods that are not listed: in files, or
 * scaled to zero.
 */

const WORKLOAD_GROUPS: { readonly [kind: string]: readonly string[] } = {
  CronJob: ['batch'],
  DaemonSet: ['apps', 'extensions'],
  Deployment: ['apps', 'extensions'],
  // OpenShift's elder of Deployment.
  DeploymentConfig: ['apps.openshift.io'],
  Job: ['batch'],
  ReplicaSet: ['apps', 'extensions'],
  ReplicationController: [''],
  StatefulSet: ['apps'],
};

/** True for the kinds of Kubernetes itself, and OpenShift's DeploymentConfig, that make pods from a template. */
export function isWorkload(object: RawObject): boolean {
  const kind = String(object.kind);
  const group = groupOf(object);
  return hasKey(WORKLOAD_GROUPS, kind) && (group === undefined || WORKLOAD_GROUPS[kind].indexOf(group) >= 0);
}

/** The pod template of a workload; undefined where it has none that can be read. */
export function templateOf(workload: RawObject): RawObject | undefined {
  let spec = isObject(workload.spec) ? workload.spec : {};
  if (workload.kind === 'CronJob') {
    const jobTemplate = isObject(spec.jobTemplate) ? spec.jobTemplate : {};
    spec = isObject(jobTemplate.spec) ? jobTemplate.spec : {};
  }
  return isObject(spec.template) ? spec.template : undefined;
}

/**
 * The workloads whose templates stand for pods that are not listed: none of their pods is, no other listed workload
 * owns them, and they may still make pods (a finished Job does not, nor does an old ReplicaSet of a Deployment).
 *
 * @param pods those that run
 */
export function unlistedWorkloads(workloads: readonly RawObject[], pods: readonly RawObject[]): RawObject[] {
  const covered = coveredWorkloads(workloads, pods);
  const listed: { [id: string]: true } = {};
  for (const workload of workloads) listed[idOf(workload)] = true;
  return workloads.filter((workload) => {
    const owner = ownerOf(workload);
    if (owner !== undefined && (hasKey(listed, owner) || isScaledToZero(workload))) return false;
    return !hasKey(covered, idOf(workload)) && !isFinishedJob(workload);
  });
}

/** Ids of all workloads that own a listed pod, directly or through another workload. */
function coveredWorkloads(workloads: readonly RawObject[], pods: readonly RawObject[]): { [id: string]: true } {
  const owners: { [id: string]: string } = {};
  for (const workload of workloads) {
    const owner = ownerOf(workload);
    if (owner !== undefined) owners[idOf(workload)] = owner;
  }
  const covered: { [id: string]: true } = {};
  for (const pod of pods) {
    const owner = ownerOf(pod);
    if (owner !== undefined) cover(covered, owners, owner);
  }
  return covered;
}

function cover(covered: { [id: string]: true }, owners: { readonly [id: string]: string }, id: string): void {
  if (hasKey(covered, id)) return;
  covered[id] = true;
  const above = hasKey(owners, id) ? owners[id] : parentByName(id);
  if (above !== undefined) cover(covered, owners, above);
}

/**
 * `shop/ReplicaSet/web-5d4f` belongs to `shop/Deployment/web`, a Job of a CronJob likewise: how controllers name them.
 */
function parentByName(id: string): string | undefined {
  const parts = id.split('/');
  const parent = parts[1] === 'ReplicaSet' ? 'Deployment' : parts[1] === 'Job' ? 'CronJob' : undefined;
  const dash = parts[2].lastIndexOf('-');
  return parent === undefined || dash < 1 ? undefined : parts[0] + '/' + parent + '/' + parts[2].slice(0, dash);
}

function idOf(workload: RawObject): string {
  return namespaceOf(workload) + '/' + String(workload.kind) + '/' + nameOf(workload);
}

/** The id of the controlling owner, which is always in the same namespace. */
function ownerOf(object: RawObject): string | undefined {
  for (const reference of objectsOf(metadataField(object, 'ownerReferences'))) {
    if (reference.controller === true && typeof reference.kind === 'string' && typeof reference.name === 'string') {
      return namespaceOf(object) + '/' + reference.kind + '/' + reference.name;
    }
  }
  return undefined;
}

function isScaledToZero(workload: RawObject): boolean {
  return isObject(workload.spec) && workload.spec.replicas === 0;
}

function isFinishedJob(workload: RawObject): boolean {
  if (workload.kind !== 'Job' || !isObject(workload.status)) return false;
  return objectsOf(workload.status.conditions).some(
    (condition) => (condition.type === 'Complete' || condition.type === 'Failed') && condition.status === 'True',
  );
}
