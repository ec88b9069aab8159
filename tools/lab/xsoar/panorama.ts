import { MANIFESTS, type IntegrationVersion, type PanosIntegration } from '../panosintegration';
import type { CommandDefinition } from './content/types';
import { RunnerError } from './errors';
import type { EntryContent } from './server/entries';
import type { ExternalIntegration } from './server/options';

/**
 * The emulated PAN-OS integration as one of the server's: brand `Panorama`. Its instances go by the names that the
 * server knows them by.
 */
export function panoramaIntegration(
  version: IntegrationVersion,
  instances: { readonly [name: string]: PanosIntegration },
): ExternalIntegration {
  const commands = MANIFESTS[version].map(({ name, arguments: args }): CommandDefinition => ({
    name,
    outputs: [],
    arguments: args.map((argument) => ({
      name: argument.name,
      required: false,
      isArray: false,
      positional: false,
      defaultValue: argument.default,
      predefined: argument.values,
    })),
  }));
  return {
    brand: 'Panorama',
    commands,
    execute: (command, args, { instance }) => {
      if (!Object.hasOwn(instances, instance)) throw new RunnerError(`There is no emulated instance "${instance}".`);
      // Its entries are the integration's own; what crosses is JSON.
      return JSON.parse(JSON.stringify(instances[instance].execute(command, args))) as EntryContent[];
    },
  };
}
