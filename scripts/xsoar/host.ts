import { sortedKeys } from '../policy/text/canonical';
import { userError } from './errors';

/** The arguments of a command on the server: plain data. */
export interface CommandArguments {
  readonly [name: string]: unknown;
}

/** An entry as the server hands it to scripts; only what is read here. */
export interface HostEntry {
  readonly Type: number;
  readonly Contents: unknown;
}

/** The incident that a script runs in; only what is read here. Custom fields stand under `CustomFields`. */
export interface HostIncident {
  readonly id: string;
  readonly type: string;
  /** What the integration that fetched it found, as JSON text. */
  readonly rawJSON: string;
}

/** A configured instance of an integration. */
export interface HostInstance {
  readonly name: string;
  readonly brand: string;
}

/** What an automation may ask of the server. Tests and the lab give their own. */
export interface Host {
  /** The arguments of this run as they came; their values are texts from the command line, anything from a playbook. */
  readonly args: CommandArguments;
  /** undefined where there is none, as in the playground. */
  readonly incident: HostIncident | undefined;
  /** The active integration instances; undefined where the server does not tell. */
  activeInstances(): readonly HostInstance[] | undefined;
  /**
   * Runs a command or automation, and waits for it. Failures are entries of type error, too.
   *
   * Keep command names literal in calls: packaging reads the pack's dependencies from them.
   */
  executeCommand(name: string, args: CommandArguments): readonly HostEntry[];
}

/** Entry types of the server (Cortex XSOAR documentation, `entryTypes`). */
export const ENTRY_TYPE = { note: 1, file: 3, error: 4, entryInfoFile: 9 };

// Globals of the server's JavaScript environment; nothing else reads them.
declare const args: CommandArguments | undefined;
declare const incidents: readonly unknown[] | null | undefined;
declare function executeCommand(name: string, args: CommandArguments): unknown;
declare function getModules(): unknown;

/** The server that runs this script. */
export function serverHost(): Host {
  return {
    args: args || {},
    incident: typeof incidents === 'undefined' || !incidents ? undefined : incidentOf(incidents[0]),
    activeInstances() {
      return typeof getModules === 'undefined' ? undefined : instancesOf(getModules());
    },
    executeCommand(name, commandArguments) {
      return entriesOf(executeCommand(name, commandArguments));
    },
  };
}

function incidentOf(value: unknown): HostIncident | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const incident = value as { readonly id?: unknown; readonly type?: unknown; readonly rawJSON?: unknown };
  const id = incident.id;
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  return { id: String(id), type: plainText(incident.type), rawJSON: plainText(incident.rawJSON) };
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `getModules` gives an object of instances by name (CommonScripts' IsIntegrationAvailable). */
function instancesOf(modules: unknown): HostInstance[] {
  const found: HostInstance[] = [];
  if (typeof modules !== 'object' || modules === null) return found;
  for (const name of sortedKeys(modules)) {
    const module = (modules as { readonly [name: string]: { readonly brand?: unknown; readonly state?: unknown } })[
      name
    ];
    if (module.state === 'active') found.push({ name, brand: plainText(module.brand) });
  }
  return found;
}

function entriesOf(answer: unknown): HostEntry[] {
  const list: unknown[] = Array.isArray(answer) ? answer : [answer];
  return list.filter(isEntry);
}

function isEntry(value: unknown): value is HostEntry {
  return typeof value === 'object' && value !== null && typeof (value as { Type?: unknown }).Type === 'number';
}

/**
 * The one entry of an answer that is not an error.
 *
 * @throws a user error with the server's text, or if the answer has no entry or several (a command without `using` runs
 * on every instance)
 */
export function onlyEntry(entries: readonly HostEntry[], what: string): HostEntry {
  if (entries.length !== 1) throw userError(what + ': expected one answer, got ' + String(entries.length) + '.');
  const entry = entries[0];
  if (entry.Type === ENTRY_TYPE.error) throw userError(what + ': ' + textOf(entry.Contents));
  return entry;
}

/** Contents as text; objects as JSON. */
export function textOf(contents: unknown): string {
  return typeof contents === 'string' ? contents : JSON.stringify(contents);
}
