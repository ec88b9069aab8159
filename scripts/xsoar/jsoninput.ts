import { diagnose, type Diagnostic } from '../policy/diagnostics/diagnostic';
import { collectObjects } from '../policy/kubernetes/objects';
import type { Input } from './handedover';
import { jsonValues } from './jsonvalues';

/** Where objects must be JSON. */
const HINT = '; here, only JSON is read, as "kubectl get -o json" prints it';

/** Reads Kubernetes objects that must be JSON, as the API server and `kubectl get -o json` write them. */
export function readJsonObjects(given: unknown): Input {
  const read = jsonValues(given);
  const found: Diagnostic[] =
    read.violation === undefined ? [] : [diagnose('object-unreadable', { reason: read.violation + HINT }, {})];
  const collected = collectObjects(read.values.map((value) => ({ value, file: '' })));
  return { objects: collected.objects, diagnostics: found.concat(collected.diagnostics) };
}
