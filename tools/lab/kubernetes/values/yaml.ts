import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import type { Json } from './json';
import { plainScalar, type NumberScalar } from './scalar';

/** The most values that aliases may bring; go.yaml.in/yaml/v2 draws a line near it that depends on the document. */
const MAX_FROM_ALIASES = 400_000;

const CORE = 'tag:yaml.org,2002:';

/**
 * The value of one YAML document, as API server and kubectl read it.
 *
 * @throws Error that says why it cannot be read; also for a key that stands twice
 */
export function readYaml(text: string): Json {
  // A byte order mark says nothing, and would move the first line out of its column.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error !== undefined) throw new Error(error.message.split('\n')[0]);
  return new Decoder(aliasTargets(document)).value(document.contents);
}

/** What each alias stands for: the anchor of its name that stands last before it. */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Value: (_key, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias: (_key, node) => {
      targets.set(node, anchors.get(node.source));
    },
  });
  return targets;
}

/** Days beyond the end of a month are not noticed. */
const TIMESTAMP = /^\d{4}-\d\d?-\d\d?([Tt ]\d\d?:\d\d?:\d\d?(\.\d+)?(Z|[-+]\d\d:\d\d)?)?$/;

class Decoder {
  private readonly unfolding = new Set<Node>();
  private fromAliases = 0;

  constructor(private readonly targets: ReadonlyMap<Alias, Node | undefined>) {}

  value(node: unknown): Json {
    if (this.unfolding.size > 0 && ++this.fromAliases > MAX_FROM_ALIASES) {
      throw new Error('document contains excessive aliasing');
    }
    if (isAlias(node)) {
      const target = this.targets.get(node);
      if (target === undefined) throw new Error(`unknown anchor '${node.source}' referenced`);
      return this.within(target, () => this.value(target));
    }
    if (isScalar(node)) return numberValue(scalarOf(node));
    if (isSeq(node)) return node.items.map((item) => this.value(item));
    if (!isMap(node)) return null;
    const value = new Map<string, Json>();
    this.fill(value, node);
    return Object.fromEntries(value);
  }

  private fill(into: Map<string, Json>, node: unknown): void {
    if (!isMap(node)) throw new Error('map merge requires map or sequence of maps as the value');
    const said = new Set<string>();
    for (const { key, value } of node.items) {
      if (isMerge(key)) {
        for (const source of isSeq(value) ? [...value.items].reverse() : [value]) this.merge(into, source);
        continue;
      }
      const name = this.keyOf(key);
      if (said.has(name)) throw new Error(`key "${name}" already set in map`);
      said.add(name);
      into.set(name, this.value(value));
    }
  }

  private merge(into: Map<string, Json>, source: unknown): void {
    const target = isAlias(source) ? this.targets.get(source) : undefined;
    if (target === undefined) this.fill(into, source);
    else
      this.within(target, () => {
        this.fill(into, target);
      });
  }

  private within<Result>(target: Node, read: () => Result): Result {
    if (this.unfolding.has(target)) throw new Error('an anchor contains itself');
    this.unfolding.add(target);
    const result = read();
    this.unfolding.delete(target);
    return result;
  }

  private keyOf(key: unknown): string {
    const node = isAlias(key) ? this.targets.get(key) : key;
    const value = isScalar(node) ? scalarOf(node) : null;
    const text = value !== null && typeof value === 'object' ? value.key : String(value ?? '');
    if (value === null || (typeof value === 'object' && text === '')) throw new Error('unsupported map key');
    return text;
  }
}

/** JSON has no other numbers. */
function numberValue(value: string | boolean | null | NumberScalar): Json {
  if (value === null || typeof value !== 'object') return value;
  if (!Number.isFinite(value.number)) throw new Error(`unsupported value: ${value.key}`);
  return value.number;
}

function isMerge(key: unknown): boolean {
  if (!isScalar(key) || key.source !== '<<') return false;
  return key.tag === undefined ? key.type === 'PLAIN' : key.tag === `${CORE}merge`;
}

function scalarOf(node: Scalar): string | boolean | null | NumberScalar {
  const text = textOf(node);
  if (node.tag === undefined) return node.type === 'PLAIN' ? plainScalar(text) : text;
  const type = node.tag.startsWith(CORE) ? node.tag.slice(CORE.length) : '';
  if (type === 'binary') return binaryText(text);
  if (type === 'timestamp' && !TIMESTAMP.test(text)) throw new Error(`cannot decode ${text} as a !!timestamp`);
  return ['bool', 'int', 'float', 'null'].includes(type) ? typed(type, text) : text;
}

/** An empty scalar has no text of its own. */
function textOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

function binaryText(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text.replaceAll('\n', ''))
    throw new Error('!!binary value contains invalid base64 data');
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function typed(type: string, text: string): string | boolean | null | NumberScalar {
  const value = plainScalar(text);
  const kind = kindOf(value);
  if (kind !== type && !(type === 'float' && kind === 'int')) throw new Error(`cannot decode ${text} as a !!${type}`);
  return value;
}

function kindOf(value: string | boolean | null | NumberScalar): string {
  if (value === null) return 'null';
  if (typeof value === 'object') return value.isInteger ? 'int' : 'float';
  return typeof value === 'boolean' ? 'bool' : 'str';
}
