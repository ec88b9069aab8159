import type { Resource } from '../api/resources';
import { invalid, type Cause } from '../api/status';
import { objectsOf, sameJson, textOf, type JsonObject } from '../values/json';
import { specOf, type Draft, type KubeObject } from '../values/object';
import { forbiddenField, invalidValue } from './causes';
import { validateEvent } from './event';
import { validateMetadata } from './metadata';
import { validatePolicySpec } from './networkpolicy';
import { validateService } from './service';
import { validatePodSpec, validateTemplate, validateWorkload } from './workload';

/**
 * Checks an object with its defaults, and on an update what must not change.
 *
 * @throws ApiError 422 with every mistake
 */
export function validate(resource: Resource, draft: Draft, before: KubeObject | undefined): void {
  const causes = [
    ...validateMetadata(resource, draft.metadata),
    ...validateKind(resource, draft),
    ...(before === undefined ? [] : validateChange(resource, draft, before)),
  ];
  if (causes.length > 0) throw invalid(resource, textOf(draft.metadata.name), causes);
}

function validateKind(resource: Resource, draft: Draft): readonly Cause[] {
  const spec = specOf(draft);
  switch (resource.kind) {
    case 'NetworkPolicy':
      return validatePolicySpec(spec);
    case 'Service':
      return validateService(spec);
    case 'Pod':
      return validatePodSpec(spec, 'spec');
    case 'Event':
      return validateEvent(resource.group, draft);
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
    case 'DaemonSet':
      return validateWorkload(spec);
    case 'Job':
      return validateTemplate(spec.template);
    default:
      return [];
  }
}

/** What must stay as it is. */
function validateChange(resource: Resource, draft: Draft, before: KubeObject): readonly Cause[] {
  const [now, was] = [specOf(draft), specOf(before)];
  switch (resource.kind) {
    case 'Deployment':
    case 'ReplicaSet':
    case 'DaemonSet':
      return sameJson(now.selector, was.selector)
        ? []
        : [invalidValue('spec.selector', now.selector, 'field is immutable')];
    case 'StatefulSet':
      return sameJson(fixedPart(now), fixedPart(was))
        ? []
        : [
            forbiddenField(
              'spec',
              "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
            ),
          ];
    case 'Pod':
      return sameJson(withoutImages(now), withoutImages(was))
        ? []
        : [
            forbiddenField(
              'spec',
              'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
            ),
          ];
    case 'Node':
      return (was.podCIDR ?? now.podCIDR) === now.podCIDR
        ? []
        : [forbiddenField('spec.podCIDRs', 'node updates may not change podCIDR except from "" to valid')];
    case 'Service':
      return textOf(was.clusterIP) !== '' && textOf(now.clusterIP) !== '' && now.clusterIP !== was.clusterIP
        ? [invalidValue('spec.clusterIPs[0]', [textOf(now.clusterIP)], 'may not change once set')]
        : [];
    default:
      return [];
  }
}

function fixedPart(spec: JsonObject): JsonObject {
  return {
    ...spec,
    replicas: undefined,
    ordinals: undefined,
    template: undefined,
    updateStrategy: undefined,
    revisionHistoryLimit: undefined,
    persistentVolumeClaimRetentionPolicy: undefined,
    minReadySeconds: undefined,
  };
}

function withoutImages(spec: JsonObject): JsonObject {
  const strip = (list: JsonObject[string]): JsonObject[string] =>
    list === undefined ? undefined : objectsOf(list).map((item) => ({ ...item, image: undefined }));
  return {
    ...spec,
    containers: strip(spec.containers),
    initContainers: strip(spec.initContainers),
    activeDeadlineSeconds: undefined,
    tolerations: undefined,
  };
}
