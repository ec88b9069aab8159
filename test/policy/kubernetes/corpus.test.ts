import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isError } from '../../../scripts/policy/diagnostics/diagnostic';
import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { lines } from './fixtures';

const CORPUS = join(__dirname, '../../../../shared/corpus');

function clusterFiles(): string[] {
  return readdirSync(CORPUS, { withFileTypes: true })
    .filter((source) => source.isDirectory())
    .flatMap((source) => readdirSync(join(CORPUS, source.name)).map((name) => join(CORPUS, source.name, name)))
    .map((folder) => join(folder, 'cluster.json'))
    .filter((file) => existsSync(file));
}

(existsSync(CORPUS) ? it : it.skip)('takes every NetworkPolicy of public projects that the API server takes', () => {
  let count = 0;
  const refused: string[] = [];
  for (const file of clusterFiles()) {
    const { policies = [] } = JSON.parse(readFileSync(file, 'utf8')) as { policies?: RawObject[] };
    for (const policy of policies) {
      const raw = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', ...policy };
      const errors = readPolicy(raw).diagnostics.filter(isError);
      count++;
      for (const line of lines(errors)) refused.push(`${file}: ${line}`);
    }
  }
  expect(refused).toEqual([]);
  expect(count).toBeGreaterThan(500);
});
