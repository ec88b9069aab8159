import { type Diagnostic, isError, placed } from '../../scripts/policy/diagnostics/diagnostic';
import { collectObjects, policyFiles } from '../../scripts/policy/kubernetes/objects';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import { idText, policyIdOf } from '../../scripts/policy/kubernetes/identity';
import type { PolicyId, RawObject, StringMap } from '../../scripts/policy/kubernetes/types';
import { previewProfile } from '../../scripts/policy/profile/preview';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { translate } from '../../scripts/policy/translate/translate';
import type { Translation, TranslationInput } from '../../scripts/policy/translate/translation';
import { readSources } from './documents';
import { loadProfile, loadSecurityServices } from './settings';

/** What the commands on files have in common: input, settings, translation. */

/** The options that all commands on files have. */
export interface ClusterOptions {
  /** Files, directories, and `-` for standard input. */
  readonly file: readonly string[];
  /** A file with the cluster profile. @default settings for a preview, which the notes tell of */
  readonly profile?: string;
  /** The cluster of the profile. @default the only one */
  readonly cluster?: string;
  /** A file with published security services. @default none */
  readonly services?: string;
  /** A file or directory with the policies that stand in for refused ones. @default none */
  readonly lastGood?: string;
  /** Live policies to close should they have lost their exact rules, as `namespace/name`. @default none */
  readonly close?: readonly string[];
}

/** A cluster in the input, and what became of it. */
export interface TranslatedCluster {
  /** As they came in; the proof reads these by itself. */
  readonly objects: readonly RawObject[];
  readonly lastGood: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly translation: Translation;
  /** Of the input and the translation, with files. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was taken for granted, in words. */
  readonly notes: readonly string[];
}

/**
 * Reads and translates a cluster.
 *
 * @param run how it is translated: against a Panorama, or without one
 * @throws where nothing can run: unreadable paths, invalid settings
 */
export function translateCluster(
  options: ClusterOptions,
  run: (input: TranslationInput) => Translation = translate,
): TranslatedCluster {
  const sources = readSources(options.file);
  const collected = collectObjects(sources.documents);
  const lastGood =
    options.lastGood === undefined ? [] : collectObjects(readSources([options.lastGood]).documents).objects;
  const named = options.profile === undefined ? undefined : loadProfile(options.profile, options.cluster);
  const built = buildSnapshot(collected.objects, named?.cluster ?? 'local', lastGood, named?.tags.cluster);
  const settings = named ? { profile: named, notes: [] } : previewProfile(built.snapshot);
  const { profile } = settings;
  const services = loadSecurityServices(options.services);
  const translation = run({
    snapshot: built.snapshot,
    profile,
    services,
    lastGood,
    closings: (options.close ?? []).map(policyNamed),
  });
  const files = policyFiles(collected.sources);
  const live = new Set(lastGood.map(policyIdOf).map(idText));
  const unknown = (options.close ?? []).filter((policy) => !live.has(policy));
  const diagnostics = [
    ...sources.diagnostics,
    ...collected.diagnostics,
    ...built.diagnostics,
    ...translation.diagnostics,
  ];
  return {
    objects: collected.objects,
    lastGood,
    profile,
    services,
    translation,
    diagnostics: diagnostics.map((found) => withFile(found, files)),
    notes: [...settings.notes, ...unknown.map((policy) => `--close ${policy}: no such policy in --last-good.`)],
  };
}

function policyNamed(text: string): PolicyId {
  const [namespace = '', name = '', more] = text.split('/');
  if (namespace === '' || name === '' || more !== undefined) {
    throw new Error(`--close takes policies as namespace/name, not "${text}".`);
  }
  return { namespace, name, uid: '' };
}

function withFile(diagnostic: Diagnostic, files: StringMap): Diagnostic {
  const policy = diagnostic.where.policy;
  const file = policy && files[`${policy.namespace}/${policy.name}`];
  return file === undefined ? diagnostic : placed([diagnostic], { file })[0];
}

/** 0: clean, warnings at most; 1: errors were found. */
export function exitStatus(diagnostics: readonly Diagnostic[]): 0 | 1 {
  return diagnostics.some(isError) ? 1 : 0;
}
