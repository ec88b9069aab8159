import type { ApiRequest, ApiResponse, Handle } from './types';

/**
 * What goes wrong with a request. `lost-request`: the connection breaks before the device saw it; `lost-answer`: it was
 * carried out, but nobody hears of it; `instead`: it is not carried out, and the answer is this XML; `cut`: it is carried
 * out, and only this share of the answer's text arrives (0: an empty body).
 */
export type Fault =
  | { readonly kind: 'lost-request' | 'lost-answer' }
  | { readonly kind: 'status'; readonly status: number; readonly reason: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'instead'; readonly body: string }
  | { readonly kind: 'cut'; readonly share: number }
  | { readonly kind: 'device-error'; readonly code: number; readonly lines: readonly string[] };

/** Which requests a fault meets: all conditions that are given must hold. */
export interface FaultRule {
  readonly fault: Fault;
  /** The parameter `type`: config, op, commit … */
  readonly type?: string;
  readonly action?: string;
  /** A part of the xpath. */
  readonly xpath?: string;
  /** A part of the element or command. */
  readonly content?: string;
  /** Of the requests that match, the first that is met, counted from 1. @default 1 */
  readonly from?: number;
  /** How many requests are met. @default 1 */
  readonly times?: number;
}

/** What reaches the client: an answer, perhaps late, or a broken connection. */
export type Delivery =
  | { readonly kind: 'answer'; readonly response: ApiResponse; readonly delayMilliseconds: number }
  | { readonly kind: 'broken' };

/**
 * Puts faults between a client and the emulator. The rules are tried in order; the first that meets a request counts.
 */
export function withFaults(handle: Handle, rules: readonly FaultRule[]): (request: ApiRequest) => Delivery {
  const seen = rules.map(() => 0);
  return (request) => {
    for (const [index, rule] of rules.entries()) {
      if (!isMatch(rule, request)) continue;
      const count = (seen[index] ?? 0) + 1;
      seen[index] = count;
      const from = rule.from ?? 1;
      if (count >= from && count < from + (rule.times ?? 1)) return deliver(rule.fault, handle, request);
    }
    return { kind: 'answer', response: handle(request), delayMilliseconds: 0 };
  };
}

function isMatch(rule: FaultRule, { params }: ApiRequest): boolean {
  const holds = (part: string | undefined, text: string | undefined): boolean =>
    part === undefined || (text ?? '').includes(part);
  return (
    (rule.type === undefined || rule.type === params.type) &&
    (rule.action === undefined || rule.action === params.action) &&
    holds(rule.xpath, params.xpath) &&
    holds(rule.content, params.element ?? params.cmd)
  );
}

function deliver(fault: Fault, handle: Handle, request: ApiRequest): Delivery {
  const answer = (response: ApiResponse, delayMilliseconds = 0): Delivery => ({
    kind: 'answer',
    response,
    delayMilliseconds,
  });
  switch (fault.kind) {
    case 'lost-request':
      return { kind: 'broken' };
    case 'lost-answer':
      handle(request);
      return { kind: 'broken' };
    case 'status':
      return answer({ status: fault.status, reason: fault.reason, headers: {}, body: '' });
    case 'html':
      return answer({ status: 200, reason: 'OK', headers: { 'content-type': 'text/html' }, body: HTML });
    case 'slow':
      return answer(handle(request), fault.milliseconds);
    case 'instead':
      return answer(xml(fault.body));
    case 'cut': {
      const whole = handle(request);
      return answer({ ...whole, body: whole.body.slice(0, Math.floor(whole.body.length * fault.share)) });
    }
    case 'device-error': {
      const lines = fault.lines.map((line) => `<line><![CDATA[${line}]]></line>`).join('');
      const body = `<response status="error" code="${fault.code}"><msg>${lines}</msg></response>`;
      return answer(xml(body));
    }
  }
}

function xml(body: string): ApiResponse {
  return { status: 200, reason: 'OK', headers: { 'content-type': 'application/xml' }, body };
}

const HTML = '<!DOCTYPE html><html><head><title>Login</title></head><body><p>Please log in.</p></body></html>';
