import { userError } from '../../xsoar/errors';
import type { IntegrationHost } from './host';
import { readCidr } from '../../policy/kubernetes/cidrtext';
import { isObject } from '../../policy/kubernetes/read';

/** The parameters of an instance, checked. */
export interface WatcherSettings {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** The cluster's name in the list "CNSeries Clusters". */
  readonly cluster: string;
  readonly trust: 'verify' | 'anyone';
  readonly route: 'direct' | 'proxy';
  /** `silent`: the first fetch only remembers what there is. */
  readonly firstFetch: 'report' | 'silent';
  /** Objects asked for at once. */
  readonly pageSize: number;
  /** How long one fetch waits for changes of policies. */
  readonly watchSeconds: number;
  /** How often everything is listed and compared, pods included. */
  readonly podCheckMinutes: number;
  /** The pod networks, where the ranges of the Nodes are not all of it; else empty. */
  readonly podCIDRs: readonly string[];
}

/** What the parameter `first_fetch` may say. */
export const FIRST_FETCH_CHOICES = ['All policies', 'Only later changes'];

/** The parameters of the instance. @throws a user error that names the parameter and what to write */
export function readSettings(params: IntegrationHost['params']): WatcherSettings {
  return {
    url: readUrl(textParam(params, 'url')),
    token: readToken(params.credentials),
    cluster: readCluster(textParam(params, 'cluster')),
    trust: params.insecure === true || params.insecure === 'true' ? 'anyone' : 'verify',
    route: params.proxy === true || params.proxy === 'true' ? 'proxy' : 'direct',
    firstFetch: readFirstFetch(textParam(params, 'first_fetch')),
    pageSize: readNumber(params, 'page_size', 500, 10, 5000),
    watchSeconds: readNumber(params, 'watch_seconds', 5, 1, 50),
    podCheckMinutes: readNumber(params, 'pod_check_minutes', 5, 1, 1440),
    podCIDRs: readNetworks(params, 'pod_cidrs'),
  };
}

function textParam(params: IntegrationHost['params'], name: string): string {
  const value = params[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

const URL_FORM = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:[0-9]{1,5})?$/;
const LOOPBACK = /^(localhost|127\.[0-9.]+|\[::1\])$/;

/**
 * The URL of the API server without anything behind the port. Requests with a token go there, so that a path (somebody
 * else's proxy), credentials, or an unencrypted way over a network are refused.
 */
function readUrl(given: string): string {
  if (given === '') throw settingError('url', 'is missing', 'Write the URL of the API server');
  const full = (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(given) ? given : 'https://' + given).replace(/\/+$/, '');
  const match = URL_FORM.exec(full.toLowerCase());
  if (full.indexOf('@') >= 0) {
    throw settingError('url', 'holds credentials', 'Put the token into its own parameter, and write only the address');
  }
  if (!match) throw settingError('url', 'is not an address of a server', 'Write scheme, host and port and no path');
  if (match[1] === 'http' && !LOOPBACK.test(match[2])) {
    throw settingError('url', 'is not encrypted, and the token would travel in the clear', 'Write https');
  }
  return full.toLowerCase();
}

/** The token, wherever the server keeps it: typed in, or from its credentials store. */
function readToken(value: unknown): string {
  const credentials = isObject(value) ? value : {};
  const stored = isObject(credentials.credentials) ? credentials.credentials : {};
  const given = [credentials.password, stored.password].filter(
    (text) => typeof text === 'string' && text.trim() !== '',
  )[0];
  if (typeof given !== 'string') throw userError('The token is missing. Set the token of a service account.');
  const token = given.trim().replace(/^Bearer\s+/i, '');
  if (!/^[A-Za-z0-9._~+/=-]+$/.test(token)) {
    throw userError('The token holds characters that no token has, such as blanks. Copy it again, on one line.');
  }
  return token;
}

function readCluster(given: string): string {
  if (given === '') {
    throw settingError('cluster', 'is missing', 'Write the name of the cluster in the list "CNSeries Clusters"');
  }
  return given;
}

function readFirstFetch(given: string): WatcherSettings['firstFetch'] {
  if (given === FIRST_FETCH_CHOICES[1]) return 'silent';
  if (given === '' || given === FIRST_FETCH_CHOICES[0]) return 'report';
  throw settingError('first_fetch', 'is "' + given + '"', 'Choose one of: ' + FIRST_FETCH_CHOICES.join(', '));
}

function readNumber(
  params: IntegrationHost['params'],
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const given = textParam(params, name);
  if (given === '') return fallback;
  const value = /^[0-9]{1,6}$/.test(given) ? Number(given) : -1;
  if (value >= least && value <= most) return value;
  throw settingError(name, 'is "' + given + '"', 'Write a number from ' + String(least) + ' to ' + String(most));
}

function readNetworks(params: IntegrationHost['params'], name: string): string[] {
  const texts = textParam(params, name)
    .split(/[\s,]+/)
    .filter((text) => text !== '');
  return texts.map((text) => {
    const reading = readCidr(text);
    if (reading.kind === 'cidr') return reading.text;
    throw settingError(name, 'holds "' + text + '": ' + reading.reason, 'Write networks such as 10.0.0.0/16');
  });
}

function settingError(name: string, violation: string, remedy: string): Error {
  const example = name === 'url' ? ', for example https://kubernetes.example:6443' : '';
  return userError('The parameter "' + name + '" ' + violation + '. ' + remedy + example + '.');
}
