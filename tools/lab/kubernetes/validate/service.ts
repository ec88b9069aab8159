import type { Cause } from '../api/status';
import { parseAddress } from '../values/address';
import { objectsOf, textOf, type JsonObject } from '../values/json';
import { duplicate, invalidValue, notSupported, required } from './causes';
import { validateLabels } from './metadata';
import { labelNameReasons, portNameReasons, portNumberReasons } from './names';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Validates what of a Service's `spec` has to do with addresses and ports (`ValidateService`). */
export function validateService(spec: JsonObject): readonly Cause[] {
  const causes: Cause[] = [...validateLabels(spec.selector, 'spec.selector')];
  const type = textOf(spec.type);
  const ports = objectsOf(spec.ports);
  if (!TYPES.includes(type)) causes.push(notSupported('spec.type', type, TYPES));
  if (ports.length === 0 && type !== 'ExternalName' && spec.clusterIP !== 'None') causes.push(required('spec.ports'));
  if (type === 'ExternalName' && textOf(spec.externalName) === '') causes.push(required('spec.externalName'));
  if (typeof spec.clusterIP === 'string' && !['', 'None'].includes(spec.clusterIP)) {
    if (parseAddress(spec.clusterIP) === undefined) {
      const why = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
      causes.push(invalidValue('spec.clusterIPs[0]', spec.clusterIP, why));
    }
  }
  ports.forEach((port, index) => {
    causes.push(...validatePort(port, `spec.ports[${index}]`, ports.length > 1));
    const same = ports.findIndex((other) => other.port === port.port && other.protocol === port.protocol);
    if (same < index) causes.push(duplicate(`spec.ports[${index}]`, { protocol: port.protocol, port: port.port }));
    const named = ports.findIndex((other) => other.name === port.name);
    if (textOf(port.name) !== '' && named < index) causes.push(duplicate(`spec.ports[${index}].name`, port.name));
  });
  return causes;
}

function validatePort(port: JsonObject, field: string, mustHaveName: boolean): readonly Cause[] {
  const causes: Cause[] = [];
  const name = textOf(port.name);
  if (name === '' && mustHaveName) causes.push(required(`${field}.name`));
  if (name !== '') {
    for (const reason of labelNameReasons(name)) causes.push(invalidValue(`${field}.name`, name, reason));
  }
  const number = typeof port.port === 'number' ? port.port : 0;
  for (const reason of portNumberReasons(number)) causes.push(invalidValue(`${field}.port`, number, reason));
  if (!PROTOCOLS.includes(textOf(port.protocol))) {
    causes.push(notSupported(`${field}.protocol`, port.protocol, PROTOCOLS));
  }
  if (typeof port.targetPort === 'number') {
    for (const reason of portNumberReasons(port.targetPort)) {
      causes.push(invalidValue(`${field}.targetPort`, port.targetPort, reason));
    }
  } else if (typeof port.targetPort === 'string') {
    for (const reason of portNameReasons(port.targetPort)) {
      causes.push(invalidValue(`${field}.targetPort`, port.targetPort, reason));
    }
  }
  return causes;
}
