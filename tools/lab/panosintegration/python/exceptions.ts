/** A Python exception that the integration's `main` turns into an error entry holding its text. */
export class CommandError extends Error {}

/** `PAN_OS_Not_Found`: the one exception that some commands catch. */
export class ObjectNotPresent extends CommandError {}

/** `sys.exit(0)`: the command ends at once, with the entries that it has given so far. No `except Exception` catches it. */
export class CommandExit extends Error {}

/** The text of Python 3.11's UnboundLocalError. */
export const unassigned = (variable: string): string =>
  `cannot access local variable '${variable}' where it is not associated with a value`;
