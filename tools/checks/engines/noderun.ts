import { createContext, runInContext, Script } from 'node:vm';
import { recordCalls, thrownText, type Clock, type Recording, type ServerFunctions } from './recording';
import { scriptOf } from './source';

/** A run of a bundle that is to be recorded. */
export interface Scenario {
  readonly scenario: string;
  /** The bundle's path in the repository. */
  readonly bundle: string;
  readonly globals: Recording['globals'];
  /** @default CLOCK, which stands still */
  readonly clock?: Clock;
}

/** A clock that always shows the same time. */
export const CLOCK: Clock = [Date.UTC(2026, 0, 15, 9, 30)];

/** Runs a bundle in Node's engine against the server's functions, and records it. */
export function recordRun(scenario: Scenario, code: string, functions: ServerFunctions): Recording {
  const clock = scenario.clock ?? CLOCK;
  const recorder = recordCalls(functions);
  const outcome = runInNode(scriptOf(code, clock), scenario.globals, recorder.functions);
  return {
    scenario: scenario.scenario,
    bundle: scenario.bundle,
    globals: scenario.globals,
    functions: Object.keys(functions).sort(),
    clock,
    calls: recorder.calls,
    ...outcome,
  };
}

/** Runs a script in a context of its own. Data crosses as JSON, as it crosses into another language on the server. */
export function runInNode(
  source: string,
  globals: Recording['globals'],
  functions: ServerFunctions,
): Pick<Recording, 'result' | 'thrown'> {
  const script = new Script(source, { filename: 'script.js' });
  const context = createContext({
    host: {
      globals: JSON.stringify(globals),
      functions: JSON.stringify(Object.keys(functions)),
      call: (name: string, given: string): string => {
        try {
          return JSON.stringify({ result: functions[name](...(JSON.parse(given) as unknown[])) });
        } catch (thrown) {
          return JSON.stringify({ thrown: thrownText(thrown) });
        }
      },
    },
  });
  runInContext(BRIDGE, context);
  try {
    const result = JSON.stringify(script.runInContext(context)) as string | undefined;
    return result === undefined ? {} : { result: JSON.parse(result) as unknown };
  } catch (thrown) {
    return { thrown: String(thrown) };
  }
}

const BRIDGE = `(function (global) {
  var host = global.host, parse = JSON.parse, stringify = JSON.stringify, globals = parse(host.globals);
  delete global.host;
  Object.keys(globals).forEach(function (name) { global[name] = globals[name]; });
  parse(host.functions).forEach(function (name) {
    global[name] = function () {
      var answer = parse(host.call(name, stringify(Array.prototype.slice.call(arguments))));
      if (answer.thrown !== undefined) throw new Error(answer.thrown);
      return answer.result;
    };
  });
})(this);`;
