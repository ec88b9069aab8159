import { get, item, safeGet } from '../python/access';
import { isDictionary, type Dictionary, type Value } from '../python/value';

/** The columns in which 2.x lists rules. */
export const HEADERS: readonly string[] = [
  'Name',
  'Location',
  'Tags',
  'Type',
  'From',
  'Source',
  'SourceUser',
  'SourceDevice',
  'To',
  'Destination',
  'DestinationDevice',
  'Application',
  'Service',
  'CustomUrlCategory',
  'Action',
  'SecurityProfile',
  'SecurityProfileGroup',
  'Options',
  'Target',
];

/** What 2.x writes above its columns, where it is not the key of the context. */
export const HEADER_TEXTS: { readonly [header: string]: string } = {
  SecurityProfileGroup: 'Profile Group',
  SecurityProfile: 'Profiles',
  From: 'Source Zone',
  DestinationDevice: 'Destination Device',
  SourceDevice: 'Source Device',
  SourceUser: 'Source User',
  To: 'Destination Zone',
  Source: 'Source Address',
  CustomUrlCategory: 'Url Category',
  Destination: 'Destination Address',
};

/** The columns in which 1.x lists rules. */
export const OLD_HEADERS: readonly string[] = [
  'Name',
  'Location',
  'Action',
  'From',
  'To',
  'CustomUrlCategory',
  'Service',
  'Tags',
];

const PROFILES = [
  'url-filtering',
  'data-filtering',
  'file-blocking',
  'virus',
  'spyware',
  'vulnerability',
  'wildfire-analysis',
];

/** A rule in the context of 2.x: '' for what is not there. `log-end` is not reported. */
export function describeRule(deviceGroup: Value, rule: Value): Dictionary {
  const at = (...keys: readonly string[]): Value => textOrList(safeGet(rule, keys));
  const leaf = (key: string): Value => get(rule, key, '');
  const members = (key: string): Value => at(key, 'member');
  const profiles: Dictionary = {};
  for (const kind of PROFILES) {
    const members = safeGet(rule, ['profile-setting', 'profiles', kind, 'member']);
    profiles[kind] = members === undefined ? '' : members;
  }
  return {
    DeviceGroup: deviceGroup,
    Location: leaf('@loc'),
    UUID: leaf('@uuid'),
    NegateDestination: leaf('negate-destination'),
    Disabled: leaf('disabled'),
    ICMPUnreachable: leaf('icmp-unreachable'),
    Description: leaf('description'),
    GroupTag: leaf('group-tag'),
    LogForwardingProfile: leaf('log-setting'),
    NegateSource: leaf('negate-source'),
    SecurityProfileGroup: at('profile-setting', 'group', 'member'),
    SecurityProfile: profiles,
    Target: { devices: targetDevices(rule), negate: at('target', 'negate') },
    Name: leaf('@name'),
    Type: leaf('rule-type'),
    From: members('from'),
    DestinationDevice: members('destination-hip'),
    Action: leaf('action'),
    SourceDevice: members('source-hip'),
    Tags: members('tag'),
    SourceUser: members('source-user'),
    Application: members('application'),
    Service: members('service'),
    To: members('to'),
    Source: members('source'),
    CustomUrlCategory: members('category'),
    Destination: members('destination'),
    Options: {
      LogAtSessionStart: leaf('log-start'),
      LogForwarding: leaf('log-setting'),
      Schedule: leaf('schedule'),
      QoSMarking: firstKey(safeGet(rule, ['qos', 'marking'])),
      DisableServerResponseInspection: at('option', 'disable-server-response-inspection'),
    },
  };
}

const textOrList = (value: Value | undefined): Value =>
  typeof value === 'string' || Array.isArray(value) ? value : '';

/** A single target is not found: it is no list. */
const targetDevices = (rule: Value): Value[] => {
  const entries = safeGet(rule, ['target', 'devices', 'entry']);
  return Array.isArray(entries) ? entries.filter(isDictionary).map((entry) => entry['@name'] ?? null) : [];
};

const firstKey = (value: Value | undefined): Value => (isDictionary(value) ? (Object.keys(value)[0] ?? null) : null);

const OLD_MEMBERS: { readonly [key: string]: string } = {
  CustomUrlCategory: 'category',
  Application: 'application',
  Destination: 'destination',
  From: 'from',
  Service: 'service',
  To: 'to',
  Source: 'source',
  Tags: 'tag',
};

/** A rule in the context of 1.14.22: few fields, uncommitted values with their marks, log forwarding only among them. */
export function describeOldRule(deviceGroup: string | undefined, rule: Value): Dictionary {
  const described: Dictionary = { Name: item(rule, '@name'), Action: item(rule, 'action') };
  if (deviceGroup !== undefined) described.DeviceGroup = deviceGroup;
  const location = safeGet(rule, ['@loc']);
  if (location !== undefined) described.Location = location;
  for (const [key, element] of Object.entries(OLD_MEMBERS)) {
    const members = safeGet(rule, [element, 'member']);
    if (members !== undefined) described[key] = members;
  }
  const profile = safeGet(rule, ['log-setting', '#text']);
  if (profile !== undefined) described.LogForwardingProfile = profile;
  return described;
}
