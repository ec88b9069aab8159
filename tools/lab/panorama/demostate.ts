import type { PanoramaOptions } from './types';

/**
 * The Panorama that `npm run lab:panorama` starts with: a parent device group `kubernetes`, one child per cluster, four
 * CN-Series firewalls, what examples/shop names, and a few rules that belong to somebody else.
 */
export const DEMO_STATE: PanoramaOptions = {
  admins: [
    { name: 'admin', password: 'admin', apiKey: 'key-admin' },
    { name: 'svc-k8s', password: 'svc-k8s', apiKey: 'key-svc-k8s', role: 'api' },
  ],
  shared:
    '<tag><entry name="corporate"/></tag>' +
    '<profile-group><entry name="k8s-strict"><virus><member>default</member></virus>' +
    '<spyware><member>strict</member></spyware><vulnerability><member>strict</member></vulnerability></entry>' +
    '<entry name="pci-strict"><virus><member>default</member></virus>' +
    '<vulnerability><member>strict</member></vulnerability></entry></profile-group>' +
    '<profiles><custom-url-category><entry name="financial-services"/></custom-url-category></profiles>' +
    '<log-settings><profiles><entry name="default"/><entry name="soc"/><entry name="pci-audit"/></profiles></log-settings>',
  applications: ['dns-base'],
  deviceGroups: [
    { name: 'kubernetes' },
    {
      name: 'shop-cluster',
      parent: 'kubernetes',
      config:
        '<pre-rulebase><security><rules>' +
        foreignRule('corporate-dns', '192.0.2.53') +
        '</rules></security></pre-rulebase>',
    },
    { name: 'test-cluster', parent: 'kubernetes' },
  ],
  devices: [1, 2, 3, 4].map((number) => ({
    serial: `00000000000000${number}`,
    hostname: `cn-ngfw-${number}`,
    deviceGroup: 'shop-cluster',
    pushed: true,
  })),
};

/**
 * A complete rule that allows, for the parts of a rulebase that belong to others.
 *
 * @param destination @default everything
 */
export function foreignRule(name: string, destination = 'any'): string {
  const members = { from: 'any', to: 'any', source: 'any', destination, application: 'any', service: 'any' };
  const lists = Object.entries(members).map(([tag, member]) => `<${tag}><member>${member}</member></${tag}>`);
  return `<entry name="${name}">${lists.join('')}<action>allow</action></entry>`;
}
