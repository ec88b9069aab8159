import { resultEntry, type WarRoomEntry } from './entries';
import { escapeMarkdown } from './markdown';

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

/**
 * A value, or a list of them where `list` says so. `choices`: the texts that it may be. `inForms`: people read it in forms
 * and tasks, which the server renders; there stands its twin `<name>Markdown`, see `contextEntry`.
 */
export interface ValueManifest {
  readonly type: OutputType;
  /** Ends in a full stop. */
  readonly description: string;
  readonly list?: true;
  readonly choices?: readonly string[];
  readonly inForms?: true;
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
      if (field.inForms) paths.push(outputPath(path + MARKDOWN, { type: 'String', description: MARKDOWN_TEXT }));
    }
  }
  return paths;
}

function outputPath(contextPath: string, { description, type }: ValueManifest): OutputManifest {
  return { contextPath, description, type };
}

const MARKDOWN = 'Markdown';
const MARKDOWN_TEXT = 'The same in Markdown, for forms and tasks.';

/**
 * A result: Markdown for people, the object for playbooks. Texts that stand in forms get a twin that is escaped for them,
 * since a playbook puts values from the context into its texts as they are.
 */
export function contextEntry<Outputs extends ContextManifest>(
  outputs: Outputs,
  markdown: string,
  data: ContextData<Outputs>,
): WarRoomEntry {
  const { path, key } = outputs;
  return resultEntry(markdown, path + '(val.' + key + ' == obj.' + key + ')', withTwins(outputs, data));
}

function withTwins<Outputs extends ContextManifest>(outputs: Outputs, data: ContextData<Outputs>): object {
  const twins: { [name: string]: unknown } = {};
  for (const name of Object.keys(outputs.fields)) {
    const field = outputs.fields[name];
    const value: unknown = data[name];
    twins[name] = value;
    if ('inForms' in field && field.inForms) twins[name + MARKDOWN] = formText(value);
  }
  return twins;
}

/** Elements of a list as paragraphs. */
function formText(value: unknown): string {
  const texts = Array.isArray(value) ? value.map(String) : [String(value)];
  return texts.map(escapeMarkdown).join('\n\n');
}
