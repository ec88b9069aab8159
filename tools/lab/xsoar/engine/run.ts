import { createContext, runInContext, Script, type Context } from 'node:vm';
import { CommandFailure, messageOf, RunnerError, ScriptTimeout } from '../errors';
import { textOf, type Json } from '../json';
import { BRIDGE } from './bridge';
import { ES5, STRIP } from './es5';
import { OTTO_TRAPS } from './otto';
import { PRELUDE } from './prelude';

/** `es5`: ECMAScript 5.1 and nothing else. `otto`: that, with the traps of Otto. */
export type EngineKind = 'es5' | 'otto';

/**
 * A function of the server. It may throw a CommandFailure, which the script can catch, or a RunnerError, which it
 * cannot.
 */
export type HostFunction = (args: readonly Json[]) => Json | undefined;

/** A script, and the world that it sees. */
export interface ScriptRun {
  /** For messages. */
  readonly name: string;
  readonly code: string;
  readonly engine: EngineKind;
  readonly globals: { readonly [name: string]: Json };
  readonly functions: { readonly [name: string]: HostFunction };
  /** Milliseconds of the virtual clock. */
  readonly now: () => number;
  /** Real time after which a script that does not end is stopped. */
  readonly timeoutMilliseconds: number;
}

interface Sandbox {
  readonly give: (name: string, json: string) => void;
  readonly result: (value: unknown) => string;
  readonly text: (thrown: unknown) => string;
}

/**
 * Runs a script as the server does: behind the common code, inside one function, without anything of Node or of later
 * editions of the language.
 *
 * @returns what it returns; undefined for nothing
 * @throws CommandFailure with the text of what the script threw
 * @throws RunnerError if it hands over what is no plain data
 */
export function runScript(run: ScriptRun): Json | undefined {
  const context = createContext({});
  let fatal: Error | undefined;
  const host = (name: string, json: string): string => {
    if (fatal !== undefined) return JSON.stringify({ error: fatal.message });
    try {
      return answer(run, name, JSON.parse(json) as never);
    } catch (error) {
      if (error instanceof CommandFailure && !(error instanceof ScriptTimeout))
        return JSON.stringify({ error: error.message });
      fatal ??= error instanceof Error ? error : new RunnerError(messageOf(error));
      return JSON.stringify({ error: messageOf(error) });
    }
  };
  const sandbox = prepare(run, context, host);
  const outcome = attempt(run, compile(run), context, sandbox);
  if (fatal !== undefined) throw fatal;
  if (outcome.kind === 'thrown') throw new CommandFailure(outcome.text);
  return outcome.json === '' ? undefined : (JSON.parse(outcome.json) as Json);
}

function answer(run: ScriptRun, name: string, args: Json): string {
  if (name === 'fault') throw new RunnerError(`${run.name} hands over what is no plain data: ${textOf(args)}.`);
  if (name === 'now') return JSON.stringify({ value: run.now() });
  const value = run.functions[name](args as readonly Json[]);
  return value === undefined ? '' : JSON.stringify({ value });
}

function prepare(run: ScriptRun, context: Context, host: (name: string, json: string) => string): Sandbox {
  const names = Object.keys(run.functions);
  const bridge = runInContext(BRIDGE, context) as (global: Context, host: unknown, names: unknown) => Sandbox;
  const global = runInContext('this', context) as Context;
  const sandbox = bridge(global, host, runInContext(JSON.stringify(names), context));
  for (const [name, value] of Object.entries(run.globals)) sandbox.give(name, JSON.stringify(value));
  if (run.engine === 'otto') {
    (runInContext(OTTO_TRAPS, context) as (global: Context, names: unknown) => void)(
      global,
      runInContext(JSON.stringify(names), context),
    );
  }
  const kept = { ...ES5, global: [...ES5.global, ...names, ...Object.keys(run.globals)] };
  (runInContext(STRIP, context) as (global: Context, kept: unknown) => void)(
    global,
    runInContext(`(${JSON.stringify(kept)})`, context),
  );
  return sandbox;
}

type Outcome =
  { readonly kind: 'returned'; readonly json: string } | { readonly kind: 'thrown'; readonly text: string };

function attempt(run: ScriptRun, script: Script, context: Context, sandbox: Sandbox): Outcome {
  try {
    const returned: unknown = script.runInContext(context, { timeout: run.timeoutMilliseconds });
    return { kind: 'returned', json: sandbox.result(returned) };
  } catch (thrown) {
    // Errors of the sandbox are of another realm: instanceof says nothing.
    if ((thrown as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return { kind: 'thrown', text: `Timeout: ${run.name} did not end in time` };
    }
    return { kind: 'thrown', text: sandbox.text(thrown) };
  }
}

/** Bundles have hundreds of kilobytes, and run many times. */
const compiled = new Map<string, Script>();

function compile({ code, name }: ScriptRun): Script {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  let made: Script;
  try {
    made = new Script(`(function () {${PRELUDE}\n${code}\n})()`, { filename: `${name}.js` });
  } catch (error) {
    throw new RunnerError(`${name} cannot be compiled behind the common code: ${messageOf(error)}`);
  }
  compiled.set(code, made);
  return made;
}
