import { ATTRIBUTE_KEYS } from '../attributes/keys';

/**
 * The two documents of settings as JSON Schemas: `validate.generated.ts` and the schema files in docs are made from them
 * (tools/build/schemas.ts). Keywords are the few that `problems.ts` has words for; a schema with a pattern or a
 * range says in its description what is expected. What takes more than one field to judge is in `checks.ts`.
 */

/** The part of JSON Schema (draft-07) that is used here. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: Schema };
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

const BOOLEAN: Schema = { type: 'boolean' };
const LOG: Schema = { type: 'string', enum: ['both', 'end', 'none', 'start'] };

/** Names of objects in Panorama (PAN-OS schema 10.0.6: letters, digits, blanks, points, hyphens, underscores). */
function objectName(most: number): Schema {
  return {
    type: 'string',
    pattern: '^[0-9A-Za-z_][ 0-9A-Za-z._-]{0,' + String(most - 1) + '}$',
    description: 'a name of at most ' + String(most) + ' letters, digits, blanks, ".", "-" and "_"',
  };
}

function text(most: number): Schema {
  return {
    type: 'string',
    pattern: '^[^\\x00-\\x1f\\x7f]{0,' + String(most) + '}$',
    description: 'a text of at most ' + String(most) + ' characters on one line',
  };
}

function wholeNumber(least: number, most: number): Schema {
  return {
    type: 'integer',
    minimum: least,
    maximum: most,
    description: 'a whole number from ' + String(least) + ' to ' + String(most),
  };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items: items };
}

function nonEmptyListOf(items: Schema): Schema {
  return { type: 'array', items: items, minItems: 1 };
}

