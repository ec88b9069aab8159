import { foreignRule, type DeviceGroupOptions, type PanoramaOptions } from '../lab/panorama';
import { translated } from '../session/cluster';
import { panoramaSetting } from '../session/setting';
import type { Example } from './clusters';

/** How a cluster's Panorama is built: what the suite varies besides cluster and fault. */
export interface Shape {
  /** Device groups from the top to the cluster's own: 1 is flat. */
  readonly levels: number;
  readonly firewalls: number;
  readonly applyMode: 'batch' | 'multi-config';
}

/**
 * A Panorama of this shape in which nothing of the cluster stands yet.
 *
 * @throws if the session's Panorama has not the device group of the cluster
 */
export function emptyPanorama(example: Example, { levels, firewalls }: Shape): PanoramaOptions {
  const { profile, services } = example;
  const rulebases = [example.objects, example.changed, example.deleted].flatMap((objects) => {
    const { rulebase } = translated({ objects, profile, services, lastGood: [] }).translation;
    return rulebase === undefined ? [] : [rulebase];
  });
  const { deviceGroup } = profile;
  const setting = panoramaSetting(deviceGroup, rulebases);
  const own = (setting.deviceGroups ?? []).find(({ name }) => name === deviceGroup);
  if (own === undefined) throw new Error('The session has the device group of the cluster.');
  return {
    ...setting,
    deviceGroups: [...above(levels), { ...own, parent: levels === 1 ? 'shared' : `level-${levels - 1}` }, OTHER],
    devices: Array.from({ length: firewalls }, (_none, index) => ({
      serial: serialOf(index),
      hostname: `fw-${index + 1}`,
      deviceGroup,
      pushed: true,
    })),
  };
}

/** The serial number of a firewall, from 0. */
export function serialOf(index: number): string {
  return String(index + 1).padStart(15, '0');
}

const OTHER: DeviceGroupOptions = { name: 'other', config: rules('elsewhere') };

function above(levels: number): DeviceGroupOptions[] {
  return Array.from({ length: levels - 1 }, (_none, index) => ({
    name: `level-${index + 1}`,
    ...(index === 0 ? {} : { parent: `level-${index}` }),
    config: rules(`rule of level ${index + 1}`),
  }));
}

function rules(name: string): string {
  return `<pre-rulebase><security><rules>${foreignRule(name)}</rules></security></pre-rulebase>`;
}
