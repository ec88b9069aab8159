import { isObject, valueOf, type JsonObject } from '../json';
import type { Scope } from '../values/scope';
import type { Core } from './core';
import { incidentScope } from './incidents';
import type { Frame, Incident } from './state';

/** Where the private context of a sub-playbook stands in the incident's, before its id. */
export const PRIVATE = 'subplaybook-';

/** The context tree that a run of a playbook sees; without one, the incident's. */
export function contextOf(incident: Incident, frame: Frame | undefined): JsonObject {
  if (frame === undefined || frame.contextKey === '') return incident.context;
  const own = valueOf(incident.context, frame.contextKey);
  return isObject(own) ? own : {};
}

/** Replaces the context that a run of a playbook sees, its private one where it has one. */
export function changeContext(
  incident: Incident,
  frame: Frame | undefined,
  change: (context: JsonObject) => JsonObject,
): void {
  const changed = change(contextOf(incident, frame));
  incident.context =
    frame === undefined || frame.contextKey === '' ? changed : { ...incident.context, [frame.contextKey]: changed };
}

/** What values in classifiers and mappers can see: the event alone. */
export function scopeOfEvent(core: Core, event: JsonObject): Scope {
  return {
    context: event,
    inputs: {},
    incident: {},
    modules: Object.values(core.modules()),
    currentPlaybookID: '',
    lastCompletedTaskEntries: [],
    list: (name) => listOf(core, name),
  };
}

function listOf(core: Core, name: string): string | undefined {
  return Object.hasOwn(core.state.lists, name) ? core.state.lists[name] : undefined;
}

/** What values can see in this incident and run. */
export function scopeOf(core: Core, incident: Incident, frame: Frame | undefined): Scope {
  return {
    context: contextOf(incident, frame),
    inputs: frame?.inputs ?? {},
    incident: incidentScope(incident),
    modules: Object.values(core.modules()),
    currentPlaybookID: frame?.contextKey.replace(PRIVATE, '') ?? '',
    lastCompletedTaskEntries: frame?.lastEntries ?? [],
    list: (name) => listOf(core, name),
  };
}
