import { CommandFailure } from '../errors';
import { asList, isObject, textOf, type Json, type JsonObject } from '../json';
import type { Builtin, Caller } from './builtin';
import type { Core } from './core';
import { define } from './define';
import { note, type EntryContent } from './entries';
import { closeIncident, createIncident, incidentObject, setField, severityOf } from './incidents';
import { searchIncidents } from './search';
import type { Incident } from './state';

/** System fields that setIncident and createNewIncident take; custom fields come by their cliNames. */
const SYSTEM_FIELDS = ['name', 'type', 'severity', 'owner', 'details', 'occurred', 'closeNotes', 'closeReason'];

function listOf(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? value.split(',').map((id) => id.trim()) : asList(value ?? null).map(textOf);
}

function target(core: Core, caller: Caller, id: Json | undefined): Incident {
  return id === undefined || id === null || id === '' ? caller.incident : core.incident(textOf(id));
}

/** `customFields` is JSON, or an object; both ways of naming a custom field do the same. */
function fieldsOf(args: JsonObject): JsonObject {
  const { customFields, ...fields } = args;
  const parsed: unknown = typeof customFields === 'string' ? JSON.parse(customFields) : customFields;
  return isObject(parsed) ? { ...fields, ...parsed } : fields;
}

function setIncident(core: Core, caller: Caller, { id, ...args }: JsonObject): readonly EntryContent[] {
  const incident = target(core, caller, id);
  for (const [name, value] of Object.entries(fieldsOf(args))) setField(core, incident, name, value);
  return [note('done')];
}

function createNewIncident(core: Core, _caller: Caller, args: JsonObject): readonly EntryContent[] {
  const { name, type, severity, owner, details, occurred, rawJSON, ...rest } = fieldsOf(args);
  const incident = createIncident(core, {
    name: textOf(name),
    type: textOf(type),
    severity: severityOf(severity ?? 0),
    owner: textOf(owner),
    details: textOf(details),
    ...(occurred === undefined ? {} : { occurred: textOf(occurred) }),
    rawJSON: textOf(rawJSON),
    fields: rest,
  });
  core.control.start(core, incident);
  return [note(`Created incident ${incident.id}`, { CreatedIncidentID: incident.id })];
}

function closeInvestigation(core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  const { id, closeReason, closeNotes, ...fields } = args;
  const ids = id === undefined || id === '' ? [caller.incident.id] : listOf(id);
  for (const incident of ids.map((one) => core.incident(one))) {
    for (const [name, value] of Object.entries(fields)) setField(core, incident, name, value);
    closeIncident(core, incident, textOf(closeReason), textOf(closeNotes), caller.user);
    core.control.stop(incident);
  }
  return [note('Incident closed')];
}

function linkIncidents(core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  const incident = target(core, caller, args.incidentId);
  const action = textOf(args.action) || 'link';
  if (!['link', 'unlink', 'duplicate'].includes(action))
    throw new CommandFailure(`linkIncidents: no action "${action}"`);
  for (const other of listOf(args.linkedIncidentIDs).map((id) => core.incident(id))) {
    join(incident, other, action === 'unlink');
    join(other, incident, action === 'unlink');
    if (action !== 'duplicate') continue;
    closeIncident(core, other, 'Duplicate', `Duplicate of ${incident.id}`, caller.user);
    core.control.stop(other);
  }
  return [note(`Incidents ${textOf(args.linkedIncidentIDs)} were ${action}ed to ${incident.id}`)];
}

function join(one: Incident, other: Incident, apart: boolean): void {
  const at = one.linked.indexOf(other.id);
  if (at >= 0 && apart) one.linked.splice(at, 1);
  if (at < 0 && !apart) one.linked.push(other.id);
}

function getIncidents(core: Core, _caller: Caller, args: JsonObject): readonly EntryContent[] {
  const { found, total } = searchIncidents(core, args);
  // Nothing found is null, not an empty list (SearchIncidentsV2 looks for it).
  return [note({ data: found.length === 0 ? null : found.map(incidentObject), total })];
}

function taskComplete(core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  const incident = target(core, caller, args.incidentId);
  core.control.complete(core, incident, textOf(args.id), textOf(args.input), caller.user);
  return [note(`Task ${textOf(args.id)} was completed`)];
}

function setOwner(core: Core, caller: Caller, { owner }: JsonObject): readonly EntryContent[] {
  setField(core, caller.incident, 'owner', owner);
  return [note('Owner was set')];
}

/** Opens the investigation: the incident becomes active and its playbook starts. */
function investigate(core: Core, caller: Caller, { id }: JsonObject): readonly EntryContent[] {
  core.control.start(core, target(core, caller, id));
  return [note('Investigation started')];
}

/** Custom fields are arguments, too: which ones there are depends on the incident. */
function takesFields(command: Builtin): Builtin {
  return { ...command, takesFields: true };
}

const FIELDS = SYSTEM_FIELDS.join(' ');

/** Built-in commands on incidents. */
export const INCIDENT_COMMANDS: readonly Builtin[] = [
  takesFields(define('setIncident', `id customFields ${FIELDS}`, setIncident)),
  takesFields(
    define('createNewIncident', `${FIELDS.replace('name', 'name*')} customFields rawJSON`, createNewIncident),
  ),
  takesFields(define('closeInvestigation', 'id closeReason closeNotes', closeInvestigation)),
  define('linkIncidents', 'linkedIncidentIDs*[] incidentId action', linkIncidents),
  define('getIncidents', 'id[] name[] type[] status[] notstatus[] query fromdate todate page size sort', getIncidents),
  define('taskComplete', 'id* incidentId comment input', taskComplete),
  define('setOwner', 'owner*', setOwner),
  define('investigate', 'id', investigate),
];
