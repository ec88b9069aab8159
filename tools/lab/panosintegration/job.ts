import { argToBoolean } from './python/convert';
import { CommandError } from './python/exceptions';
import type { Command } from './session';

/**
 * A command that starts a job and says its number. The argument `polling` must be there: nothing is sent where it is
 * not. The pack asks for its jobs itself, so the lab does not emulate how a command is run again until its job is
 * finished.
 */
export const startsJob =
  (run: Command): Command =>
  (session, args) => {
    if (argToBoolean(args.polling)) {
      throw new CommandError('The lab does not poll: give polling=false, and ask for the job.');
    }
    run(session, args);
  };
