import { readArguments } from '../xsoar/arguments';
import { errorEntry } from '../xsoar/entries';
import { errorMessage } from '../xsoar/errors';
import type { Client } from './api/client';
import { getSnapshot, writeOutcome } from './commands';
import { fetchIncidents } from './watch/fetch';
import type { IntegrationHost } from './api/host';
import { GET_SNAPSHOT, REPORT_OUTCOME } from './manifest';
import { testConnection } from './api/permissions';
import { readSettings } from './api/settings';

/**
 * Runs one command of the integration. What it returns is what the server wants of each: a text for the test, the
 * incidents as JSON text for a fetch, an entry for a command (Cortex XSOAR documentation, JavaScript integrations).
 *
 * @throws Error with a text for people if a fetch fails, which the server shows at the instance; and for a command that
 * it does not have. Plain ones: engines differ in what they make of others.
 */
export function runIntegration(host: IntegrationHost): unknown {
  switch (host.command) {
    case 'test-module':
      return attempt(host, testConnection, (message) => message);
    case 'fetch-incidents':
      return attempt(host, fetched, (message): never => {
        throw new Error(message);
      });
    case GET_SNAPSHOT.name:
      return attempt(host, (client) => getSnapshot(readArguments(GET_SNAPSHOT, host.args), client), errorEntry);
    case REPORT_OUTCOME.name:
      return attempt(host, (client) => writeOutcome(readArguments(REPORT_OUTCOME, host.args), client), errorEntry);
    default:
      throw new Error('The integration has no command "' + host.command + '".');
  }
}

function fetched(client: Client): string {
  return JSON.stringify(fetchIncidents(client));
}

/** Runs with the instance's settings. */
function attempt(
  host: IntegrationHost,
  work: (client: Client) => unknown,
  failed: (message: string) => unknown,
): unknown {
  try {
    return work({ host, settings: readSettings(host.params) });
  } catch (thrown) {
    return failed(errorMessage(thrown));
  }
}
