import type { Handle } from '../panorama';
import { commit } from './commit';
import { error as errorEntry } from './entries';
import { generic } from './generic';
import { openInstance } from './instance';
import { MANIFESTS } from './manifests';
import { CommandError, CommandExit } from './python/exceptions';
import { push } from './push';
import { prepareArguments, type PredefinedValues } from './server';
import { Session, type Command } from './session';
import type { Entry, InstanceParams, IntegrationVersion } from './types';

/** How an instance is set up, and which version of the pack it belongs to. */
export interface PanosIntegrationOptions {
  readonly version: IntegrationVersion;
  /** The XML API that the instance points at. It may throw `ConnectionBroken`. */
  readonly handle: Handle;
  readonly params: InstanceParams;
  /** @default 'listed' */
  readonly predefinedValues?: PredefinedValues;
}

const COMMANDS: { readonly [name: string]: Command } = {
  'pan-os': generic,
  'pan-os-commit': commit,
  'pan-os-push-to-device-group': push,
};

/** An instance of the PAN-OS integration. */
export interface PanosIntegration {
  /** Runs one command and gives its entries; errors are entries of type 4, never exceptions. */
  readonly execute: (command: string, args: { readonly [name: string]: unknown }) => Entry[];
}

/**
 * Configures an instance of XSOAR's PAN-OS integration on top of an XML API.
 *
 * @example createPanosIntegration({ version: '2.5.1', handle, params }).execute('pan-os', { type: 'version' })
 */
export function createPanosIntegration(options: PanosIntegrationOptions): PanosIntegration {
  const { version, handle, params, predefinedValues = 'listed' } = options;
  const manifests = new Map(MANIFESTS[version].map((manifest) => [manifest.name, manifest]));

  const run = (command: string, given: { readonly [name: string]: unknown }, entries: Entry[]): void => {
    const manifest = manifests.get(command);
    const implementation = COMMANDS[command];
    if (manifest === undefined || implementation === undefined) {
      throw new CommandError(`Version ${version} of the integration has no command ${command}.`);
    }
    const args = prepareArguments(manifest, given, predefinedValues);
    const session = new Session(openInstance(version, params, args), handle, entries);
    implementation(session, args);
  };

  return {
    execute: (command, args) => {
      const entries: Entry[] = [];
      try {
        run(command, args, entries);
      } catch (error) {
        if (error instanceof CommandExit) return entries;
        if (!(error instanceof CommandError)) throw error;
        entries.push(errorEntry(masked(error.message, params)));
      }
      return entries;
    },
  };
}

/** Error texts hide the instance's secrets in every form that the base library thinks of. */
function masked(message: string, { key, credentials }: InstanceParams): string {
  const secrets = [key, credentials?.password].filter((secret) => secret !== undefined && secret !== '') as string[];
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    Buffer.from(secret).toString('base64'),
  ]);
  return forms.reduce((text, form) => text.replaceAll(form, '<XX_REPLACED>'), message);
}
