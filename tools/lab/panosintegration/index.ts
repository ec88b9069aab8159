export { createPanosIntegration, type PanosIntegration, type PanosIntegrationOptions } from './integration';
export { MANIFESTS } from './manifests';
export type { PredefinedValues } from './server';
export { ConnectionBroken, throughFaults } from './transport';
export { ENTRY_TYPE, type Arguments, type Entry, type InstanceParams, type IntegrationVersion } from './types';
export type { Value } from './python/value';
