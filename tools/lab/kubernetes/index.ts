export { ApiError, type Status } from './api/status';
export { selfSigned, type Certificate } from '../certificate';
export { deliver, faultFinder, withFaults, type Delivery, type Fault, type FaultRule } from './faults';
export { createKubernetes, type Kubernetes } from './kubernetes';
export { loadManifests, readManifests } from './manifests';
export { serve, type LabServer, type ServeOptions } from './server';
export type {
  ApiRequest,
  ApiResponse,
  Applied,
  Handle,
  KubernetesOptions,
  Manifest,
  NodeOptions,
  ObjectReference,
  Rule,
  UserOptions,
  Watch,
} from './types';
export type { KubeObject } from './values/object';
