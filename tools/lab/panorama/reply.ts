import { escapeAttribute, escapeText } from './tree/escape';
import type { ApiResponse } from './types';

/** The codes of "PAN-OS XML API Error Codes" that the emulator uses. */
export type Code = 6 | 7 | 10 | 12 | 13 | 14 | 16 | 17 | 18 | 19 | 20;

const HEADERS = { 'content-type': 'application/xml; charset=UTF-8' };

const answer = (body: string): ApiResponse => ({ status: 200, reason: 'OK', headers: HEADERS, body });

/** `set`, `edit`, `delete`, `move` … that were carried out. */
export function commandSucceeded(): ApiResponse {
  return answer('<response status="success" code="20"><msg>command succeeded</msg></response>');
}

/** A result without a code, as `show` and operational commands give it. `xml` is already markup. */
export function result(xml: string): ApiResponse {
  return answer(`<response status="success"><result>${xml}</result></response>`);
}

/** A result with code 19, as candidate reads and enqueued jobs give it. `inner` is already markup. */
export function success(code: Code, inner: string): ApiResponse {
  return answer(`<response status="success" code="${code}">${inner}</response>`);
}

/** An error whose text stands in lines. */
export function failure(code: Code, lines: readonly string[]): ApiResponse {
  return answer(`<response status="error" code="${code}"><msg>${linesXml(lines)}</msg></response>`);
}

/** An error without a code: locks, and reads of the running configuration. */
export function uncodedFailure(...lines: readonly string[]): ApiResponse {
  return answer(`<response status="error"><msg>${linesXml(lines)}</msg></response>`);
}

/** A text alone in `<msg>`, without lines. */
export function message(status: 'success' | 'error', code: Code, text: string): ApiResponse {
  return answer(`<response status="${status}" code="${code}"><msg>${escapeText(text)}</msg></response>`);
}

/** The key, user or password is wrong: HTTP 403, whose reason phrase clients print. */
export function invalidCredential(): ApiResponse {
  const body = '<response status="error" code="403"><result><msg>Invalid Credential</msg></result></response>';
  return { status: 403, reason: 'Invalid Credential', headers: HEADERS, body };
}

/** Anything that is not the XML API. */
export function httpError(status: number, reason: string): ApiResponse {
  const body = `<html><body><h1>${status} ${reason}</h1></body></html>`;
  return { status, reason, headers: { 'content-type': 'text/html' }, body };
}

/**
 * Texts as PAN-OS lists them, escaped.
 *
 * @example linesXml(['a', 'b < c']) //=> '<line>a</line><line>b &lt; c</line>'
 */
export const linesXml = (lines: readonly string[]): string =>
  lines.map((line) => `<line>${escapeText(line)}</line>`).join('');

/** An element with text. */
export const element = (tag: string, text: string | number): string => `<${tag}>${escapeText(String(text))}</${tag}>`;

/** An element with markup, and a `name` where one is given. */
export function wrap(tag: string, xml: string, name?: string): string {
  const attribute = name === undefined ? '' : ` name="${escapeAttribute(name)}"`;
  return `<${tag}${attribute}>${xml}</${tag}>`;
}

/** An export: the document itself instead of a response. */
export function document(xml: string): ApiResponse {
  return answer(`<?xml version="1.0"?>\n${xml}`);
}

/** The answer to a request that became a job. */
export const enqueued = (line: string, id: number): ApiResponse =>
  success(19, wrap('result', `${wrap('msg', element('line', line))}${element('job', id)}`));
