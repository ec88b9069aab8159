import { attributeOf, childNode, childText, linesOf } from '../panorama/api/nodes';
import type { JsonNode, RefusedAnswer, UnclearAnswer } from '../panorama/api/port';
import { ENTRY_TYPE, type HostEntry, textOf } from './host';

/**
 * What the entries of the `pan-os` command mean. The integration (seen in 1.14.22 and 2.5.1) tells some answers of a
 * device by texts, loses some messages, and calls an empty answer an error; all of that is known here and nowhere else.
 */
export type CommandAnswer =
  /** `<response status="success">` as JSON. */
  | { readonly kind: 'response'; readonly response: JsonNode }
  /** A note that is no answer of the device: something was to be done already. */
  | { readonly kind: 'note'; readonly text: string }
  /** The commands for commit and push tell the number of their job. */
  | { readonly kind: 'job'; readonly job: string }
  /** What the XPath names is not there. */
  | { readonly kind: 'absent' }
  | RefusedAnswer
  | UnclearAnswer;

/** Entry type of a warning (Cortex XSOAR documentation, `entryTypes`). */
const WARNING = 11;

/** Entries of one execution; several answers mean several instances, and nobody knows which did what. */
export function interpretEntries(entries: readonly HostEntry[]): CommandAnswer {
  const answers = entries.filter(isAnswer);
  if (answers.length !== 1) {
    const count = String(answers.length);
    return { kind: 'unclear', message: 'the command pan-os gave ' + count + ' answers instead of one' };
  }
  const entry = answers[0];
  if (entry.Type === ENTRY_TYPE.error) return interpretError(textOf(entry.Contents));
  return interpretSuccess(entry.Contents);
}

/** The texts of an answer that may say that there is nothing to commit, or that a rule is where it should be. */
export function answerText(answer: CommandAnswer): string {
  switch (answer.kind) {
    case 'response': {
      const message = childNode(answer.response, 'msg');
      const lines = linesOf(message).concat(linesOf(childNode(childNode(answer.response, 'result'), 'msg')));
      return lines.join(' ');
    }
    case 'note':
      return answer.text;
    case 'job':
      return 'job ' + answer.job;
    case 'refused':
    case 'unclear':
      return answer.message;
    case 'absent':
      return '';
  }
}

function isAnswer(entry: HostEntry): boolean {
  return entry.Type === ENTRY_TYPE.note || entry.Type === ENTRY_TYPE.error || entry.Type === WARNING;
}

function interpretSuccess(contents: unknown): CommandAnswer {
  const text = typeof contents === 'string' ? contents.trim() : '';
  // The warning for answers without content (1.14.22, firewalls), and how some servers show an empty one.
  if (/^List not found and might be empty/.test(text)) return { kind: 'absent' };
  const parsed = text.charAt(0) === '{' ? parsedJson(text) : contents;
  if (typeof parsed === 'string') return { kind: 'note', text: parsed };
  const response = childNode(parsed, 'response');
  if (attributeOf(response, 'status') === 'success') return { kind: 'response', response };
  const job = childText(parsed, 'JobID');
  if (job !== '') return { kind: 'job', job };
  // 2.x shows some answers without a job as their message alone: `{"line": "There are no changes to commit."}`.
  const line = childText(parsed, 'line');
  return line === '' ? { kind: 'unclear', message: 'no answer of Panorama: ' + cut(textOf(contents)) } : noted(line);
}

function noted(text: string): CommandAnswer {
  return { kind: 'note', text };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function interpretError(text: string): CommandAnswer {
  if (text.indexOf('Object not present') >= 0 || text.indexOf('Object was not found, verify') >= 0) {
    return { kind: 'absent' };
  }
  const http = /Request Failed\. with status: ([0-9]+)\. Reason is: ([\s\S]*)/.exec(text);
  if (http !== null) return httpError(Number(http[1]), http[2]);
  const coded = /Status code: ([0-9]+)\s+With message: ([\s\S]*)/.exec(text);
  if (coded !== null) return { kind: 'refused', code: Number(coded[1]), message: pythonText(coded[2]) };
  // A device error without a code comes as a Python dictionary with a line.
  const line = /Request Failed\.\s+\{[\s\S]*'line': ([\s\S]*?)\}\}?\s*$/.exec(text);
  if (line !== null) return { kind: 'refused', code: 0, message: pythonText(line[1]) };
  const job = /Invalid Job ID error: ([\s\S]*)/.exec(text);
  if (job !== null) return { kind: 'refused', code: 0, message: job[1] };
  if (LOST_MESSAGE.test(text)) return { kind: 'refused', code: 0, message: 'the PAN-OS integration lost the reason' };
  return { kind: 'unclear', message: cut(text) };
}

/**
 * Errors of the integration itself when a device's error has a code but no line: its message is lost, not its meaning.
 */
const LOST_MESSAGE = /(string indices must be integers|^'msg'$|^'line'$)/;

/** From 500 on, nobody knows how far the request got. */
function httpError(status: number, reason: string): RefusedAnswer | UnclearAnswer {
  const message = 'HTTP ' + String(status) + ' ' + reason.trim();
  return status >= 500 ? { kind: 'unclear', message } : { kind: 'refused', code: status, message };
}

/** A Python string or list of strings as plain text: `[' a', " b'"]` becomes `a; b'`. */
export function pythonText(text: string): string {
  const trimmed = text.trim();
  const first = trimmed.charAt(0);
  if (first !== '[' && first !== "'" && first !== '"') return trimmed;
  const parts: string[] = [];
  const pattern = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
  trimmed.replace(pattern, (_whole: string, single: string | undefined, double: string | undefined) => {
    parts.push((single || double || '').replace(/\\(.)/g, '$1').trim());
    return '';
  });
  return parts.length === 0 ? trimmed : parts.join('; ');
}

/**
 * Long texts are pages of a proxy, or whole configurations. Python tells the URL of a request that failed, in which
 * some commands of the integration send the API key.
 */
function cut(text: string): string {
  const told = text.replace(/\bkey=[^&\s'")]+/g, 'key=***');
  return told.length <= SHOWN ? told : told.slice(0, SHOWN) + ' …';
}

const SHOWN = 500;
