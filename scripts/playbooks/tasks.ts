import type { AutomationManifest } from '../xsoar/manifest';
import type { CommandManifest } from './commands';
import type { Condition } from './conditions';
import type { PlaybookInputs } from './inputs';
import type { Value } from './values';

/** What follows a task: the names of tasks that all start when it is done. None: the path ends here. */
export type Next<Name extends string> = readonly Name[];

interface Common {
  /** What the task is for, third person, ends in a full stop. People who have to act read here what to do. */
  readonly description: string;
}

/**
 * A task of a playbook, with the names of the tasks that follow. `title`: a heading. `automation`, `command`: work.
 * `condition`: built-in. `manual`: waits for a person. `ask`: waits for a person who picks one of the replies. `form`:
 * waits for a person who answers questions. `subplaybook`: runs in a context of its own, once or in a loop.
 */
export type Task<Name extends string = string> =
  | { readonly kind: 'title'; readonly next: Next<Name> }
  | (Common & Work<Name> & { readonly kind: 'automation'; readonly script: string })
  | (Common & Work<Name> & { readonly kind: 'command'; readonly command: string; readonly brand: string })
  | (Common & {
      readonly kind: 'condition';
      readonly branches: readonly Branch<Name>[];
      /** Where no branch holds. */
      readonly otherwise: Next<Name>;
    })
  | (Common & { readonly kind: 'manual'; readonly next: Next<Name> })
  | (Common & {
      readonly kind: 'ask';
      readonly message: Message;
      readonly replies: { readonly [label: string]: Next<Name> };
    })
  | (Common & { readonly kind: 'form'; readonly message: Message; readonly form: Form; readonly next: Next<Name> })
  | (Common & {
      readonly kind: 'subplaybook';
      readonly playbook: string;
      readonly arguments: Arguments;
      readonly loop?: Loop;
      readonly next: Next<Name>;
    });

/** Arguments by name; what is left out keeps its default. */
export interface Arguments {
  readonly [name: string]: Value;
}

interface Work<Name extends string> {
  readonly arguments: Arguments;
  readonly next: Next<Name>;
  /** What an error leads to: `stop` the playbook, `continue`, or the tasks that see to it. */
  readonly onError: 'stop' | 'continue' | Next<Name>;
  /** Runs again after an error: how often, and how many seconds apart. */
  readonly retry?: { readonly count: number; readonly seconds: number };
  /** Where the script or command is missing, this branch is passed over. */
  readonly skipUnavailable?: true;
}

/** The first branch that holds is taken. */
export interface Branch<Name extends string> {
  readonly label: string;
  readonly when: Condition;
  readonly next: Next<Name>;
}

/** Subject and body of what a person is asked. */
export interface Message {
  readonly subject: string;
  readonly body: Value;
}

/**
 * Questions; the answers stand in the context under `<title>.Answers.<number from 0>`, who gave them under
 * `.Answers.name`.
 */
export interface Form {
  readonly title: string;
  readonly description: string;
  readonly questions: readonly Question[];
}

/** What a data collection asks: one of several, or free text. */
export type Question =
  | { readonly kind: 'choice'; readonly text: Value; readonly options: readonly string[]; readonly required: boolean }
  | { readonly kind: 'text'; readonly text: Value; readonly required: boolean };

/** Runs the sub-playbook again until `until` holds in its context, at most `max` times, `wait` seconds apart. */
export interface Loop {
  readonly until: Condition;
  readonly max: number;
  readonly wait: number;
}

interface Choices {
  readonly choices: readonly string[];
}

/** A choice takes one of its texts, or a value that only the run knows. */
type ArgumentValue<Argument> = Argument extends Choices ? Argument['choices'][number] | Exclude<Value, string> : Value;

type RequiredNames<Given> = {
  [Name in keyof Given]: Given[Name] extends { readonly required: true } ? Name : never;
}[keyof Given];

/** The arguments that a manifest asks for: required ones there, no unknown ones. */
export type ArgumentsOf<Given> = { readonly [Name in RequiredNames<Given>]: ArgumentValue<Given[Name]> } & {
  readonly [Name in Exclude<keyof Given, RequiredNames<Given>>]?: ArgumentValue<Given[Name]>;
};

type WorkOptions<Name extends string> = Common & {
  readonly next: Next<Name>;
  readonly onError?: 'continue' | Next<Name>;
  readonly retry?: { readonly count: number; readonly seconds: number };
  readonly skipUnavailable?: true;
};

/** A heading that groups what follows. */
export function title<const Name extends string>(next: Next<Name>): Task<Name> {
  return { kind: 'title', next };
}

/** Runs an automation of the pack. */
export function automation<const Manifest extends AutomationManifest, const Name extends string>(
  manifest: Manifest,
  given: ArgumentsOf<Manifest['arguments']>,
  options: WorkOptions<Name>,
): Task<Name> {
  return { kind: 'automation', script: manifest.name, ...work(given, options) };
}

/** Runs a command of the server or of an integration. */
export function command<const Manifest extends CommandManifest, const Name extends string>(
  manifest: Manifest,
  given: ArgumentsOf<Manifest['arguments']>,
  options: WorkOptions<Name>,
): Task<Name> {
  return { kind: 'command', command: manifest.name, brand: manifest.brand, ...work(given, options) };
}

function work<Name extends string>(given: unknown, options: WorkOptions<Name>): Common & Work<Name> {
  return {
    ...options,
    arguments: given as Arguments,
    onError: options.onError === undefined ? 'stop' : options.onError,
  };
}

/** Takes the first branch that holds. Its name ends in a question mark. */
export function condition<const Name extends string>(
  description: string,
  branches: readonly Branch<Name>[],
  otherwise: Next<Name>,
): Task<Name> {
  return { kind: 'condition', description, branches, otherwise };
}

/** Waits until a person completes it; the description tells what to do first. */
export function manual<const Name extends string>(description: string, next: Next<Name>): Task<Name> {
  return { kind: 'manual', description, next };
}

/** Waits for a person who picks one of the replies. */
export function ask<const Name extends string>(
  description: string,
  message: Message,
  replies: { readonly [label: string]: Next<Name> },
): Task<Name> {
  return { kind: 'ask', description, message, replies };
}

/** Waits for a person who answers the questions of a form. */
export function form<const Name extends string>(
  description: string,
  message: Message,
  questions: Form,
  next: Next<Name>,
): Task<Name> {
  return { kind: 'form', description, message, form: questions, next };
}

/** Runs a playbook in a context of its own, and takes over its outputs. */
export function subplaybook<const Inputs extends PlaybookInputs, const Name extends string>(
  playbook: { readonly name: string; readonly inputs: Inputs },
  given: ArgumentsOf<Inputs>,
  options: Common & { readonly loop?: Loop; readonly next: Next<Name> },
): Task<Name> {
  return { kind: 'subplaybook', playbook: playbook.name, arguments: given, ...options };
}
