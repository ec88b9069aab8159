import { failure } from './api/status';
import type { ApiRequest, ApiResponse, Handle } from './types';

/**
 * What goes wrong with a request. `lost-request`: the connection breaks before the server saw it; `lost-answer`: it was
 * carried out, but nobody hears of it; `truncated`: the connection breaks after so many bytes of the body; `busy`: 429
 * with `Retry-After`; `html`: a page of something that stands in front of the server.
 */
export type Fault =
  | { readonly kind: 'lost-request' | 'lost-answer' | 'html' }
  | { readonly kind: 'status'; readonly code: number; readonly reason: string; readonly message: string }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'truncated'; readonly bytes: number }
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** Which requests a fault meets: all conditions that are given must hold. */
export interface FaultRule {
  readonly fault: Fault;
  readonly method?: string;
  /** A part of the path with its query, as in `/pods?` or `continue=`. */
  readonly path?: string;
  /** A part of the body. */
  readonly body?: string;
  /** Of the requests that match, the first that is met, counted from 1. @default 1 */
  readonly from?: number;
  /** How many requests are met. @default 1 */
  readonly times?: number;
}

/** What reaches the client: an answer, perhaps late or cut off, or a broken connection. */
export type Delivery =
  | { readonly kind: 'answer'; readonly response: ApiResponse; readonly delayMilliseconds: number }
  | { readonly kind: 'truncated'; readonly response: ApiResponse; readonly bytes: number }
  | { readonly kind: 'broken' };

/** Finds the fault that meets a request, and counts. The rules are tried in order; the first that meets it counts. */
export function faultFinder(rules: readonly FaultRule[]): (request: ApiRequest) => Fault | undefined {
  const seen = rules.map(() => 0);
  return (request) => {
    for (const [index, rule] of rules.entries()) {
      if (!isMatch(rule, request)) continue;
      const count = (seen[index] ?? 0) + 1;
      seen[index] = count;
      const from = rule.from ?? 1;
      if (count >= from && count < from + (rule.times ?? 1)) return rule.fault;
    }
    return undefined;
  };
}

/** Puts faults between a client and the API. */
export function withFaults(handle: Handle, rules: readonly FaultRule[]): (request: ApiRequest) => Delivery {
  const find = faultFinder(rules);
  return (request) => {
    const fault = find(request);
    return fault === undefined ? answer(handle(request)) : deliver(fault, handle, request);
  };
}

function isMatch(rule: FaultRule, request: ApiRequest): boolean {
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  const path = query.length === 0 ? request.path : `${request.path}?${query.join('&')}`;
  return (
    (rule.method === undefined || rule.method === request.method.toUpperCase()) &&
    (rule.path === undefined || path.includes(rule.path)) &&
    (rule.body === undefined || (request.body ?? '').includes(rule.body))
  );
}

const answer = (response: ApiResponse, delayMilliseconds = 0): Delivery => ({
  kind: 'answer',
  response,
  delayMilliseconds,
});

/** Carries out a fault. */
export function deliver(fault: Fault, handle: Handle, request: ApiRequest): Delivery {
  switch (fault.kind) {
    case 'lost-request':
      return { kind: 'broken' };
    case 'lost-answer':
      handle(request);
      return { kind: 'broken' };
    case 'html':
      return answer({ status: 200, headers: { 'content-type': 'text/html' }, body: HTML });
    case 'status':
      return answer(statusResponse(fault.code, fault.reason, fault.message, {}));
    case 'busy': {
      const message = 'Too many requests, please try again later.';
      return answer(statusResponse(429, 'TooManyRequests', message, { 'retry-after': String(fault.seconds) }));
    }
    case 'truncated':
      return { kind: 'truncated', response: handle(request), bytes: fault.bytes };
    case 'slow':
      return answer(handle(request), fault.milliseconds);
  }
}

function statusResponse(code: number, reason: string, message: string, headers: ApiResponse['headers']): ApiResponse {
  const { status } = failure(code, reason, message);
  return { status: code, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(status) };
}

const HTML = '<!DOCTYPE html><html><head><title>Login</title></head><body><p>Please log in.</p></body></html>';
