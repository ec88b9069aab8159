import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { GIT_ENVIRONMENT, type Workspace } from './workspace';

/** What a program of the SDK came to. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** Runs `demisto-sdk` in a workspace. */
export type Sdk = (...parameters: readonly string[]) => Outcome;

/** Colours, and what is said once for each look at the remote, whose URL is a folder here. */
const NOISE = /^Could not get repository properties: .*\n|<\/?(?:cyan|green|red|yellow)>/gm;

/** `demisto-sdk` of a virtual environment, without the network as far as it lets itself be told. */
export function createSdk(bin: string, { root, scratch }: Pick<Workspace, 'root' | 'scratch'>): Sdk {
  const env: NodeJS.ProcessEnv = {
    ...GIT_ENVIRONMENT,
    // Its settings and caches go below the home folder.
    HOME: scratch,
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    DEMISTO_SDK_CONTENT_PATH: root,
    DEMISTO_SDK_IGNORE_CONTENT_WARNING: '1',
    DEMISTO_SDK_LOG_FILE_PATH: scratch,
    DEMISTO_SDK_LOG_NO_COLORS: '1',
    DEMISTO_SDK_SKIP_VERSION_CHECK: '1',
  };
  // With it, validate refuses to run.
  delete env.DEMISTO_SDK_OFFLINE_ENV;
  return (...parameters) => {
    const ended = spawnSync(join(bin, 'demisto-sdk'), parameters, {
      cwd: root,
      encoding: 'utf8',
      env,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (ended.error !== undefined) throw ended.error;
    return { status: ended.status ?? 1, output: `${ended.stdout}${ended.stderr}`.replace(NOISE, '') };
  };
}
