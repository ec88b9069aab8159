import type { KubeObject } from '../values/object';
import { fieldAt, listOf, type Json } from '../values/json';
import { storedFieldPath } from './events';
import type { Resource } from './resources';
import { badRequest, quote } from './status';

/** Decides by fields. */
export type FieldTest = (object: KubeObject) => boolean;

/** The fields by which each resource can be selected, beside name and namespace (`AddFieldLabelConversionFunc`). */
const FIELDS: { readonly [storage: string]: readonly string[] } = {
  pods: [
    'spec.hostNetwork',
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.nominatedNodeName',
    'status.phase',
    'status.podIP',
    'status.podIPs',
  ],
  nodes: ['spec.unschedulable'],
  namespaces: ['status.phase'],
  secrets: ['type'],
  services: ['spec.clusterIP', 'spec.type'],
  events: [
    'involvedObject.apiVersion',
    'involvedObject.fieldPath',
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.resourceVersion',
    'involvedObject.uid',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  'replicasets.apps': ['status.replicas'],
  'jobs.batch': ['status.successful'],
};

/**
 * Reads a `fieldSelector`: `a.b=c`, `a.b==c`, `a.b!=c`, joined by commas.
 *
 * @throws ApiError 400
 */
export function fieldTest(selector: string, resource: Resource): FieldTest {
  const tests = selector
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [, asked = '', operator, value = ''] = /^([^!=]+)(==|=|!=)(.*)$/.exec(part) ?? [];
      const path = storedFieldPath(resource, asked);
      if (operator === undefined) {
        throw badRequest(`invalid selector: ${quote(selector)}; can't understand ${quote(part)}`);
      }
      if (!['metadata.name', 'metadata.namespace', ...(FIELDS[resource.storage] ?? [])].includes(path)) {
        throw badRequest(
          `Unable to find ${quote(`${resource.group}/${resource.version}, Resource=${resource.plural}`)} that match ` +
            `label selector "", field selector ${quote(selector)}: field label not supported: ${asked}`,
        );
      }
      return (object: KubeObject) => (fieldText(object, path) === value) === (operator !== '!=');
    });
  return (object) => tests.every((test) => test(object));
}

function fieldText(object: KubeObject, path: string): string {
  if (path === 'source') return scalar(fieldAt(object, 'source', 'component') ?? object.reportingComponent);
  if (path === 'status.podIPs') {
    return listOf(fieldAt(object, 'status', 'podIPs'))
      .map((item) => scalar(fieldAt(item, 'ip')))
      .join(',');
  }
  const value = fieldAt(object, ...path.split('.'));
  if (value === undefined && ['spec.hostNetwork', 'spec.unschedulable'].includes(path)) return 'false';
  return scalar(value);
}

const scalar = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
