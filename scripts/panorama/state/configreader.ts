import { hasKey, sortedKeys } from '../../policy/text/canonical';
import type { ConfigEntry, ProfileKind, ProfileSetting, RuleAction, RuleEntry } from '../../policy/panos/entry';
import { attributeOf, childNode, childTags, childText, membersOf, nodeText } from '../api/nodes';
import type { JsonNode } from '../api/port';

/**
 * From nodes as read to the entries that we write. A field that we never write counts only where its value is not the
 * one that PAN-OS assumes anyway (defaults: device schema 10.0.6).
 */
export type EntryReading =
  | { readonly kind: 'entry'; readonly entry: ConfigEntry }
  /** The fields that we never write, or that hold what we never write there. */
  | { readonly kind: 'unknown'; readonly fields: readonly string[] };

/** Reads an entry of Panorama as the compiler would have rendered it, so that the two can be compared. */
export function readEntry(kind: ConfigEntry['kind'], node: JsonNode): EntryReading {
  switch (kind) {
    case 'tag':
      return readTag(node);
    case 'address-group':
      return readAddressGroup(node);
    case 'service':
      return readService(node);
    case 'rule':
      return readRule(node);
  }
}

type Field = (node: JsonNode) => boolean;

const isAny: Field = function (node) {
  const members = membersOf({ field: node }, 'field');
  return members.length === 0 || (members.length === 1 && members[0] === 'any');
};

function isText(text: string): Field {
  return function (node) {
    return nodeText(node) === text;
  };
}

function holdsOnly(fields: { readonly [tag: string]: Field }): Field {
  return function (node) {
    return unknownFields(node, fields).length === 0;
  };
}

const anything: Field = function () {
  return true;
};

/** The tags of children that are not in the table, or of which the table does not accept the content. */
function unknownFields(node: JsonNode, fields: { readonly [tag: string]: Field }): string[] {
  return childTags(node).filter((tag) => !hasKey(fields, tag) || !fields[tag](childNode(node, tag)));
}

function result(unknown: readonly string[], entry: ConfigEntry): EntryReading {
  return unknown.length === 0 ? { kind: 'entry', entry } : { kind: 'unknown', fields: unknown };
}

function readTag(node: JsonNode): EntryReading {
  const fields = { comments: anything, 'disable-override': isText('no') };
  const entry: ConfigEntry = { kind: 'tag', name: attributeOf(node, 'name'), comments: childText(node, 'comments') };
  return result(unknownFields(node, fields), entry);
}

function readAddressGroup(node: JsonNode): EntryReading {
  const unknown = unknownFields(node, {
    dynamic: holdsOnly({ filter: anything }),
    static: holdsOnly({ member: anything }),
    description: anything,
    tag: anything,
    'disable-override': isText('no'),
  });
  const isDynamic = childTags(node).indexOf('dynamic') >= 0;
  return result(unknown, {
    kind: 'address-group',
    name: attributeOf(node, 'name'),
    description: childText(node, 'description'),
    match: isDynamic
      ? { type: 'dynamic', filter: childText(childNode(node, 'dynamic'), 'filter') }
      : { type: 'static', members: membersOf(node, 'static') },
    tags: membersOf(node, 'tag'),
  });
}

const PORTS = holdsOnly({ port: anything, override: holdsOnly({ no: anything }) });

function readService(node: JsonNode): EntryReading {
  const unknown = unknownFields(node, {
    protocol: holdsOnly({ tcp: PORTS, udp: PORTS, sctp: PORTS }),
    description: isText(''),
    tag: anything,
    'disable-override': isText('no'),
  });
  const protocols = childNode(node, 'protocol');
  const protocol = (['tcp', 'udp', 'sctp'] as const).filter((one) => childTags(protocols).indexOf(one) >= 0)[0];
  if (protocol === undefined) return { kind: 'unknown', fields: ['protocol'] };
  return result(unknown, {
    kind: 'service',
    name: attributeOf(node, 'name'),
    protocol,
    port: childText(childNode(protocols, protocol), 'port'),
    tags: membersOf(node, 'tag'),
  });
}

