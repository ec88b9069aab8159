import { RunnerError } from '../errors';
import type { CommandDefinition } from '../content/types';
import type { JsonObject } from '../json';

/** A line of the war room: `!Name key=value other="with blanks" third=\`anything\``. */
export interface CommandLine {
  readonly name: string;
  readonly words: readonly Word[];
}

/** A value, with its name where it has one. */
export interface Word {
  readonly name: string | undefined;
  readonly value: string;
}

/**
 * Takes a command line apart. Quotes keep blanks together; in backticks nothing needs an escape (administrator's guide,
 * "Use the Command Line Interface").
 *
 * @throws RunnerError for a text that does not start with `!` and a name
 */
export function parseCommandLine(text: string): CommandLine {
  const start = /^!([\w-]+)\s*/.exec(text.trim());
  if (start === null) throw new RunnerError(`"${text}" is no command: it must start with "!" and a name.`);
  const rest = text.trim().slice(start[0].length);
  const pattern = /([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S*))|"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S+)/gs;
  const words = [...rest.matchAll(pattern)].map((match): Word => {
    const [, name, ...values] = match as readonly (string | undefined)[];
    const [quoted, raw, plain, onlyQuoted, onlyRaw, only] = values;
    const escaped = quoted ?? onlyQuoted;
    return { name, value: escaped === undefined ? (raw ?? plain ?? onlyRaw ?? only ?? '') : unescape(escaped) };
  });
  return { name: start[1], words };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

/** The arguments of a command line; a value without a name is the positional argument. */
export function argumentsOf(command: CommandDefinition, { words }: CommandLine): JsonObject {
  const positional = command.arguments.find((argument) => argument.positional)?.name;
  return Object.fromEntries(
    words.map(({ name, value }) => {
      const key = name ?? positional;
      if (key === undefined)
        throw new RunnerError(`${command.name} takes no argument without a name, such as "${value}".`);
      return [key, value];
    }),
  );
}
