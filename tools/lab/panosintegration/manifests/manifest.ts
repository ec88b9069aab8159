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

export const optional = (...names: readonly string[]): readonly ArgumentManifest[] => names.map((name) => ({ name }));
export const required = (...names: readonly string[]): readonly ArgumentManifest[] =>
  names.map((name) => ({ name, required: true }));
export const arrays = (...names: readonly string[]): readonly ArgumentManifest[] =>
  names.map((name) => ({ name, isArray: true }));

export const DEVICE_GROUP: ArgumentManifest = { name: 'device-group' };
export const NAME: ArgumentManifest = { name: 'name', required: true };
export const TRUE_FALSE = ['true', 'false'] as const;
