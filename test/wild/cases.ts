import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { collectObjects } from '../../scripts/policy/kubernetes/objects';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { readSources } from '../../tools/cli/documents';
import { compileCluster, type ClusterInput, type CompiledCluster } from '../property/pipeline';

/** Inputs retyped after public reports. They lie beside the repository; what comes of them stands in `outcomes.ts`. */
const WILD = join(__dirname, '..', '..', '..', 'shared', 'wild');

/** A case that has an input: its folder, and the file. */
export interface WildCase {
  readonly name: string;
  readonly file: string;
}

/** All cases with an input, by name; none where the folder is not there. */
export function wildCases(): WildCase[] {
  if (!existsSync(WILD)) return [];
  return readdirSync(WILD)
    .sort()
    .flatMap((name) => {
      const file = ['input.yaml', 'input.json'].map((one) => join(WILD, name, one)).find((one) => existsSync(one));
      return file === undefined ? [] : [{ name, file }];
    });
}

/** A case, read and compiled as the command line does it. */
export interface WildRun {
  readonly input: ClusterInput;
  readonly compiled: CompiledCluster;
  /** Of reading the files, and of everything after it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and compiles a case with the default profile, and what is laid over it. */
export function runCase({ file }: WildCase, changes: Partial<ClusterProfile>): WildRun {
  const sources = readSources([file]);
  const collected = collectObjects(sources.documents);
  const profile = { ...localProfile('wild'), ...changes };
  const input: ClusterInput = { objects: collected.objects, profile, services: [], lastGood: [] };
  const compiled = compileCluster(input);
  return { input, compiled, diagnostics: [...sources.diagnostics, ...collected.diagnostics, ...compiled.diagnostics] };
}
