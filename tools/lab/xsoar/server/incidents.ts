import { CommandFailure, RunnerError } from '../errors';
import { isList, isObject, textOf, type Json, type JsonObject } from '../json';
import type { Core } from './core';
import type { Incident, NewIncident, Status } from './state';

const STATUS_NUMBERS: { readonly [status in Status]: number } = { pending: 0, active: 1, closed: 2 };

const SEVERITIES: { readonly [name: string]: number } = {
  unknown: 0,
  informational: 0.5,
  low: 1,
  medium: 2,
  high: 3,
  critical: 4,
};

/**
 * Creates an incident; it is pending until an investigation starts.
 *
 * @throws RunnerError for a type or a field that is not there
 */
export function createIncident(core: Core, given: NewIncident): Incident {
  const type = given.type ?? '';
  if (type !== '' && !core.content.incidentTypes.has(type)) {
    throw new RunnerError(`The incident "${given.name}" has the type "${type}", which is not there.`);
  }
  const incident = newIncident(core, given, String(core.state.nextIncident++));
  for (const [name, value] of Object.entries(given.fields ?? {})) setField(core, incident, name, value);
  core.state.incidents[incident.id] = incident;
  core.emit({ kind: 'incident', incident: incident.id, change: 'created', text: given.name });
  return incident;
}

/** An incident that nobody knows yet, without its custom fields. */
export function newIncident(core: Core, given: NewIncident, id: string): Incident {
  const type = given.type ?? '';
  return {
    id,
    name: given.name,
    type,
    status: 'pending',
    severity: given.severity ?? 0,
    owner: given.owner ?? '',
    details: given.details ?? '',
    created: core.time(),
    modified: core.time(),
    occurred: given.occurred ?? core.time(),
    closed: '',
    closeReason: '',
    closeNotes: '',
    closingUser: '',
    labels: given.labels ?? [],
    rawJSON: given.rawJSON ?? '',
    sourceBrand: given.sourceBrand ?? '',
    sourceInstance: given.sourceInstance ?? '',
    playbook: core.content.incidentTypes.get(type)?.playbook ?? '',
    linked: [],
    fields: {},
    context: {},
    entries: [],
    nextEntry: 1,
    frames: {},
    nextFrame: 1,
  };
}

/**
 * Sets a system or custom field by the name that commands and mappers use.
 *
 * @throws RunnerError for a field that incidents of this type do not have, or a value that it does not take
 */
export function setField(core: Core, incident: Incident, name: string, value: Json): void {
  incident.modified = core.time();
  switch (name) {
    case 'name':
    case 'owner':
    case 'details':
    case 'occurred':
    case 'closeNotes':
    case 'closeReason':
      incident[name] = textOf(value);
      return;
    case 'severity':
      incident.severity = severityOf(value);
      return;
    default:
      setCustomField(core, incident, name, value);
  }
}

function setCustomField(core: Core, incident: Incident, name: string, value: Json): void {
  const field = core.content.field(incident.type, name);
  if (field === undefined) {
    throw new RunnerError(`Incidents of the type "${incident.type}" have no field "${name}".`);
  }
  switch (field.type) {
    case 'shortText':
    case 'longText':
    case 'markdown':
    case 'html':
    case 'url':
    case 'singleSelect':
      if (isList(value) || isObject(value))
        throw new RunnerError(`The field "${name}" takes a text, not ${JSON.stringify(value)}.`);
      incident.fields[field.cliName] = value === null ? '' : String(value);
      return;
    default:
      incident.fields[field.cliName] = value;
  }
}

/**
 * The number of a severity, given as that or as its name.
 *
 * @throws CommandFailure for what is neither
 * @example severityOf('High') //=> 3
 */
export function severityOf(value: Json): number {
  const text = textOf(value).toLowerCase();
  const number = Object.hasOwn(SEVERITIES, text) ? SEVERITIES[text] : Number(text);
  if (!Object.values(SEVERITIES).includes(number)) throw new CommandFailure(`"${textOf(value)}" is no severity`);
  return number;
}

/** The number that scripts see as the status: 0 pending, 1 active, 2 closed. */
export function statusNumber(incident: Incident): number {
  return STATUS_NUMBERS[incident.status];
}

/** What scripts see in `incidents[0]`. */
export function incidentObject(incident: Incident): JsonObject {
  return {
    ...systemFields(incident),
    status: statusNumber(incident),
    CustomFields: incident.fields,
    investigationId: incident.status === 'pending' ? '' : incident.id,
    linkedIncidents: incident.linked,
    rawJSON: incident.rawJSON,
  };
}

/** What `${incident.…}` sees: system and custom fields side by side. */
export function incidentScope(incident: Incident): JsonObject {
  return { ...systemFields(incident), status: statusNumber(incident), rawJSON: incident.rawJSON, ...incident.fields };
}

function systemFields(incident: Incident): JsonObject {
  const { id, name, type, severity, owner, details, created, modified, occurred, closed } = incident;
  const { closeReason, closeNotes, sourceBrand, sourceInstance, playbook } = incident;
  return {
    id,
    name,
    type,
    severity,
    owner,
    details,
    created,
    modified,
    occurred,
    closed: closed === '' ? '0001-01-01T00:00:00Z' : closed,
    closeReason,
    closeNotes,
    closingUserId: incident.closingUser,
    labels: incident.labels.map(({ type: labelType, value }) => ({ type: labelType, value })),
    sourceBrand,
    sourceInstance,
    playbookId: playbook,
  };
}

/**
 * Closes an incident; its playbook stops where it stands.
 *
 * @throws CommandFailure if it is closed already
 */
export function closeIncident(core: Core, incident: Incident, reason: string, notes: string, user: string): void {
  if (incident.status === 'closed') throw new CommandFailure(`The incident ${incident.id} is closed`);
  incident.status = 'closed';
  incident.closed = core.time();
  incident.modified = core.time();
  incident.closeReason = reason;
  incident.closeNotes = notes;
  incident.closingUser = user;
  core.emit({ kind: 'incident', incident: incident.id, change: 'closed', text: notes });
}
