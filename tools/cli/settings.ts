import { describeDiagnostic, isError, type Diagnostic } from '../../scripts/policy/diagnostics';
import type { Snapshot } from '../../scripts/policy/kubernetes/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import { readProfile } from '../../scripts/policy/profile/read';
import { readSecurityServices } from '../../scripts/policy/profile/services';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { readDocument } from './documents';

/** The settings that a run needs beside the objects. Files that are wrong throw: nothing can run without them. */

export function loadProfile(path: string, cluster: string | undefined): ClusterProfile {
  const read = readProfile(readDocument(path), cluster);
  failOnErrors(path, read.diagnostics);
  if (!read.profile) throw new Error(`${path} holds no cluster profile.`);
  return read.profile;
}

export function loadSecurityServices(path: string | undefined): readonly SecurityService[] {
  if (path === undefined) return [];
  const read = readSecurityServices(readDocument(path));
  failOnErrors(path, read.diagnostics);
  return read.services;
}

function failOnErrors(path: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(isError).map(describeDiagnostic);
  if (errors.length === 0) return;
  const lines = errors.map((error) => `  ${error.path}: ${error.message} ${error.remedy}`);
  throw new Error([`${path} is not valid:`, ...lines].join('\n'));
}

/** The profile of a run without `--profile`, and what it takes for granted, in words. */
export interface LocalSettings {
  readonly profile: ClusterProfile;
  readonly notes: readonly string[];
}

/**
 * A preview without a cluster profile: what files alone cannot tell is left out, and said. Rules for Service addresses
 * need an inspection setting; rules for kubelet probes need the Nodes.
 */
export function localSettings(snapshot: Snapshot): LocalSettings {
  const profile = localProfile();
  const hasNodes = snapshot.nodes.some((node) => node.addresses.length > 0);
  const notes = [
    `No --profile: cluster "${profile.cluster}", device group "${profile.deviceGroup}", rules for pod addresses only (inspection "server-only").`,
  ];
  if (!hasNodes) notes.push('No Nodes in the input: no rules for kubelet probes (nodes.toPods "off").');
  return {
    profile: {
      ...profile,
      inspection: 'server-only',
      nodes: hasNodes ? profile.nodes : { ...profile.nodes, toPods: 'off' },
    },
    notes,
  };
}
