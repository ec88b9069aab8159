import {
  arrays,
  DEVICE_GROUP,
  NAME,
  optional,
  required,
  type ArgumentManifest,
  type CommandManifest,
} from './manifest';

const context = (name: string): string => `Panorama.${name}`;

/** Commands on objects of one kind that are named and scoped alike. */
const named = (name: string, path: string, more: readonly ArgumentManifest[] = []): CommandManifest => ({
  name,
  context: context(path),
  arguments: [NAME, ...more, DEVICE_GROUP],
});
const listed = (name: string, path: string, filter: ArgumentManifest): CommandManifest => ({
  name,
  context: context(path),
  arguments: [DEVICE_GROUP, filter],
});

const TAG: ArgumentManifest = { name: 'tag' };
const [TAG_LIST, TAGS] = [arrays('tag'), arrays('tags')];

const createAddress = (kinds: readonly string[]): CommandManifest =>
  named('pan-os-create-address', 'Addresses', [...optional('description', ...kinds), ...TAG_LIST]);

const editAddress: CommandManifest = {
  name: 'pan-os-edit-address',
  arguments: [
    NAME,
    DEVICE_GROUP,
    {
      name: 'element_to_change',
      required: true,
      values: ['fqdn', 'ip_netmask', 'ip_range', 'ip_wildcard', 'description', 'tag'],
    },
    { name: 'element_value', required: true, isArray: true },
  ],
};

const ADDRESSES: readonly CommandManifest[] = [
  listed('pan-os-list-addresses', 'Addresses', TAG),
  named('pan-os-get-address', 'Addresses'),
  named('pan-os-delete-address', 'Addresses'),
];

const GROUPS: readonly CommandManifest[] = [
  listed('pan-os-list-address-groups', 'AddressGroups', TAG),
  named('pan-os-get-address-group', 'AddressGroups'),
  named('pan-os-create-address-group', 'AddressGroups', [
    { name: 'type', required: true, values: ['dynamic', 'static'] },
    ...optional('match'),
    ...arrays('addresses'),
    ...optional('description'),
    ...TAGS,
  ]),
  named('pan-os-edit-address-group', 'AddressGroups', [
    { name: 'type', required: true, values: ['static', 'dynamic'] },
    ...optional('match', 'element_to_add', 'element_to_remove', 'description'),
    ...TAGS,
  ]),
  named('pan-os-delete-address-group', 'AddressGroups'),
];

const SERVICES: readonly CommandManifest[] = [
  listed('pan-os-list-services', 'Services', TAG),
  named('pan-os-get-service', 'Services'),
  named('pan-os-create-service', 'Services', [
    { name: 'protocol', required: true, values: ['tcp', 'udp', 'sctp'] },
    ...required('destination_port'),
    ...optional('source_port', 'description'),
    ...TAGS,
  ]),
  named('pan-os-delete-service', 'Services'),
  listed('pan-os-list-service-groups', 'ServiceGroups', { name: 'tag', isArray: true }),
  named('pan-os-get-service-group', 'ServiceGroups'),
  named('pan-os-create-service-group', 'ServiceGroups', [{ name: 'services', required: true, isArray: true }, ...TAGS]),
  named('pan-os-edit-service-group', 'ServiceGroups', [
    ...arrays('services_to_add'),
    ...optional('services_to_remove'),
    ...TAGS,
  ]),
  named('pan-os-delete-service-group', 'ServiceGroups'),
];

const TRUE_FALSE_NO: Pick<ArgumentManifest, 'values' | 'default'> = { values: ['true', 'false'], default: 'false' };

const TAGS_OF_PANORAMA: readonly CommandManifest[] = [
  {
    name: 'pan-os-list-tag',
    context: context('Tag'),
    arguments: [{ name: 'include_shared_tags', default: 'No', values: ['Yes', 'No'] }, DEVICE_GROUP],
  },
  {
    name: 'pan-os-create-tag',
    arguments: [
      NAME,
      DEVICE_GROUP,
      { name: 'disable_override', ...TRUE_FALSE_NO },
      { name: 'is_shared', ...TRUE_FALSE_NO },
      ...optional('comment'),
    ],
  },
  {
    name: 'pan-os-edit-tag',
    arguments: [
      NAME,
      ...optional('new_name'),
      DEVICE_GROUP,
      { name: 'disable_override', values: ['true', 'false'] },
      ...optional('comment'),
    ],
  },
  // Without a device group: the instance's own is the only one, but for Shared.
  { name: 'pan-os-delete-tag', arguments: [NAME] },
];

const GROUP_NAME: ArgumentManifest = { name: 'group_name', required: true };

