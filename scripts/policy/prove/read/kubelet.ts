import type { RawObject } from '../../kubernetes/types';
import { asList, asObject, asText, at, isPortNumber } from './raw';

/** Where the kubelet connects to the pod's own address (Kubernetes API reference, core/v1 `Probe` and `Lifecycle`). */

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** A probe has one action; `exec` connects to nothing. */
const PROBE_ACTIONS = ['httpGet', 'tcpSocket', 'grpc'];

/** Hooks connect by `httpGet` alone: `tcpSocket` "is NOT supported as a LifecycleHandler", and `sleep` connects to nothing. */
const HOOKS = ['postStart', 'preStop'];

/** The TCP ports of the pod that the kubelet connects to: those of probes and of lifecycle hooks. */
export function kubeletPorts(containers: readonly RawObject[]): number[] {
  const ports: number[] = [];
  function add(container: RawObject, handler: RawObject): void {
    // With a host of its own it goes there, not to the pod.
    if (asText(handler.host) !== '') return;
    const port = typeof handler.port === 'string' ? containerPort(container, handler.port) : handler.port;
    if (isPortNumber(port)) ports.push(port);
  }
  for (const container of containers) {
    for (const name of PROBES) {
      const probe = asObject(container[name]);
      const action = PROBE_ACTIONS.filter((candidate) => Object.keys(asObject(probe[candidate])).length > 0)[0];
      if (action !== undefined) add(container, asObject(probe[action]));
    }
    for (const hook of HOOKS) add(container, asObject(at(container, ['lifecycle', hook, 'httpGet'])));
  }
  return ports;
}

/** A named port is looked up in its own container; a number may also be written as text. */
function containerPort(container: RawObject, name: string): number | undefined {
  for (const item of asList(container.ports)) {
    const port = asObject(item);
    if (port.name === name && isPortNumber(port.containerPort)) return port.containerPort;
  }
  return /^[0-9]{1,5}$/.test(name) ? Number(name) : undefined;
}
