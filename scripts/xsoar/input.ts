import type { Diagnostic } from '../policy/diagnostics/diagnostic';
import { collectObjects } from '../policy/kubernetes/objects';
import type { RawObject } from '../policy/kubernetes/types';
import { parseDocuments } from './documents';
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
 * Reads the objects from the arguments.
 *
 * @throws a user error if neither or both arguments are given, the entry cannot be read, or the text has lost its line
 * breaks
 */
export function readInput(given: PolicyArguments, host: Host): Input {
  if ((given.policy === undefined) === (given.entry_id === undefined)) {
    throw userError('Give the policies either as "policy" or by "entry_id".');
  }
  const source = given.entry_id === undefined ? given.policy : readEntryText(host, given.entry_id);
  const parsed = parseDocuments(source);
  if (parsed.diagnostics.length > 0 && isOneLine(source)) {
    throw userError(
      'The policies cannot be read, and they stand on one line: the command line loses the line breaks that YAML needs. ' +
        'Paste them into the War Room and give the ID of that entry as "entry_id".',
    );
  }
  const collected = collectObjects(parsed.documents.map((value) => ({ value, file: '' })));
  return { objects: collected.objects, diagnostics: parsed.diagnostics.concat(collected.diagnostics) };
}

function isOneLine(source: unknown): boolean {
  return typeof source === 'string' && source.trim().indexOf('\n') < 0;
}
