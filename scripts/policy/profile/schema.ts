import { ATTRIBUTE_KEYS, KEYS } from '../attributes/keys';

/**
 * The two documents of settings as schemas: `violations.ts` judges documents by them, and the JSON Schema files for
 * editors are made from them (tools/build/docs/schemas.ts). Defaults are in `defaults.ts`; what takes more than one
 * field, or a grammar, to judge is in `checks.ts`.
 */

/**
 * The part of JSON Schema (draft-07) that is used here, with two differences: `pattern` is a regular expression (a
 * script must not make one from a text that no gate has seen), and `expected` says in words what is right, for
 * messages.
 */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly expected?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly string[];
  readonly pattern?: RegExp;
  /** Counted in UTF-16 code units. */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: Schema };
  readonly propertyNames?: Schema;
  readonly additionalProperties?: false | Schema;
}

/** The types of JSON Schema that settings use. */
export type SchemaType = 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string';

/** Names of objects in Panorama (PAN-OS schema 10.0.6, "object-name"). */
function objectName(most: number): Schema {
  return {
    type: 'string',
    pattern: /^[0-9A-Za-z_]([ 0-9A-Za-z._-]*[0-9A-Za-z._-])?$/,
    maxLength: most,
    expected: 'a name of at most ' + String(most) + ' letters, digits, blanks, ".", "-" and "_"',
  };
}

/** One line for people; empty where `pattern` lets it be. */
function lineOf(most: number, pattern: RegExp): Schema {
  return {
    type: 'string',
    pattern,
    maxLength: most,
    expected: 'one line of at most ' + String(most) + ' characters',
  };
}

// No control characters, and no surrogates, which old engines cannot match.
const ONE_LINE = /^[ -~\u00a0-\ud7ff\ue000-\ufffd]+$/;
const ONE_LINE_OR_NOTHING = /^[ -~\u00a0-\ud7ff\ue000-\ufffd]*$/;

