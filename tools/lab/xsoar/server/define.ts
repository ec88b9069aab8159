import type { ArgumentDefinition } from '../content/types';
import type { Builtin } from './builtin';

/** A built-in command; its arguments as words: `name*` is required, `name[]` takes lists, the first is positional. */
export function define(name: string, words: string, run: Builtin['run']): Builtin {
  const names = words === '' ? [] : words.split(' ');
  return { name, arguments: names.map(argument), outputs: [], run };
}

/** A custom field as an argument of a command that takes them. */
export function fieldArgument(name: string): ArgumentDefinition {
  return { ...argument(name, -1), isArray: true };
}

function argument(word: string, index: number): ArgumentDefinition {
  return {
    name: word.replace(/[*[\]]/g, ''),
    required: word.includes('*'),
    isArray: word.includes('[]'),
    positional: index === 0,
    defaultValue: undefined,
    predefined: undefined,
  };
}
