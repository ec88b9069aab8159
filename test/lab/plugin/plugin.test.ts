import { pluginTags, type PluginObject } from '../../../tools/lab/plugin/plugin';

const POD: PluginObject = {
  kind: 'Pod',
  metadata: {
    name: 'web-1',
    namespace: 'shop',
    labels: { app: 'web', 'app.kubernetes.io/name': 'web' },
    ownerReferences: [{ kind: 'ReplicaSet', name: 'web-5d4' }],
  },
  status: { phase: 'Running', podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] },
};
const SERVICE: PluginObject = {
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', labels: { tier: 'front' } },
  spec: { clusterIP: '10.96.0.1', selector: { app: 'web' } },
};

const tagsOf = (objects: readonly PluginObject[], address: string, hostNetwork = true) =>
  [...(pluginTags(objects, { cluster: 'c', hostNetwork }).get(address) ?? [])].sort();

it('a pod has its namespace, labels, owner and Services as tags, on each of its addresses', () => {
  const tags = [
    'k8s.cl_c.ns_shop',
    'k8s.cl_c.ns_shop.app.kubernetes.io/name.web',
    'k8s.cl_c.ns_shop.app.web',
    'k8s.cl_c.ns_shop.rs_web-5d4',
    'k8s.cl_c.ns_shop.svc_web',
  ];
  expect(tagsOf([POD, SERVICE], '10.0.0.1')).toEqual(tags);
  expect(tagsOf([POD, SERVICE], 'fd00::1')).toEqual(tags);
});

it('a Service has its namespace, its own labels and itself as tags; a headless one has no address', () => {
  expect(tagsOf([POD, SERVICE], '10.96.0.1')).toEqual([
    'k8s.cl_c.ns_shop',
    'k8s.cl_c.ns_shop.svc_web',
    'k8s.cl_c.ns_shop.tier.front',
  ]);
  const headless = { ...SERVICE, spec: { clusterIP: 'None', selector: { app: 'web' } } };
  expect([...pluginTags([headless], { cluster: 'c' }).keys()]).toEqual([]);
});

it('a pod that has ended is not told, nor one of the host network where the plugin leaves those out', () => {
  expect(tagsOf([{ ...POD, status: { ...POD.status, phase: 'Succeeded' } }], '10.0.0.1')).toEqual([]);
  const host = { ...POD, spec: { hostNetwork: true } };
  expect(tagsOf([host], '10.0.0.1')).not.toEqual([]);
  expect(tagsOf([host], '10.0.0.1', false)).toEqual([]);
});

it('a Service of another namespace, and one without selector, select nothing', () => {
  const other = { ...SERVICE, metadata: { name: 'web', namespace: 'other' } };
  const open = { ...SERVICE, spec: { clusterIP: '10.96.0.2' } };
  expect(tagsOf([POD, other, open], '10.0.0.1').filter((tag) => tag.includes('svc_'))).toEqual([]);
});
