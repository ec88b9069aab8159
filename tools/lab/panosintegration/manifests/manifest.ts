/** One argument of a command, as the pack's YAML declares it. */
export interface ArgumentManifest {
  readonly name: string;
  readonly required?: true;
  /** What the server passes where the caller gives nothing (`defaultValue`). */
  readonly default?: string;
  readonly isArray?: true;
  /** The values that the YAML offers (`predefined`). */
  readonly values?: readonly string[];
  /** Filled in by the server between the runs of a polling command. */
  readonly internal?: true;
  readonly deprecated?: true;
}

/** One command, as the pack's YAML declares it. */
export interface CommandManifest {
  readonly name: string;
  readonly arguments: readonly ArgumentManifest[];
  /** The path below which the command writes context; left out where it writes none. */
  readonly context?: string;
  /** Marked as potentially harmful (`execution`): the server asks before it runs it by hand. */
  readonly harmful?: true;
  /** May be scheduled to run again. */
  readonly polling?: true;
}

/**
 * Arguments with a name and nothing else.
 *
 * @example optional('dst') //=> [{ name: 'dst' }]
 */
export const optional = (...names: readonly string[]): readonly ArgumentManifest[] => names.map((name) => ({ name }));
/** Arguments that a command does not run without. */
export const required = (...names: readonly string[]): readonly ArgumentManifest[] =>
  names.map((name) => ({ name, required: true }));
/** Arguments that take lists: a list, or a text with commas. */
export const arrays = (...names: readonly string[]): readonly ArgumentManifest[] =>
  names.map((name) => ({ name, isArray: true }));

/** The argument with which most commands override the device group of their instance. */
export const DEVICE_GROUP: ArgumentManifest = { name: 'device-group' };
/** The name of the object that a command is about. */
export const NAME: ArgumentManifest = { name: 'name', required: true };
/** The values of arguments that are booleans in the YAML. */
export const TRUE_FALSE = ['true', 'false'] as const;
