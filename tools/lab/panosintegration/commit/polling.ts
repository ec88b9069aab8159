import { entryOf, plain, type Results } from '../entries';
import { get } from '../python/access';
import { argToBoolean, argToNumber } from '../python/convert';
import { isTrue, type Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';

/** What one run of a polling command comes to. `response` is given when there is nothing to wait for. */
export interface PollResult {
  readonly response: Results | { readonly text: Value };
  readonly isWaiting: boolean;
  /** The first run says how the next one is called, and what the war room shows meanwhile. */
  readonly next?: { readonly args: Arguments; readonly readable: string };
}

const DEFAULT_INTERVAL = 10;
const LEAST_INTERVAL = 10;
const DEFAULT_TIMEOUT = 120;

/**
 * `polling_function`: with `polling` an unfinished run is a scheduled command, which the server runs again with the given
 * arguments; without, the first answer is all. The argument must be there: nothing is sent where it is not.
 */
export function polling(command: string, run: (session: Session, args: Arguments) => PollResult): Command {
  return (session, args) => {
    const interval = argToNumber(get(args, 'interval_in_seconds', DEFAULT_INTERVAL)) ?? DEFAULT_INTERVAL;
    const timeout = argToNumber(get(args, 'timeout', DEFAULT_TIMEOUT));
    const isPolling = argToBoolean(args.polling);
    const { response, isWaiting, next } = run(session, args);
    if (!isPolling || !isWaiting) {
      session.emit('text' in response ? plain(response.text) : entryOf(response));
      return;
    }
    const silent = isTrue(args.hide_polling_output);
    session.emit({
      ...entryOf({ readable: next?.readable ?? (silent ? null : 'Fetching Results:') }),
      PollingCommand: command,
      NextRun: String(Math.max(interval, LEAST_INTERVAL)),
      PollingArgs: { ...(next?.args ?? args), hide_polling_output: true },
      ...(timeout === undefined ? {} : { Timeout: String(timeout) }),
    });
  };
}
