import { badRequest } from '../api/status';
import { isList, isObject, type Json, type JsonObject } from '../values/json';

/** What JSON a field may hold; `go` is the name of the server's type, which its messages use. */
export type Shape =
  | { readonly type: 'string' | 'int' | 'boolean' | 'int-or-string'; readonly go: string }
  | { readonly type: 'list'; readonly items: Shape }
  | { readonly type: 'map' }
  | { readonly type: 'any' }
  | { readonly type: 'object'; readonly go: string; readonly fields: { readonly [name: string]: Shape } };

/** A decoded object, and the paths that the server does not know and drops. */
export interface Decoded {
  readonly value: JsonObject;
  readonly unknown: readonly string[];
}

const TEXT: Shape = { type: 'string', go: 'string' };
const listOfShape = (items: Shape): Shape => ({ type: 'list', items });

const METADATA: Shape = {
  type: 'object',
  go: 'ObjectMeta',
  fields: {
    name: TEXT,
    generateName: TEXT,
    namespace: TEXT,
    selfLink: TEXT,
    uid: { type: 'string', go: 'types.UID' },
    resourceVersion: TEXT,
    generation: { type: 'int', go: 'int64' },
    creationTimestamp: TEXT,
    deletionTimestamp: TEXT,
    deletionGracePeriodSeconds: { type: 'int', go: 'int64' },
    labels: { type: 'map' },
    annotations: { type: 'map' },
    ownerReferences: listOfShape({
      type: 'object',
      go: 'OwnerReference',
      fields: {
        apiVersion: TEXT,
        kind: TEXT,
        name: TEXT,
        uid: { type: 'string', go: 'types.UID' },
        controller: { type: 'boolean', go: 'bool' },
        blockOwnerDeletion: { type: 'boolean', go: 'bool' },
      },
    }),
    finalizers: listOfShape(TEXT),
    managedFields: { type: 'any' },
  },
};

const SELECTOR: Shape = {
  type: 'object',
  go: 'LabelSelector',
  fields: {
    matchLabels: { type: 'map' },
    matchExpressions: listOfShape({
      type: 'object',
      go: 'LabelSelectorRequirement',
      fields: { key: TEXT, operator: { type: 'string', go: 'v1.LabelSelectorOperator' }, values: listOfShape(TEXT) },
    }),
  },
};

const PORTS = listOfShape({
  type: 'object',
  go: 'NetworkPolicyPort',
  fields: {
    protocol: { type: 'string', go: 'v1.Protocol' },
    port: { type: 'int-or-string', go: 'intstr.IntOrString' },
    endPort: { type: 'int', go: 'int32' },
  },
});

const PEERS = listOfShape({
  type: 'object',
  go: 'NetworkPolicyPeer',
  fields: {
    podSelector: SELECTOR,
    namespaceSelector: SELECTOR,
    ipBlock: { type: 'object', go: 'IPBlock', fields: { cidr: TEXT, except: listOfShape(TEXT) } },
  },
});

const POLICY_SPEC: Shape = {
  type: 'object',
  go: 'NetworkPolicySpec',
  fields: {
    podSelector: SELECTOR,
    ingress: listOfShape({ type: 'object', go: 'NetworkPolicyIngressRule', fields: { ports: PORTS, from: PEERS } }),
    egress: listOfShape({ type: 'object', go: 'NetworkPolicyEgressRule', fields: { ports: PORTS, to: PEERS } }),
    policyTypes: listOfShape({ type: 'string', go: 'v1.PolicyType' }),
  },
};

/**
 * Decodes an object as the server's typed decoder does: null and empty lists count as not there, a field that the type
 * does not have is dropped and reported, a value of the wrong type is refused (400). NetworkPolicies are checked whole,
 * other kinds in `metadata` only.
 */
export function decode(kind: string, version: string, body: JsonObject): Decoded {
  const unknown: string[] = [];
  const fail = (what: string): Error =>
    badRequest(
      `${kind} in version ${JSON.stringify(version)} cannot be handled as a ${kind}: json: cannot unmarshal ${what}`,
    );
  const context = { unknown, fail };
  const metadata = decodeValue(body.metadata ?? {}, METADATA, '', 'metadata', context);
  if (kind !== 'NetworkPolicy') return { value: { ...withoutNulls(body), metadata }, unknown };
  for (const name of Object.keys(body)) {
    if (!['apiVersion', 'kind', 'metadata', 'spec'].includes(name)) unknown.push(name);
  }
  const spec = decodeValue(body.spec ?? {}, POLICY_SPEC, '', 'spec', context);
  return { value: { apiVersion: body.apiVersion, kind, metadata, spec }, unknown };
}

interface Context {
  readonly unknown: string[];
  readonly fail: (what: string) => Error;
}

/** `plain` is the path as Go's decoder names it (no indexes), `struct` the type that has the field. */
function decodeValue(value: Json, shape: Shape, struct: string, path: string, context: Context): Json | undefined {
  const wrong = (go: string): Error =>
    context.fail(`${jsonType(value)} into Go struct field ${struct}.${path.replace(/\[\d+\]/g, '')} of type ${go}`);
  switch (shape.type) {
    case 'any':
      return value;
    case 'string':
      if (typeof value !== 'string') throw wrong(shape.go);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(shape.go);
      return value;
    case 'int':
      if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong(shape.go);
      return value;
    case 'int-or-string':
      if (typeof value !== 'string' && !(typeof value === 'number' && Number.isInteger(value))) throw wrong(shape.go);
      return value;
    case 'map':
      return decodeMap(value, struct, path, context, wrong);
    case 'list': {
      if (!isList(value)) throw wrong(`[]${goName(shape.items)}`);
      const empty = shape.items.type === 'object' ? {} : '';
      const items = value.map((item, index) =>
        decodeValue(item ?? empty, shape.items, struct, `${path}[${index}]`, context),
      );
      return items.length === 0 ? undefined : items.map((item) => item ?? null);
    }
    case 'object': {
      if (!isObject(value)) throw wrong(shape.go);
      const fields: { [name: string]: Json } = {};
      for (const [name, field] of Object.entries(value)) {
        const known = shape.fields[name];
        if (known === undefined) context.unknown.push(`${path}.${name}`);
        else if (field !== null && field !== undefined) {
          const decoded = decodeValue(field, known, shape.go, `${path}.${name}`, context);
          if (decoded !== undefined) fields[name] = decoded;
        }
      }
      return fields;
    }
  }
}

function decodeMap(
  value: Json,
  struct: string,
  path: string,
  context: Context,
  wrong: (go: string) => Error,
): JsonObject | undefined {
  if (!isObject(value)) throw wrong('map[string]string');
  const entries = Object.entries(value).map(([key, item]): [string, string] => {
    if (item === null || item === undefined) return [key, ''];
    if (typeof item === 'string') return [key, item];
    throw context.fail(
      `${jsonType(item)} into Go struct field ${struct}.${path.replace(/\[\d+\]/g, '')} of type string`,
    );
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const goName = (shape: Shape): string => (shape.type === 'object' ? `v1.${shape.go}` : 'string');

function jsonType(value: Json): string {
  if (isList(value)) return 'array';
  if (isObject(value)) return 'object';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** Typed decoding drops null at every depth. */
function withoutNulls(value: JsonObject): JsonObject {
  const strip = (item: Json): Json => {
    if (isList(item)) return item.map(strip);
    return isObject(item) ? withoutNulls(item) : item;
  };
  const fields = Object.entries(value).flatMap(([name, field]): [string, Json][] =>
    field === null || field === undefined ? [] : [[name, strip(field)]],
  );
  return Object.fromEntries(fields);
}
