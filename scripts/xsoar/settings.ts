import { isObject } from '../policy/kubernetes/read';
import { diagnose, diagnosticSentence, isError, placed, type Diagnostic } from '../policy/diagnostics/diagnostic';
import { localProfile } from '../policy/profile/defaults';
import { readProfile } from '../policy/profile/read';
import { readSecurityServices } from '../policy/profile/services';
import type { ClusterProfile, SecurityService } from '../policy/profile/types';
import { userError } from './errors';
import type { Host } from './host';
import { jsonValues } from './jsonvalues';
import { LISTS, readList } from './lists';
import type { ArgumentManifest } from './manifest';

/** The settings that a translation needs beside the cluster's objects. */
export interface Settings {
  /** undefined: it cannot be read; the diagnostics say why. */
  readonly profile: ClusterProfile | undefined;
  /** `none`: neither a cluster nor a profile was given; `profile` is the local one. */
  readonly chosen: 'cluster' | 'none';
  readonly services: readonly SecurityService[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The arguments by which people choose the settings. */
export const SETTINGS_ARGUMENTS = {
  cluster: {
    kind: 'text',
    description:
      'The cluster whose profile is used, by its name in the list "CNSeries Clusters". Without it, built-in settings are used.',
  },
  profile: {
    kind: 'document',
    description: 'A JSON document of cluster profiles to use instead of the list "CNSeries Clusters".',
  },
  services: {
    kind: 'document',
    description: 'A JSON document of security services to use instead of the list "CNSeries Security Services".',
  },
} as const satisfies { readonly [name: string]: ArgumentManifest };

/** What `SETTINGS_ARGUMENTS` become; documents are parsed or still text. */
export interface SettingsArguments {
  readonly cluster: string | undefined;
  readonly profile: unknown;
  readonly services: unknown;
}

/**
 * The cluster profile and the security services, from the arguments or the lists. Neither a cluster nor a profile
 * given: the local profile, so that a policy can be looked at before any cluster is set up.
 *
 * @throws a user error if a cluster is named and there is no list of clusters
 */
export function readSettings(host: Host, given: SettingsArguments): Settings {
  const services = readServices(host, given.services);
  const profile = readProfileOf(host, given);
  return {
    profile: profile.profile,
    chosen: given.profile === undefined && given.cluster === undefined ? 'none' : 'cluster',
    services: services.services,
    diagnostics: profile.diagnostics.concat(services.diagnostics),
  };
}

/**
 * The profile of one cluster, for what needs no objects.
 *
 * @throws a user error if there is none, or it has a mistake
 */
export function readClusterProfile(
  host: Host,
  given: { readonly cluster: string; readonly profile: unknown },
): ClusterProfile {
  return usableProfile(given.cluster, readProfileOf(host, given));
}

/**
 * The profile among settings that were read.
 *
 * @throws a user error if there is none, or the settings have a mistake
 */
export function usableProfile(cluster: string, settings: Pick<Settings, 'profile' | 'diagnostics'>): ClusterProfile {
  failOnErrors('The settings of the cluster cannot be used', settings.diagnostics);
  if (settings.profile === undefined) throw userError('There is no profile of the cluster "' + cluster + '".');
  return settings.profile;
}

/** The profile in the list "CNSeries Clusters": nobody who writes, commits or decides brings another one. */
export function readKeptProfile(host: Host, cluster: string): ClusterProfile {
  return readClusterProfile(host, { cluster, profile: undefined });
}

/** The settings of all clusters as they stand in the list "CNSeries Clusters"; empty where it cannot be read. */
export function readKeptClusters(host: Host): { readonly [cluster: string]: unknown } {
  const source = sourceOf(host, undefined, 'profile', LISTS.clusters);
  const document = source === undefined ? undefined : onlyDocument(source).value;
  const clusters = isObject(document) ? document.clusters : undefined;
  return isObject(clusters) ? clusters : {};
}

/**
 * Stops at errors that nothing may go on with; warnings pass.
 *
 * @param what the sentence that the error begins with, without its full stop
 * @throws a user error with all errors among the diagnostics, where there is one
 */
export function failOnErrors(what: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(isError).map(diagnosticSentence);
  if (errors.length > 0) throw userError(what + '. ' + errors.join(' '));
}

function readProfileOf(
  host: Host,
  given: { readonly cluster: string | undefined; readonly profile: unknown },
): { readonly profile: ClusterProfile | undefined; readonly diagnostics: readonly Diagnostic[] } {
  if (given.profile === undefined && given.cluster === undefined) return { profile: localProfile(), diagnostics: [] };
  const source = sourceOf(host, given.profile, 'profile', LISTS.clusters);
  if (source === undefined) {
    throw userError(
      'There is no list "' +
        LISTS.clusters +
        '". Make it from "' +
        LISTS.clusters +
        ' Example", or leave out the cluster.',
    );
  }
  const document = onlyDocument(source);
  if (document.diagnostics.length > 0) return { profile: undefined, diagnostics: document.diagnostics };
  const reading = readProfile(document.value, given.cluster);
  return { profile: reading.profile, diagnostics: placed(reading.diagnostics, { file: source.name }) };
}

function readServices(
  host: Host,
  given: unknown,
): { readonly services: readonly SecurityService[]; readonly diagnostics: readonly Diagnostic[] } {
  const source = sourceOf(host, given, 'services', LISTS.securityServices);
  if (source === undefined) return { services: [], diagnostics: [] };
  const document = onlyDocument(source);
  if (document.diagnostics.length > 0) return { services: [], diagnostics: document.diagnostics };
  const reading = readSecurityServices(document.value);
  return { services: reading.services, diagnostics: placed(reading.diagnostics, { file: source.name }) };
}

interface Source {
  readonly name: string;
  readonly content: unknown;
}

function sourceOf(host: Host, given: unknown, argument: string, list: string): Source | undefined {
  if (given !== undefined) return { name: 'argument ' + argument, content: given };
  const content = readList(host, list);
  return content === undefined ? undefined : { name: 'list ' + list, content };
}

function onlyDocument(source: Source): { readonly value: unknown; readonly diagnostics: readonly Diagnostic[] } {
  const read = jsonValues(source.content);
  const violation =
    read.violation === undefined && read.values.length > 1 ? 'it holds several documents' : read.violation;
  if (violation === undefined) return { value: read.values[0], diagnostics: [] };
  return {
    value: undefined,
    diagnostics: [diagnose('settings-unreadable', { reason: violation }, { file: source.name })],
  };
}
