import { resultEntry, type WarRoomEntry } from './entries';

/**
 * What an automation writes into the context: an object under `path`, which takes the place of the one with the same
 * `key`. The YAML, the README and the type of the object are made from this, so they cannot differ.
 */
export interface ContextManifest {
  /** For example `CNSeries.Plan`. */
  readonly path: string;
  /** The field that tells objects apart. */
  readonly key: string;
  readonly fields: { readonly [name: string]: FieldManifest };
}

/** One field: a value or a list of values, or a list of objects. */
export type FieldManifest = ValueManifest | { readonly objects: { readonly [name: string]: ValueManifest } };

/** A value, or a list of them where `list` says so. `choices`: the texts that it may be. */
export interface ValueManifest {
  readonly type: OutputType;
  /** Ends in a full stop. */
  readonly description: string;
  readonly list?: true;
  readonly choices?: readonly string[];
}

/** Types of context paths (Cortex XSOAR documentation, "Context and Outputs"). */
export type OutputType = 'String' | 'Number' | 'Boolean' | 'Date' | 'Unknown';

/** One path in the context. */
export interface OutputManifest {
  readonly contextPath: string;
  /** Ends in a full stop. */
  readonly description: string;
  readonly type: OutputType;
}

/** The object that an automation with these outputs writes. */
export type ContextData<Outputs extends ContextManifest> = {
  readonly [Name in keyof Outputs['fields']]: FieldData<Outputs['fields'][Name]>;
};

type FieldData<Field extends FieldManifest> = Field extends { readonly objects: infer Values }
  ? readonly ObjectData<Values>[]
  : ValueData<Field>;

/** One object of a list of them. */
export type ObjectData<Values> = { readonly [Name in keyof Values]: ValueData<Values[Name]> };

type ValueData<Value> = Value extends { readonly list: true } ? readonly OneValue<Value>[] : OneValue<Value>;

type OneValue<Value> = Value extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Value extends { readonly type: 'Number' }
    ? number
    : Value extends { readonly type: 'Boolean' }
      ? boolean
      : string;

/**
 * The paths of all fields, in their order.
 *
 * @example the fields `Cluster` and `Devices: { objects: { Name } }` of `CNSeries.Push`
 * //=> CNSeries.Push.Cluster, CNSeries.Push.Devices.Name
 */
export function outputPaths(outputs: ContextManifest): OutputManifest[] {
  const paths: OutputManifest[] = [];
  for (const name of Object.keys(outputs.fields)) {
    const field = outputs.fields[name];
    const path = outputs.path + '.' + name;
    if ('objects' in field) {
      for (const inner of Object.keys(field.objects)) paths.push(outputPath(path + '.' + inner, field.objects[inner]));
    } else {
      paths.push(outputPath(path, field));
    }
  }
  return paths;
}

function outputPath(contextPath: string, { description, type }: ValueManifest): OutputManifest {
  return { contextPath, description, type };
}

/** A result: Markdown for people, the object for playbooks. */
export function contextEntry<Outputs extends ContextManifest>(
  outputs: Outputs,
  markdown: string,
  data: ContextData<Outputs>,
): WarRoomEntry {
  const { path, key } = outputs;
  return resultEntry(markdown, path + '(val.' + key + ' == obj.' + key + ')', data);
}
