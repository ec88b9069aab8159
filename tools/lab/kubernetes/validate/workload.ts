import type { Cause } from '../api/status';
import { objectOf, objectsOf, stringMapOf, textOf, type JsonObject } from '../values/json';
import { duplicate, invalidValue, notSupported, required } from './causes';
import { selects, validateSelector } from './labelselector';
import { validateLabels } from './metadata';
import { labelNameReasons, portNameReasons, portNumberReasons } from './names';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Validates what of a pod's `spec` has to do with containers' names and ports (`ValidatePodSpec`). */
export function validatePodSpec(spec: JsonObject, field: string): readonly Cause[] {
  const containers = objectsOf(spec.containers);
  const causes: Cause[] = containers.length === 0 ? [required(`${field}.containers`)] : [];
  const lists = [
    ['containers', containers],
    ['initContainers', objectsOf(spec.initContainers)],
  ] as const;
  for (const [list, items] of lists) {
    const names = items.map((item) => textOf(item.name));
    items.forEach((container, index) => {
      const where = `${field}.${list}[${index}]`;
      causes.push(...validateContainer(container, where));
      if (names.indexOf(names[index] ?? '') < index) causes.push(duplicate(`${where}.name`, names[index]));
    });
  }
  return causes;
}

function validateContainer(container: JsonObject, field: string): readonly Cause[] {
  const causes: Cause[] = [];
  const name = textOf(container.name);
  if (name === '') causes.push(required(`${field}.name`));
  else for (const reason of labelNameReasons(name)) causes.push(invalidValue(`${field}.name`, name, reason));
  if (textOf(container.image) === '') causes.push(required(`${field}.image`));
  objectsOf(container.ports).forEach((port, index) => {
    const where = `${field}.ports[${index}]`;
    const number = typeof port.containerPort === 'number' ? port.containerPort : 0;
    if (number === 0) causes.push(required(`${where}.containerPort`));
    else {
      for (const reason of portNumberReasons(number))
        causes.push(invalidValue(`${where}.containerPort`, number, reason));
    }
    if (typeof port.name === 'string') {
      for (const reason of portNameReasons(port.name)) causes.push(invalidValue(`${where}.name`, port.name, reason));
    }
    if (!PROTOCOLS.includes(textOf(port.protocol))) {
      causes.push(notSupported(`${where}.protocol`, port.protocol, PROTOCOLS));
    }
  });
  return causes;
}

/** Validates replicas, selector and template of a workload of the group `apps`. */
export function validateWorkload(spec: JsonObject): readonly Cause[] {
  const causes: Cause[] = [];
  if (typeof spec.replicas === 'number' && spec.replicas < 0) {
    causes.push(invalidValue('spec.replicas', spec.replicas, 'must be greater than or equal to 0'));
  }
  const labels = stringMapOf(objectOf(objectOf(spec.template).metadata).labels);
  const selector = objectOf(spec.selector);
  if (spec.selector === undefined) causes.push(required('spec.selector'));
  else if (Object.keys(selector).length === 0) {
    causes.push(invalidValue('spec.selector', selector, 'empty selector is invalid for deployment'));
  } else if (!selects(selector, labels)) {
    const why = '`selector` does not match template `labels`';
    causes.push(invalidValue('spec.template.metadata.labels', labels, why));
  }
  return [...causes, ...validateSelector(spec.selector, 'spec.selector'), ...validateTemplate(spec.template)];
}

/** Validates a pod template. */
export function validateTemplate(template: JsonObject[string]): readonly Cause[] {
  const { metadata, spec } = objectOf(template);
  return [
    ...validateLabels(objectOf(metadata).labels, 'spec.template.labels'),
    ...validatePodSpec(objectOf(spec), 'spec.template.spec'),
  ];
}
