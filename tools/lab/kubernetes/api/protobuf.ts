import { textOf, type JsonObject } from '../values/json';

/*
 * Typed clients in Go (kubectl among them) send what they create as protobuf, even where they take JSON for an answer.
 * Two kinds are read, those that `kubectl auth can-i` and `kubectl create namespace` send; others get 415.
 */

/** The media type. */
export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** A field: text, a map of texts, or a message with numbered fields (`generated.proto` of each group). */
type Field = 'text' | 'map' | Message;
interface Message {
  readonly [number: number]: readonly [string, Field];
}

const METADATA: Message = {
  1: ['name', 'text'],
  2: ['generateName', 'text'],
  11: ['labels', 'map'],
  12: ['annotations', 'map'],
};

const ACCESS_REVIEW: Message = {
  2: [
    'spec',
    {
      1: [
        'resourceAttributes',
        {
          1: ['namespace', 'text'],
          2: ['verb', 'text'],
          3: ['group', 'text'],
          4: ['version', 'text'],
          5: ['resource', 'text'],
          6: ['subresource', 'text'],
          7: ['name', 'text'],
        },
      ],
      2: ['nonResourceAttributes', { 1: ['path', 'text'], 2: ['verb', 'text'] }],
    },
  ],
};

const KINDS: { readonly [kind: string]: Message } = {
  Namespace: { 1: ['metadata', METADATA] },
  SelfSubjectAccessReview: ACCESS_REVIEW,
};

/** `runtime.Unknown`: the type, and the object itself. */
const ENVELOPE: Message = { 1: ['type', { 1: ['apiVersion', 'text'], 2: ['kind', 'text'] }] };
const MAGIC = 'k8s\0';

/** Reads a body, given as one character for each byte; undefined for kinds that are not read. */
export function readProtobuf(body: string): JsonObject | undefined {
  const bytes = Buffer.from(body, 'latin1');
  if (bytes.toString('latin1', 0, 4) !== MAGIC) return undefined;
  const envelope = bytes.subarray(4);
  const type = readMessage(envelope, ENVELOPE).type as
    { readonly apiVersion?: string; readonly kind?: string } | undefined;
  const shape = KINDS[type?.kind ?? ''];
  const raw = fieldsOf(envelope).find(({ number }) => number === 2)?.content;
  return shape === undefined || raw === undefined ? undefined : { ...type, ...readMessage(raw, shape) };
}

function readMessage(bytes: Buffer, shape: Message): JsonObject {
  const object: { [name: string]: JsonObject[string] } = {};
  for (const { number, content } of fieldsOf(bytes)) {
    const [name, field] = shape[number] ?? [];
    if (name === undefined || field === undefined) continue;
    if (field === 'text') {
      if (content.length > 0) object[name] = content.toString('utf8');
    } else if (field === 'map') {
      const { key, value } = readMessage(content, { 1: ['key', 'text'], 2: ['value', 'text'] });
      object[name] = { ...(object[name] as JsonObject | undefined), [textOf(key)]: value ?? '' };
    } else object[name] = readMessage(content, field);
  }
  return object;
}

/** The length-delimited fields of a message; numbers are passed over. */
function fieldsOf(bytes: Buffer): readonly { readonly number: number; readonly content: Buffer }[] {
  const fields: { number: number; content: Buffer }[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const size = varint();
    if ((tag & 7) !== 2) continue;
    fields.push({ number: tag >> 3, content: bytes.subarray(at, at + size) });
    at += size;
  }
  return fields;
}
