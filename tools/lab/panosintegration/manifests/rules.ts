import { arrays, DEVICE_GROUP, optional, required, type ArgumentManifest, type CommandManifest } from './manifest';

const PRE_POST: ArgumentManifest = { name: 'pre_post', values: ['pre-rulebase', 'post-rulebase'] };
const YES_NO = ['Yes', 'No'] as const;
const PLACES = ['before', 'after', 'top', 'bottom'] as const;
const CONTEXT = 'Panorama.SecurityRule';

const ELEMENTS = [
  'source',
  'destination',
  'application',
  'action',
  'category',
  'description',
  'disabled',
  'target',
  'log-forwarding',
  'tag',
  'profile-setting',
  'source-user',
  'service',
];
const PROFILE_KINDS = [
  'data-filtering',
  'file-blocking',
  'spyware',
  'url-filtering',
  'virus',
  'vulnerability',
  'wildfire-analysis',
];

const create = (sourceUser: ArgumentManifest, more: readonly ArgumentManifest[]): CommandManifest => ({
  name: 'pan-os-create-rule',
  context: CONTEXT,
  harmful: true,
  arguments: [
    ...optional('rulename', 'description'),
    { name: 'action', required: true, values: ['allow', 'deny', 'drop'] },
    ...arrays('source', 'destination', 'source_zone', 'destination_zone'),
    { name: 'negate_source', values: YES_NO },
    { name: 'negate_destination', values: YES_NO },
    ...arrays('service'),
    { name: 'disable', default: 'No', values: YES_NO },
    { name: 'application', default: 'any', isArray: true },
    sourceUser,
    PRE_POST,
    ...optional('target', 'log_forwarding'),
    DEVICE_GROUP,
    ...arrays('tags'),
    ...optional('category', 'profile_setting'),
    { name: 'where', default: 'bottom', values: PLACES },
    ...optional('dst'),
    ...more,
  ],
});

const edit = (elements: readonly string[]): CommandManifest => ({
  name: 'pan-os-edit-rule',
  context: CONTEXT,
  harmful: true,
  arguments: [
    ...required('rulename'),
    { name: 'element_to_change', required: true, values: elements },
    ...required('element_value'),
    PRE_POST,
    { name: 'behaviour', default: 'replace', values: ['replace', 'add', 'remove'] },
    DEVICE_GROUP,
  ],
});

const list = (filters: readonly ArgumentManifest[]): CommandManifest => ({
  name: 'pan-os-list-rules',
  context: CONTEXT,
  arguments: [PRE_POST, DEVICE_GROUP, ...filters],
});

const move: CommandManifest = {
  name: 'pan-os-move-rule',
  context: CONTEXT,
  harmful: true,
  arguments: [
    ...required('rulename'),
    { name: 'where', required: true, values: PLACES },
    ...optional('dst'),
    PRE_POST,
    DEVICE_GROUP,
  ],
};

const remove: CommandManifest = {
  name: 'pan-os-delete-rule',
  harmful: true,
  arguments: [...required('rulename'), PRE_POST, DEVICE_GROUP],
};

const profile = (name: string, more: readonly ArgumentManifest[]): CommandManifest => ({
  name,
  arguments: [
    { name: 'profile_type', required: true, values: PROFILE_KINDS },
    ...required('rule_name'),
    ...more,
    PRE_POST,
    DEVICE_GROUP,
  ],
});

const applyProfile = profile('pan-os-apply-security-profile', required('profile_name'));

const auditComment: CommandManifest = {
  name: 'pan-os-get-audit-comment',
  context: 'Panorama.AuditComment',
  arguments: [
    ...required('rule_name'),
    { name: 'rule_type', required: true, values: ['Security Rule', 'NAT Rule', 'PBF Rule'] },
    { name: 'pre_post', values: ['Pre', 'Post'] },
    DEVICE_GROUP,
  ],
};

/** The commands on security rules in versions 2.x. */
export const RULE_COMMANDS: readonly CommandManifest[] = [
  create({ name: 'source_user', isArray: true }, optional('audit_comment')),
  edit([...ELEMENTS, 'audit-comment']),
  move,
  remove,
  list([
    { name: 'tag', deprecated: true },
    ...arrays('tags'),
    ...optional('target', 'rulename'),
    { name: 'disabled', values: ['yes', 'no'] },
    { name: 'action', values: ['allow', 'deny', 'drop'] },
    ...optional('query'),
  ]),
  applyProfile,
  profile('pan-os-remove-security-profile', []),
  auditComment,
];

/**
 * Those of version 1.x: without audit comments, with fewer filters for lists, and with source user `any` by default.
 */
export const RULE_COMMANDS_1: readonly CommandManifest[] = [
  create({ name: 'source_user', default: 'any' }, []),
  edit(ELEMENTS),
  move,
  remove,
  list(optional('tag', 'target')),
  applyProfile,
];
