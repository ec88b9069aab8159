import { CommandFailure, RunnerError } from '../errors';
import { asList, textOf, type Json, type JsonObject } from '../json';
import type { Core } from './core';
import { incidentScope, statusNumber } from './incidents';
import { parseQuery, type Condition, type Query } from './query';
import type { Incident } from './state';

const PAGE_SIZE = 100;

/** The incidents that the arguments of `getIncidents` describe; newest last, the playground is none. */
export function searchIncidents(
  core: Core,
  args: JsonObject,
): { readonly found: readonly Incident[]; readonly total: number } {
  const query = textOf(args.query) === '' ? undefined : parseQuery(textOf(args.query));
  const matches = (incident: Incident): boolean =>
    among(args.id, incident.id) &&
    among(args.name, incident.name) &&
    among(args.type, incident.type) &&
    (isEmptyList(args.status) || words(args.status).some((status) => hasStatus(incident, status))) &&
    !words(args.notstatus).some((status) => hasStatus(incident, status)) &&
    (args.fromdate === undefined || incident.created >= dateOf(args.fromdate)) &&
    (args.todate === undefined || incident.created <= dateOf(args.todate)) &&
    (query === undefined || satisfies(core, incident, query));
  const all = Object.values(core.state.incidents).filter(({ id }) => /^\d+$/.test(id));
  const ordered = all.filter(matches).sort((one, other) => Number(one.id) - Number(other.id));
  if (textOf(args.sort).endsWith('.desc')) ordered.reverse();
  const size = args.size === undefined ? PAGE_SIZE : Number(args.size);
  const from = Number(args.page ?? 0) * size;
  return { found: ordered.slice(from, from + size), total: ordered.length };
}

function words(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value.split(',').map((word) => word.trim());
  return asList(value).map(textOf);
}

function isEmptyList(value: Json | undefined): boolean {
  return words(value).every((word) => word === '');
}

function among(wanted: Json | undefined, value: string): boolean {
  return isEmptyList(wanted) || words(wanted).includes(value);
}

function dateOf(value: Json): string {
  const time = Date.parse(textOf(value));
  if (Number.isNaN(time)) throw new CommandFailure(`"${textOf(value)}" is no date that is understood here`);
  return new Date(time).toISOString();
}

/** By number or by name; "assigned" is active with an owner. */
function hasStatus(incident: Incident, wanted: string): boolean {
  const name = wanted.toLowerCase();
  return name === String(statusNumber(incident)) || name === incident.status;
}

function satisfies(core: Core, incident: Incident, query: Query): boolean {
  switch (query.kind) {
    case 'and':
      return query.parts.every((part) => satisfies(core, incident, part));
    case 'or':
      return query.parts.some((part) => satisfies(core, incident, part));
    case 'not':
      return !satisfies(core, incident, query.part);
    case 'is':
      return meets(core, incident, query);
  }
}

function meets(core: Core, incident: Incident, { field, operator, value }: Condition): boolean {
  if (field === 'status' && operator === '=') return hasStatus(incident, value);
  const own = incidentScope(incident);
  if (!Object.hasOwn(own, field)) {
    const custom = core.content.fields.find((one) => one.cliName === field);
    if (custom === undefined) throw new RunnerError(`Incidents are searched by "${field}", which is no field.`);
  }
  const custom = core.content.fields.find((one) => one.cliName === field);
  // On the server such a search finds nothing at all.
  if (custom !== undefined && !custom.searchable) {
    throw new RunnerError(`Incidents are searched by "${field}", but the field is not searchable.`);
  }
  return compare(textOf(own[field]), operator, value);
}

function compare(own: string, operator: Condition['operator'], value: string): boolean {
  switch (operator) {
    case '=':
      return own.toLowerCase() === value.toLowerCase();
    case '<':
      return order(own, value) < 0;
    case '<=':
      return order(own, value) <= 0;
    case '>':
      return order(own, value) > 0;
    case '>=':
      return order(own, value) >= 0;
  }
}

/** Numbers as numbers, anything else as text. */
function order(one: string, other: string): number {
  const [left, right] = [Number(one), Number(other)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return one < other ? -1 : one > other ? 1 : 0;
}
