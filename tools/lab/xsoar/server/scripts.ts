import type { IntegrationContent, ScriptContent } from '../content/types';
import { evaluatePath } from '../context/dt';
import { keysOf, setPath } from '../context/tree';
import { CommandFailure, messageOf, RunnerError } from '../errors';
import { runScript, type HostFunction } from '../engine/run';
import { isObject, textOf, valueOf, type Json, type JsonObject } from '../json';
import type { Caller } from './builtin';
import { PLAYGROUND, type Core, type Instance } from './core';
import { entriesOf, type EntryContent } from './entries';
import { httpForScript } from './httpscript';
import { incidentObject } from './incidents';
import { parametersOf } from './parameters';
import { changeContext } from './scope';

/** Real time that a script may take before it counts as hanging. */
const REAL_MILLISECONDS = 300_000;

const DEFAULT_SECONDS = 180;

/** `executeCommand`, as scripts call it. */
export type ExecuteCommand = (core: Core, caller: Caller, name: string, args: JsonObject) => readonly EntryContent[];

/** Runs an automation of a pack. What it throws becomes a CommandFailure. */
export function runAutomation(
  core: Core,
  caller: Caller,
  script: ScriptContent,
  args: JsonObject,
  executeCommand: ExecuteCommand,
): readonly EntryContent[] {
  const functions: { readonly [name: string]: HostFunction } = {
    ...commonFunctions(core),
    executeCommand: ([name, given]) => {
      core.wait(core.options.commandMilliseconds ?? 0);
      return executeCommand(core, caller, textOf(name), asArguments(given)) as unknown as Json;
    },
    setContext: ([key, value]) => {
      changeContext(caller.incident, caller.frame, (context) => setPath(context, keysOf(textOf(key)), value));
      return undefined;
    },
  };
  const globals = { args, ...investigationGlobals(caller), invContext: caller.incident.context };
  return entriesOf(script.name, run(core, script.name, script.code, script.timeout, globals, functions));
}

/** Runs a command of an integration's bundle, `test-module` and `fetch-incidents` too, and gives what it returns. */
export function runIntegration(
  core: Core,
  instance: Instance,
  content: IntegrationContent,
  command: string,
  args: JsonObject,
  caller: Caller | undefined,
): Json | undefined {
  const state = core.instanceState(instance.name);
  const functions: { readonly [name: string]: HostFunction } = {
    ...commonFunctions(core),
    getLastRun: () => state.lastRun,
    setLastRun: ([value]) => {
      state.lastRun = asObject('setLastRun', value);
      return undefined;
    },
    getIntegrationContext: ([sync]) =>
      sync === true ? { context: state.context, version: state.contextVersion } : state.context,
    setIntegrationContext: ([value, version]) => {
      if (typeof version === 'number' && version >= 0 && version !== state.contextVersion) {
        throw new CommandFailure(`The integration context has version ${state.contextVersion}, not ${version}`);
      }
      state.context = asObject('setIntegrationContext', value);
      state.contextVersion++;
      return undefined;
    },
  };
  const globals = {
    args,
    command,
    params: parametersOf(content, instance.options),
    ...(caller === undefined ? { incidents: null, investigation: null } : investigationGlobals(caller)),
  };
  return run(core, `${content.brand}, ${command}`, content.code, 0, globals, functions);
}

function run(
  core: Core,
  name: string,
  code: string,
  timeout: number,
  globals: JsonObject,
  functions: { readonly [name: string]: HostFunction },
): Json | undefined {
  const seconds = timeout > 0 ? timeout : (core.options.scriptSeconds ?? DEFAULT_SECONDS);
  const before = core.deadline;
  core.deadline = Math.min(before ?? Infinity, core.state.now + seconds * 1000);
  try {
    return (core.options.runScript ?? runScript)({
      name,
      code,
      engine: core.options.engine ?? 'es5',
      globals,
      functions,
      now: () => core.state.now,
      timeoutMilliseconds: REAL_MILLISECONDS,
    });
  } finally {
    core.deadline = before;
  }
}

function commonFunctions(core: Core): { readonly [name: string]: HostFunction } {
  const silent: HostFunction = () => undefined;
  return {
    http: ([url, request, insecure, proxy, , , timeout]) =>
      httpForScript(core, textOf(url), request ?? {}, insecure === true, proxy === true, Number(timeout ?? 0)),
    dq: ([value, path]) => evaluatePath(value, textOf(path)),
    wait: ([seconds]) => {
      core.wait(Number(seconds) * 1000);
      return undefined;
    },
    saveFile: ([content]) => {
      const id = `file-${Object.keys(core.state.files).length + 1}`;
      core.state.files[id] = { name: id, content: textOf(content) };
      return id;
    },
    demistoVersion: () => ({ platform: 'xsoar', version: core.options.version ?? '6.12.0', buildNumber: '1' }),
    demistoUrls: () => ({ server: 'https://xsoar.example.com' }),
    getModules: () => core.modules(),
    log: silent,
    logInfo: silent,
    logError: silent,
    logDebug: silent,
  };
}

function investigationGlobals({ incident }: Caller): JsonObject {
  // The playground is no incident.
  const incidents = incident.id === PLAYGROUND ? null : [incidentObject(incident)];
  return { incidents, investigation: { id: incident.id, name: incident.name } };
}

function asArguments(value: Json | undefined): JsonObject {
  if (value === undefined || value === null) return {};
  if (!isObject(value))
    throw new RunnerError(`executeCommand takes an object of arguments, not ${JSON.stringify(value)}.`);
  return value;
}

function asObject(name: string, value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new RunnerError(`${name} takes an object, not ${JSON.stringify(value)}.`);
  return value;
}

/**
 * `test-module`: 'ok', or what is wrong.
 *
 * @throws RunnerError for content that the server would not accept
 */
export function testModule(core: Core, instance: Instance): string {
  if (instance.integration.kind === 'external') return 'ok';
  try {
    const returned = runIntegration(core, instance, instance.integration.content, 'test-module', {}, undefined);
    return isObject(returned) ? textOf(valueOf(returned, 'Contents')) : textOf(returned);
  } catch (error) {
    if (error instanceof CommandFailure) return messageOf(error);
    throw error;
  }
}
