import { isWorkload, templateOf, unlistedWorkloads } from '../../../scripts/policy/kubernetes/pods/workloads';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';

const template = { metadata: { labels: { app: 'web' } }, spec: {} };
const owned = (kind: string, name: string) => ({ ownerReferences: [{ kind, name, controller: true }] });
const object = (kind: string, name: string, metadata: RawObject = {}, spec: RawObject = {}): RawObject => ({
  kind,
  metadata: { namespace: 'shop', name, ...metadata },
  spec: { template, ...spec },
});
const unlisted = (workloads: readonly RawObject[], pods: readonly RawObject[] = []) =>
  unlistedWorkloads(workloads, pods).map((each) => `${String(each.kind)} ${String((each.metadata as RawObject).name)}`);

it.each([
  ['apps/v1', 'Deployment', true],
  ['extensions/v1beta1', 'Deployment', true],
  ['apps/v1', 'StatefulSet', true],
  ['apps/v1', 'DaemonSet', true],
  ['apps/v1', 'ReplicaSet', true],
  ['batch/v1', 'Job', true],
  ['batch/v1beta1', 'CronJob', true],
  ['v1', 'ReplicationController', true],
  [undefined, 'Deployment', true],
  ['batch.volcano.sh/v1alpha1', 'Job', false],
  ['v1', 'Pod', false],
])('knows the workloads: %s %s: %s', (apiVersion, kind, expected) => {
  expect(isWorkload({ apiVersion, kind })).toBe(expected);
});

it('finds the template, also the one of a CronJob', () => {
  expect(templateOf({ kind: 'Deployment', spec: { template } })).toBe(template);
  expect(templateOf({ kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } })).toBe(template);
  expect(templateOf({ kind: 'CronJob', spec: { template } })).toBeUndefined();
  expect(templateOf({ kind: 'Job' })).toBeUndefined();
});

describe('unlistedWorkloads', () => {
  it('are all where no pods are listed, also one scaled to zero', () => {
    expect(unlisted([object('Deployment', 'a'), object('StatefulSet', 'b', {}, { replicas: 0 })])).toEqual([
      'Deployment a',
      'StatefulSet b',
    ]);
  });

  it('leave out a workload one of whose pods is listed', () => {
    const pods = [{ kind: 'Pod', metadata: { namespace: 'shop', name: 'b-0', ...owned('StatefulSet', 'b') } }];
    expect(unlisted([object('StatefulSet', 'b'), object('StatefulSet', 'c')], pods)).toEqual(['StatefulSet c']);
  });

  it('tell namespaces apart', () => {
    const pods = [{ kind: 'Pod', metadata: { namespace: 'other', name: 'b-0', ...owned('StatefulSet', 'b') } }];
    expect(unlisted([object('StatefulSet', 'b')], pods)).toEqual(['StatefulSet b']);
  });

  it('leave out a Deployment whose pods are listed, through its ReplicaSet or by the name alone', () => {
    const pods = [{ kind: 'Pod', metadata: { namespace: 'shop', name: 'w', ...owned('ReplicaSet', 'my-web-5d4f') } }];
    expect(unlisted([object('Deployment', 'my-web')], pods)).toEqual([]);
    expect(unlisted([object('Deployment', 'my')], pods)).toEqual(['Deployment my']);
    const replicaSet = object('ReplicaSet', 'my-web-5d4f', owned('Deployment', 'elsewhere'));
    expect(unlisted([replicaSet, object('Deployment', 'elsewhere')], pods)).toEqual([]);
  });

  it('leave out a CronJob one of whose Jobs has a listed pod', () => {
    const pods = [{ kind: 'Pod', metadata: { namespace: 'shop', name: 'x', ...owned('Job', 'clean-28391') } }];
    expect(unlisted([object('CronJob', 'clean')], pods)).toEqual([]);
  });

  it('take a listed owner for the workloads that it owns: old ReplicaSets make no pods', () => {
    const old = object('ReplicaSet', 'web-1', owned('Deployment', 'web'), { replicas: 0 });
    expect(unlisted([old, object('Deployment', 'web')])).toEqual(['Deployment web']);
    expect(unlisted([old])).toEqual([]);
  });

  it('leave out finished Jobs', () => {
    const job = (type: string, status: string) => ({
      ...object('Job', type),
      status: { conditions: [{ type, status }] },
    });
    expect(unlisted([job('Complete', 'True'), job('Failed', 'True'), job('Suspended', 'True')])).toEqual([
      'Job Suspended',
    ]);
    expect(unlisted([job('Complete', 'False')])).toEqual(['Job Complete']);
  });

  it('end although owners own each other', () => {
    const pods = [{ kind: 'Pod', metadata: { namespace: 'shop', name: 'p', ...owned('Job', 'a') } }];
    expect(unlisted([object('Job', 'a', owned('Job', 'b')), object('Job', 'b', owned('Job', 'a'))], pods)).toEqual([]);
  });

  it('do not count owners that do not control', () => {
    const reference = { kind: 'StatefulSet', name: 'b' };
    const pods = [{ kind: 'Pod', metadata: { namespace: 'shop', name: 'b-0', ownerReferences: [reference] } }];
    expect(unlisted([object('StatefulSet', 'b')], pods)).toEqual(['StatefulSet b']);
  });
});
