import { mergeAll } from '../context/tree';
import { CommandFailure, messageOf } from '../errors';
import { textOf } from '../json';
import { interpolate } from '../values/resolve';
import { argumentsOf, parseCommandLine } from './commandline';
import { definitionOf, execute, targetOf } from './commands';
import type { Core } from './core';
import { ENTRY_TYPE, errorEntry, type Entry, type EntryContent } from './entries';
import { changeContext, scopeOf } from './scope';
import type { Incident } from './state';

/** A command in a war room: its entries stand there, and what they say is in the context. */
export function runCommandLine(core: Core, line: string, user: string, incident: Incident): readonly Entry[] {
  const scope = scopeOf(core, incident, undefined);
  const parsed = parseCommandLine(line);
  const target = targetOf(core, parsed.name);
  const words = argumentsOf(definitionOf(core, target), parsed);
  const { using, ...args } = Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, interpolate(scope, textOf(value))]),
  );
  const caller = { incident, frame: undefined, user, from: 'war room' } as const;
  const posted = core.post(
    incident,
    runToEnd(core, () => execute(core, caller, target, args, textOf(using)), caller),
    user,
  );
  for (const entry of posted) {
    if (entry.Type !== ENTRY_TYPE.error)
      changeContext(incident, undefined, (tree) => mergeAll(tree, entry.EntryContext ?? {}));
  }
  core.emit({ kind: 'command', incident: incident.id, text: line, user, entries: posted });
  return posted;
}

/** Runs what asks to be run again until it does not; a person who types a command waits for it. */
function runToEnd(
  core: Core,
  run: () => ReturnType<typeof execute>,
  caller: Parameters<typeof execute>[1],
): readonly EntryContent[] {
  try {
    const executed = run();
    return executed.flatMap(({ instance, entries }) =>
      entries.flatMap((entry) => {
        const { PollingCommand: again, PollingArgs: args = {}, NextRun: seconds = '1' } = entry;
        if (again === undefined) return [entry];
        core.wait(Number(seconds) * 1000);
        return [entry, ...runToEnd(core, () => execute(core, caller, targetOf(core, again), args, instance), caller)];
      }),
    );
  } catch (error) {
    if (error instanceof CommandFailure) return [errorEntry(messageOf(error))];
    throw error;
  }
}

/** Puts a file into a war room; the id of its entry. */
export function upload(core: Core, incident: Incident, name: string, content: string, user: string): string {
  const id = `file-${Object.keys(core.state.files).length + 1}`;
  core.state.files[id] = { name, content };
  const entry = { Type: ENTRY_TYPE.entryInfoFile, ContentsFormat: 'text', Contents: name, File: name, FileID: id };
  return core.post(incident, [entry], user)[0].ID;
}
