/** A text that is one JSON document. */
export interface WholeJson {
  readonly value: unknown;
}

/**
 * The fast way for what `kubectl get -o json` prints: a text that is one JSON object or list, in which no key stands
 * twice in the same object. undefined: anything else; the reader of YAML and JSON (scripts/yaml) says what it is, and
 * would give the same value here. That one also runs where characters of a long text are slow, so it cuts the text.
 */
export function wholeJson(text: string): WholeJson | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // Of two keys that are the same, JSON.parse keeps one.
  return keysWritten(text) === keysKept(value) ? { value } : undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** How many keys a JSON text has: as many as colons outside of strings. */
function keysWritten(text: string): number {
  let keys = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === QUOTE) isInString = !isInString;
    else if (!isInString) keys += character === COLON ? 1 : 0;
    else if (character === BACKSLASH) i++;
  }
  return keys;
}

/** How many keys the objects of a value have together. */
function keysKept(value: unknown): number {
  let keys = 0;
  const open = [value];
  while (open.length > 0) {
    const container = open.pop() as object;
    const inner: readonly unknown[] = Object.values(container);
    if (!Array.isArray(container)) keys += inner.length;
    for (const one of inner) if (typeof one === 'object' && one !== null) open.push(one);
  }
  return keys;
}
