import { userError } from './errors';
import type { Host } from './host';

/** The integrations that the pack talks to, by the names that the server knows them by. */
export const BRANDS = { panorama: 'Panorama', watcher: 'Kubernetes Policy Watcher' };

/** Where the cluster profile names an instance. */
export type InstanceSetting = 'panoramaInstance' | 'watcherInstance';

/**
 * The instance to pass as `using` on every command: a command without it runs on every instance of its integration.
 *
 * @param named what the cluster profile names; '' for the only active instance
 * @returns '' where nothing is named and the server does not tell which instances there are
 * @throws a user error if nothing is named and there is no active instance, or more than one
 */
export function chooseInstance(host: Host, named: string, brand: string, setting: InstanceSetting): string {
  if (named !== '') return named;
  const instances = host.activeInstances();
  if (instances === undefined) return '';
  const names = instances.filter((instance) => instance.brand === brand).map((instance) => instance.name);
  if (names.length === 1) return names[0];
  if (names.length === 0) {
    throw userError('No instance of the integration "' + brand + '" is active. Add one in the settings, or enable it.');
  }
  throw userError(
    'Several instances of the integration "' +
      brand +
      '" are active: ' +
      names.join(', ') +
      '. Name the right one as "' +
      setting +
      '" in the cluster profile.',
  );
}