function wholeNumber(least: number, most: number): Schema {
  return {
    type: 'integer',
    minimum: least,
    maximum: most,
    expected: 'a whole number from ' + String(least) + ' to ' + String(most),
  };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** For lists whose empty form would be mistaken for their absence. */
function nonEmptyListOf(items: Schema): Schema {
  return { type: 'array', items, minItems: 1 };
}

function choice(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

function object(properties: { readonly [key: string]: Schema }, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function about(description: string, schema: Schema): Schema {
  return { description, ...schema };
}

const BOOLEAN: Schema = { type: 'boolean' };

/** RFC 1123 label, as Kubernetes names namespaces. */
const NAMESPACE: Schema = {
  type: 'string',
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  maxLength: 63,
  expected: 'the name of a namespace',
};

const NETWORK: Schema = { type: 'string', expected: 'a network such as 10.0.0.0/8 or 2001:db8::/32' };
const ADDRESS: Schema = { type: 'string', expected: 'an address such as 10.0.0.1 or 2001:db8::1' };

/** The other values are judged by `attributes/values.ts`, with the same words as on policies. */
function attributesWithout(...left: readonly string[]): Schema {
  const properties: { [key: string]: Schema } = {};
  for (const key of ATTRIBUTE_KEYS) {
    if (left.indexOf(key) >= 0) continue;
    const value = KEYS[key].value;
    properties[key] = value.type === 'choice' ? choice.apply(undefined, value.values as string[]) : { type: 'string' };
  }
  return object(properties, []);
}

/** Names, some of them for a few namespaces only. */
function allowedNames(most: number): Schema {
  const name = objectName(most);
  return listOf({
    type: ['string', 'object'],
    pattern: name.pattern,
    maxLength: most,
    expected: String(name.expected) + ', or { name, namespaces }',
    properties: { name, namespaces: nonEmptyListOf(NAMESPACE) },
    required: ['name', 'namespaces'],
    additionalProperties: false,
  });
}

const MOST = 1000000;

const CLUSTER: Schema = object(
  {
    deviceGroup: about('Device group that gets the rules; best one of its own for each cluster.', objectName(63)),
    panoramaInstance: about(
      'PAN-OS integration instance; needed where several are active.',
      lineOf(256, ONE_LINE_OR_NOTHING),
    ),
    watcherInstance: about(
      'Instance of the Kubernetes watcher; needed where several are active.',
      lineOf(256, ONE_LINE_OR_NOTHING),
    ),
    panoramaAdmin: about('Name of the API administrator; needed to commit.', lineOf(63, ONE_LINE_OR_NOTHING)),
    clusterUID: about('UID of the namespace kube-system; pinned at the first apply.', {
      type: 'string',
      pattern: /^([0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})?$/,
      expected: 'a UID such as 0f6c1a52-6f0e-4a3c-9d3b-0b8a5f0f7c11',
    }),
    enforcement: about('audit: denies allow and log; enforce: they deny.', choice('audit', 'enforce')),
    autoCommit: about('Commit in Panorama without asking.', BOOLEAN),
    autoPush: about('Push to the firewalls without asking.', BOOLEAN),
    commit: about('How often commits may follow each other.', object({ minIntervalMinutes: wholeNumber(0, 1440) }, [])),
    rulebase: about('Rulebase that the block of rules is created in.', choice('pre', 'post')),
    position: about(
      'Where the block is created; rule names the neighbour for before and after.',
      object({ at: choice('top', 'bottom', 'before', 'after'), rule: objectName(63) }, ['at']),
    ),
    applyMode: about('How changes reach Panorama.', choice('batch', 'multi-config')),
    style: about('How rules are grouped.', choice('readable', 'compact')),
    zones: about(
      'Zones that the rules name.',
      object({ from: nonEmptyListOf(objectName(31)), to: nonEmptyListOf(objectName(31)) }, []),
    ),
    excludedNamespaces: about('Namespaces whose policies are not compiled.', listOf(NAMESPACE)),
    podCIDRs: about('Pod networks; otherwise taken from the Nodes.', nonEmptyListOf(NETWORK)),
    serviceCIDRs: about('Service networks; otherwise taken from the ServiceCIDR objects.', nonEmptyListOf(NETWORK)),
    inspection: about(
      "both-ends: a client's packet may be seen before its Service address is replaced.",
      choice('both-ends', 'server-only'),
    ),
    refused: about('The pods of a refused policy that never was live.', choice('leave-out', 'isolate')),
    nodes: about(
      'What the Nodes may reach in isolated pods.',
      object(
        { toPods: choice('probes', 'all', 'off'), ports: listOf(wholeNumber(1, 65535)), addresses: listOf(ADDRESS) },
        [],
      ),
    ),
    tags: about(
      'How the Kubernetes plugin names tags.',
      object(
        {
          cluster: {
            type: 'string',
            pattern: /^[0-9A-Za-z][0-9A-Za-z._-]*$/,
            maxLength: 63,
            expected: 'a name of at most 63 letters, digits, ".", "-" and "_", as the Kubernetes plugin has it',
          },
          labelKey: choice('identity', 'underscore'),
          hostNetwork: choice('registered', 'not-registered'),
        },
        [],
      ),
    ),
    tagPruning: about('The plugin sends addresses only for tags in use.', BOOLEAN),
    sctp: about('service: the device takes SCTP service objects.', choice('refuse', 'service')),
    filterNot: about('The device takes "not" in match expressions.', BOOLEAN),
    capacity: about(
      'What the device takes.',
      object({ rules: wholeNumber(1, MOST), groups: wholeNumber(1, MOST), members: wholeNumber(1, MOST) }, []),
    ),
    isolation: about(
      'What happens to traffic that no policy allows.',
      object(
        {
          action: choice('deny', 'drop', 'reset-client', 'reset-server', 'reset-both'),
          log: choice('end', 'start', 'both', 'none'),
        },
        [],
      ),
    ),
    defaults: about('Attributes where no policy says otherwise.', attributesWithout('security-service', 'ticket')),
    allowed: about(
      'What policies may name; a list that is not there allows everything.',
      object(
        {
          profileGroups: allowedNames(31),
          profiles: allowedNames(63),
          applications: allowedNames(63),
          logProfiles: allowedNames(63),
          urlCategories: allowedNames(63),
        },
        [],
      ),
    ),
    guardRails: about(
      'When a human must approve.',
      object(
        {
          approveAlways: BOOLEAN,
          maxChanges: wholeNumber(0, MOST),
          maxDeletes: wholeNumber(0, MOST),
          maxDeletedShare: { type: 'number', minimum: 0, maximum: 1, expected: 'a number from 0 to 1' },
          maxMoves: wholeNumber(0, MOST),
          approveExternal: listOf(NETWORK),
        },
        [],
      ),
    ),
    approverRoles: about('Roles that may approve.', listOf(lineOf(256, ONE_LINE))),
  },
  ['deviceGroup'],
);

/** The clusters by name. */
export const CLUSTERS_SCHEMA: Schema = {
  type: 'object',
  minProperties: 1,
  // The name is the prefix of every name in Panorama: these start with a letter, and leave room for the rest.
  propertyNames: {
    pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
    maxLength: 24,
    expected: 'a cluster name: a letter, then at most 23 letters, digits and "-"',
  },
  additionalProperties: CLUSTER,
};

/** `{ "clusters": { NAME: { … } } }`: the list `CNSeries Clusters`, or the file of `--profile`. */
export const PROFILE_SCHEMA: Schema = {
  title: 'Cluster profiles of CN-Series policy',
  type: 'object',
  properties: { $schema: { type: 'string' }, clusters: CLUSTERS_SCHEMA },
  required: ['clusters'],
  additionalProperties: false,
};

const SERVICE: Schema = object(
  {
    description: about('What the service is for.', lineOf(1000, ONE_LINE)),
    owner: about('Whom to ask about it.', lineOf(256, ONE_LINE)),
    namespaces: about('The namespaces that may use it; otherwise all.', nonEmptyListOf(NAMESPACE)),
    attributes: about('Attributes by key, without the prefix.', {
      ...attributesWithout('security-service'),
      minProperties: 1,
    }),
  },
  ['description', 'owner', 'attributes'],
);

/** The security services by name. */
export const NAMED_SERVICES_SCHEMA: Schema = {
  type: 'object',
  // The syntax of a label value, since policies may name a service in a label.
  propertyNames: {
    pattern: /^[0-9A-Za-z]([0-9A-Za-z._-]*[0-9A-Za-z])?$/,
    maxLength: 63,
    expected: 'a name of at most 63 letters, digits, ".", "-" and "_" that starts and ends with a letter or digit',
  },
  additionalProperties: SERVICE,
};

/** `{ "services": { NAME: { … } } }`: the list `CNSeries Security Services`, or the file of `--services`. */
export const SERVICES_SCHEMA: Schema = {
  title: 'Security services of CN-Series policy',
  type: 'object',
  properties: { $schema: { type: 'string' }, services: NAMED_SERVICES_SCHEMA },
  required: ['services'],
  additionalProperties: false,
};
