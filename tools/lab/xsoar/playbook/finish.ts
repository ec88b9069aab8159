import { difference, mergeAll, setPath } from '../context/tree';
import type { JsonObject } from '../json';
import { type Core, SERVER_USER } from '../server/core';
import { entryText, isErrorEntry, type Entry, type EntryContent } from '../server/entries';
import { setField } from '../server/incidents';
import { changeContext, scopeOf } from '../server/scope';
import type { Outcome } from '../trace';
import { resolve } from '../values/resolve';
import { extendContext } from './extend';
import { depthOf, type Place } from './frames';
import type { Settings } from './settings';

/** What a task did so far, for its line in the trace. */
export interface Work {
  readonly args: JsonObject;
  readonly settings: Settings;
  /** The incident's context before. */
  readonly before: JsonObject;
  readonly entries: readonly Entry[];
}

/** Writes a task's entries into the war room and what they say into the context. */
export function record(
  core: Core,
  place: Place,
  settings: Settings,
  contents: readonly EntryContent[],
): readonly Entry[] {
  const { incident, frame } = place;
  const posted = core.post(incident, contents, SERVER_USER);
  for (const entry of posted) {
    if (isErrorEntry(entry)) continue;
    changeContext(incident, frame, (context) => {
      const merged = settings.ignoreOutputs ? context : mergeAll(context, entry.EntryContext ?? {});
      return extendContext(merged, settings.extendContext, entry.Contents);
    });
  }
  frame.lastEntries = posted.map((entry) => entry.ID);
  return posted;
}

/** Ends a task on these branches. */
export function finish(core: Core, place: Place, work: Work, taken: readonly string[], text = ''): void {
  const { incident, frame, task } = place;
  const scope = scopeOf(core, incident, frame);
  for (const { field, output } of task.fieldMapping) setField(core, incident, field, resolve(scope, output));
  frame.tasks[task.id] = { state: 'done', taken };
  tell(core, place, 'done', work, taken, text);
}

/** An error: another attempt, the error path, the next task, or the end of this branch. */
export function fail(core: Core, place: Place, work: Work, error: string, attempt: number): void {
  const { incident, frame, task } = place;
  const { retries, retrySeconds } = work.settings;
  if (attempt < retries) {
    const until = core.state.now + retrySeconds * 1000;
    frame.tasks[task.id] = { state: 'sleeping', until, then: { kind: 'retry', attempt: attempt + 1 } };
    tell(core, place, 'retrying', work, [], error);
    return;
  }
  switch (task.onError) {
    case 'stop':
      frame.tasks[task.id] = { state: 'failed', error };
      tell(core, place, 'failed', work, [], error);
      return;
    case 'continue':
      finish(core, place, work, [task.type === 'condition' ? '#default#' : '#none#'], error);
      return;
    case 'errorPath':
      changeContext(incident, frame, (context) => setPath(context, ['task', task.id, 'error'], error));
      finish(core, place, work, ['#error#'], error);
  }
}

/** Writes a line about a task into the trace, with what it changed in the context. */
export function tell(
  core: Core,
  place: Place,
  outcome: Outcome,
  work: Work,
  taken: readonly string[],
  text: string,
): void {
  const { incident, frame, task } = place;
  core.emit({
    kind: 'task',
    incident: incident.id,
    playbook: frame.playbook,
    frame: frame.id,
    depth: depthOf(incident, frame),
    task: { id: task.id, name: task.name, type: task.type },
    outcome,
    arguments: work.args,
    entries: work.entries,
    changes: difference(work.before, incident.context),
    taken,
    text,
  });
}

/** The errors among entries as one text; undefined for none. */
export function errorsIn(entries: readonly EntryContent[]): string | undefined {
  const errors = entries.filter(isErrorEntry).map(entryText);
  return errors.length === 0 ? undefined : errors.join('\n');
}

/** Passes over a task whose script, command or playbook is missing. */
export function passUnavailable(core: Core, place: Place, work: Work): void {
  const { frame, task } = place;
  if (core.options.unsure?.unavailable === 'next task runs') {
    finish(core, place, work, ['#none#'], 'not available');
    return;
  }
  frame.tasks[task.id] = { state: 'skipped' };
  tell(core, place, 'skipped', work, [], 'not available');
}