function choice(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

function object(properties: { readonly [key: string]: Schema }, required: readonly string[]): Schema {
  return { type: 'object', properties: properties, required: required, additionalProperties: false };
}

/** RFC 1123 label, as Kubernetes names namespaces. */
const NAMESPACE: Schema = {
  type: 'string',
  pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  description: 'the name of a namespace',
};

const CIDR: Schema = { type: 'string', description: 'a network such as 10.0.0.0/8 or 2001:db8::/32' };
const ADDRESS: Schema = { type: 'string', description: 'an address such as 10.0.0.1 or 2001:db8::1' };

/** Values are judged by `attributes/values.ts`, with the same words as on policies. */
function attributesWithout(...left: readonly string[]): Schema {
  const properties: { [key: string]: Schema } = {};
  for (const key of ATTRIBUTE_KEYS) if (left.indexOf(key) < 0) properties[key] = { type: 'string' };
  return object(properties, []);
}

/** A name, or an object with the name and the namespaces that may use it. */
const ALLOWED: Schema = listOf({
  type: ['string', 'object'],
  pattern: '^[0-9A-Za-z_][ 0-9A-Za-z._-]{0,62}$',
  description: 'a name of at most 63 letters, digits, blanks, ".", "-" and "_", or { name, namespaces }',
  properties: { name: objectName(63), namespaces: nonEmptyListOf(NAMESPACE) },
  required: ['name', 'namespaces'],
  additionalProperties: false,
});

const CLUSTER: Schema = object(
  {
    deviceGroup: objectName(63),
    panoramaInstance: text(256),
    watcherInstance: text(256),
    panoramaAdmin: text(256),
    clusterUID: {
      type: 'string',
      pattern: '^([0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})?$',
      description: 'the UID of the namespace kube-system, such as 0f6c1a52-6f0e-4a3c-9d3b-0b8a5f0f7c11',
    },
    enforcement: choice('audit', 'enforce'),
    autoCommit: BOOLEAN,
    autoPush: BOOLEAN,
    commit: object({ minIntervalMinutes: wholeNumber(0, 1440) }, []),
    rulebase: choice('post', 'pre'),
    position: object({ at: choice('after', 'before', 'bottom', 'top'), rule: objectName(63) }, ['at']),
    applyMode: choice('batch', 'commands', 'multi-config'),
    style: choice('compact', 'readable'),
    zones: object({ from: nonEmptyListOf(objectName(31)), to: nonEmptyListOf(objectName(31)) }, []),
    excludedNamespaces: listOf(NAMESPACE),
    podCIDRs: nonEmptyListOf(CIDR),
    serviceCIDRs: nonEmptyListOf(CIDR),
    inspection: choice('both-ends', 'server-only'),
    nodes: object(
      { toPods: choice('all', 'off', 'probes'), ports: listOf(wholeNumber(1, 65535)), addresses: listOf(ADDRESS) },
      [],
    ),
    tags: object(
      {
        cluster: {
          type: 'string',
          pattern: '^[0-9A-Za-z][0-9A-Za-z._-]{0,62}$',
          description: 'a name of at most 63 letters, digits, ".", "-" and "_", as the Kubernetes plugin has it',
        },
        labelKey: choice('identity', 'underscore'),
        hostNetwork: choice('not-registered', 'registered'),
      },
      [],
    ),
    tagPruning: BOOLEAN,
    sctp: choice('refuse', 'service'),
    filterNot: BOOLEAN,
    capacity: object(
      { rules: wholeNumber(1, 1000000), groups: wholeNumber(1, 1000000), members: wholeNumber(1, 1000000) },
      [],
    ),
    isolation: object({ action: choice('deny', 'drop', 'reset-both', 'reset-client', 'reset-server'), log: LOG }, []),
    defaults: attributesWithout('security-service', 'ticket'),
    allowed: object(
      {
        profileGroups: ALLOWED,
        profiles: ALLOWED,
        applications: ALLOWED,
        logProfiles: ALLOWED,
        urlCategories: ALLOWED,
      },
      [],
    ),
    guardRails: object(
      {
        approveAlways: BOOLEAN,
        maxChanges: wholeNumber(0, 1000000),
        maxDeletes: wholeNumber(0, 1000000),
        maxDeletedShare: { type: 'number', minimum: 0, maximum: 1, description: 'a number from 0 to 1' },
        maxMoves: wholeNumber(0, 1000000),
        approveExternal: listOf(CIDR),
      },
      [],
    ),
    approverRoles: listOf(text(256)),
  },
  ['deviceGroup'],
);

/** `{ "clusters": { NAME: { … } } }`: the list `CNSeries Clusters`, or the file of `--profile`. */
export const PROFILE_SCHEMA: Schema = {
  title: 'Cluster profiles of CN-Series policy',
  type: 'object',
  properties: {
    clusters: {
      type: 'object',
      minProperties: 1,
      // Cluster names are the prefix of every name in Panorama, where 63 characters must suffice for the rest, too.
      propertyNames: {
        pattern: '^[A-Za-z][A-Za-z0-9-]{0,23}$',
        description: 'a cluster name: a letter, then at most 23 letters, digits and "-"',
      },
      additionalProperties: CLUSTER,
    },
  },
  required: ['clusters'],
  additionalProperties: false,
};

/** `{ "services": { NAME: { … } } }`: the list `CNSeries Security Services`, or the file of `--services`. */
export const SERVICES_SCHEMA: Schema = {
  title: 'Security services of CN-Series policy',
  type: 'object',
  properties: {
    services: {
      type: 'object',
      propertyNames: {
        pattern: '^[0-9A-Za-z_][ 0-9A-Za-z._-]{0,62}$',
        description: 'a name of at most 63 letters, digits, blanks, ".", "-" and "_"',
      },
      additionalProperties: object(
        {
          description: text(1024),
          owner: text(256),
          namespaces: nonEmptyListOf(NAMESPACE),
          attributes: attributesWithout('security-service'),
        },
        ['description', 'owner', 'attributes'],
      ),
    },
  },
  required: ['services'],
  additionalProperties: false,
};
