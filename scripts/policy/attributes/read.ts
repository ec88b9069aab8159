import { hasKey, sortedKeys } from '../text/canonical';
import { diagnose, placed, type Diagnostic } from '../diagnostics/diagnostic';
import type { Direction, Policy, StringMap } from '../kubernetes/types';
import { inWords } from '../text/words';
import { isAttributeKey, PREFIX, type AttributeKey } from './keys';
import { conflictingKeys, type LevelValues } from './level';
import { shownText } from './names';
import { unknownKeyHint } from './unknownkey';
import { readValue, trimmed } from './values';

/** Reading the attributes that a policy's annotations and labels name (docs/attributes.md, "Keys" and "Scopes"). */

/** One attribute as a policy writes it. */
export interface WrittenAttribute {
  readonly key: AttributeKey;
  /** The whole name of the annotation or label, for example `np.panw.com/ingress.0.appid`. */
  readonly name: string;
  /** Field path of the annotation or label. */
  readonly path: string;
  /** Checked, without blanks around it. */
  readonly value: string;
}

/** The attributes of one scope, by key. */
export type WrittenLevel = { readonly [key in AttributeKey]?: WrittenAttribute };

/** The scopes of one policy: '' the policy, `ingress.` a direction, `ingress.0.` one entry. */
export interface WrittenLevels {
  readonly [scope: string]: WrittenLevel;
}

/** What a policy writes, by scope, and what is wrong with it. */
export interface AttributeReading {
  readonly levels: WrittenLevels;
  readonly diagnostics: readonly Diagnostic[];
}

/** True where an annotation or a label may be an attribute; most policies have none. */
export function hasAttributes(policy: Policy): boolean {
  return hasPrefixedKey(policy.annotations) || hasPrefixedKey(policy.labels);
}

/**
 * Reads the attributes of a policy. What is wrong is reported and left out. An annotation wins over a label of the same
 * name.
 */
export function readAttributes(policy: Policy): AttributeReading {
  const levels: { [scope: string]: { [key in AttributeKey]?: WrittenAttribute } } = {};
  const found: Diagnostic[] = [];
  for (const source of writtenTexts(policy, found)) {
    const split = splitName(source.name);
    if (!isAttributeKey(split.key)) {
      const hint = unknownHint(source.name, split);
      found.push(diagnose('attribute-unknown', { key: source.name, hint }, { path: source.path }));
      continue;
    }
    const missing = missingScope(policy, split);
    if (missing !== undefined) {
      found.push(diagnose('attribute-entry', { key: source.name, scope: missing }, { path: source.path }));
    }
    const reading = readValue(split.key, source.text);
    if (reading.kind === 'violation') {
      found.push(
        diagnose(
          'attribute-value',
          {
            key: source.name,
            value: shownText(source.text),
            reason: reading.reason,
            expected: reading.expected,
          },
          { path: source.path },
        ),
      );
    } else if (missing === undefined) {
      const level = hasKey(levels, split.scope) ? levels[split.scope] : (levels[split.scope] = {});
      level[split.key] = { key: split.key, name: source.name, path: source.path, value: reading.value };
    }
  }
  for (const scope of sortedKeys(levels)) removeConflict(levels[scope], found);
  const place = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
  return { levels, diagnostics: placed(found, place) };
}

/** The values of one scope. */
export function valuesOf(level: WrittenLevel): LevelValues {
  const values: { [key in AttributeKey]?: string } = {};
  for (const key of sortedKeys(level) as AttributeKey[]) {
    const written = level[key];
    if (written) values[key] = written.value;
  }
  return values;
}

interface WrittenText {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Annotations and the labels that no annotation hides, sorted by name. */
function writtenTexts(policy: Policy, found: Diagnostic[]): WrittenText[] {
  const texts: { [name: string]: WrittenText } = {};
  for (const name of sortedKeys(policy.labels)) {
    if (isPrefixed(name)) {
      texts[name] = { name, path: 'metadata.labels[' + name + ']', text: policy.labels[name] };
    }
  }
  for (const name of sortedKeys(policy.annotations)) {
    if (!isPrefixed(name)) continue;
    const annotation = policy.annotations[name];
    if (hasKey(texts, name) && trimmed(texts[name].text) !== trimmed(annotation)) {
      found.push(
        diagnose(
          'attribute-label-differs',
          { key: name, annotation: shownText(annotation), label: shownText(texts[name].text) },
          { path: texts[name].path },
        ),
      );
    }
    texts[name] = { name, path: 'metadata.annotations[' + name + ']', text: annotation };
  }
  return sortedKeys(texts).map((name) => texts[name]);
}

function hasPrefixedKey(map: StringMap): boolean {
  return Object.keys(map).some(isPrefixed);
}

/** Capital letters in the prefix are let through here and reported as an unknown key, so that nobody waits in vain. */
function isPrefixed(name: string): boolean {
  return name.slice(0, PREFIX.length).toLowerCase() === PREFIX;
}

interface SplitName {
  /** '', `ingress.` or `ingress.0.` */
  readonly scope: string;
  readonly direction: Direction | undefined;
  /** The number of the entry as it is written; undefined: every entry of the direction. */
  readonly index: string | undefined;
  /** What remains; perhaps not a key. */
  readonly key: string;
}

const SCOPED = /^(ingress|egress)\.((0|[1-9][0-9]*)\.)?(.+)$/;

function splitName(name: string): SplitName {
  const rest = name.slice(0, PREFIX.length) === PREFIX ? name.slice(PREFIX.length) : '';
  const parts = SCOPED.exec(rest);
  if (!parts) return { scope: '', direction: undefined, index: undefined, key: rest };
  return {
    scope: rest.slice(0, rest.length - parts[4].length),
    direction: parts[1] === 'ingress' ? 'ingress' : 'egress',
    // Otto gives '' for a group that took no part.
    index: parts[3] || undefined,
    key: parts[4],
  };
}

function unknownHint(name: string, split: SplitName): string {
  if (name.slice(0, PREFIX.length) !== PREFIX) return ' The prefix is written "' + PREFIX + '".';
  return unknownKeyHint(split.key, split.scope);
}

/** The scope in words, if the policy does not have it. */
function missingScope(policy: Policy, split: SplitName): string | undefined {
  const direction = split.direction;
  if (direction === undefined) return undefined;
  const index = split.index;
  const exists = policy.entries.some(
    (entry) => entry.direction === direction && (index === undefined || String(entry.index) === index),
  );
  if (exists) return undefined;
  return index === undefined ? direction + ' entries' : direction + ' entry ' + index;
}

/** A profile group beside single profiles on one level: reported, and the group left out. */
function removeConflict(level: { [key in AttributeKey]?: WrittenAttribute }, found: Diagnostic[]): void {
  const group = level['profile-group'];
  const keys = conflictingKeys(valuesOf(level));
  if (!group || keys.length === 0) return;
  found.push(diagnose('attribute-conflict', { keys: inWords(keys, 'and') }, { path: group.path }));
  delete level['profile-group'];
}
