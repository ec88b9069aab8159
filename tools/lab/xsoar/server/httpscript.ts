import { CommandFailure, messageOf, RunnerError } from '../errors';
import { isList, isObject, textOf, type Json, type JsonObject } from '../json';
import type { Core } from './core';

/** Username, Password, Cookies and SaveToFile are there on the server, and not emulated. */
const KEYS = ['Method', 'Headers', 'Body'];

/**
 * `http(url, request, insecure, proxy, _, _, timeout)`: a response of any status is an answer. Header values are lists,
 * names in answers are canonical (`Content-Type`).
 *
 * @throws CommandFailure if no answer came
 * @throws RunnerError for a request that is not emulated, and where the server has no network
 */
export function httpForScript(
  core: Core,
  url: string,
  request: Json,
  insecure: boolean,
  proxy: boolean,
  timeoutMilliseconds: number,
): JsonObject {
  const { http } = core.options;
  if (http === undefined) throw new RunnerError(`A script asks for ${url}, but the server has no network here.`);
  const { Method = 'GET', Headers = {}, Body = '' } = checked(request);
  try {
    const response = http({
      url,
      method: textOf(Method),
      headers: headersOf(Headers),
      body: textOf(Body),
      insecure,
      proxy,
      timeoutMilliseconds,
    });
    const reason = response.reason ?? '';
    return {
      StatusCode: response.status,
      Status: `${response.status} ${reason}`.trim(),
      Body: response.body,
      Headers: canonical(response.headers ?? {}),
      Cookies: [],
      Path: '',
    };
  } catch (error) {
    if (error instanceof RunnerError) throw error;
    throw new CommandFailure(`${textOf(Method)} ${url}: ${messageOf(error)}`);
  }
}

function checked(request: Json): JsonObject {
  if (!isObject(request)) throw new RunnerError('http takes an object as its request.');
  const unknown = Object.keys(request).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) throw new RunnerError(`http: ${unknown.join(', ')} in a request is not emulated.`);
  return request;
}

function headersOf(headers: Json): { readonly [name: string]: readonly string[] } {
  if (!isObject(headers)) throw new RunnerError('http takes an object as Headers.');
  return Object.fromEntries(
    Object.entries(headers).map(([name, values]) => {
      if (!isList(values)) throw new RunnerError(`The values of the header ${name} must be a list.`);
      return [name, values.map(textOf)];
    }),
  );
}

function canonical(headers: { readonly [name: string]: string | readonly string[] }): JsonObject {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      typeof value === 'string' ? [value] : [...value],
    ]),
  );
}
