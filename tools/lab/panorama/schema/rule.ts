import { PROFILE_KINDS } from '../types';
import { type MembersShape, type NodeShape, type Shape, OPEN, YES_NO } from './shape';

const any: MembersShape = { kind: 'members', keywords: ['any'], alone: ['any'] };

/** Profiles of a rule: names up to 63 characters, WildFire analysis 47, at most one of each kind (schema 10.0.6). */
const profiles: { [kind: string]: Shape } = {};
for (const kind of PROFILE_KINDS) {
  profiles[kind] = {
    kind: 'members',
    reference: kind,
    maximumCount: 1,
    maximumLength: kind === 'wildfire-analysis' ? 47 : 63,
  };
}

const profileSetting: NodeShape = {
  kind: 'node',
  choices: [['group', 'profiles']],
  children: {
    group: { kind: 'members', reference: 'profile-group', maximumCount: 1, maximumLength: 31 },
    profiles: { kind: 'node', children: profiles },
  },
};

const target: NodeShape = {
  kind: 'node',
  children: {
    negate: YES_NO,
    devices: { kind: 'entries', naming: { maximum: 31, pattern: /^[0-9A-Za-z]+$/, reserved: [] }, entry: OPEN },
    tags: { kind: 'members' },
  },
};

/** A security rule (schema 10.0.6 and the SDK specification of July 2026: names, lengths, values, choices). */
export const SECURITY_RULE: NodeShape = {
  kind: 'node',
  required: ['from', 'to', 'source', 'destination', 'application', 'service'],
  children: {
    from: { ...any, maximumLength: 31 },
    to: { ...any, maximumLength: 31 },
    source: { ...any, reference: 'address', addresses: true },
    destination: { ...any, reference: 'address', addresses: true },
    'source-user': any,
    'source-hip': any,
    'destination-hip': any,
    category: { ...any, reference: 'url-category' },
    application: { ...any, reference: 'application' },
    service: {
      kind: 'members',
      keywords: ['any', 'application-default'],
      alone: ['any', 'application-default'],
      reference: 'service',
    },
    action: { kind: 'leaf', values: ['allow', 'deny', 'drop', 'reset-client', 'reset-server', 'reset-both'] },
    'icmp-unreachable': YES_NO,
    'rule-type': { kind: 'leaf', values: ['universal', 'intrazone', 'interzone'] },
    'negate-source': YES_NO,
    'negate-destination': YES_NO,
    disabled: YES_NO,
    'log-start': YES_NO,
    'log-end': YES_NO,
    'log-setting': { kind: 'leaf', maximum: 63, reference: 'log-setting' },
    'profile-setting': profileSetting,
    option: { kind: 'node', children: { 'disable-server-response-inspection': YES_NO } },
    schedule: { kind: 'leaf', maximum: 31, reference: 'schedule' },
    tag: { kind: 'members', reference: 'tag', maximumLength: 127, maximumCount: 64 },
    'group-tag': { kind: 'leaf', maximum: 127, reference: 'tag' },
    description: { kind: 'leaf', maximum: 1024 },
    target,
    qos: OPEN,
    'disable-inspect': YES_NO,
  },
};

/** `intrazone-default` and `interzone-default`: only action, logs, profiles and tags can be overridden. */
export const DEFAULT_RULE: NodeShape = {
  kind: 'node',
  children: Object.fromEntries(
    [
      'action',
      'icmp-unreachable',
      'log-start',
      'log-end',
      'log-setting',
      'profile-setting',
      'tag',
      'group-tag',
    ].flatMap((tag) => {
      const shape = SECURITY_RULE.children[tag];
      return shape === undefined ? [] : [[tag, shape]];
    }),
  ),
};
