import type { WarRoomEntry } from '../xsoar/entries';
import { heading } from '../xsoar/markdown';
import { contextEntry, type ContextData, type ContextManifest } from '../xsoar/outputs';

/**
 * The result of an automation that works on one cluster, under a heading that names it.
 *
 * @param title what came of it, in two or three words
 * @param markdown what is told below the heading
 */
export function clusterEntry<Outputs extends ContextManifest>(
  outputs: Outputs,
  title: string,
  data: ContextData<Outputs> & { readonly Cluster: string },
  markdown: string,
): WarRoomEntry {
  return contextEntry(outputs, heading(2, title + ': ' + data.Cluster) + markdown, data);
}
