import type { PanoramaPort } from '../panorama/api/port';
import { preflight } from '../panorama/prepare/preflight';
import type { Preparation } from '../panorama/prepare/prepare';
import { indexReferences, sortedReferences, type Reference } from '../policy/attributes/references';
import { referencesOfRules, type NamedReference } from '../panorama/prepare/references';
import type { StateAnswer } from '../panorama/state/readstate';
import type { Surroundings } from '../panorama/state/surroundings';
import { stateText } from '../panorama/state/statetext';
import type { Rulebase } from '../policy/panos/entry';
import type { DeviceGroupState } from '../policy/plan/types';
import { canonicalJson } from '../policy/text/canonical';
import { isSameData } from '../policy/text/same';
import { sha256 } from '../policy/text/sha256';
import type { Host } from '../xsoar/host';
import { BUILD } from './build';
import { readClosings } from './closings';
import { readHeld } from './rejections';
import { recall, remember, type PlanRecord, type StandingRecord } from './memory';
import { dropStored, isCompared, storedText, writeCompared } from './store';
import type { ClusterReading } from './translatedcluster';

/**
 * A plan that found nothing to change stands as long as everything that it rests on is the same: the build of this pack,
 * the snapshot (by its id, which the watcher makes from its content), cluster profile, security services, what is known
 * of the cluster, the last good versions, and all that Panorama holds around the block. Whoever shows that need not
 * translate, prove and hash again. Panorama is read, and the preflight is made, by each run.
 *
 * Only the plain case is remembered: every policy stands in the rules as it stands in the cluster, proved equal, and
 * nobody was asked about any. A plan that stands writes nothing: whatever applies a plan translates by itself.
 */

/** What is shown again. */
export interface StandingPlan {
  readonly data: object;
  readonly text: string;
  readonly plan: PlanRecord;
}

/** The record of a cluster if it rests on these inputs, Panorama left aside; undefined for any other and for a damaged one. */
export function recallStanding(host: Host, cluster: ClusterReading): StandingRecord | undefined {
  const name = cluster.profile.cluster;
  const record = wholeRecord(host, name);
  if (record === undefined || record.inputs !== inputsText(cluster)) return undefined;
  if (!isSameData(readClosings(host, name), { asked: [], closed: [], left: [] })) return undefined;
  if (readHeld(host, name).length > 0) return undefined;
  // Until they are committed, the last good versions are still to come.
  return recall(host, name, 'applied') === undefined ? record : undefined;
}

/**
 * Whether it stands: Panorama holds what it held then, and nothing is in the way.
 *
 * @param answer Panorama as it is now, within its surroundings
 */
export function standingPlan(
  host: Host,
  port: PanoramaPort,
  cluster: ClusterReading,
  record: StandingRecord,
  answer: StateAnswer,
  surroundings: Surroundings,
): StandingPlan | undefined {
  const { profile } = cluster;
  if (answer.kind === 'failed') return undefined;
  const held = comparedText(host, profile.cluster, answer.reading.state);
  if (!isCompared(host, profile.cluster, 'standing', record.mark, held)) return undefined;
  const options = { ignoredAdmins: [] };
  const { problems, uncommitted, unverified } = preflight(port, profile, record.references, options, surroundings);
  if (problems.length > 0 || uncommitted || !isSameData(unverified, record.unverified)) return undefined;
  return { data: record.data, text: record.text, plan: record.plan };
}

/** A plan that was made, and how it is shown. */
export interface MadePlan {
  readonly prepared: Preparation;
  readonly record: PlanRecord;
  readonly data: object;
  readonly text: string;
  /** What the policies name, also where no rule holds it. */
  readonly named: readonly Reference[];
}

/** Characters of a document in one list (`store.ts`), less what its parts take when they are written as JSON. */
const MOST_OF_RECORD = 150000;

/** Remembers a plan that found nothing to change, if it is a plain one. What is too large for a few lists is not kept. */
export function rememberStanding(host: Host, cluster: ClusterReading, made: MadePlan): void {
  const { prepared, record, data, text } = made;
  const name = cluster.profile.cluster;
  const { rulebase, plan, state } = prepared;
  if (rulebase === undefined || plan === undefined || state === undefined || cluster.snapshotId === '') return;
  if (record.verdict !== 'equal' || record.proof === undefined || record.proof.exceptions.length > 0) return;
  const held = comparedText(host, name, state);
  const before = wholeRecord(host, name);
  const isKept = before !== undefined && isCompared(host, name, 'standing', before.mark, held);
  const mark = isKept ? before.mark : plan.hash + ' ' + String(Date.now());
  const content = {
    inputs: inputsText(cluster),
    mark,
    plan: record,
    references: namesOf(rulebase, made.named),
    unverified: prepared.unverified,
    data,
    text,
  };
  const all = canonicalJson(content);
  if (all.length > MOST_OF_RECORD) return;
  if (!isKept) {
    // A reader between these must not take new lists for those of the old record.
    dropStored(host, name, 'standing');
    if (!writeCompared(host, name, 'standing', mark, held)) return;
  }
  remember(host, name, 'standing', { ...content, seal: sha256(all) });
}

function namesOf(rulebase: Rulebase, named: readonly Reference[]): NamedReference[] {
  const found = indexReferences(named.concat(referencesOfRules(rulebase.rules)));
  return sortedReferences(found).map(({ kind, name }) => ({ kind, name, rules: [] }));
}

/** undefined where there is none, and where somebody edited it. */
function wholeRecord(host: Host, cluster: string): StandingRecord | undefined {
  try {
    const record = recall(host, cluster, 'standing');
    if (record === undefined) return undefined;
    const { seal, ...content } = record;
    return sha256(canonicalJson(content)) === seal ? record : undefined;
  } catch {
    return undefined;
  }
}

function inputsText(cluster: ClusterReading): string {
  const { profile, services, snapshotId, clusterUID, known, lifted, diagnostics } = cluster;
  return canonicalJson([BUILD, snapshotId, clusterUID, profile, services, known, lifted, diagnostics]);
}

/** What is compared character by character: a hash of it would cost more than all that is saved. */
function comparedText(host: Host, cluster: string, state: DeviceGroupState): string {
  return storedText(host, cluster, 'last-good') + '\n' + stateText(state);
}
