import type { CommandDefinition } from '../content/types';
import { CommandFailure, RunnerError } from '../errors';
import { isAbsent, isList, textOf, valueOf, type Json, type JsonObject } from '../json';

/**
 * The arguments as the command gets them: defaults filled in, nothing left out that it needs.
 *
 * @throws RunnerError for an argument that the command does not have
 * @throws CommandFailure for a missing one, or a value that is not among the predefined ones
 */
export function prepareArguments(command: CommandDefinition, given: JsonObject): JsonObject {
  const known = command.arguments.map((argument) => argument.name);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new RunnerError(`${command.name} has no argument ${unknown.join(', ')}.`);
  const prepared: { [name: string]: Json } = {};
  for (const { name, required, defaultValue, predefined } of command.arguments) {
    const value = valueOf(given, name);
    const used = isAbsent(value) || value === '' ? (defaultValue ?? value) : value;
    if (required && (isAbsent(used) || used === '')) {
      throw new CommandFailure(`Missing argument: ${command.name} needs "${name}"`);
    }
    if (isAbsent(used)) continue;
    if (predefined !== undefined && used !== '') checkPredefined(command.name, name, used, predefined);
    prepared[name] = used;
  }
  return prepared;
}

function checkPredefined(command: string, name: string, value: Json, predefined: readonly string[]): void {
  for (const one of isList(value) ? value : [value]) {
    if (predefined.includes(textOf(one))) continue;
    throw new CommandFailure(
      `${command}: the value "${textOf(one)}" of "${name}" must be one of ${predefined.join(', ')}`,
    );
  }
}

/**
 * What a playbook task runs its command with: once, or once per element where an argument is a list and the command
 * takes single values. Several lists advance together.
 */
export function fanOut(command: CommandDefinition | undefined, args: JsonObject): readonly JsonObject[] {
  const takesList = (name: string): boolean =>
    command?.arguments.some((argument) => argument.name === name && argument.isArray) === true;
  const iterated = Object.entries(args).filter(([name, value]) => isList(value) && !takesList(name));
  if (iterated.length === 0) return [args];
  const rounds = Math.max(1, ...iterated.map(([, value]) => (isList(value) ? value.length : 0)));
  return Array.from({ length: rounds }, (_, index) => element(args, new Set(iterated.map(([name]) => name)), index));
}

/** The arguments of one round; a list that is too short gives nothing. */
export function element(args: JsonObject, iterated: ReadonlySet<string>, index: number): JsonObject {
  const entries = Object.entries(args).map(([name, value]): readonly [string, Json | undefined] =>
    iterated.has(name) && isList(value) ? [name, value.at(index)] : [name, value],
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
