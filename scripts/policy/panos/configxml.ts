import { sortedKeys } from '../text/canonical';
import type {
  AddressGroupEntry,
  ConfigEntry,
  ProfileKind,
  ProfileSetting,
  Rulebase,
  RuleEntry,
  ServiceEntry,
} from './entry';
import { branch, entryNode, leaf, memberList, type XmlNode } from './xml';

/** Entries as PAN-OS configuration (schema 10.0.6). */

/** The `<entry>` of one object or rule, every field written out. */
export function configNode(entry: ConfigEntry): XmlNode {
  switch (entry.kind) {
    case 'tag':
      return entryNode(entry.name, [leaf('comments', entry.comments)]);
    case 'address-group':
      return entryNode(entry.name, groupFields(entry));
    case 'service':
      return entryNode(entry.name, serviceFields(entry));
    case 'rule':
      return entryNode(entry.name, ruleFields(entry));
  }
}

/**
 * The rulebase as a `<config>` with its device group's nodes, for `load config partial` or, node by node, for `set`.
 */
export function rulebaseNode(rulebase: Rulebase): XmlNode {
  const rules = branch('security', [branch('rules', rulebase.rules.map(configNode))]);
  const deviceGroup = entryNode(rulebase.deviceGroup, [
    branch('tag', rulebase.tags.map(configNode)),
    branch('address-group', rulebase.addressGroups.map(configNode)),
    branch('service', rulebase.services.map(configNode)),
    branch(rulebase.rulebase === 'pre' ? 'pre-rulebase' : 'post-rulebase', [rules]),
  ]);
  const device = entryNode('localhost.localdomain', [branch('device-group', [deviceGroup])]);
  return branch('config', [branch('devices', [device])]);
}

function groupFields(group: AddressGroupEntry): XmlNode[] {
  const match =
    group.match.type === 'dynamic'
      ? branch('dynamic', [leaf('filter', group.match.filter)])
      : memberList('static', group.match.members);
  const fields = [match, memberList('tag', group.tags)];
  return group.description === '' ? fields : fields.concat([leaf('description', group.description)]);
}

function serviceFields(service: ServiceEntry): XmlNode[] {
  const protocol = branch(service.protocol, [leaf('port', service.port)]);
  return [branch('protocol', [protocol]), memberList('tag', service.tags)];
}

function ruleFields(rule: RuleEntry): XmlNode[] {
  const fields = [
    memberList('from', rule.from),
    memberList('to', rule.to),
    memberList('source', rule.source),
    memberList('destination', rule.destination),
    memberList('source-user', ['any']),
    memberList('category', rule.category),
    memberList('application', rule.application),
    memberList('service', rule.service),
    leaf('action', rule.action),
    leaf('rule-type', 'universal'),
    leaf('negate-source', 'no'),
    leaf('negate-destination', 'no'),
    leaf('log-start', rule.logStart ? 'yes' : 'no'),
    leaf('log-end', rule.logEnd ? 'yes' : 'no'),
    memberList('tag', rule.tags),
    leaf('group-tag', rule.groupTag),
    leaf('description', rule.description),
    leaf('disabled', 'no'),
  ];
  if (rule.logSetting !== '') fields.push(leaf('log-setting', rule.logSetting));
  return fields.concat(profileFields(rule.profileSetting));
}

function profileFields(setting: ProfileSetting): XmlNode[] {
  switch (setting.type) {
    case 'none':
      return [];
    case 'group':
      return [branch('profile-setting', [memberList('group', [setting.group])])];
    case 'profiles': {
      const profiles: XmlNode[] = [];
      for (const kind of sortedKeys(setting.profiles)) {
        const name = setting.profiles[kind as ProfileKind];
        if (name !== undefined) profiles.push(memberList(kind, [name]));
      }
      return [branch('profile-setting', [branch('profiles', profiles)])];
    }
  }
}
