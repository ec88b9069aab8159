import { collectObjects } from '../policy/kubernetes/objects';
import { parseDocuments } from './documents';
import { userError } from './errors';
import { handedOver, type Input, type PolicyArguments } from './handedover';
import type { Host } from './host';

/**
 * Reads the objects from the arguments, as YAML or JSON.
 *
 * @throws a user error if neither or both arguments are given, the entry cannot be read, or the text has lost its line
 * breaks
 */
export function readInput(given: PolicyArguments, host: Host): Input {
  const source = handedOver(given, host);
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
