import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The committed pack, read without any code of its build. */
export const PACK = resolve(__dirname, '../../Packs/CNSeries');

/** Plain data of YAML or JSON. */
export type Data = Readonly<Record<string, unknown>>;

/** The names of the files in a folder of the pack. */
export function filesIn(folder: string, suffix: string): string[] {
  return readdirSync(join(PACK, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .sort();
}

/** YAML as the server reads it, which is version 1.1. */
export function read(path: string): Data {
  return parse(readFileSync(join(PACK, path), 'utf8'), { version: '1.1' }) as Data;
}

export interface TaskYaml extends Data {
  readonly id: string;
  readonly taskid: string;
  readonly type: string;
  readonly task: Data & { readonly name: string; readonly description: string; readonly id: string };
  readonly nexttasks?: Readonly<Record<string, readonly string[]>>;
  readonly conditions?: readonly { readonly label: string }[];
  readonly message?: Data & { readonly replyOptions?: readonly string[] };
  readonly scriptarguments?: Readonly<Record<string, unknown>>;
  readonly view: string;
}

export interface PlaybookYaml extends Data {
  readonly name: string;
  readonly tasks: Readonly<Record<string, TaskYaml>>;
  readonly inputs: readonly { readonly key: string }[];
  readonly outputs: readonly { readonly contextPath: string }[];
}

/** The committed playbooks by file name without suffix. */
export function committedPlaybooks(): readonly { readonly stem: string; readonly playbook: PlaybookYaml }[] {
  return filesIn('Playbooks', '.yml').map((file) => ({
    stem: file.slice(0, -'.yml'.length),
    playbook: read(`Playbooks/${file}`) as PlaybookYaml,
  }));
}
