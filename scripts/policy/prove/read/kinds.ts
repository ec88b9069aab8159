import type { RawObject } from '../../kubernetes/types';
import { hasKey } from '../../text/canonical';
import { asText } from './raw';

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

/** The objects of the kinds above; an object without `apiVersion` is taken at its word. */
export function knownObjects(objects: readonly RawObject[]): RawObject[] {
  return objects.filter((object) => {
    const kind = asText(object.kind);
    if (!hasKey(GROUPS, kind)) return false;
    const version = asText(object.apiVersion);
    return version === '' || GROUPS[kind].indexOf(version.indexOf('/') < 0 ? '' : version.split('/')[0]) >= 0;
  });
}