const PROFILE_GROUPS: readonly CommandManifest[] = [
  {
    name: 'pan-os-list-security-profile-group',
    context: context('ProfileGroup'),
    arguments: [...optional('group_name'), DEVICE_GROUP],
  },
  {
    name: 'pan-os-create-security-profile-group',
    arguments: [
      GROUP_NAME,
      DEVICE_GROUP,
      ...optional('antivirus_profile', 'anti_spyware_profile', 'vulnerability_protection_profile'),
      ...optional('URL_filtering_profile', 'file_blocking_profile', 'data_filtering_profile'),
      ...optional('wildfire_analysis_profile'),
    ],
  },
  {
    name: 'pan-os-edit-security-profile-group',
    arguments: [
      GROUP_NAME,
      {
        name: 'profile_to_change',
        required: true,
        values: [
          'Antivirus Profile',
          'Anti-Spyware Profile',
          'Vulnerability Protection Profile',
          'URL Filtering Profile',
          'File Blocking Profile',
          // With two spaces, and therefore not understood.
          'Data Filtering  Profile',
          'WildFire Analysis Profile',
        ],
      },
      ...required('profile_value'),
      DEVICE_GROUP,
    ],
  },
  { name: 'pan-os-delete-security-profile-group', arguments: [GROUP_NAME, DEVICE_GROUP] },
];

const PAGING: readonly ArgumentManifest[] = [
  { name: 'limit', default: '50' },
  { name: 'page_size', default: '50' },
  { name: 'page' },
];
const PREDEFINED: ArgumentManifest = { name: 'predefined', ...TRUE_FALSE_NO };

const listApplications = (more: readonly ArgumentManifest[]): CommandManifest => ({
  name: 'pan-os-list-applications',
  context: context('Applications'),
  arguments: [PREDEFINED, DEVICE_GROUP, ...more],
});

const APPLICATION_FILTERS: readonly ArgumentManifest[] = [
  ...optional('name_match', 'name_contain'),
  { name: 'risk', values: ['1', '2', '3', '4', '5'] },
  { name: 'category', values: ['collaboration', 'business-systems', 'networking', 'media'] },
  ...optional('sub_category'),
  { name: 'technology', values: ['browser-based', 'client-server', 'network-protocol', 'peer-to-peer'] },
  ...optional('characteristics'),
];

const APPLICATIONS: ArgumentManifest = { name: 'applications', required: true, isArray: true };

const APPLICATION_GROUPS: readonly CommandManifest[] = [
  {
    name: 'pan-os-list-application-groups',
    context: context('ApplicationGroup'),
    arguments: [...optional('name'), DEVICE_GROUP, { name: 'show_uncommitted', ...TRUE_FALSE_NO }, ...PAGING],
  },
  named('pan-os-create-application-group', 'ApplicationGroup', [APPLICATIONS]),
  named('pan-os-edit-application-group', 'ApplicationGroup', [
    APPLICATIONS,
    { name: 'action', required: true, default: 'add', values: ['add', 'remove'] },
  ]),
  { name: 'pan-os-delete-application-group', arguments: [NAME, DEVICE_GROUP] },
];

const IP_TAG: readonly ArgumentManifest[] = [...required('tag'), { name: 'IPs', required: true, isArray: true }];

const IP_TAGS: readonly CommandManifest[] = [
  {
    name: 'pan-os-register-ip-tag',
    context: context('DynamicTags'),
    arguments: [...IP_TAG, { name: 'persistent', default: 'true', values: ['true', 'false'] }, ...optional('timeout')],
  },
  { name: 'pan-os-unregister-ip-tag', arguments: IP_TAG },
];

const COMMON: readonly CommandManifest[] = [...ADDRESSES, ...GROUPS, ...SERVICES, ...IP_TAGS];

/** The commands on addresses, services, tags, groups and applications in versions 2.x. */
export const OBJECT_COMMANDS: readonly CommandManifest[] = [
  ...COMMON,
  createAddress(['fqdn', 'ip_netmask', 'ip_range', 'ip_wildcard']),
  editAddress,
  ...TAGS_OF_PANORAMA,
  ...PROFILE_GROUPS,
  ...APPLICATION_GROUPS,
  listApplications([...APPLICATION_FILTERS, ...PAGING]),
  { name: 'pan-os-list-device-groups', context: context('DeviceGroupNames'), arguments: [] },
];

/** Those of version 1.x: without tags, profile groups and application groups, and without filters for applications. */
export const OBJECT_COMMANDS_1: readonly CommandManifest[] = [
  ...COMMON,
  createAddress(['fqdn', 'ip_netmask', 'ip_range']),
  listApplications([]),
];
