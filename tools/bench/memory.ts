import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { MemoryReport } from './memoryprobe';

const ROOT = resolve(__dirname, '../..');

/** What one size took. */
export interface MemoryRow extends MemoryReport {
  readonly policies: number;
}

/** The memory that translating a cluster takes, each size in a Node process of its own that runs nothing else. */
export async function measureMemory(sizes: readonly number[]): Promise<MemoryRow[]> {
  const outfile = join(ROOT, '.cache/bench/memoryprobe.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['tools/bench/memoryprobe.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    tsconfigRaw: {},
    logLevel: 'warning',
  });
  return sizes.map((policies) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, String(policies)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The memory of ${policies} policies cannot be measured:\n${stderr}`);
    return { policies, ...(JSON.parse(stdout) as MemoryReport) };
  });
}
