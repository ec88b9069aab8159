import { RunnerError } from '../errors';
import { textOf, type JsonObject } from '../json';

/** Arguments that the server keeps for itself: they say how a task runs. */
export interface Settings {
  readonly retries: number;
  readonly retrySeconds: number;
  readonly using: string;
  readonly extendContext: string;
  readonly ignoreOutputs: boolean;
}

/** Where retries are asked for and no interval is given. */
const RETRY_SECONDS = 30;

/** Those that change nothing here. */
const WITHOUT_EFFECT = ['execution-timeout', 'auto-extract'];

/**
 * Separates what the server keeps for itself from what the command gets.
 *
 * @throws RunnerError for `raw-response`, which is not emulated
 */
export function splitSettings(given: JsonObject): { readonly args: JsonObject; readonly settings: Settings } {
  const {
    'retry-count': count,
    'retry-interval': interval,
    using,
    'extend-context': extendContext,
    'ignore-outputs': ignoreOutputs,
    ...rest
  } = given;
  if (Object.hasOwn(rest, 'raw-response')) throw new RunnerError('raw-response is not emulated.');
  const args = Object.fromEntries(Object.entries(rest).filter(([name]) => !WITHOUT_EFFECT.includes(name)));
  const settings = {
    retries: Number(count ?? 0),
    retrySeconds: Number(interval ?? RETRY_SECONDS),
    using: textOf(using),
    extendContext: textOf(extendContext),
    ignoreOutputs: textOf(ignoreOutputs) === 'true',
  };
  return { args, settings };
}

/** Settings of tasks that run nothing. */
export const NO_SETTINGS: Settings = splitSettings({}).settings;
