import { PROFILE_KINDS } from '../types';
import {
  ADDRESS,
  ADDRESS_GROUP,
  APPLICATION_GROUP,
  opaque,
  PROFILE_GROUP,
  service,
  SERVICE_GROUP,
  TAG,
} from './objects';
import { DEFAULT_RULE, SECURITY_RULE } from './rule';
import { type NodeShape, type Shape, naming, OPEN } from './shape';

/** Rules: names up to 63 characters; three names are taken (schema 10.0.6). */
const rulebase = (defaults: { readonly [tag: string]: Shape }): NodeShape => ({
  kind: 'node',
  children: {
    security: {
      kind: 'node',
      children: {
        rules: {
          kind: 'entries',
          rules: true,
          naming: naming(63, ['any', 'intrazone-default', 'interzone-default']),
          entry: SECURITY_RULE,
        },
      },
    },
    ...defaults,
    nat: OPEN,
    pbf: OPEN,
    decryption: OPEN,
    qos: OPEN,
    'application-override': OPEN,
    authentication: OPEN,
    'tunnel-inspect': OPEN,
    dos: OPEN,
  },
});

const defaultRules: NodeShape = {
  kind: 'node',
  children: {
    rules: {
      kind: 'entries',
      naming: naming(31, [], /^(?:intrazone-default|interzone-default)$/),
      entry: DEFAULT_RULE,
    },
  },
};

const profiles: NodeShape = {
  kind: 'node',
  children: {
    ...Object.fromEntries(PROFILE_KINDS.map((kind) => [kind, opaque(63, kind)])),
    'custom-url-category': opaque(31, 'url-category', ['any']),
  },
};

/** What a device group and Shared may hold. */
export function scopeShape(sctp: boolean): NodeShape {
  return {
    kind: 'node',
    children: {
      address: ADDRESS,
      'address-group': ADDRESS_GROUP,
      service: service(sctp),
      'service-group': SERVICE_GROUP,
      tag: TAG,
      application: opaque(31, 'application', ['any']),
      'application-filter': opaque(31, 'application', ['any']),
      'application-group': APPLICATION_GROUP,
      'profile-group': PROFILE_GROUP,
      profiles,
      'log-settings': { kind: 'node', children: { profiles: opaque(63, 'log-setting') } },
      'external-list': opaque(63, 'address'),
      schedule: opaque(31, 'schedule'),
      region: OPEN,
      'pre-rulebase': rulebase({}),
      'post-rulebase': rulebase({ 'default-security-rules': defaultRules }),
      description: { kind: 'leaf', maximum: 255 },
      devices: { kind: 'entries', naming: { maximum: 31, pattern: /^[0-9A-Za-z]+$/, reserved: [] }, entry: OPEN },
    },
  };
}
