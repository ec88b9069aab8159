/** A Python exception that the integration's `main` turns into an error entry holding its text. */
export class CommandError extends Error {}

/** `sys.exit(0)`: the command ends at once, with the entries that it has given so far. */
export class CommandExit extends Error {}
