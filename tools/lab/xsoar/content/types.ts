import type { JsonObject } from '../json';

/** A value in a playbook, layout or mapper. */
export type Value =
  /** `{}`: not given. */
  | { readonly kind: 'none' }
  /** A text; `${path}` inside is replaced. */
  | { readonly kind: 'simple'; readonly text: string }
  | Complex;

/** Start at `root`, filter its items, take `accessor` from each, then transform. */
export interface Complex {
  readonly kind: 'complex';
  readonly root: string;
  readonly accessor: string | undefined;
  readonly filters: Conjunction;
  readonly transformers: readonly Transformer[];
}

/** One side of a comparison, or an argument of a transformer. */
export interface Operand {
  readonly value: Value;
  /** A simple text is a path in the context, not a literal. */
  readonly isContext: boolean;
}

/** One comparison: `left operator right`. */
export interface Filter {
  readonly operator: string;
  readonly left: Operand;
  readonly right: Operand | undefined;
  readonly ignoreCase: boolean;
}

/** The outer list is joined by AND, the inner lists by OR. */
export type Conjunction = readonly (readonly Filter[])[];

/** One step that changes a value, with its arguments by name. */
export interface Transformer {
  readonly operator: string;
  readonly args: { readonly [name: string]: Operand };
}

/** An argument of a command or automation, as its YAML declares it. */
export interface ArgumentDefinition {
  readonly name: string;
  readonly required: boolean;
  readonly isArray: boolean;
  /** What a single value without a name on the command line is. */
  readonly positional: boolean;
  readonly defaultValue: string | undefined;
  /** The values that may be given; undefined: any. */
  readonly predefined: readonly string[] | undefined;
}

/** A command, as its YAML declares it. */
export interface CommandDefinition {
  readonly name: string;
  readonly arguments: readonly ArgumentDefinition[];
  /** The context paths that the YAML declares. */
  readonly outputs: readonly string[];
}

/** An automation. */
export interface ScriptContent extends CommandDefinition {
  readonly code: string;
  readonly tags: readonly string[];
  /** Seconds; 0 is the server's default. */
  readonly timeout: number;
}

/**
 * A parameter of an integration's instances. `type` is a number (xsoar.pan.dev, "Parameter Types"): 8 is a boolean, 9
 * are credentials.
 */
export interface ParameterDefinition {
  readonly name: string;
  readonly type: number;
  readonly required: boolean;
  readonly defaultValue: string | undefined;
  readonly options: readonly string[];
}

/** An integration that runs in the server's own engine. */
export interface IntegrationContent {
  readonly brand: string;
  readonly code: string;
  readonly parameters: readonly ParameterDefinition[];
  readonly commands: readonly CommandDefinition[];
  readonly isFetch: boolean;
  readonly defaultClassifier: string | undefined;
  readonly defaultMapperIn: string | undefined;
}

/** What a task does. */
export type Work =
  | { readonly kind: 'pass' }
  | { readonly kind: 'manual' }
  | { readonly kind: 'run'; readonly target: Target }
  | { readonly kind: 'condition'; readonly branches: readonly Branch[] }
  | { readonly kind: 'script condition'; readonly target: Target }
  | { readonly kind: 'manual condition' }
  | { readonly kind: 'ask'; readonly message: Message; readonly options: readonly string[] }
  | { readonly kind: 'collection'; readonly message: Message; readonly form: Form }
  | {
      readonly kind: 'playbook';
      readonly playbook: string;
      readonly separate: boolean;
      readonly loop: Loop | undefined;
    };

/** An automation by name, or a command; an empty brand is any brand. */
export type Target =
  | { readonly kind: 'automation'; readonly name: string }
  | { readonly kind: 'command'; readonly brand: string; readonly name: string };

/** One way out of a condition, and when it is taken: the first one whose condition holds. */
export interface Branch {
  readonly label: string;
  readonly condition: Conjunction;
}

/** What a task asks people. */
export interface Message {
  readonly subject: Value;
  readonly body: Value;
  /** How many answers end the task. */
  readonly replies: number;
}

