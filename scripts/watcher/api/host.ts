import { isObject } from '../../policy/kubernetes/read';
import type { StringMap } from '../../policy/kubernetes/types';
import type { CommandArguments } from '../../xsoar/host';

/**
 * What an integration may ask of the server (Cortex XSOAR documentation, JavaScript integrations). Tests and the lab
 * give their own.
 */
export interface IntegrationHost {
  /** `test-module`, `fetch-incidents`, or the name of a command. */
  readonly command: string;
  /** The parameters of the instance, as somebody filled them in. */
  readonly params: { readonly [name: string]: unknown };
  readonly args: CommandArguments;
  /**
   * Sends a request and waits for the whole answer. An answer with an error status is an answer.
   *
   * @throws whatever the server throws where there is no answer: no connection, no trust, no time
   */
  http(request: HostRequest): HostResponse;
  getLastRun(): StringMap;
  setLastRun(state: StringMap): void;
  getContext(): StringMap;
  setContext(context: StringMap): void;
  wait(seconds: number): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A request with everything that the connection needs. */
export interface HostRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: StringMap;
  /** '' for none. */
  readonly body: string;
  readonly trust: 'verify' | 'anyone';
  readonly route: 'direct' | 'proxy';
  readonly timeoutMilliseconds: number;
}

/** An answer; names of headers are in lower case. */
export interface HostResponse {
  readonly status: number;
  readonly headers: StringMap;
  readonly body: string;
}

// Globals of the server's JavaScript environment; nothing else reads them.
declare const command: string;
declare const params: IntegrationHost['params'] | undefined;
declare const args: CommandArguments | undefined;
declare function http(
  url: string,
  request: { readonly Method: string; readonly Headers: { readonly [name: string]: readonly string[] }; Body?: string },
  insecure: boolean,
  proxy: boolean,
  unused: undefined,
  unusedToo: undefined,
  timeoutMilliseconds: number,
): unknown;
declare function getLastRun(): unknown;
declare function setLastRun(state: StringMap): void;
declare function getIntegrationContext(): unknown;
declare function setIntegrationContext(context: StringMap): void;
declare function wait(seconds: number): void;

/** The server that runs this integration. */
export function serverHost(): IntegrationHost {
  return {
    command,
    params: plain(params || {}),
    args: plain(args || {}),
    http: send,
    getLastRun() {
      return textsOf(getLastRun());
    },
    setLastRun(state) {
      setLastRun(state);
    },
    getContext() {
      return textsOf(getIntegrationContext());
    },
    setContext(context) {
      setIntegrationContext(context);
    },
    wait(seconds) {
      wait(seconds);
    },
    now() {
      return new Date().getTime();
    },
  };
}

/** Values of the server's own language as those of this one: their lists are no arrays in every engine. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function send(request: HostRequest): HostResponse {
  const headers: { [name: string]: string[] } = {};
  for (const name of Object.keys(request.headers)) headers[name] = [request.headers[name]];
  const answer = http(
    request.url,
    { Method: request.method, Headers: headers, Body: request.body },
    request.trust === 'anyone',
    request.route === 'proxy',
    undefined,
    undefined,
    request.timeoutMilliseconds,
  );
  return responseOf(answer);
}

function responseOf(answer: unknown): HostResponse {
  const response = isObject(answer) ? answer : {};
  return {
    status: typeof response.StatusCode === 'number' ? response.StatusCode : 0,
    headers: isObject(response.Headers) ? headersOf(response.Headers) : {},
    body: typeof response.Body === 'string' ? response.Body : '',
  };
}

/** The server gives a list of values for each header. */
function headersOf(headers: { readonly [name: string]: unknown }): StringMap {
  const found: { [name: string]: string } = {};
  for (const name of Object.keys(headers)) {
    const values = headers[name];
    // A list of the server's own language is no array in every engine.
    const first = typeof values === 'object' && values !== null ? (values as { readonly 0?: unknown })[0] : values;
    if (typeof first === 'string') found[name.toLowerCase()] = first;
  }
  return found;
}

/** The texts of an object; whatever else it holds is not ours. */
function textsOf(value: unknown): StringMap {
  const texts: { [key: string]: string } = {};
  if (!isObject(value)) return texts;
  for (const key of Object.keys(value)) {
    const text = value[key];
    if (typeof text === 'string') texts[key] = text;
  }
  return texts;
}
