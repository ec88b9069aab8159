import type { Diagnostic } from '../policy/diagnostics/diagnostic';
import type { RawObject } from '../policy/kubernetes/types';
import { userError } from './errors';
import type { Host } from './host';
import type { ArgumentManifest } from './manifest';
import { readEntryText } from './warroom';

/** The arguments by which people hand over policies: on the command line, or (with line breaks kept) by an entry. */
export const POLICY_ARGUMENTS = {
  policy: {
    kind: 'document',
    positional: true,
    description:
      'The NetworkPolicies as YAML or JSON. Several documents and lists are accepted. Either this or entry_id is needed.',
  },
  entry_id: {
    kind: 'text',
    description: 'The ID of a War Room entry that holds the policies, as text or as a file.',
  },
} as const satisfies { readonly [name: string]: ArgumentManifest };

/** What `POLICY_ARGUMENTS` become; the document is parsed or still text. */
export interface PolicyArguments {
  readonly policy: unknown;
  readonly entry_id: string | undefined;
}

/** The Kubernetes objects that were handed over, and what could not be read. */
export interface Input {
  readonly objects: readonly RawObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What was handed over, as it came: a text, or a value that is parsed already.
 *
 * @throws a user error if neither or both arguments are given, or the entry cannot be read
 */
export function handedOver(given: PolicyArguments, host: Host): unknown {
  if ((given.policy === undefined) === (given.entry_id === undefined)) {
    throw userError('Give the policies either as "policy" or by "entry_id".');
  }
  return given.entry_id === undefined ? given.policy : readEntryText(host, given.entry_id);
}