/** One question of a form. The type is that of its input: `shortText`, `singleSelect`, `number` … */
export interface Question {
  readonly id: string;
  readonly label: Value;
  readonly type: string;
  readonly required: boolean;
  readonly options: readonly Value[];
}

/** The questions of a data collection. */
export interface Form {
  readonly title: string;
  readonly description: string;
  readonly questions: readonly Question[];
}

/**
 * How often a sub-playbook runs: once for each element of its inputs, or until a condition holds or a script says yes,
 * at most `max` times.
 */
export interface Loop {
  readonly exit:
    | { readonly kind: 'each input' }
    | { readonly kind: 'condition'; readonly condition: Conjunction }
    | { readonly kind: 'script'; readonly name: string; readonly arguments: { readonly [name: string]: Value } };
  /** Seconds between two rounds. */
  readonly wait: number;
  readonly max: number;
}

/** What a failed task does: its branch stops, goes on, or takes the branch `#error#`. */
export type OnError = 'stop' | 'continue' | 'errorPath';

/** A field of the incident that a task sets when it ends. */
export interface FieldMapping {
  readonly field: string;
  readonly output: Value;
}

/** A task of a playbook. */
export interface Task {
  readonly id: string;
  readonly name: string;
  /** The type as the YAML has it: regular, condition, playbook, title … */
  readonly type: string;
  readonly tags: readonly string[];
  readonly work: Work;
  /** Branch label -> ids of the next tasks. */
  readonly next: { readonly [label: string]: readonly string[] };
  readonly arguments: { readonly [name: string]: Value };
  readonly onError: OnError;
  readonly skipUnavailable: boolean;
  readonly fieldMapping: readonly FieldMapping[];
}

/** An input of a playbook, with what stands for it where the caller gives nothing. */
export interface PlaybookInput {
  readonly key: string;
  readonly value: Value;
  readonly required: boolean;
}

/** A playbook: its tasks, and the outputs that leave it. */
export interface PlaybookContent {
  readonly name: string;
  readonly start: string;
  /** In the order of their numbers. */
  readonly tasks: readonly Task[];
  readonly inputs: readonly PlaybookInput[];
  readonly outputs: readonly string[];
}

/** An incident type, and what belongs to its incidents; '' where it has none. */
export interface IncidentTypeContent {
  readonly name: string;
  readonly playbook: string;
  readonly layout: string;
  /** Whether the playbook starts by itself. */
  readonly autorun: boolean;
}

/** A custom field, and the incident types that have it. */
export interface IncidentFieldContent {
  readonly name: string;
  readonly cliName: string;
  readonly type: string;
  readonly searchable: boolean;
  readonly associatedTypes: readonly string[];
  readonly associatedToAll: boolean;
}

/** Tells the incident type of a fetched event by one value of it. */
export interface ClassifierContent {
  readonly id: string;
  readonly key: Value;
  readonly types: { readonly [value: string]: string };
  readonly defaultType: string | undefined;
}

/** Fills the fields of an incident from the event that it came from. */
export interface MapperContent {
  readonly id: string;
  /** Incident type -> field name -> value; the root of paths is the event. */
  readonly mapping: { readonly [type: string]: { readonly [field: string]: Value } };
}

/** A list that a pack brings along. */
export interface ListContent {
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

/** A content pack as it is installed. */
export interface Pack {
  readonly name: string;
  readonly scripts: readonly ScriptContent[];
  readonly integrations: readonly IntegrationContent[];
  readonly playbooks: readonly PlaybookContent[];
  readonly incidentTypes: readonly IncidentTypeContent[];
  readonly incidentFields: readonly IncidentFieldContent[];
  readonly classifiers: readonly ClassifierContent[];
  readonly mappers: readonly MapperContent[];
  readonly lists: readonly ListContent[];
  /** Layouts by id; the runner draws nothing, others may. */
  readonly layouts: { readonly [id: string]: JsonObject };
}
