import { sortedKeys } from '../text/canonical';
import type { AddressGroupEntry, ProfileSetting, RuleEntry, Rulebase, ServiceEntry } from '../panos/entry';
import { tableOf, type Cell, type Column, type Table } from './table';

/** What a rule matches and does, field by field. */
export const RULE_FIELDS: readonly Column<RuleEntry>[] = [
  { heading: 'From', cell: (rule) => rule.from, unlessAll: 'any' },
  { heading: 'To', cell: (rule) => rule.to, unlessAll: 'any' },
  { heading: 'Source', cell: (rule) => rule.source },
  { heading: 'Destination', cell: (rule) => rule.destination },
  { heading: 'Application', cell: (rule) => rule.application, unlessAll: 'any' },
  { heading: 'Service', cell: (rule) => rule.service },
  { heading: 'URL category', cell: (rule) => rule.category, unlessAll: 'any' },
  { heading: 'Action', cell: (rule) => rule.action },
  { heading: 'Profiles', cell: (rule) => profiles(rule.profileSetting), unlessAll: '-' },
  { heading: 'Log', cell: log, unlessAll: 'end' },
];

const RULE_COLUMNS: readonly Column<RuleEntry>[] = [
  { heading: '#', cell: (_rule, index) => String(index + 1) },
  { heading: 'Rule', cell: (rule) => rule.name },
  ...RULE_FIELDS,
];

const GROUP_COLUMNS: readonly Column<AddressGroupEntry>[] = [
  { heading: 'Address group', cell: (group) => group.name },
  { heading: 'Members', cell: members },
  { heading: 'Description', cell: (group) => group.description, unlessAll: '' },
];

const SERVICE_COLUMNS: readonly Column<ServiceEntry>[] = [
  { heading: 'Service', cell: (service) => service.name },
  { heading: 'Protocol', cell: (service) => service.protocol },
  { heading: 'Port', cell: (service) => service.port.split(',') },
];

/** The security rules in the order in which the firewall looks at them. */
export function rulesTable(rulebase: Rulebase): Table {
  return tableOf('Security rules', RULE_COLUMNS, rulebase.rules);
}

/** The address groups that the rules name, with the match expression or the members of each. */
export function groupsTable(rulebase: Rulebase): Table {
  return tableOf('Address groups', GROUP_COLUMNS, rulebase.addressGroups);
}

/** The services that the rules name. */
export function servicesTable(rulebase: Rulebase): Table {
  return tableOf('Services', SERVICE_COLUMNS, rulebase.services);
}

function profiles(setting: ProfileSetting): Cell {
  switch (setting.type) {
    case 'none':
      return '-';
    case 'group':
      return 'group ' + setting.group;
    case 'profiles':
      return sortedKeys(setting.profiles).map((kind) => kind + ' ' + String(setting.profiles[kind as never]));
  }
}

function log(rule: RuleEntry): Cell {
  const moments = (rule.logStart ? ['start'] : []).concat(rule.logEnd ? ['end'] : []);
  if (moments.length === 0) return '-';
  return moments.concat(rule.logSetting === '' ? [] : ['to ' + rule.logSetting]);
}

function members(group: AddressGroupEntry): Cell {
  switch (group.match.type) {
    case 'dynamic':
      return group.match.filter;
    case 'static':
      return group.match.members;
  }
}
