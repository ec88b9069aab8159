import type { Reference } from '../../../scripts/policy/attributes/references';
import type { Host } from '../../../scripts/xsoar/host';
import { readSettings } from '../../../scripts/xsoar/settings';
import { policyIdOf } from '../../../scripts/policy/kubernetes/identity';
import { readProfile } from '../../../scripts/policy/profile/read';
import { readSecurityServices } from '../../../scripts/policy/profile/services';
import { namespace, policy } from '../../property/handmade';
import { ofCluster, web, type Row, type Rows } from './support';

/** Attributes and settings that are wrong. */

const SERVICE = { description: 'for tests', owner: 'security', attributes: { log: 'both' } };
const CLUSTER = { deviceGroup: 'dg' };

/** The policy `shop/web` with one egress entry to port 80. */
function written(
  annotations: Readonly<Record<string, string>>,
  severity: 'error' | 'warning',
  path: string,
  settings: object = {},
  services: object = {},
  missing: readonly Reference[] = [],
): Row {
  const spec = { podSelector: {}, policyTypes: ['Egress'], egress: [{ ports: [{ port: 80 }] }] };
  return ofCluster(
    [namespace('shop'), policy('shop/web', spec, annotations)],
    [`${severity} shop/web ${path}`],
    { ...settings },
    { ...services },
    [],
    { missing },
  );
}

const LOST = policy('shop/web', { podSelector: {} }, { appid: 'ssh' });

/** A rejected version of the policy `shop/web`, or its rejected deletion. */
function rejected(isDeletion: boolean): Row {
  const approved = policy('shop/web', { podSelector: {} });
  const rejections = [{ policy: policyIdOf(approved), isDeletion, approved, reason: 'No.' }];
  return ofCluster([namespace('shop'), approved], ['error shop/web '], {}, {}, [], { rejections });
}

const at = (key: string): string => `metadata.annotations[np.panw.com/${key}]`;

/** Nothing is asked of it: the settings are handed over. */
const NO_SERVER: Host = {
  args: {},
  executeCommand: (command: string) => {
    throw new Error(`The server is asked to ${command}.`);
  },
} as unknown as Host;

export const SETTINGS: Rows = {
  'attribute-allowed': written({ appid: 'ssh' }, 'error', at('appid'), { allowed: { applications: ['ssl'] } }),
  'attribute-conflict': written({ 'profile-group': 'g', antivirus: 'a' }, 'error', at('profile-group')),
  'attribute-entry': written({ 'egress.1.appid': 'ssl' }, 'error', at('egress.1.appid')),
  'attribute-label-differs': ofCluster(
    [
      namespace('shop'),
      web({ podSelector: {} }, { annotations: { 'np.panw.com/log': 'both' }, labels: { 'np.panw.com/log': 'start' } }),
    ],
    ['warning shop/web metadata.labels[np.panw.com/log]'],
  ),
  'attribute-lost': ofCluster([namespace('shop'), LOST], ['warning shop/web metadata.annotations'], {}, {}, [LOST], {
    missing: [{ kind: 'application', name: 'ssh' }],
  }),
  'attribute-missing': written({ appid: 'ssh' }, 'error', at('appid'), {}, {}, [{ kind: 'application', name: 'ssh' }]),
  'attribute-none-group': written(
    { 'profile-group': 'g', 'egress.antivirus': 'none' },
    'error',
    at('egress.antivirus'),
  ),
  'attribute-unknown': written({ apid: 'ssl' }, 'error', at('apid')),
  'attribute-value': written({ log: 'all' }, 'error', at('log')),
  'attribute-widens': written({ service: 'application-default' }, 'error', at('service')),
  'profile-cluster': {
    found: () => readProfile({ clusters: { a: CLUSTER } }, 'b').diagnostics,
    places: ['error  clusters'],
  },
  'policy-deletion-rejected': rejected(true),
  'policy-rejected': rejected(false),
  'profile-cluster-unnamed': {
    found: () => readProfile({ clusters: { a: CLUSTER, b: CLUSTER } }, undefined).diagnostics,
    places: ['error  clusters'],
  },
  'profile-invalid': {
    found: () => readProfile({ clusters: { a: { ...CLUSTER, zones: { from: [] } } } }, 'a').diagnostics,
    places: ['error  clusters.a.zones.from'],
  },
  'security-service-missing': written(
    { 'security-service': 'pci' },
    'error',
    at('security-service'),
    {},
    { pci: { ...SERVICE, attributes: { logprofile: 'siem' } } },
    [{ kind: 'log forwarding profile', name: 'siem' }],
  ),
  'security-service-namespace': written(
    { 'security-service': 'pci' },
    'error',
    at('security-service'),
    {},
    { pci: { ...SERVICE, namespaces: ['pay'] } },
  ),
  'security-service-unknown': written({ 'security-service': 'pci' }, 'error', at('security-service')),
  'security-services-invalid': {
    found: () => readSecurityServices({ services: { a: { ...SERVICE, owner: 1 } } }).diagnostics,
    places: ['error  services.a.owner'],
  },
  'settings-unreadable': {
    found: () =>
      readSettings(NO_SERVER, { cluster: 'a', profile: 'clusters: {}', services: '{"services": {}}' }).diagnostics,
    places: ['error  '],
  },
};