const ACTIONS: readonly string[] = ['allow', 'deny', 'drop', 'reset-client', 'reset-server', 'reset-both'];

const RULE_FIELDS: { readonly [tag: string]: Field } = {
  from: anything,
  to: anything,
  source: anything,
  destination: anything,
  category: anything,
  application: anything,
  service: anything,
  action(node) {
    return ACTIONS.indexOf(nodeText(node)) >= 0;
  },
  'log-start': anything,
  'log-end': anything,
  'log-setting': anything,
  'profile-setting'(node) {
    return profileSetting(node) !== undefined;
  },
  tag: anything,
  'group-tag': anything,
  description: anything,
  'source-user': isAny,
  'source-hip': isAny,
  'destination-hip': isAny,
  'hip-profiles': isAny,
  'rule-type': isText('universal'),
  'negate-source': isText('no'),
  'negate-destination': isText('no'),
  // A rule that was disabled by hand is not as we wrote it.
  disabled: isText('no'),
  'icmp-unreachable': isText('no'),
  'disable-inspect': isText('no'),
  option: holdsOnly({ 'disable-server-response-inspection': isText('no') }),
  target: holdsOnly({ negate: isText('no') }),
};

function readRule(node: JsonNode): EntryReading {
  const entry: RuleEntry = {
    kind: 'rule',
    name: attributeOf(node, 'name'),
    from: membersOr(node, 'from', 'any'),
    to: membersOr(node, 'to', 'any'),
    source: membersOr(node, 'source', 'any'),
    destination: membersOr(node, 'destination', 'any'),
    application: membersOr(node, 'application', 'any'),
    service: membersOr(node, 'service', 'application-default'),
    category: membersOr(node, 'category', 'any'),
    action: (childText(node, 'action') || 'allow') as RuleAction,
    logStart: childText(node, 'log-start') === 'yes',
    logEnd: childText(node, 'log-end') !== 'no',
    logSetting: childText(node, 'log-setting'),
    profileSetting: profileSetting(childNode(node, 'profile-setting')) || { type: 'none' },
    tags: membersOf(node, 'tag'),
    groupTag: childText(node, 'group-tag'),
    description: childText(node, 'description'),
  };
  return result(unknownFields(node, RULE_FIELDS), entry);
}

function membersOr(node: JsonNode, tag: string, assumed: string): string[] {
  const members = membersOf(node, tag);
  return members.length === 0 ? [assumed] : members;
}

const PROFILE_KINDS: readonly string[] = [
  'virus',
  'spyware',
  'vulnerability',
  'url-filtering',
  'file-blocking',
  'data-filtering',
  'wildfire-analysis',
];

/** undefined: it holds what we never write (several groups, profiles of another kind). */
function profileSetting(node: JsonNode): ProfileSetting | undefined {
  const tags = childTags(node);
  if (tags.length === 0) return { type: 'none' };
  if (tags.length > 1) return undefined;
  if (tags[0] === 'group') {
    const groups = membersOf(node, 'group');
    if (groups.length === 0) return { type: 'none' };
    return groups.length === 1 ? { type: 'group', group: groups[0] } : undefined;
  }
  return tags[0] === 'profiles' ? singleProfiles(childNode(node, 'profiles')) : undefined;
}

function singleProfiles(node: JsonNode): ProfileSetting | undefined {
  const profiles: { [kind in ProfileKind]?: string } = {};
  for (const kind of childTags(node)) {
    const names = membersOf(node, kind);
    if (PROFILE_KINDS.indexOf(kind) < 0 || names.length > 1) return undefined;
    if (names.length === 1) profiles[kind as ProfileKind] = names[0];
  }
  return sortedKeys(profiles).length === 0 ? { type: 'none' } : { type: 'profiles', profiles };
}
