import type { RawObject } from '../../kubernetes/types';
import { canonicalJson, hasKey } from '../../text/canonical';
import { asText, nameOf, namespaceOf } from './raw';

/**
 * The kinds that the proof reads, each with the API groups that have it (Kubernetes API reference). Other groups have
 * kinds of the same names, which are something else: `StatefulSet` of OpenKruise, `Service` of Knative.
 */
const GROUPS: { readonly [kind: string]: readonly string[] } = {
  CronJob: ['batch'],
  DaemonSet: ['apps', 'extensions'],
  Deployment: ['apps', 'extensions'],
  DeploymentConfig: ['apps.openshift.io'],
  EndpointSlice: ['discovery.k8s.io'],
  Endpoints: [''],
  // Pods as the watcher folds them; they have no name, and are no copies of each other.
  FoldedPods: ['cnseries.panw.com'],
  Job: ['batch'],
  Namespace: [''],
  // Those of other versions are refused, but they show that their namespace exists.
  NetworkPolicy: ['networking.k8s.io', 'extensions', ''],
  Node: [''],
  Pod: [''],
  ReplicaSet: ['apps', 'extensions'],
  ReplicationController: [''],
  Service: [''],
  ServiceCIDR: ['networking.k8s.io'],
  StatefulSet: ['apps'],
};

/**
 * The objects of the kinds above; an object without `apiVersion` is taken at its word. Each once: files may hold copies,
 * of which the first in canonical order counts (docs/diagnostics.md, object-duplicate). Policies that are given twice are
 * told apart where they are read.
 */
export function knownObjects(objects: readonly RawObject[]): RawObject[] {
  const chosen: { [id: string]: RawObject } = {};
  const known = objects.filter(isKnown);
  for (const object of known.filter(isNamed)) {
    const id = idOf(object);
    if (!hasKey(chosen, id) || canonicalJson(object) < canonicalJson(chosen[id])) chosen[id] = object;
  }
  return known.filter((object) => !isNamed(object) || chosen[idOf(object)] === object);
}

function isKnown(object: RawObject): boolean {
  const kind = asText(object.kind);
  if (!hasKey(GROUPS, kind)) return false;
  const version = asText(object.apiVersion);
  return version === '' || GROUPS[kind].indexOf(version.indexOf('/') < 0 ? '' : version.split('/')[0]) >= 0;
}

/** Objects with `generateName` alone are all different. */
function isNamed(object: RawObject): boolean {
  return object.kind !== 'NetworkPolicy' && nameOf(object) !== '';
}

function idOf(object: RawObject): string {
  return asText(object.kind) + '/' + namespaceOf(object) + '/' + nameOf(object);
}
