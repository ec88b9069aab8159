import { diagnosticSentence, isError, type Diagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { readProfile } from '../../scripts/policy/profile/read';
import { readSecurityServices } from '../../scripts/policy/profile/services';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { readDocument } from './documents';

/** The settings that a run needs beside the objects. Files that are wrong throw: nothing can run without them. */

/**
 * Reads the profile of one cluster.
 *
 * @param cluster its key under `clusters`; undefined: the only one
 * @throws Error with every mistake in the file, each with its place and remedy
 */
export function loadProfile(path: string, cluster: string | undefined): ClusterProfile {
  const read = readProfile(readDocument(path), cluster);
  failOnErrors(path, read.diagnostics);
  if (!read.profile) throw new Error(`${path} holds no cluster profile.`);
  return read.profile;
}

/**
 * Reads published security services; none where no file is named.
 *
 * @throws Error with every mistake in the file, each with its place and remedy
 */
export function loadSecurityServices(path: string | undefined): readonly SecurityService[] {
  if (path === undefined) return [];
  const read = readSecurityServices(readDocument(path));
  failOnErrors(path, read.diagnostics);
  return read.services;
}

function failOnErrors(path: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(isError).map(diagnosticSentence);
  if (errors.length === 0) return;
  const lines = errors.map((error) => `  ${error}`);
  throw new Error([`${path} is not valid:`, ...lines].join('\n'));
}
