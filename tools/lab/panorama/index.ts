export { labControl, type Control } from './control';
export { createPanorama, type Panorama } from './panorama';
export type { Decision, Packet } from './match/packet';
export { withFaults, type Delivery, type Fault, type FaultRule } from './faults';
export { serve } from './server';
export { DEMO_STATE, foreignRule } from './demostate';
export type {
  AdminOptions,
  ApiRequest,
  ApiResponse,
  DeviceGroupOptions,
  DeviceOptions,
  Handle,
  PanoramaOptions,
} from './types';
