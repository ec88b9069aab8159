import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import examples from './examples.json';

/** A content repository around one pack, as `demisto-sdk` wants to find it. */
export interface Workspace {
  /** The repository's root; every command runs here. */
  readonly root: string;
  /** For results and logs, beside the repository. */
  readonly scratch: string;
  readonly remove: () => void;
}

/**
 * What the validator looks up in the content repository, reduced to what this pack uses. Each value was found in the
 * lists of `demisto/content`, folder `Config`; anything else in the pack's metadata is an error (IN104, PA103, PA119,
 * PA120).
 */
const APPROVED: { readonly [file: string]: unknown } = {
  'approved_categories.json': { approved_list: ['Network Security'] },
  'approved_tags.json': {
    approved_list: { common: ['Network', 'Palo Alto Networks Products', 'Security', 'Use Case'], xsoar: [] },
  },
  'approved_usecases.json': { approved_list: ['Network Security', 'Compliance'] },
  'compliant_policies.json': { policies: [] },
};

/**
 * Copies a pack into a new git repository whose remote branch `master` lacks it: git mode then takes every file for
 * added, and only then all rules for new items run.
 */
export function createWorkspace(pack: string, name: string): Workspace {
  const scratch = mkdtempSync(join(tmpdir(), 'cnseries-check-pack-'));
  const root = join(scratch, 'content');
  const origin = join(scratch, 'origin.git');
  mkdirSync(join(root, 'Config'), { recursive: true });
  mkdirSync(join(root, 'Packs'));
  mkdirSync(join(root, 'Tests'));
  writeFileSync(join(root, 'Tests/secrets_white_list.json'), JSON.stringify({ iocs: examples, files: [] }));
  for (const [file, value] of Object.entries(APPROVED))
    writeFileSync(join(root, 'Config', file), JSON.stringify(value));
  writeFileSync(join(root, 'Packs', 'README.md'), 'Packs\n');
  git(scratch, 'init', '--quiet', '--bare', '--initial-branch=master', origin);
  git(root, 'init', '--quiet', '--initial-branch=master');
  commitAll(root, 'Without the pack');
  git(root, 'remote', 'add', 'origin', origin);
  git(root, 'push', '--quiet', 'origin', 'master');
  git(root, 'fetch', '--quiet', 'origin');
  git(root, 'checkout', '--quiet', '-b', 'pack');
  cpSync(pack, join(root, 'Packs', name), { recursive: true });
  commitAll(root, 'With the pack');
  return {
    root,
    scratch,
    remove: () => {
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function commitAll(root: string, message: string): void {
  git(root, 'add', '--all', '--force');
  git(root, '-c', 'user.name=check', '-c', 'user.email=check@example.com', 'commit', '--quiet', '--message', message);
}

function git(folder: string, ...parameters: readonly string[]): void {
  execFileSync('git', parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: GIT_ENVIRONMENT });
}

/** Git without the settings of the user and the machine: hooks, signatures, another default branch. */
export const GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};
