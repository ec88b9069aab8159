import { hasKey, sortedKeys } from '../policy/text/canonical';
import { oneLine } from '../policy/text/printable';
import { userError } from './errors';
import type { CommandArguments } from './host';
import type { ArgumentManifest, ArgumentValues, AutomationManifest } from './manifest';

/**
 * The arguments of a run by the automation's manifest: defaults filled in, texts trimmed and on one line, lists split.
 *
 * @throws a user error that names the argument: a required one is missing, or a value is not one of the choices or not
 * a text
 */
export function readArguments<Manifest extends AutomationManifest>(
  manifest: Manifest,
  given: CommandArguments,
): ArgumentValues<Manifest> {
  const values: { [name: string]: unknown } = {};
  for (const name of sortedKeys(manifest.arguments)) {
    const raw = hasKey(given, name) ? given[name] : undefined;
    values[name] = readArgument(name, manifest.arguments[name], raw);
  }
  return values as ArgumentValues<Manifest>;
}

function readArgument(name: string, argument: ArgumentManifest, raw: unknown): unknown {
  const given = isAbsent(raw) ? argument.defaultValue : raw;
  if (given === undefined) {
    if (argument.required) throw userError('The argument "' + name + '" is missing. ' + argument.description);
    return argument.kind === 'list' ? [] : undefined;
  }
  switch (argument.kind) {
    case 'text':
      return text(name, given);
    case 'choice':
      return choice(name, argument.choices, text(name, given));
    case 'list':
      return list(name, given);
    case 'document':
      return given;
  }
}

/** The command line leaves an argument out, a playbook may pass an empty text or null for it. */
function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

function text(name: string, given: unknown): string {
  if (typeof given === 'string') return oneLine(given).trim();
  if (typeof given === 'number' || typeof given === 'boolean') return String(given);
  // A playbook passes a context value that holds one text as a list of one.
  if (Array.isArray(given) && given.length === 1) return text(name, given[0]);
  throw userError('The argument "' + name + '" must be a text.');
}

function choice(name: string, choices: readonly string[], given: string): string {
  if (choices.indexOf(given) < 0) {
    throw userError('The argument "' + name + '" is "' + given + '"; it must be one of: ' + choices.join(', ') + '.');
  }
  return given;
}

function list(name: string, given: unknown): string[] {
  const elements = Array.isArray(given) ? given : splitList(text(name, given));
  return elements.map((element: unknown) => text(name, element)).filter((element) => element !== '');
}

function splitList(given: string): unknown[] {
  if (given.charAt(0) !== '[') return given.split(',');
  try {
    return JSON.parse(given) as unknown[];
  } catch {
    return given.split(',');
  }
}
