import type { Cluster } from '../cluster';
import { canonicalJson, objectOf, stringMapOf, textOf } from '../values/json';
import { labelsOf, specOf, type KubeObject } from '../values/object';
import { templateHash } from '../values/names';
import { createPod, deletePod, isReady, podsOf, writeStatus } from './ownedpods';

const REVISION_LABEL = 'controller-revision-hash';

/** Keeps one pod on every node that the template's `nodeSelector` takes. */
export function reconcileDaemonSet(cluster: Cluster, key: string): void {
  const set = cluster.store.get('daemonsets.apps', key);
  if (set === undefined) return;
  const template = objectOf(specOf(set).template);
  const revision = templateHash(canonicalJson(template));
  const selector = Object.entries(stringMapOf(objectOf(template.spec).nodeSelector));
  const nodes = cluster.store
    .list('nodes')
    .filter((node) => selector.every(([label, value]) => labelsOf(node)[label] === value))
    .map((node) => node.metadata.name);
  for (const pod of podsOf(cluster, set)) {
    if (labelsOf(pod)[REVISION_LABEL] !== revision || !nodes.includes(nodeOf(pod))) deletePod(cluster, pod);
  }
  const present = podsOf(cluster, set).map(nodeOf);
  for (const nodeName of nodes.filter((name) => !present.includes(name))) {
    const labels = {
      [REVISION_LABEL]: revision,
      'pod-template-generation': String(set.metadata.generation ?? 1),
    };
    createPod(cluster, set, { generateName: `${set.metadata.name}-` }, { labels, nodeName });
  }
  const pods = podsOf(cluster, set);
  const ready = pods.filter(isReady).length;
  writeStatus(cluster, 'daemonsets.apps', set, {
    currentNumberScheduled: pods.length,
    numberMisscheduled: 0,
    desiredNumberScheduled: nodes.length,
    numberReady: ready,
    observedGeneration: set.metadata.generation ?? 1,
    updatedNumberScheduled: pods.length,
    numberAvailable: ready,
  });
}

const nodeOf = (pod: KubeObject): string => textOf(specOf(pod).nodeName);
