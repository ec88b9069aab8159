import { PROFILE_KINDS } from '../types';
import { filterProblem } from '../validate/filter';
import { isFqdn, isIpNetmask, isIpRange, isIpWildcard, isPortList } from '../validate/values';
import {
  type EntriesShape,
  type LeafShape,
  type MembersShape,
  type NodeShape,
  type Shape,
  type TextCheck,
  naming,
  OPEN,
  TAG_NAME,
  YES_NO,
} from './shape';

const tags: MembersShape = { kind: 'members', reference: 'tag', maximumLength: 127, maximumCount: 64 };
const text = (maximum: number, check?: TextCheck): LeafShape =>
  check === undefined ? { kind: 'leaf', maximum } : { kind: 'leaf', maximum, check };
const accepts =
  (test: (value: string) => boolean): TextCheck =>
  (value) =>
    test(value) ? [] : [`'${value}' is not valid`];

const ADDRESS_KINDS = ['ip-netmask', 'ip-range', 'fqdn', 'ip-wildcard'];

/** Address objects: exactly one of four kinds of address. */
export const ADDRESS: EntriesShape = {
  kind: 'entries',
  space: 'address',
  naming: naming(63, ['any', '0.0.0.0']),
  entry: {
    kind: 'node',
    choices: [ADDRESS_KINDS],
    requiredChoices: [ADDRESS_KINDS],
    children: {
      'ip-netmask': text(63, accepts(isIpNetmask)),
      'ip-range': text(127, accepts(isIpRange)),
      fqdn: text(255, accepts(isFqdn)),
      'ip-wildcard': text(127, accepts(isIpWildcard)),
      description: text(1023),
      tag: tags,
      'disable-override': YES_NO,
    },
  },
};

/** Address groups: a list of members, or a filter over tags. They share their names with address objects. */
export const ADDRESS_GROUP: EntriesShape = {
  kind: 'entries',
  space: 'address',
  naming: naming(63, ['any']),
  entry: {
    kind: 'node',
    choices: [['static', 'dynamic']],
    requiredChoices: [['static', 'dynamic']],
    children: {
      static: { kind: 'members', reference: 'address', minimumCount: 1 },
      dynamic: {
        kind: 'node',
        required: ['filter'],
        children: { filter: text(2047, (value) => filterProblem(value)) },
      },
      description: text(1023),
      tag: tags,
      'disable-override': YES_NO,
    },
  },
};

const protocol = (sctp: boolean): NodeShape => {
  const ports = accepts(isPortList);
  const one: NodeShape = {
    kind: 'node',
    required: ['port'],
    children: { port: text(1023, ports), 'source-port': text(1023, ports), override: OPEN },
  };
  const names = sctp ? ['tcp', 'udp', 'sctp'] : ['tcp', 'udp'];
  return {
    kind: 'node',
    choices: [names],
    requiredChoices: [names],
    children: Object.fromEntries(names.map((name) => [name, one])),
  };
};

/** `sctp` is absent from the schemas 7.0 to 10.0.6; the emulator has it only where an option says so. */
export const service = (sctp: boolean): EntriesShape => ({
  kind: 'entries',
  space: 'service',
  naming: naming(63, ['any', 'application-default']),
  entry: {
    kind: 'node',
    required: ['protocol'],
    children: { protocol: protocol(sctp), description: text(1023), tag: tags, 'disable-override': YES_NO },
  },
});

/** Service groups. They share their names with services. */
export const SERVICE_GROUP: EntriesShape = {
  kind: 'entries',
  space: 'service',
  naming: naming(63, ['any', 'application-default']),
  entry: {
    kind: 'node',
    required: ['members'],
    children: {
      members: { kind: 'members', reference: 'service', minimumCount: 1 },
      tag: tags,
      'disable-override': YES_NO,
    },
  },
};

/** Tags: names are longer and freer than those of other objects, colours are numbered. */
export const TAG: EntriesShape = {
  kind: 'entries',
  space: 'tag',
  naming: naming(127, ['none'], TAG_NAME),
  entry: {
    kind: 'node',
    children: {
      color: { kind: 'leaf', values: Array.from({ length: 42 }, (_, index) => `color${index + 1}`) },
      comments: text(1023),
      'disable-override': YES_NO,
    },
  },
};

/** Application groups, whose names are shorter than most: 31 characters. */
export const APPLICATION_GROUP: EntriesShape = {
  kind: 'entries',
  space: 'application',
  naming: naming(31, ['any']),
  entry: {
    kind: 'node',
    required: ['members'],
    children: { members: { kind: 'members', reference: 'application' }, 'disable-override': YES_NO },
  },
};

const groupChildren: { [kind: string]: Shape } = { 'disable-override': YES_NO };
for (const kind of PROFILE_KINDS) {
  groupChildren[kind] = { kind: 'members', reference: kind, maximumCount: 1, maximumLength: 63 };
}

/** Security profile groups: at most one profile of each kind. */
export const PROFILE_GROUP: EntriesShape = {
  kind: 'entries',
  space: 'profile-group',
  naming: naming(31),
  entry: { kind: 'node', children: groupChildren },
};

/** Profiles, log forwarding and the rest: names are checked, contents are not looked into. */
export const opaque = (
  maximum: number,
  space?: EntriesShape['space'],
  reserved: readonly string[] = [],
): EntriesShape =>
  space === undefined
    ? { kind: 'entries', naming: naming(maximum, reserved), entry: OPEN }
    : { kind: 'entries', naming: naming(maximum, reserved), entry: OPEN, space };
