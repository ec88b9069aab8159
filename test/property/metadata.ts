import type { RawObject } from '../../scripts/policy/kubernetes/types';

/** Metadata of generated objects. */

export function metadataOf(object: RawObject): Metadata {
  return object.metadata as Metadata;
}

export interface Metadata {
  readonly namespace?: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export function namespaceOf(object: RawObject): string {
  return metadataOf(object).namespace ?? 'default';
}
