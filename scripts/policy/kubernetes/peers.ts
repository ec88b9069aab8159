import { sortedUnique } from '../text/canonical';
import type { AddressRange } from '../values/addresses';
import { isStrictlyInside, readCidr } from './cidrtext';
import {
  checkFields,
  fieldSet,
  isAbsent,
  readList,
  readObject,
  readString,
  readStringList,
  report,
  shown,
  type Reader,
} from './read';
import { readSelector } from './readselector';
import type { Peer, Peers, RawObject } from './types';

/** Reading `from` and `to` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPeer). */

const PEER = fieldSet(['podSelector', 'namespaceSelector', 'ipBlock']);
const IP_BLOCK = fieldSet(['cidr', 'except']);

/** Absent and empty mean the same: anyone. */
export function readPeers(reader: Reader, value: unknown, path: string): Peers {
  const list = readList(reader, value, path);
  const peers: Peer[] = [];
  for (let i = 0; i < list.length; i++) {
    const peer = readPeer(reader, list[i], path + '[' + String(i) + ']');
    if (peer) peers.push(peer);
  }
  return list.length === 0 ? { kind: 'anyone' } : { kind: 'peers', peers };
}

function readPeer(reader: Reader, value: unknown, path: string): Peer | undefined {
  const object = isAbsent(value) ? {} : readObject(reader, value, path);
  if (!object) return undefined;
  checkFields(reader, object, PEER, path);
  const selects = !isAbsent(object.podSelector) || !isAbsent(object.namespaceSelector);
  if (!isAbsent(object.ipBlock)) {
    if (selects) report(reader, 'peer-mixed', {}, path);
    return readIpBlock(reader, object.ipBlock, path);
  }
  if (!selects) {
    report(reader, 'peer-empty', {}, path);
    return undefined;
  }
  return readPodPeer(reader, object, path);
}

function readPodPeer(reader: Reader, object: RawObject, path: string): Peer {
  const pods = readSelector(reader, object.podSelector, path + '.podSelector');
  if (isAbsent(object.namespaceSelector)) {
    return { kind: 'pods', namespaces: { kind: 'own' }, pods, path };
  }
  const selector = readSelector(reader, object.namespaceSelector, path + '.namespaceSelector');
  return { kind: 'pods', namespaces: { kind: 'selected', selector }, pods, path };
}

function readIpBlock(reader: Reader, value: unknown, peerPath: string): Peer | undefined {
  const path = peerPath + '.ipBlock';
  const object = readObject(reader, value, path);
  if (!object) return undefined;
  checkFields(reader, object, IP_BLOCK, path);
  const text = readString(reader, object.cidr, path + '.cidr');
  if (isAbsent(object.cidr)) report(reader, 'field-missing', { expected: 'a CIDR' }, path + '.cidr');
  const block = text === undefined ? undefined : readBlock(reader, text, path + '.cidr');
  const exceptions = readStringList(reader, object.except, path + '.except');
  const except: string[] = [];
  for (let i = 0; i < exceptions.length; i++) {
    const exception = readBlock(reader, exceptions[i], path + '.except[' + String(i) + ']');
    if (!exception || !block) continue;
    except.push(exception.text);
    if (!isStrictlyInside(exception.range, block.range)) {
      const params = { except: exception.text, cidr: block.text };
      report(reader, 'except-outside', params, path + '.except[' + String(i) + ']');
    }
  }
  return block && { kind: 'ipBlock', cidr: block.text, except: sortedUnique(except), path: peerPath };
}

function readBlock(reader: Reader, text: string, path: string): { text: string; range: AddressRange } | undefined {
  const reading = readCidr(text);
  if (reading.kind === 'cidr') return reading;
  report(reader, 'cidr-invalid', { value: shown(text), reason: reading.reason }, path);
  return undefined;
}
