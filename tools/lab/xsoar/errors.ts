/**
 * Content that the server would not accept, or that means something this runner does not know. It stops the run:
 * nothing is guessed. The message names the place.
 */
export class RunnerError extends Error {
  override readonly name = 'RunnerError';
}

/** What fails on the server, too: a task or a command ends with an error entry of this text. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** The server stops a script that takes too long; the script cannot catch it. */
export class ScriptTimeout extends CommandFailure {}

/** The message of an error, or whatever else was thrown as a text. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
