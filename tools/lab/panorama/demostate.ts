import type { PanoramaOptions } from './types';

/**
 * The Panorama that `npm run lab:panorama` starts with: a parent device group `kubernetes`, one child per cluster, four
 * CN-Series firewalls, a profile group and a log forwarding profile, and a few rules that belong to somebody else.
 */
export const DEMO_STATE: PanoramaOptions = {
  admins: [
    { name: 'admin', password: 'admin', apiKey: 'key-admin' },
    { name: 'svc-k8s', password: 'svc-k8s', apiKey: 'key-svc-k8s', role: 'api' },
  ],
  shared:
    '<tag><entry name="corporate"/></tag>' +
    '<profile-group><entry name="k8s-strict"><virus><member>default</member></virus>' +
    '<spyware><member>strict</member></spyware><vulnerability><member>strict</member></vulnerability></entry></profile-group>' +
    '<log-settings><profiles><entry name="default"/></profiles></log-settings>',
  deviceGroups: [
    { name: 'kubernetes' },
    {
      name: 'shop-cluster',
      parent: 'kubernetes',
      config: '<pre-rulebase><security><rules>' + foreignRule('corporate-dns') + '</rules></security></pre-rulebase>',
    },
    { name: 'test-cluster', parent: 'kubernetes' },
  ],
  devices: [1, 2, 3, 4].map((number) => ({
    serial: `00000000000000${number}`,
    hostname: `cn-ngfw-${number}`,
    deviceGroup: 'shop-cluster',
  })),
};

/** A complete rule that allows everything, for the parts of a rulebase that belong to others. */
export function foreignRule(name: string): string {
  const any = '<member>any</member>';
  const lists = ['from', 'to', 'source', 'destination', 'application', 'service'].map(
    (tag) => `<${tag}>${any}</${tag}>`,
  );
  return `<entry name="${name}">${lists.join('')}<action>allow</action></entry>`;
}
