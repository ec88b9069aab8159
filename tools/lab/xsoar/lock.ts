import type { CommandDefinition } from './content/types';
import { deletePath } from './context/tree';
import { isObject, textOf, valueOf, type JsonObject } from './json';
import { errorEntry, note, type EntryContent } from './server/entries';
import type { ExternalIntegration, IntegrationHost } from './server/options';

/** Seconds that a lock is waited for, and between two looks at it, where nothing is said. */
const [TIMEOUT, INTERVAL] = ['600', '20'];

const TITLE = '### Demisto Locking Mechanism\n';

function command(name: string, ...args: readonly string[]): CommandDefinition {
  const definition = {
    required: false,
    isArray: false,
    positional: false,
    defaultValue: undefined,
    predefined: undefined,
  };
  return { name, outputs: [], arguments: args.map((argument) => ({ ...definition, name: argument })) };
}

/**
 * The native integration Demisto Lock (shown as Cortex Lock on later servers), as it works on XSOAR 8: a lock that is
 * held is waited for by polling. Who holds it is a number of each call: the same incident does not get it twice.
 * Anybody can release it.
 */
export const LOCK: ExternalIntegration = {
  brand: 'Demisto Lock',
  commands: [
    command('demisto-lock-get', 'name', 'info', 'timeout', 'polling_interval', 'guid', 'timeout_err_msg'),
    command('demisto-lock-release', 'name'),
    command('demisto-lock-release-all'),
    command('demisto-lock-info', 'name'),
  ],
  execute: (name, args, host) => {
    const lock = textOf(valueOf(args, 'name')) || 'Default';
    switch (name) {
      case 'demisto-lock-get':
        return get(lock, args, host);
      case 'demisto-lock-release': {
        host.setIntegrationContext(deletePath(host.getIntegrationContext(), [lock]));
        return [markdown('Lock released successfully')];
      }
      case 'demisto-lock-release-all':
        host.setIntegrationContext({});
        return [markdown('All locks released successfully')];
      default:
        return info(lock, host);
    }
  },
};

function get(lock: string, args: JsonObject, host: IntegrationHost): readonly EntryContent[] {
  const locks = host.getIntegrationContext();
  const { next = 1 } = locks as { readonly next?: number };
  const guid = textOf(valueOf(args, 'guid')) || String(next);
  const own = `Locked by incident #${host.incident}.`;
  const details = textOf(valueOf(args, 'info'));
  const held = valueOf(locks, lock);
  if (held === undefined) {
    const taken = { guid, info: details === '' ? own : `${own} Additional info: ${details}` };
    host.setIntegrationContext({ ...locks, next: next + 1, [lock]: taken });
    return [markdown(`Lock acquired successfully\nGUID: ${guid}`)];
  }
  host.setIntegrationContext({ ...locks, next: next + 1 });
  const timeout = textOf(valueOf(args, 'timeout')) || TIMEOUT;
  const interval = textOf(valueOf(args, 'polling_interval')) || INTERVAL;
  const again = { name: lock, info: details, timeout, polling_interval: interval, guid };
  return [
    {
      ...note('Lock was not acquired, Polling.'),
      PollingCommand: 'demisto-lock-get',
      NextRun: interval,
      PollingArgs: again,
      Timeout: timeout,
    },
  ];
}

function info(lock: string, host: IntegrationHost): readonly EntryContent[] {
  const held = valueOf(host.getIntegrationContext(), lock);
  if (!isObject(held)) return [errorEntry(`${TITLE}Lock name: ${lock} - Not locked`)];
  return [note([{ lock, state: held }])];
}

function markdown(text: string): EntryContent {
  return { Type: 1, ContentsFormat: 'markdown', Contents: TITLE + text };
}
