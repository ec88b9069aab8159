import type { Cause } from '../api/status';
import { fieldAt, textOf, type JsonObject } from '../values/json';
import { invalidValue, required } from './causes';
import { labelKeyReasons } from './names';

/**
 * Validates an Event, in the core group's form, as `ValidateEventCreate` does: old-style events (without `eventTime`)
 * only by their namespaces; new-style ones must name controller, instance, action and reason. Group `events.k8s.io`
 * takes new-style ones only.
 */
export function validateEvent(group: string, event: JsonObject): readonly Cause[] {
  const namespace = textOf(fieldAt(event, 'metadata', 'namespace'));
  const involved = textOf(fieldAt(event, 'involvedObject', 'namespace'));
  const isOld = event.eventTime === undefined;
  const causes: Cause[] = isOld ? [] : newStyleCauses(event);
  const clusterWide = isOld ? ['default'] : ['default', 'kube-system'];
  if (involved === '' ? !clusterWide.includes(namespace) : isOld && namespace !== involved) {
    causes.push(invalidValue('involvedObject.namespace', involved, 'does not match event.namespace'));
  }
  if (group !== 'events.k8s.io') return causes;
  if (isOld) causes.push(required('eventTime'));
  if (event.type !== 'Normal' && event.type !== 'Warning') {
    causes.push(invalidValue('type', '', `has invalid value: ${textOf(event.type)}`));
  }
  for (const field of ['firstTimestamp', 'lastTimestamp', 'count', 'source']) {
    if (event[field] !== undefined) causes.push(invalidValue(field, '', 'needs to be unset'));
  }
  return causes;
}

function newStyleCauses(event: JsonObject): Cause[] {
  const causes: Cause[] = [];
  const controller = textOf(event.reportingComponent);
  if (controller === '') causes.push(required('reportingController'));
  for (const reason of labelKeyReasons(controller))
    causes.push(invalidValue('reportingController', controller, reason));
  const limits = [
    ['reportingInstance', textOf(event.reportingInstance), 128],
    ['action', textOf(event.action), 128],
    ['reason', textOf(event.reason), 128],
  ] as const;
  for (const [field, value, limit] of limits) {
    if (value === '') causes.push(required(field));
    if (Buffer.byteLength(value) > limit) causes.push(invalidValue(field, '', `can have at most ${limit} characters`));
  }
  if (Buffer.byteLength(textOf(event.message)) > 1024) {
    causes.push(invalidValue('message', '', 'can have at most 1024 characters'));
  }
  return causes;
}
