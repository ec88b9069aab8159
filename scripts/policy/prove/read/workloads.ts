import type { RawObject } from '../../kubernetes/types';
import { hasKey } from '../../text/canonical';
import { asList, asObject, asText, at, nameOf, namespaceOf } from './raw';

/** Where each kind of workload has its pod template; DeploymentConfig is OpenShift's. */
const TEMPLATES: { readonly [kind: string]: readonly string[] } = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  DeploymentConfig: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The kinds that make another workload, named after them with one more part. */
const MAKERS: { readonly [kind: string]: string } = { ReplicaSet: 'Deployment', Job: 'CronJob' };

/** The pod template of a workload. */
export function templateOf(workload: RawObject): RawObject {
  return asObject(at(workload, TEMPLATES[asText(workload.kind)]));
}

/**
 * The workloads whose templates stand for pods: none of their pods is listed, and they may still make some. Not those
 * that a listed workload made, which speaks for them; not what is over: finished Jobs, old ReplicaSets.
 *
 * @param objects without pods that have ended
 */
export function standingWorkloads(objects: readonly RawObject[]): RawObject[] {
  const workloads = objects.filter((object) => hasKey(TEMPLATES, asText(object.kind)));
  const byId: { [id: string]: RawObject } = {};
  for (const workload of workloads) byId[idOf(workload)] = workload;
  const shown: { [id: string]: true } = {};
  for (const object of objects) {
    if (object.kind !== 'Pod' && object.kind !== 'FoldedPods') continue;
    for (let id = controllerOf(object); id !== '' && !hasKey(shown, id);) {
      shown[id] = true;
      id = (hasKey(byId, id) && controllerOf(byId[id])) || makerOf(id);
    }
  }
  return workloads.filter((workload) => {
    const controller = controllerOf(workload);
    const isMade = controller !== '' && (hasKey(byId, controller) || at(workload, ['spec', 'replicas']) === 0);
    return !isMade && !isFinished(workload) && !hasKey(shown, idOf(workload));
  });
}

/** Which workload keeps each pod running, both as `shop/web`: the outermost that is known by name. */
export function workloadNames(objects: readonly RawObject[]): { readonly [pod: string]: string } {
  const controllers: { [id: string]: string } = {};
  for (const object of objects) {
    if (hasKey(TEMPLATES, asText(object.kind))) controllers[idOf(object)] = controllerOf(object);
  }
  const names: { [pod: string]: string } = {};
  for (const pod of objects) {
    if (pod.kind !== 'Pod' && pod.kind !== 'FoldedPods') continue;
    let id = controllerOf(pod);
    // Owners are named in chains; one that names itself ends here.
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const above = (hasKey(controllers, id) && controllers[id]) || makerOf(id);
      if (above === '') break;
      id = above;
    }
    const [namespace, , name] = id.split('/');
    if (id === '') continue;
    for (const own of podNames(pod)) names[namespaceOf(pod) + '/' + own] = namespace + '/' + name;
  }
  return names;
}

/** The name of a Pod, or those of pods that the watcher has folded into one object. */
export function podNames(object: RawObject): string[] {
  if (object.kind !== 'FoldedPods') return [nameOf(object)];
  const start = asText(at(object, ['metadata', 'generateName']));
  return asList(object.names).map((end) => start + asText(end));
}

/** Pod, ReplicaSet, Deployment, and an operator's own above. */
const LONGEST_CHAIN = 4;

function idOf(object: RawObject): string {
  return namespaceOf(object) + '/' + asText(object.kind) + '/' + nameOf(object);
}

/** The controller's id, from the owner references (meta/v1); '' for none. */
function controllerOf(object: RawObject): string {
  for (const item of asList(at(object, ['metadata', 'ownerReferences']))) {
    const owner = asObject(item);
    if (owner.controller === true) return namespaceOf(object) + '/' + asText(owner.kind) + '/' + asText(owner.name);
  }
  return '';
}

/** `shop/ReplicaSet/web-5d4f` is made by `shop/Deployment/web`, also where the ReplicaSet is not listed. */
function makerOf(id: string): string {
  const match = /^([^/]*)\/([^/]*)\/(.+)-[^-]*$/.exec(id);
  return match && hasKey(MAKERS, match[2]) ? match[1] + '/' + MAKERS[match[2]] + '/' + match[3] : '';
}

/** A Job's condition `Complete` or `Failed` (batch/v1). */
function isFinished(workload: RawObject): boolean {
  if (workload.kind !== 'Job') return false;
  return asList(at(workload, ['status', 'conditions'])).some((item) => {
    const condition = asObject(item);
    return /^(Complete|Failed)$/.test(asText(condition.type)) && condition.status === 'True';
  });
}
