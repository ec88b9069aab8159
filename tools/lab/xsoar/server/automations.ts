import { deletePath, keysOf, setPath } from '../context/tree';
import { CommandFailure } from '../errors';
import { asList, isEmpty, textOf, type Json, type JsonObject } from '../json';
import type { Builtin, Caller } from './builtin';
import type { Core } from './core';
import { define } from './define';
import { entryText, errorEntry, isErrorEntry, note, type EntryContent } from './entries';
import { changeContext } from './scope';

/** The automations of the pack CommonScripts, which every server has, as far as playbooks here may want them. */

function set(_core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  const key = textOf(args.key);
  const value = textOf(args.stringify) === 'true' ? JSON.stringify(args.value) : (args.value ?? '');
  if (textOf(args.append) === 'true') return [note(`Key ${key} set`, { [key]: value })];
  changeContext(caller.incident, caller.frame, (context) => setPath(context, keysOf(key), value));
  return [note(`Key ${key} set`)];
}

function setAndHandleEmpty(core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  return isEmpty(args.value) ? [note('value is empty')] : set(core, caller, args);
}

/** In a sub-playbook with a private context it deletes there. */
function deleteContext(_core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  changeContext(caller.incident, caller.frame, (context) => {
    if (textOf(args.all) !== 'yes') {
      return textOf(args.key)
        .split(',')
        .reduce((left, key) => deletePath(left, keysOf(key.trim())), context);
    }
    const kept = textOf(args.keysToKeep)
      .split(',')
      .map((key) => key.trim());
    return Object.fromEntries(Object.entries(context).filter(([key]) => kept.includes(key)));
  });
  return [note('Context was cleared')];
}

function print(_core: Core, _caller: Caller, { value }: JsonObject): readonly EntryContent[] {
  return [note(textOf(value))];
}

function printErrorEntry(_core: Core, _caller: Caller, { message }: JsonObject): readonly EntryContent[] {
  return [errorEntry(textOf(message))];
}

/** A playbook sleeps without holding a worker; a script that calls it holds one. */
function sleep(core: Core, caller: Caller, { seconds }: JsonObject): readonly EntryContent[] {
  const pause = Number(seconds);
  if (!(pause >= 0)) throw new CommandFailure(`Sleep: "${textOf(seconds)}" is no number of seconds`);
  if (caller.from !== 'script' && pause > 0) {
    return [
      {
        ...note(`Sleep will complete in ${pause} seconds`),
        PollingCommand: 'Sleep',
        NextRun: String(pause),
        PollingArgs: { seconds: '0' },
        Timeout: String(pause + 60),
      },
    ];
  }
  core.wait(pause * 1000);
  return [note('Sleep completed')];
}

function isIntegrationAvailable(core: Core, _caller: Caller, { brandname }: JsonObject): readonly EntryContent[] {
  const brand = textOf(brandname);
  const instances = Object.values(core.modules()).filter(
    (module) => module.brand === brand && module.state === 'active',
  );
  if (instances.length === 0) return [note('no')];
  return [note('yes', { brandInstances: instances.map((instance) => instance.name) })];
}

/** JavaScript cannot open files; scripts ask this one. */
function readFile(core: Core, caller: Caller, { entryID, maxFileSize }: JsonObject): readonly EntryContent[] {
  const id = textOf(entryID);
  const incident = id.includes('@') ? core.incident(id.slice(id.indexOf('@') + 1)) : caller.incident;
  const entry = incident.entries.find((one) => one.ID === id || one.ID === `${id}@${incident.id}`);
  const file = entry?.FileID === undefined ? undefined : core.state.files[entry.FileID];
  if (file === undefined) throw new CommandFailure(`There was a problem opening or reading the file of ${id}`);
  const limit = maxFileSize === undefined ? 1024 ** 2 : Number(maxFileSize);
  const data = file.content.slice(0, limit);
  return [note({ FileData: data, Filename: file.name }, { FileData: data })];
}

/** 'yes' if one of the entries is an error. */
function isError(_core: Core, caller: Caller, { entryId }: JsonObject): readonly EntryContent[] {
  const wanted = asList(entryId).map(textOf);
  const found = caller.incident.entries.filter((entry) => wanted.includes(entry.ID));
  return [note(found.some(isErrorEntry) ? 'yes' : 'no')];
}

/** The texts of error entries; for messages on error paths. */
function getErrorsFromEntry(_core: Core, caller: Caller, { entry_id: ids }: JsonObject): readonly EntryContent[] {
  const wanted = asList(ids).map(textOf);
  const errors: Json = caller.incident.entries
    .filter((entry) => wanted.includes(entry.ID) && isErrorEntry(entry))
    .map(entryText);
  return [note(errors, { ErrorEntries: errors })];
}

/** The emulated automations by name. */
export const COMMON_AUTOMATIONS: ReadonlyMap<string, Builtin> = new Map(
  [
    define('Set', 'key* value[] append stringify', set),
    define('SetAndHandleEmpty', 'key* value[] append stringify', setAndHandleEmpty),
    define('DeleteContext', 'key all keysToKeep', deleteContext),
    define('Print', 'value*[]', print),
    define('PrintErrorEntry', 'message*', printErrorEntry),
    define('Sleep', 'seconds*', sleep),
    define('IsIntegrationAvailable', 'brandname*', isIntegrationAvailable),
    define('ReadFile', 'entryID* maxFileSize', readFile),
    define('isError', 'entryId*[]', isError),
    define('GetErrorsFromEntry', 'entry_id*[]', getErrorsFromEntry),
  ].map((command) => [command.name, command]),
);
