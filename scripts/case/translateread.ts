import type { PanoramaPort } from '../panorama/api/port';
import type { Slice } from '../panorama/api/slice';
import { translateChecked } from '../panorama/prepare/checked';
import type { ReferenceCheck } from '../panorama/prepare/references';
import type { Surroundings } from '../panorama/state/surroundings';
import type { Reference } from '../policy/attributes/references';
import type { Diagnostic } from '../policy/diagnostics/diagnostic';
import { buildSnapshot } from '../policy/kubernetes/snapshot';
import type { Snapshot } from '../policy/kubernetes/types';
import { translate } from '../policy/translate/translate';
import type { Translation } from '../policy/translate/translation';
import type { Host } from '../xsoar/host';
import { lookUpAround, type LookUpAnswer } from './around';
import { closingsInForce } from './closings';
import { readLastGood } from './memory';
import { readHeld, withRejections } from './rejections';
import type { ClusterReading, TranslatedCluster } from './translatedcluster';

/** From a cluster that was read to its rules, with what Panorama has and what was decided. */

/** What keeps names from being looked up. */
type Unread = Exclude<LookUpAnswer, { readonly kind: 'read' }>;

/** A translated cluster, or what keeps its names from being looked up. */
export type TranslateAnswer =
  | {
      readonly kind: 'translated';
      readonly cluster: TranslatedCluster;
      /** With what was looked up. */
      readonly surroundings: Surroundings;
      /** Something was looked up that was not known. */
      readonly isNew: boolean;
    }
  | Unread;

/**
 * Translates a cluster that was read. A policy that names what Panorama does not have is refused.
 *
 * @throws a user error if the kept last good versions are damaged
 */
export function translateRead(
  cluster: ClusterReading,
  host: Host,
  port: PanoramaPort,
  before: Surroundings,
  slice: Slice,
): TranslateAnswer {
  const prepared = prepareTranslation(cluster, host);
  let surroundings = before;
  let isNew = false;
  const checked = translateChecked<Unread>(prepared.translate, (references) => {
    const looked = lookUpAround(host, port, cluster.profile, references, surroundings, slice);
    if (looked.kind === 'read') {
      surroundings = looked.surroundings;
      isNew = isNew || looked.isNew;
    }
    return looked;
  });
  if (checked.kind !== 'checked') return checked;
  const { translation, names } = checked;
  return {
    kind: 'translated',
    cluster: translatedCluster(cluster, prepared, translation, names, names.missing),
    surroundings,
    isNew,
  };
}

/**
 * Translates it as earlier runs did, which found these names missing.
 *
 * @throws a user error if the kept last good versions are damaged
 */
export function translateAgain(cluster: ClusterReading, host: Host, missing: readonly Reference[]): TranslatedCluster {
  const prepared = prepareTranslation(cluster, host);
  return translatedCluster(cluster, prepared, prepared.translate(missing), undefined, missing);
}

interface PreparedTranslation {
  readonly snapshot: Snapshot;
  /** Of building the snapshot. */
  readonly diagnostics: readonly Diagnostic[];
  readonly translate: (missing: readonly Reference[]) => Translation;
}

function prepareTranslation(cluster: ClusterReading, host: Host): PreparedTranslation {
  const { profile, services } = cluster;
  const held = withRejections(cluster.objects, readHeld(host, profile.cluster));
  const { objects, rejections } = held;
  const lastGood = held.approved.concat(cluster.givenLastGood || readLastGood(host, profile.cluster));
  const { snapshot, diagnostics } = buildSnapshot(objects, profile.cluster, lastGood, profile.tags.cluster);
  const closings = closingsInForce(host, profile);
  return {
    snapshot,
    diagnostics,
    translate: (missing) => translate({ snapshot, profile, services, lastGood, closings, rejections, missing }),
  };
}

function translatedCluster(
  cluster: ClusterReading,
  { snapshot, diagnostics }: PreparedTranslation,
  translation: Translation,
  names: ReferenceCheck | undefined,
  missing: readonly Reference[],
): TranslatedCluster {
  const { objects, snapshotId, clusterUID, profile, services, known, lifted, ruleNotes } = cluster;
  return {
    objects,
    snapshotId,
    clusterUID,
    snapshot,
    profile,
    services,
    known,
    lifted,
    ruleNotes,
    translation,
    names,
    missing,
    diagnostics: cluster.diagnostics.concat(diagnostics, translation.diagnostics),
  };
}
