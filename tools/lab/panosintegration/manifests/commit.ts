import { DEVICE_GROUP, optional, required, TRUE_FALSE, type ArgumentManifest, type CommandManifest } from './manifest';

const polling = (job: string): readonly ArgumentManifest[] => [
  { name: 'polling', default: 'false', values: TRUE_FALSE },
  { name: job, internal: true },
  { name: 'timeout', default: '120' },
  { name: 'interval_in_seconds', default: '10' },
  { name: 'hide_polling_output', internal: true },
];

/** The same in both versions. */
export const COMMIT_COMMANDS: readonly CommandManifest[] = [
  {
    name: 'pan-os-commit',
    context: 'Panorama.Commit',
    polling: true,
    arguments: [
      ...optional('description', 'admin_name'),
      { name: 'force_commit', values: TRUE_FALSE },
      { name: 'exclude_device_network_configuration', values: TRUE_FALSE },
      { name: 'exclude_shared_objects', values: TRUE_FALSE },
      ...polling('commit_job_id'),
    ],
  },
  { name: 'pan-os-commit-status', context: 'Panorama.Commit', arguments: required('job_id') },
  {
    name: 'pan-os-push-to-device-group',
    context: 'Panorama.Push',
    polling: true,
    arguments: [
      DEVICE_GROUP,
      { name: 'validate-only', default: 'false', values: TRUE_FALSE },
      { name: 'include-template', default: 'true', values: TRUE_FALSE },
      ...optional('description', 'serial_number'),
      ...polling('push_job_id'),
    ],
  },
  { name: 'pan-os-push-status', context: 'Panorama.Push', arguments: required('job_id') },
];
