import { canonicalJson, hasKey, shortHash } from '../policy/text/canonical';
import { piecesOf } from '../policy/text/chunks';
import { userError } from '../xsoar/errors';
import { ENTRY_TYPE, textOf, type Host } from '../xsoar/host';
import { readList } from '../xsoar/lists';

/**
 * What the pack remembers of a cluster between runs, in lists of the server. A document that is too long for one list
 * is kept in parts; a pointer is written last, so that a reader sees the old document or the new one, never a mixture.
 *
 * `around`: what stands around the device group in Panorama.
 * `prepared`: how the last plan would be carried out. `run`: an apply that is under way. `step`: what it
 * was about to do last. `plan`: the last plan and its proof. `approval`: the last decision. `applied`:
 * what the last apply wrote. `last-good`: versions of policies that went live. `commit`: the one that is under way, or
 * the last one. `push`, `verify`: those under way. `identity`: which cluster the name stands for. `carried`: changes of
 * incidents that a newer one closed. `closings`: live policies that were asked about, and what somebody decided.
 * `rejections`: versions of policies that somebody rejected. `standing`: the last plan that found nothing to change, and
 * what it rests on. `place`: where the rules stood last. `hold`: that nothing is applied, and which rules that were
 * closed by hand may open again. `rules`: uuids and names of the cluster's rules.
 */
export type StoredKind =
  | 'around'
  | 'prepared'
  | 'run'
  | 'step'
  | 'plan'
  | 'approval'
  | 'applied'
  | 'last-good'
  | 'commit'
  | 'push'
  | 'verify'
  | 'identity'
  | 'carried'
  | 'closings'
  | 'rejections'
  | 'standing'
  | 'place'
  | 'hold'
  | 'rules';

/** Units of one part, or one more. A list holds 209,715 (Cortex XSOAR 6.8 documentation, "Manage lists"). */
const PART = 199999;

interface Pointer {
  readonly value?: unknown;
  readonly parts?: readonly { readonly list: string; readonly hash: string }[];
}

function listName(cluster: string, kind: StoredKind): string {
  return 'CNSeries State ' + cluster + ' ' + kind;
}

/**
 * The document as it was written; undefined where there is none.
 *
 * @throws a user error if it is damaged: somebody edited or deleted one of its lists
 */
export function readStored(host: Host, cluster: string, kind: StoredKind): unknown {
  const name = listName(cluster, kind);
  const pointer = readPointer(host, name, kind);
  if (pointer === undefined || pointer.parts === undefined) return pointer && pointer.value;
  let text = '';
  for (const part of pointer.parts) {
    const content = readList(host, part.list);
    if (content === undefined || shortHash(content) !== part.hash) throw damaged(name, kind);
    text += content;
  }
  return parsed(text, name, kind);
}

/** Replaces the document. */
export function writeStored(host: Host, cluster: string, kind: StoredKind, value: object): void {
  const name = listName(cluster, kind);
  const text = canonicalJson(value);
  if (text.length <= PART - 100) {
    writeList(host, name, canonicalJson({ value }));
    return;
  }
  const before = readPointer(host, name, kind);
  const series =
    before !== undefined &&
    before.parts !== undefined &&
    before.parts.length > 0 &&
    before.parts[0].list === name + ' a1'
      ? 'b'
      : 'a';
  const parts = piecesOf(text, PART).map((content, index) => {
    const list = name + ' ' + series + String(index + 1);
    writeList(host, list, content);
    return { list, hash: shortHash(content) };
  });
  writeList(host, name, canonicalJson({ parts }));
}

/** The list of a document as it stands there; it says whether the document is another one. '' where there is none. */
export function storedText(host: Host, cluster: string, kind: StoredKind): string {
  return readList(host, listName(cluster, kind)) || '';
}

/** Lists that one text may take. */
const MOST_PARTS = 25;

/** The text in the pieces that lists hold, each behind the mark; undefined where it is too long. */
function markedParts(text: string, mark: string): string[] | undefined {
  const head = mark + ' ' + String(text.length) + '\n';
  const most = PART - head.length;
  if (text.length > MOST_PARTS * most) return undefined;
  return piecesOf(text, most).map((part) => head + part);
}

function partName(cluster: string, kind: StoredKind, index: number): string {
  return listName(cluster, kind) + ' ' + String(index + 1);
}

