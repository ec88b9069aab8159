import {
  checkFields,
  fieldSet,
  isAbsent,
  readInteger,
  readList,
  readObject,
  readString,
  report,
  reportType,
  shown,
  type Reader,
} from './read';
import { portNameViolation } from './syntax';
import type { PortMatch, Ports, Protocol, RawObject } from './types';

/** Reading `ports` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPort). */

const PORT = fieldSet(['protocol', 'port', 'endPort']);

/** Absent and empty mean the same: anything. */
export function readPorts(reader: Reader, value: unknown, path: string): Ports {
  const list = readList(reader, value, path);
  const ports: PortMatch[] = [];
  for (let i = 0; i < list.length; i++) {
    const match = readPortMatch(reader, list[i], path + '[' + String(i) + ']');
    if (match) ports.push(match);
  }
  return list.length === 0 ? { kind: 'anything' } : { kind: 'ports', ports };
}

function readPortMatch(reader: Reader, value: unknown, path: string): PortMatch | undefined {
  // The API server reads a null element as an empty one.
  const object = isAbsent(value) ? {} : readObject(reader, value, path);
  if (!object) return undefined;
  checkFields(reader, object, PORT, path);
  const protocol = readProtocol(reader, object.protocol, path + '.protocol');
  if (isAbsent(object.port)) return readPortless(reader, object, protocol, path);
  if (typeof object.port === 'string') return readNamed(reader, object, object.port, protocol, path);
  return readRange(reader, object, protocol, path);
}

/** The protocol; absent reads as TCP, and so does (after a diagnostic) what is none. */
export function readProtocol(reader: Reader, value: unknown, path: string): Protocol {
  const text = readString(reader, value, path);
  if (text === 'TCP' || text === 'UDP' || text === 'SCTP') return text;
  if (text !== undefined) report(reader, 'protocol-unknown', { value: shown(text) }, path);
  return 'TCP';
}

function readPortless(reader: Reader, object: RawObject, protocol: Protocol, path: string): PortMatch {
  const endPort = readInteger(reader, object.endPort, path + '.endPort');
  if (endPort !== undefined) {
    report(reader, 'port-range-invalid', { endPort, reason: 'stands without a port' }, path + '.endPort');
  }
  return { kind: 'every', protocol, path };
}

function readNamed(reader: Reader, object: RawObject, name: string, protocol: Protocol, path: string): PortMatch {
  const violation = portNameViolation(name);
  if (violation !== undefined)
    report(reader, 'port-invalid', { value: shown(name), reason: violation }, path + '.port');
  const endPort = readInteger(reader, object.endPort, path + '.endPort');
  if (endPort !== undefined) {
    report(reader, 'port-range-invalid', { endPort, reason: 'stands beside a named port' }, path + '.endPort');
  }
  return { kind: 'named', protocol, name, path };
}

function readRange(reader: Reader, object: RawObject, protocol: Protocol, path: string): PortMatch | undefined {
  if (typeof object.port !== 'number') {
    reportType(reader, 'a port number or the name of a port', object.port, path + '.port');
    return undefined;
  }
  const from = readInteger(reader, object.port, path + '.port');
  const endPort = readInteger(reader, object.endPort, path + '.endPort');
  if (from === undefined) return undefined;
  if (!isPortNumber(from)) {
    report(reader, 'port-invalid', { value: from, reason: 'a port is a number from 1 to 65535' }, path + '.port');
  }
  const to = endPort === undefined ? from : endPort;
  if (!isPortNumber(to) && endPort !== undefined) {
    report(reader, 'port-range-invalid', { endPort: to, reason: 'is not from 1 to 65535' }, path + '.endPort');
  } else if (to < from) {
    const reason = 'is smaller than port ' + String(from);
    report(reader, 'port-range-invalid', { endPort: to, reason }, path + '.endPort');
  }
  return { kind: 'range', protocol, from, to, path };
}

function isPortNumber(value: number): boolean {
  return value >= 1 && value <= 65535;
}
