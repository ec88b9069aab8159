import { type Json, type JsonObject, type StringMap, objectOf, stringMapOf, textOf } from './json';

/** Who an object belongs to; it goes when its owner goes. */
export interface OwnerReference extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** `metadata`, as every stored object has it. */
export interface ObjectMeta extends JsonObject {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  readonly creationTimestamp: string;
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
  readonly ownerReferences?: readonly OwnerReference[];
}

/** A stored object. It is never changed: a change stores a new one. */
export interface KubeObject extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/** An object on its way into the store: it has metadata, but what the server sets is not there yet. */
export interface Draft extends JsonObject {
  readonly metadata: JsonObject;
}

/** The labels of an object or of a pod template. */
export const labelsOf = (object: JsonObject): StringMap => stringMapOf(objectOf(object.metadata).labels);

/** The name of an object. */
export const nameOf = (object: JsonObject): string => textOf(objectOf(object.metadata).name);

/** The namespace of an object; empty for objects of the cluster. */
export const namespaceOf = (object: JsonObject): string => textOf(objectOf(object.metadata).namespace);

/** `spec` of an object. */
export const specOf = (object: JsonObject): JsonObject => objectOf(object.spec);

/** `status` of an object. */
export const statusOf = (object: JsonObject): JsonObject => objectOf(object.status);

/** The reference with which a dependent names its controller. */
export const controllerReference = (owner: KubeObject): OwnerReference => ({
  apiVersion: owner.apiVersion,
  kind: owner.kind,
  name: owner.metadata.name,
  uid: owner.metadata.uid,
  controller: true,
  blockOwnerDeletion: true,
});

/** The owner that manages this object. */
export const controllerOf = (object: KubeObject): OwnerReference | undefined =>
  object.metadata.ownerReferences?.find((reference) => reference.controller === true);

/** A draft with other metadata fields; undefined takes one away. */
export function withMetadata(object: Draft, fields: { readonly [name: string]: Json | undefined }): Draft {
  const metadata = Object.entries({ ...object.metadata, ...fields }).filter(([, value]) => value !== undefined);
  return { ...object, metadata: Object.fromEntries(metadata) };
}
