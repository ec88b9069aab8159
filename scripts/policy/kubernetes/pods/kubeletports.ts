import { isObject, objectsOf } from '../read';
import type { RawObject } from '../types';

/** The ports of a pod that its kubelet connects to. */

const LAST_PORT = 65535;

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** True for the numbers that a port can have; the API server takes no others. */
export function isPortNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value <= LAST_PORT && value % 1 === 0;
}

/**
 * The TCP ports that the kubelet connects to at the pod's address: probes, and `httpGet` of the lifecycle hooks
 * `postStart` and `preStop` (Kubernetes API, v1 Container). A hook's `tcpSocket` is never carried out
 * (LifecycleHandler).
 */
export function kubeletPortsOf(containers: readonly RawObject[]): number[] {
  const ports: number[] = [];
  for (const container of containers) {
    for (const port of containerPorts(container)) if (ports.indexOf(port) < 0) ports.push(port);
  }
  return ports.sort((a, b) => a - b);
}

function containerPorts(container: RawObject): number[] {
  const handlers: unknown[] = [];
  const numbers: unknown[] = [];
  for (const field of PROBES) {
    const probe = container[field];
    if (!isObject(probe)) continue;
    handlers.push(probe.httpGet, probe.tcpSocket);
    // gRPC probes take no host and no name (v1 GRPCAction).
    if (isObject(probe.grpc)) numbers.push(probe.grpc.port);
  }
  const lifecycle = isObject(container.lifecycle) ? container.lifecycle : {};
  for (const hook of [lifecycle.postStart, lifecycle.preStop]) if (isObject(hook)) handlers.push(hook.httpGet);
  for (const handler of handlers) if (isObject(handler)) numbers.push(handlerPort(container, handler));
  return numbers.filter(isPortNumber);
}

/** A name is looked up in the handler's own container; one that no port has may be a number written as text. */
function handlerPort(container: RawObject, handler: RawObject): unknown {
  // With a host of its own, the kubelet connects to that host instead of the pod.
  if (typeof handler.host === 'string' && handler.host !== '') return undefined;
  if (typeof handler.port !== 'string') return handler.port;
  for (const port of objectsOf(container.ports)) if (port.name === handler.port) return port.containerPort;
  return /^[0-9]{1,5}$/.test(handler.port) ? Number(handler.port) : undefined;
}