/**
 * Keeps a text beside a document, only to be compared with: what is in the lists is never used.
 *
 * @param mark without line breaks; ties the lists to the document, which must name it
 * @returns whether it was kept, which too long a text is not
 */
export function writeCompared(host: Host, cluster: string, kind: StoredKind, mark: string, text: string): boolean {
  const parts = markedParts(text, mark);
  if (parts === undefined) return false;
  parts.forEach((part, index) => {
    writeList(host, partName(cluster, kind, index), part);
  });
  return true;
}

/** Whether it is the text that was kept with this mark, character by character. */
export function isCompared(host: Host, cluster: string, kind: StoredKind, mark: string, text: string): boolean {
  const parts = markedParts(text, mark);
  return parts !== undefined && parts.every((part, index) => readList(host, partName(cluster, kind, index)) === part);
}

/** The text of one list; '' where there is none, or it was dropped. */
export function readStoredText(host: Host, cluster: string, kind: StoredKind): string {
  const content = storedText(host, cluster, kind);
  return content === '{}' ? '' : content;
}

/** Keeps a text that fits into one list; whether it does. Hashing long ones takes an old engine longer than they are worth. */
export function writeStoredText(host: Host, cluster: string, kind: StoredKind, text: string): boolean {
  if (text.length > PART) return false;
  writeList(host, listName(cluster, kind), text);
  return true;
}

/** Forgets the document, where there is one. */
export function clearStored(host: Host, cluster: string, kind: StoredKind): void {
  const name = listName(cluster, kind);
  const pointer = readPointer(host, name, kind);
  if (pointer !== undefined && (hasKey(pointer, 'value') || hasKey(pointer, 'parts'))) writeList(host, name, '{}');
}

/** Forgets the document, whatever stands in its list. */
export function dropStored(host: Host, cluster: string, kind: StoredKind): void {
  writeList(host, listName(cluster, kind), '{}');
}

function readPointer(host: Host, name: string, kind: StoredKind): Pointer | undefined {
  const content = readList(host, name);
  if (content === undefined || content === '') return undefined;
  const pointer = parsed(content, name, kind);
  if (typeof pointer !== 'object' || pointer === null || Array.isArray(pointer)) throw damaged(name, kind);
  return pointer;
}

function parsed(text: string, name: string, kind: StoredKind): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(name, kind);
  }
}

/** The error for a document that somebody edited. */
export function damagedDocument(cluster: string, kind: StoredKind): Error {
  return damaged(listName(cluster, kind), kind);
}

const WITHOUT_RUN = 'what the run wrote is then not undone, so apply a plan before anything is committed in Panorama.';

/** What is lost with lists that no run can write anew (docs/installing.md, "What the server keeps"). */
const LOSSES: { readonly [kind in StoredKind]?: string } = {
  'last-good': 'policies whose current version is refused then lose their rules, so see to it first that none is.',
  run: WITHOUT_RUN,
  step: WITHOUT_RUN,
  commit: 'the next push then does not ask about commits of others.',
  identity: 'the next apply then takes whatever cluster stands behind the name for this one.',
  place: 'a block that another device group or rulebase in the profile leaves behind is then not found any more.',
  approval: 'the plan is then asked about again.',
  closings: 'policies that somebody closed then get their old rules back until somebody decides again.',
  rejections: 'what somebody rejected is then released.',
  hold: 'the hold of the cluster then ends, and rules that were released stay closed.',
};

function damaged(name: string, kind: StoredKind): Error {
  const loss = LOSSES[kind];
  const advice =
    loss === undefined
      ? 'Delete it; the next run writes it anew.'
      : 'Put it back as it was. If you must delete it: ' + loss;
  return userError('The list "' + name + '", in which this pack remembers its runs, is damaged. ' + advice);
}

/** `setList` changes a list that is there, `createList` makes one. */
function writeList(host: Host, name: string, content: string): void {
  const set = host.executeCommand('setList', { listName: name, listData: content });
  if (!isRefused(set)) return;
  const made = host.executeCommand('createList', { listName: name, listData: content });
  if (isRefused(made)) throw userError('The list "' + name + '" cannot be written: ' + textOf(made[0].Contents));
}

function isRefused(entries: readonly { readonly Type: number }[]): boolean {
  return entries.length > 0 && entries[0].Type === ENTRY_TYPE.error;
}
