import type { StringMap } from '../../policy/kubernetes/types';
import { userError } from '../../xsoar/errors';
import type { HostResponse, IntegrationHost } from './host';
import type { WatcherSettings } from './settings';

/** Requests to the API server of one cluster, with the instance's token; busy servers are asked again. */
export interface Client {
  readonly host: IntegrationHost;
  readonly settings: WatcherSettings;
}

/** A request to the API server; the client adds URL, token and headers. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly query?: StringMap;
  readonly body?: object;
  /** How long the server may take on purpose, as a watch does. */
  readonly holdSeconds?: number;
}

/** An answer of the API server, with whatever status. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
}

/** Beyond what the request holds on purpose; lists of large clusters take their time. */
const TIMEOUT_SECONDS = 60;
/** Pauses before asking a busy server again; a longer `Retry-After` of its own counts, up to the last of them. */
const PAUSES = [1, 2, 5];
const LONGEST_PAUSE = 10;

/**
 * Sends a request. Answers that only say "busy" (429, 5xx) and lost connections are tried again three times.
 *
 * @throws a user error if there is no answer
 */
export function callApi(client: Client, request: ApiRequest): ApiAnswer {
  for (let attempt = 0; ; attempt++) {
    const outcome = attemptCall(client, request);
    const last = attempt >= PAUSES.length;
    if (outcome.kind === 'failed') {
      if (last || isCertificateError(outcome.reason)) throw unreachable(client, outcome.reason);
      client.host.wait(PAUSES[attempt]);
    } else {
      if (last || !isBusy(outcome.response)) return outcome.response;
      client.host.wait(pauseFor(outcome.response, PAUSES[attempt]));
    }
  }
}

type Outcome =
  { readonly kind: 'answer'; readonly response: HostResponse } | { readonly kind: 'failed'; readonly reason: string };

function attemptCall(client: Client, request: ApiRequest): Outcome {
  const settings = client.settings;
  const headers: { [name: string]: string } = { Accept: 'application/json', Authorization: 'Bearer ' + settings.token };
  if (request.body) {
    headers['Content-Type'] = request.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  try {
    const response = client.host.http({
      method: request.method,
      url: settings.url + request.path + queryText(request.query || {}),
      headers,
      body: request.body ? JSON.stringify(request.body) : '',
      trust: settings.trust,
      route: settings.route,
      timeoutMilliseconds: (TIMEOUT_SECONDS + (request.holdSeconds || 0)) * 1000,
    });
    if (response.status === 0) return { kind: 'failed', reason: 'the answer has no status' };
    return { kind: 'answer', response: { ...response, body: withoutToken(response.body, settings.token) } };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'failed', reason: withoutToken(reason, settings.token) };
  }
}

/** Servers, proxies and libraries may say back what they got; the token must not reach an entry. */
function withoutToken(text: string, token: string): string {
  return text.indexOf(token) < 0 ? text : text.split(token).join('***');
}

/** 504 with this text is no busy server, but one that knows less than it once did (restored from a backup). */
const TOO_LARGE = 'Too large resource version';

/** Whether the server's history ends before the version that was asked for. */
export function knowsTooLittle(answer: ApiAnswer): boolean {
  return answer.status === 504 && answer.body.indexOf(TOO_LARGE) >= 0;
}

function isBusy(response: HostResponse): boolean {
  return response.status === 429 || (response.status >= 500 && !knowsTooLittle(response));
}

function pauseFor(response: HostResponse, usual: number): number {
  const asked = response.headers['retry-after'];
  if (!asked || !/^[0-9]{1,4}$/.test(asked)) return usual;
  return Math.min(LONGEST_PAUSE, Math.max(usual, Number(asked)));
}

function queryText(query: StringMap): string {
  const parts = Object.keys(query)
    .sort()
    .map((name) => encodeURIComponent(name) + '=' + encodeURIComponent(query[name]));
  return parts.length === 0 ? '' : '?' + parts.join('&');
}

function isCertificateError(reason: string): boolean {
  return /x509|certificate|tls:/i.test(reason);
}

function unreachable(client: Client, reason: string): Error {
  const remedy = isCertificateError(reason)
    ? "The server's certificate is not trusted here. Add the cluster's certificate authority to the trusted certificates of the XSOAR server or engine that runs this instance, and use a host name that the certificate has."
    : 'Check the URL, and that the XSOAR server or engine that runs this instance reaches it (firewall, proxy, DNS).';
  return userError('The API server at ' + client.settings.url + ' cannot be reached: ' + reason + '. ' + remedy);
}
