import type { IntegrationVersion } from '../types';
import { COMMIT_COMMANDS } from './commit';
import { GENERIC, GENERIC_1 } from './generic';
import type { CommandManifest } from './manifest';
import { OBJECT_COMMANDS, OBJECT_COMMANDS_1 } from './objects';
import { RULE_COMMANDS, RULE_COMMANDS_1 } from './rules';

export type { ArgumentManifest, CommandManifest } from './manifest';

/** The emulated commands of each version with their arguments, as the pack's YAML declares them. */
export const MANIFESTS: { readonly [version in IntegrationVersion]: readonly CommandManifest[] } = {
  '2.5.1': [GENERIC, ...RULE_COMMANDS, ...OBJECT_COMMANDS, ...COMMIT_COMMANDS],
  '1.14.22': [GENERIC_1, ...RULE_COMMANDS_1, ...OBJECT_COMMANDS_1, ...COMMIT_COMMANDS],
};
