import { asList, isAbsent, isList, isObject, valueOf, type Json } from '../json';
import { expression } from './expression';
import { parsePath, type Step } from './path';

/**
 * What a path of the transform language finds: the value, a list where it finds several, null for nothing. Lists on the
 * way are gone through element by element.
 *
 * @param top what paths of bound values (`val1---A.B`) start from
 */
export function evaluatePath(root: Json, text: string, top: Json = root): Json {
  const path = parsePath(text);
  const found = path.steps.reduce((values, step) => take(values, step, top), start(root));
  const { mutator } = path;
  if (mutator === undefined) return result(found);
  const bound = bind(mutator.expression, root, top);
  const mutate = expression(bound.text);
  if (mutator.of === 'whole') return mutate({ ...bound.values, val: result(found) }) ?? null;
  const each = found.values.flatMap(asList).map((val) => mutate({ ...bound.values, val }));
  return result({ values: each.filter((value) => !isAbsent(value)), several: false });
}

/** The values that were found so far, and whether they came out of a list. */
interface Found {
  readonly values: readonly Json[];
  readonly several: boolean;
}

function start(root: Json): Found {
  return { values: [root], several: false };
}

function take(found: Found, step: Step, top: Json): Found {
  switch (step.kind) {
    case 'key':
      return takeKey(found, step.key);
    case 'index': {
      const elements = found.several ? found.values : found.values.flatMap(asList);
      if (step.to === undefined) return { values: elements.slice(step.from, step.from + 1), several: false };
      return { values: elements.slice(step.from, step.to + 1), several: true };
    }
    case 'selector': {
      const elements = found.values.flatMap(asList);
      const kept = elements.filter((val) => {
        const bound = bind(step.expression, val, top);
        const verdict = expression(bound.text)({ ...bound.values, val });
        return verdict !== undefined && verdict !== null && verdict !== false && verdict !== 0 && verdict !== '';
      });
      return { values: kept, several: false };
    }
  }
}

function takeKey(found: Found, key: string): Found {
  const throughList = found.several || found.values.some(isList);
  const values = found.values
    .flatMap((value): readonly Json[] => (isList(value) ? value : [value]))
    .map((value) => (isObject(value) ? valueOf(value, key) : undefined))
    .filter((value): value is Json => !isAbsent(value));
  // What is found in each of several elements is one list; a list that is the value of one key stays what it is.
  return { values: throughList ? values.flatMap(asList) : values, several: throughList };
}

function result(found: Found): Json {
  if (found.values.length === 0) return null;
  return found.values.length === 1 ? found.values[0] : found.values;
}

/** Replaces `val1---Some.Path` by `val1`; a path that starts with a dot starts at the value, others at the top. */
function bind(
  text: string,
  root: Json,
  top: Json,
): { readonly text: string; readonly values: { [name: string]: Json } } {
  const values: { [name: string]: Json } = {};
  const replaced = text.replace(/\b(val[123])---([\w.[\]:]+)/g, (_, name: string, path: string) => {
    values[name] = path.startsWith('.') ? evaluatePath(root, path, top) : evaluatePath(top, path);
    return name;
  });
  return { text: replaced, values };
}
