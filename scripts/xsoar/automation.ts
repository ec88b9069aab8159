import { readArguments } from './arguments';
import { errorEntry, type WarRoomEntry } from './entries';
import { errorMessage } from './errors';
import type { Host } from './host';
import type { ArgumentValues, AutomationManifest } from './manifest';

/** The code of an automation: from its arguments, and what it asks of the server, to entries. */
export type Run<Manifest extends AutomationManifest> = (
  given: ArgumentValues<Manifest>,
  host: Host,
) => readonly WarRoomEntry[];

/** Runs an automation once. Whatever it throws becomes an entry of type error, which fails a playbook task. */
export function runAutomation<Manifest extends AutomationManifest>(
  manifest: Manifest,
  run: Run<Manifest>,
  host: Host,
): readonly WarRoomEntry[] {
  try {
    return run(readArguments(manifest, host.args), host);
  } catch (thrown) {
    return [errorEntry(errorMessage(thrown))];
  }
}
