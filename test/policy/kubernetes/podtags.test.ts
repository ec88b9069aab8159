import { describeDiagnostic } from '../../../scripts/policy/diagnostics/diagnostic';
import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { createPodFolding } from '../../../scripts/watcher/snapshot/podfolding';
import { slimPod, SNAPSHOT_RESOURCES } from '../../../scripts/watcher/snapshot/slim';
import { pod } from '../../property/handmade';

/** Warnings about tags that the firewall cannot hold. */

type Labels = Readonly<Record<string, string>>;

/** As many labels as wanted. */
function labels(count: number): Labels {
  return Object.fromEntries(Array.from({ length: count }, (_none, index) => [`label-${index}`, 'x']));
}

function service(name: string, selector: Labels | undefined, spec: object = {}): RawObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'shop', name }, spec: { selector, ...spec } };
}

function workload(kind: string, name: string, podLabels: Labels): RawObject {
  const template = { metadata: { labels: podLabels }, spec: { containers: [] } };
  return { apiVersion: 'apps/v1', kind, metadata: { namespace: 'shop', name }, spec: { template } };
}

function ownedBy(kind: string): { readonly metadata: RawObject } {
  return { metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind, name: 'web', uid: '1', controller: true }] } };
}

/** The messages, `code: text` each. */
function warnings(objects: readonly RawObject[], tagCluster?: string): string[] {
  const { diagnostics } = buildSnapshot(objects, 'c1', [], tagCluster);
  return diagnostics.map(describeDiagnostic).map(({ code, message }) => `${code}: ${message}`);
}

const IP = '10.244.0.1';

describe('more tags than an address may have', () => {
  /** Whether a pod with one more label would have too many, and with these not. */
  const atMost = (count: number, more: Parameters<typeof pod>[3] = {}, others: readonly RawObject[] = []): void => {
    expect(warnings([pod('shop/web', labels(count), IP, more), ...others])).toEqual([]);
    expect(warnings([pod('shop/web', labels(count + 1), IP, more), ...others])).toEqual([
      expect.stringMatching(/^pod-tags-many: In shop, the plugin gives web up to 33 tags: .* keeps 32 tags/),
    ]);
  };

  it('the namespace and each label are one', () => {
    atMost(31);
  });

  it.each(['ReplicaSet', 'DaemonSet', 'StatefulSet'])('a %s that owns the pod is one', (kind) => {
    atMost(30, ownedBy(kind));
  });

  it('a Job that owns the pod is none', () => {
    atMost(31, ownedBy('Job'));
  });

  it('a Service is one where it selects the pod', () => {
    const all = { 'label-1': 'x', 'label-2': 'x' };
    const selecting = [service('a', all), service('b', { 'label-0': 'x' })];
    const others = [
      service('other-value', { 'label-0': 'y' }),
      service('other-key', { ...all, other: 'x' }),
      service('no-selector', undefined),
      service('no-pods', { 'label-0': 'x' }, { type: 'ExternalName', externalName: 'example.com' }),
      { ...service('elsewhere', all), metadata: { namespace: 'bank', name: 'elsewhere' } },
    ];
    atMost(29, {}, [...selecting, ...others]);
  });

  it.each([
    ['Deployment', 31],
    ['StatefulSet', 31],
    ['Job', 32],
  ])('the pods that a %s would make are named by it', (kind, count) => {
    const apiVersion = kind === 'Job' ? 'batch/v1' : 'apps/v1';
    const found = warnings([{ ...workload(kind, 'web', labels(count)), apiVersion }]);
    expect(found).toEqual([expect.stringContaining(`gives ${kind.toLowerCase()}/web up to 33 tags`)]);
  });

  it('three pods of a namespace are named, the others counted; namespaces are told apart', () => {
    const crowd = ['e', 'b', 'd', 'a', 'c'].map((name, index) => pod(`shop/${name}`, labels(32 + index), IP));
    expect(warnings([pod('bank/vault', labels(40), IP), ...crowd, pod('shop/small', labels(3), IP)])).toEqual([
      expect.stringContaining('In bank, the plugin gives vault up to 41 tags'),
      expect.stringContaining('In shop, the plugin gives a, b, c and 2 more up to 37 tags'),
    ]);
  });

  it('host-network pods, and pods that have ended, are passed over', () => {
    const host = pod('shop/agent', labels(40), '192.0.2.1', { spec: { hostNetwork: true } });
    const ended = pod('shop/done', labels(40), IP, { status: { phase: 'Succeeded' } });
    expect(warnings([host, ended])).toEqual([]);
  });
});

describe('tags that are too long', () => {
  // k8s.cl_c1.ns_shop.app.kubernetes.io/name.VALUE
  const rest = 'k8s.cl_c1.ns_shop.app.kubernetes.io/name-of-the-application-as-it-is-in-helm.'.length;
  const KEY = 'app.kubernetes.io/name-of-the-application-as-it-is-in-helm';
  const fitting = 'v'.repeat(127 - rest);

  it('127 characters are not', () => {
    expect(warnings([pod('shop/web', { [KEY]: fitting }, IP)])).toEqual([]);
    expect(
      warnings([pod('shop/web', { [KEY]: `${fitting}v` }, IP), pod('shop/api', { [KEY]: `${fitting}vv` }, IP)]),
    ).toEqual([
      expect.stringMatching(
        /^pod-tag-cut: In shop, the tag of the label app\S+helm has up to 129 characters on api, web; .* at 127 /,
      ),
    ]);
  });

  it("the cluster's name in tags counts", () => {
    expect(warnings([pod('shop/web', { [KEY]: fitting }, IP)], 'c12')).toHaveLength(1);
    expect(warnings([pod('shop/web', { [KEY]: `${fitting}v` }, IP)], 'c')).toEqual([]);
  });

  it('labels that controllers give single pods are passed over', () => {
    const name = 'statefulset.kubernetes.io/pod-name';
    const value = 'w'.repeat(63);
    expect(warnings([pod(`${'n'.repeat(63)}/web`, { [name]: value, 'pod-template-hash': value }, IP)])).toEqual([]);
  });
});

it('what the watcher keeps of the objects gives the same warnings', () => {
  const pods = [
    pod('shop/web', labels(30), IP, ownedBy('ReplicaSet')),
    pod('shop/web-2', labels(30), IP, ownedBy('ReplicaSet')),
    pod('shop/long', { long: 'v'.repeat(63), ['k'.repeat(63)]: 'v'.repeat(63) }, IP),
  ];
  const selecting = service('web', { 'label-0': 'x' });
  const folding = createPodFolding();
  const folded = folding.folded(pods.map((one) => folding.rowOf(slimPod(one))));
  const [{ slim }] = SNAPSHOT_RESOURCES.filter(({ resource }) => resource.kind === 'Service');
  expect(warnings([...pods, selecting])).toHaveLength(2);
  expect(warnings([...folded, slim(selecting)])).toEqual(warnings([...pods, selecting]));
});
