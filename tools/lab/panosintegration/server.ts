import { CommandError } from './python/exceptions';
import { str } from './python/text';
import type { Value } from './python/value';
import type { ArgumentManifest, CommandManifest } from './manifests';
import type { Arguments } from './types';

/**
 * How the server takes values that the YAML does not offer. It is not documented: `listed` refuses them, and a client
 * that lives with that lives with both.
 */
export type PredefinedValues = 'listed' | 'any';

/**
 * The arguments as the server hands them to the integration: defaults filled in, and nothing that is not declared. The
 * refusals' texts are the lab's own. Arguments of the server itself (`using` …) never come here.
 *
 * @throws CommandError for an argument or a value that is not declared
 */
export function prepareArguments(
  manifest: CommandManifest,
  given: { readonly [name: string]: unknown },
  values: PredefinedValues,
): Arguments {
  const known = new Map(manifest.arguments.map((argument) => [argument.name, argument]));
  const args: Arguments = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const argument = known.get(name);
    if (argument === undefined) throw new CommandError(`${manifest.name} has no argument ${name}.`);
    args[name] = structuredClone(value) as Value;
    if (values === 'listed') checkValue(manifest, argument, args[name]);
  }
  for (const argument of manifest.arguments) {
    if (argument.default !== undefined) args[argument.name] ??= argument.default;
  }
  return args;
}

function checkValue(manifest: CommandManifest, argument: ArgumentManifest, value: Value): void {
  const text = str(typeof value === 'boolean' ? String(value) : value);
  if (argument.values === undefined || argument.values.includes(text)) return;
  throw new CommandError(`${manifest.name} does not offer ${text} for ${argument.name}.`);
}
