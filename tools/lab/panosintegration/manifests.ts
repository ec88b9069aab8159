import type { IntegrationVersion } from './types';

/** One argument of a command, as the pack's YAML declares it; the commands here require none. */
export interface ArgumentManifest {
  readonly name: string;
  /** What the server passes where the caller gives nothing (`defaultValue`). */
  readonly default?: string;
  /** The values that the YAML offers (`predefined`). */
  readonly values?: readonly string[];
}

/** One command, as the pack's YAML declares it. */
export interface CommandManifest {
  readonly name: string;
  readonly arguments: readonly ArgumentManifest[];
}

const optional = (...names: readonly string[]): readonly ArgumentManifest[] => names.map((name) => ({ name }));

const DEVICE_GROUP: ArgumentManifest = { name: 'device-group' };
const TRUE_FALSE = ['true', 'false'] as const;

const ACTIONS = [
  'set',
  'edit',
  'delete',
  'rename',
  'clone',
  'move',
  'override',
  'muti-move',
  'multi-clone',
  'complete',
  'show',
  'get',
];
const TYPES = ['keygen', 'config', 'commit', 'op', 'report', 'log', 'import', 'export', 'user-id', 'version'];

const generic = (type: ArgumentManifest, isXml: ArgumentManifest): CommandManifest => ({
  name: 'pan-os',
  arguments: [
    type,
    { name: 'action', values: ACTIONS },
    ...optional('xpath', 'element', 'cmd', 'command', 'dst', 'where', 'from', 'to', 'key', 'target', 'vsys', 'job-id'),
    ...optional('category', 'query', 'log-type', 'period', 'pcap-id', 'serialno', 'reporttype', 'reportname'),
    ...optional('search-time'),
    DEVICE_GROUP,
    isXml,
  ],
});

/** What both commands that start a job have for waiting, without what the server hands from run to run. */
const WAITING: readonly ArgumentManifest[] = [
  { name: 'polling', default: 'false', values: TRUE_FALSE },
  { name: 'timeout', default: '120' },
  { name: 'interval_in_seconds', default: '10' },
];

/** The same in both versions. */
const JOBS: readonly CommandManifest[] = [
  {
    name: 'pan-os-commit',
    arguments: [
      ...optional('description', 'admin_name'),
      { name: 'force_commit', values: TRUE_FALSE },
      { name: 'exclude_device_network_configuration', values: TRUE_FALSE },
      { name: 'exclude_shared_objects', values: TRUE_FALSE },
      ...WAITING,
    ],
  },
  {
    name: 'pan-os-push-to-device-group',
    arguments: [
      DEVICE_GROUP,
      { name: 'validate-only', default: 'false', values: TRUE_FALSE },
      { name: 'include-template', default: 'true', values: TRUE_FALSE },
      ...optional('description', 'serial_number'),
      ...WAITING,
    ],
  },
];

/**
 * The commands of each version with their arguments. In 1.14.22 the default type of `pan-os` is the whole list of
 * types.
 */
export const MANIFESTS: { readonly [version in IntegrationVersion]: readonly CommandManifest[] } = {
  '2.5.1': [
    generic(
      { name: 'type', default: 'config', values: TYPES },
      { name: 'is_xml', default: 'false', values: TRUE_FALSE },
    ),
    ...JOBS,
  ],
  '1.14.22': [generic({ name: 'type', default: TYPES.join(',') }, { name: 'is_xml' }), ...JOBS],
};
