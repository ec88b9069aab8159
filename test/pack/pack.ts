import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const PACK = resolve(__dirname, '../../Packs/CNSeries');

export interface Data {
  readonly [key: string]: unknown;
}

/** An item of the committed pack. JSON is YAML. */
export interface Item {
  readonly path: string;
  readonly text: string;
  readonly data: Data;
}

/** The items in a folder of the pack: YAML and JSON. */
export function items(folder: string): readonly Item[] {
  return readdirSync(join(PACK, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yml|json)$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(PACK, folder, path), 'utf8');
      return { path: `${folder}/${path}`, text, data: parse(text) as Data };
    });
}

export const AUTOMATIONS = items('Scripts');
export const INTEGRATIONS = items('Integrations');
export const PLAYBOOKS = items('Playbooks');
export const TYPES = items('IncidentTypes');
export const FIELDS = items('IncidentFields');
export const LAYOUTS = items('Layouts');
export const CLASSIFIERS = items('Classifiers');
export const LISTS = items('Lists');
export const ALL: readonly Item[] = [
  AUTOMATIONS,
  INTEGRATIONS,
  PLAYBOOKS,
  TYPES,
  FIELDS,
  LAYOUTS,
  CLASSIFIERS,
  LISTS,
].flat();

export const nameOf = (item: Item): string => String(item.data.name);
export const names = (of: readonly Item[]): readonly string[] => of.map(nameOf);
export const list = (value: unknown): readonly Data[] => (Array.isArray(value) ? (value as readonly Data[]) : []);
export const record = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

/** A task of a playbook, with what tests look at. */
export interface Task {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly data: Data;
  readonly task: Data;
  /** Label of an edge to the tasks that it leads to. */
  readonly next: { readonly [label: string]: readonly string[] };
}

export function tasksOf(playbook: Item): readonly Task[] {
  return Object.entries(record(playbook.data.tasks)).map(([id, value]) => {
    const data = record(value);
    const task = record(data.task);
    const next = record(data.nexttasks) as Task['next'];
    return { id, type: String(data.type), name: String(task.name), data, task, next };
  });
}

/** All `{ key: value }` pairs of a key anywhere below a value. */
export function valuesOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, key));
  return Object.entries(record(value)).flatMap(([name, one]) => [
    ...(name === key ? [one] : []),
    ...valuesOf(one, key),
  ]);
}
