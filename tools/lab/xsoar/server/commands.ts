import type { CommandDefinition, Target } from '../content/types';
import { CommandFailure, messageOf, RunnerError } from '../errors';
import { textOf, type JsonObject } from '../json';
import { prepareArguments } from './arguments';
import { fieldArgument } from './define';
import type { Builtin, Caller } from './builtin';
import { BUILTINS } from './builtins';
import { COMMON_AUTOMATIONS } from './automations';
import type { Core, Instance } from './core';
import { entriesOf, errorEntry, type EntryContent } from './entries';
import { runAutomation, runIntegration } from './scripts';

/** What one run of a command gave; on which instance, where it was one of an integration. */
export interface Executed {
  readonly instance: string;
  readonly entries: readonly EntryContent[];
}

/** A command that was found, and can be run. */
type Found =
  | {
      readonly kind: 'run';
      readonly definition: CommandDefinition;
      readonly run: Builtin['run'];
      readonly open: boolean;
    }
  | { readonly kind: 'instances'; readonly definition: CommandDefinition; readonly instances: readonly Instance[] };

/**
 * Runs an automation or command: what it gives on every instance that it runs on. Errors of the command are entries.
 *
 * @param using the only instance to run on; '' for every active one
 * @throws RunnerError for a command that nothing here knows
 * @throws CommandFailure if no instance can run it
 */
export function execute(core: Core, caller: Caller, target: Target, args: JsonObject, using = ''): readonly Executed[] {
  const found = find(core, target);
  if (found.kind === 'run') {
    if (using !== '') throw new CommandFailure(`${target.name} is no command of an integration: it has no instances`);
    const { definition, run, open } = found;
    const prepared = (): JsonObject => prepareArguments(open ? withFields(definition, args) : definition, args);
    return [{ instance: '', entries: attempt(() => run(core, caller, prepared())) }];
  }
  return choose(found.instances, target.name, using).map((instance) => ({
    instance: instance.name,
    entries: attempt(() => runOn(core, caller, instance, found.definition, args)),
  }));
}

/** `executeCommand` of scripts: automations, built-in commands, commands of integrations; failures are entries. */
function executeForScript(core: Core, caller: Caller, name: string, args: JsonObject): readonly EntryContent[] {
  const { using, ...given } = args;
  const results = execute(core, { ...caller, from: 'script' }, targetOf(core, name), given, textOf(using));
  return results.flatMap((executed) => executed.entries);
}

/** What a name means where nothing says whether it is an automation or a command. */
export function targetOf(core: Core, name: string): Target {
  if (core.content.scripts.has(name) || COMMON_AUTOMATIONS.has(name)) return { kind: 'automation', name };
  return { kind: 'command', brand: BUILTINS.has(name) ? 'Builtin' : '', name };
}

/**
 * Whether it is there, and has an active instance if it needs one.
 *
 * @throws whatever is no absence: a mistake in the content or in the runner
 */
export function isAvailable(core: Core, target: Target): boolean {
  try {
    const found = find(core, target);
    return found.kind === 'run' || found.instances.some((instance) => instance.active);
  } catch (error) {
    if (error instanceof RunnerError) return false;
    throw error;
  }
}

/** The arguments that a command declares. */
export function definitionOf(core: Core, target: Target): CommandDefinition {
  return find(core, target).definition;
}

function find(core: Core, target: Target): Found {
  if (target.kind === 'automation') {
    const script = core.content.scripts.get(target.name);
    if (script !== undefined) {
      const run: Builtin['run'] = (on, caller, args) => runAutomation(on, caller, script, args, executeForScript);
      return { kind: 'run', definition: script, run, open: false };
    }
    return builtin(COMMON_AUTOMATIONS.get(target.name), `There is no automation "${target.name}".`);
  }
  if (target.brand === 'Builtin')
    return builtin(BUILTINS.get(target.name), `There is no built-in command "${target.name}".`);
  return ofIntegrations(core, target.brand, target.name);
}

function builtin(found: Builtin | undefined, problem: string): Found {
  if (found === undefined) throw new RunnerError(problem);
  return { kind: 'run', definition: found, run: found.run, open: found.takesFields === true };
}

/** Any further argument names a custom field; whether the incident has it, the command finds out. */
function withFields(command: CommandDefinition, args: JsonObject): CommandDefinition {
  const known = command.arguments.map((argument) => argument.name);
  const fields = Object.keys(args).filter((name) => !known.includes(name));
  return { ...command, arguments: [...command.arguments, ...fields.map(fieldArgument)] };
}

function ofIntegrations(core: Core, brand: string, name: string): Found {
  const integrations = [...core.content.integrations.values()].filter(
    (integration) => (brand === '' || integration.brand === brand) && integration.commands.has(name),
  );
  const definition = integrations.at(0)?.commands.get(name);
  if (definition === undefined) {
    throw new RunnerError(`No integration${brand === '' ? '' : ` "${brand}"`} has a command "${name}".`);
  }
  const instances = [...core.instances.values()].filter((instance) => integrations.includes(instance.integration));
  return { kind: 'instances', definition, instances };
}

function choose(instances: readonly Instance[], command: string, using: string): readonly Instance[] {
  const active = instances.filter((instance) => instance.active);
  const chosen = using === '' ? active : active.filter((instance) => instance.name === using);
  if (chosen.length > 0) return chosen;
  if (using !== '') throw new CommandFailure(`No active instance "${using}" has the command ${command}`);
  throw new CommandFailure(`Unsupported command: ${command}. No instance that has it is active`);
}

function runOn(
  core: Core,
  caller: Caller,
  instance: Instance,
  definition: CommandDefinition,
  args: JsonObject,
): readonly EntryContent[] {
  const { integration, name } = instance;
  if (integration.kind === 'external') {
    const state = core.instanceState(name);
    return integration.external.execute(definition.name, args, {
      instance: name,
      incident: caller.incident.id,
      getIntegrationContext: () => state.context,
      setIntegrationContext: (context) => {
        state.context = context;
      },
    });
  }
  const prepared = prepareArguments(definition, args);
  const returned = runIntegration(core, instance, integration.content, definition.name, prepared, caller);
  return entriesOf(definition.name, returned);
}

/** A failure of the command itself is an entry of type error. */
function attempt(run: () => readonly EntryContent[]): readonly EntryContent[] {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandFailure) return [errorEntry(messageOf(error))];
    throw error;
  }
}
