import { COMMON_MAPPING } from '../content/incidents';
import type { MapperContent, Value } from '../content/types';
import { evaluatePath } from '../context/dt';
import { CommandFailure, RunnerError } from '../errors';
import { asList, isAbsent, isObject, textOf, valueOf, type Json, type JsonObject } from '../json';
import { resolve } from '../values/resolve';
import type { Core, Instance } from './core';
import { createIncident } from './incidents';
import { runIntegration } from './scripts';
import { scopeOfEvent } from './scope';
import type { Incident, NewIncident } from './state';

const KEYS = ['name', 'occurred', 'details', 'rawJSON', 'labels', 'severity', 'type', 'dbotMirrorId'];

/**
 * One round of fetching: what the integration returns, classified and mapped, as new incidents. Playbooks of their
 * types start where the type says so.
 *
 * @throws CommandFailure with what the integration threw
 */
export function fetchIncidents(core: Core, instance: Instance): readonly Incident[] {
  const { integration } = instance;
  if (integration.kind === 'external' || !integration.content.isFetch) {
    throw new RunnerError(`The integration "${integration.brand}" does not fetch incidents.`);
  }
  if (instance.options.params?.isFetch !== true) {
    throw new RunnerError(`Fetching is not switched on for the instance "${instance.name}" (isFetch).`);
  }
  const returned = runIntegration(core, instance, integration.content, 'fetch-incidents', {}, undefined);
  const incidents = fetched(integration.brand, returned).map((event) => mapped(core, instance, event));
  const delivered = core.options.deliver?.(incidents) ?? incidents;
  return delivered.map((given) => {
    const incident = createIncident(core, given);
    const type = core.content.incidentTypes.get(incident.type);
    if (type?.autorun === true) core.control.start(core, incident);
    return incident;
  });
}

/** `return JSON.stringify([...])`: a text, with the musts of each incident. */
function fetched(brand: string, returned: Json | undefined): readonly JsonObject[] {
  if (typeof returned !== 'string')
    throw new RunnerError(`${brand}, fetch-incidents: must return the incidents as a JSON text.`);
  const parsed: unknown = JSON.parse(returned);
  return asList(parsed as Json).map((incident) => {
    if (!isObject(incident)) throw new RunnerError(`${brand}, fetch-incidents: an incident must be an object.`);
    const unknown = Object.keys(incident).filter((key) => !KEYS.includes(key));
    if (unknown.length > 0) throw new RunnerError(`${brand}, fetch-incidents: unknown key ${unknown.join(', ')}.`);
    for (const key of ['name', 'occurred', 'rawJSON']) {
      if (typeof incident[key] !== 'string')
        throw new RunnerError(`${brand}, fetch-incidents: "${key}" must be a text.`);
    }
    if (Number.isNaN(Date.parse(textOf(incident.occurred)))) {
      throw new RunnerError(`${brand}, fetch-incidents: "occurred" must be a date.`);
    }
    return incident;
  });
}

function mapped(core: Core, instance: Instance, incident: JsonObject): NewIncident {
  const event: unknown = JSON.parse(textOf(incident.rawJSON));
  if (!isObject(event)) throw new CommandFailure('rawJSON must hold an object');
  const type = classify(core, instance, incident, event);
  const fields = mapFields(core, mapperOf(core, instance), type, event);
  const { name, occurred, severity, details, owner, ...custom } = fields;
  return {
    name: textOf(name ?? incident.name),
    type,
    occurred: textOf(occurred ?? incident.occurred),
    details: textOf(details ?? incident.details),
    severity: Number(severity ?? incident.severity ?? 0),
    owner: textOf(owner),
    rawJSON: textOf(incident.rawJSON),
    labels: [
      { type: 'Brand', value: instance.integration.brand },
      { type: 'Instance', value: instance.name },
    ],
    sourceBrand: instance.integration.brand,
    sourceInstance: instance.name,
    fields: custom,
  };
}

/** The classifier's type; without a classifier the instance's, without that the one that the integration gives. */
function classify(core: Core, instance: Instance, incident: JsonObject, event: JsonObject): string {
  const fixed = textOf(instance.options.params?.incidentType);
  const id = instance.options.classifier ?? bundleDefault(instance, 'defaultClassifier');
  if (id === undefined) return fixed === '' ? textOf(incident.type) : fixed;
  const classifier = core.content.classifiers.get(id);
  if (classifier === undefined)
    throw new RunnerError(`The instance "${instance.name}" names the classifier "${id}", which is not there.`);
  const key = textOf(ofEvent(core, event, classifier.key));
  const type = valueOf(classifier.types, key) ?? classifier.defaultType;
  if (typeof type !== 'string') throw new RunnerError(`The classifier "${id}" has no incident type for "${key}".`);
  return type;
}

function mapperOf(core: Core, instance: Instance): MapperContent | undefined {
  const id = instance.options.mapper ?? bundleDefault(instance, 'defaultMapperIn');
  if (id === undefined) return undefined;
  const mapper = core.content.mappers.get(id);
  if (mapper === undefined)
    throw new RunnerError(`The instance "${instance.name}" names the mapper "${id}", which is not there.`);
  return mapper;
}

function bundleDefault({ integration }: Instance, key: 'defaultClassifier' | 'defaultMapperIn'): string | undefined {
  return integration.kind === 'bundle' ? integration.content[key] : undefined;
}

/** Field names are display names of custom fields, or cliNames of system fields. */
function mapFields(core: Core, mapper: MapperContent | undefined, type: string, event: JsonObject): JsonObject {
  if (mapper === undefined) return {};
  const mapping = { ...mapper.mapping[COMMON_MAPPING], ...mapper.mapping[type] };
  const values = Object.entries(mapping).map(([field, value]) => [field, ofEvent(core, event, value)] as const);
  return Object.fromEntries(values.filter(([, value]) => !isAbsent(value)));
}

/** In classifiers and mappers a simple text is a path in the event, and the event is the root. */
function ofEvent(core: Core, event: JsonObject, value: Value): Json {
  if (value.kind === 'simple') return evaluatePath(event, value.text);
  return resolve(scopeOfEvent(core, event), value);
}
