import { outputPaths } from '../../scripts/xsoar/outputs';
import { resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesPlan';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { bundleAutomation } from '../../tools/build/bundles/bundle';
import { runBundle } from '../support/engine';
import { asJson, clusters, server, SHOP, snapshotOf, UID, type Server } from './panorama';
import { shownMarkdown } from '../support/markdown';

function plan(args: CommandArguments, at: Server = server()): WarRoomEntry {
  const entries = runAutomation(manifest, run, { args, ...at.host });
  expect(entries).toHaveLength(1);
  return entries[0];
}

/** What the automation puts into the context. */
function data(entry: WarRoomEntry): Record<string, unknown> & { readonly Reasons: readonly string[] } {
  expect(entry.Type === 1 ? '' : entry.Contents).toBe('');
  return entry.Contents as never;
}

/** The pods of examples/shop's web workload, one of two with the annotation of the firewall. */
const PODS = [1, 2]
  .map(
    (number) => `
apiVersion: v1
kind: Pod
metadata:
  name: web-${number}
  namespace: shop
  labels: { app: web, tier: front }
  annotations: ${number === 1 ? '{ paloaltonetworks.com/firewall: pan-fw }' : '{}'}
spec: { containers: [] }
status: { phase: Running, podIP: 10.244.1.${number} }`,
  )
  .join('\n---');

it('a first plan creates everything, is proven, and needs approval because it enforces', () => {
  const at = server();
  const entry = plan({ objects: asJson(), cluster: 'shop' }, at);
  expect(data(entry)).toMatchObject({
    Cluster: 'shop',
    DeviceGroup: 'shop-cluster',
    Hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    Rules: 12,
    Changed: 0,
    Deleted: 0,
    Verdict: 'equal',
    Refused: false,
    Reasons: [],
    Approvals: [
      'Rules allow connections with external networks.',
      'Isolation is enforced for the first time: connections will be denied.',
      'Rules of others decide before the managed ones.',
    ],
    Errors: 0,
  });
  expect(data(entry).Created).toBeGreaterThan(12);
  const shown = shownMarkdown(entry.HumanReadable);
  expect(shown).toContain('## Needs approval: shop');
  for (const title of ['Approval', 'New rules (12)', 'Proof', 'Objects']) expect(shown).toContain(`### ${title}\n`);
  expect(shown).toContain('| shop._deny-both | shop._isolated-egress | shop._isolated-ingress |');
  expect(shown).toContain('| Verdict | equal |');
  expect(at.writes()).toBe(0);
});

it('the objects may come from an entry', () => {
  expect(plan({ entry_id: '1@2', cluster: 'shop' })).toEqual(plan({ objects: asJson(), cluster: 'shop' }));
});

it('without objects, the watcher is asked for a snapshot, by the only active instance', () => {
  const at = server({ snapshot: () => snapshotOf('s1') });
  const entry = plan({ cluster: 'shop' }, at);
  expect(data(entry)).toMatchObject({ SnapshotId: 's1', State: 'needs-approval', Rules: 12 });
  expect(at.executed).toEqual([{ name: 'cnseries-get-snapshot', args: { using: 'shop watcher' } }]);
  plan({ cluster: 'shop', snapshot_id: 's1' }, at);
  expect(at.executed[1].args).toEqual({ snapshot_id: 's1', using: 'shop watcher' });
});

it('a snapshot that the watcher no longer has is taken anew', () => {
  const commands = {
    'cnseries-get-snapshot': (args: CommandArguments) =>
      args.snapshot_id === undefined
        ? [{ Type: 1, Contents: snapshotOf('s2') }]
        : [{ Type: 4, Contents: 'The snapshot is gone.' }],
  };
  expect(data(plan({ cluster: 'shop', snapshot_id: 's1' }, server({ commands })))).toMatchObject({ SnapshotId: 's2' });
});

it.each([
  ['of another cluster', { Cluster: 'test' }, 'watches the cluster "test", not "shop"'],
  ['that is not whole', { Lists: { pods: { resourceVersion: '1', complete: false } } }, 'these lists are cut: pods'],
  ['of a later form', { Format: 3 }, 'in the form 3, and these automations read the form 2'],
  ['without objects', { Objects: undefined }, 'the watcher answered with something else'],
] as const)('a snapshot %s is a failure', (_title, more, reason) => {
  const entry = plan({ cluster: 'shop' }, server({ snapshot: () => snapshotOf('s1', SHOP, more) }));
  expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining(reason) as unknown });
});

it('what the watcher says against a snapshot is the failure', () => {
  const commands = { 'cnseries-get-snapshot': () => [{ Type: 4, Contents: 'cannot list pods: forbidden' }] };
  expect(plan({ cluster: 'shop' }, server({ commands }))).toMatchObject({
    Type: 4,
    Contents: 'There is no snapshot of the cluster shop: cannot list pods: forbidden',
  });
});

it('another cluster behind the same name is refused, and accepted when the profile names it', () => {
  const at = server({ snapshot: () => snapshotOf('s1') });
  at.lists.set('CNSeries State shop identity', '{"value":{"uid":"uid-0"}}');
  expect(plan({ cluster: 'shop' }, at)).toMatchObject({
    Type: 4,
    Contents: expect.stringContaining('Another cluster stands behind the watcher of "shop" than before') as unknown,
  });
  at.lists.set('CNSeries Clusters', clusters({ clusterUID: UID }));
  expect(data(plan({ cluster: 'shop' }, at))).toMatchObject({ State: 'needs-approval' });
});

it('in an incident, the plan is noted on it, and the changed policies are named', () => {
  const change = { action: 'modified', kind: 'NetworkPolicy', namespace: 'shop', name: 'basket', uid: 'u' };
  const at = server({
    snapshot: () => snapshotOf('s1'),
    incident: { id: '7', type: 'CN-Series Policy Change', rawJSON: JSON.stringify({ changes: [change] }) },
    commands: { setIncident: () => [{ Type: 1, Contents: 'done' }] },
  });
  const entry = plan({ cluster: 'shop' }, at);
  expect(data(entry).Policies).toEqual([
    { Namespace: 'shop', Name: 'basket', UID: '', State: 'accepted', Message: '' },
  ]);
  const noted = at.executed.find(({ name }) => name === 'setIncident');
  expect(noted?.args).toEqual({
    cnseriesplan: entry.HumanReadable,
    cnseriesplanhash: data(entry).Hash,
    cnseriesverdict: 'equal',
  });
});

it('a refused policy is named with the reason and the remedy for its author', () => {
  const text = SHOP.replace('np.panw.com/appid: redis', 'np.panw.com/appidd: redis');
  const [state] = data(plan({ objects: asJson(text), cluster: 'shop' })).Policies as Record<string, string>[];
  expect(state).toMatchObject({ Namespace: 'shop', Name: 'basket', State: 'refused' });
  expect(state?.Message).toMatch(/appidd.*It has no rules\.$/);
});

it('an audited cluster in one zone needs no approval for its denies', () => {
  const zones = { from: ['pods'], to: ['pods'] };
  const at = server({
    clusters: clusters({ enforcement: 'audit', zones, guardRails: { approveExternal: [] } }),
    panorama: { deviceGroups: [{ name: 'shop-cluster' }] },
  });
  const entry = plan({ objects: asJson(), cluster: 'shop' }, at);
  expect(data(entry)).toMatchObject({ Approvals: [], Verdict: 'equal', Refused: false });
  expect(shownMarkdown(entry.HumanReadable)).toContain('## May be applied: shop');
  expect(shownMarkdown(entry.HumanReadable)).toContain('cnseries.audit');
});

it('says how many of the isolated pods the firewall sees', () => {
  const entry = plan({ objects: asJson(`${SHOP}\n---${PODS}`), cluster: 'shop' });
  expect(shownMarkdown(entry.HumanReadable)).toContain('1 of 2 isolated pods carry the firewall annotation.');
});

it('a profile of the defaults that Panorama does not have is a preflight problem, and the plan is refused', () => {
  const at = server({ clusters: clusters({ defaults: { logprofile: 'siem' } }) });
  const entry = plan({ objects: asJson(), cluster: 'shop' }, at);
  expect(data(entry)).toMatchObject({ Refused: true, Verdict: 'equal' });
  expect(data(entry).Reasons.join(' ')).toContain('"siem" does not exist');
  expect(shownMarkdown(entry.HumanReadable)).toContain('## Not to be applied: shop');
  expect(shownMarkdown(entry.HumanReadable)).toContain('### Preflight problems');
});

it('a Panorama that does not know the device group is a problem, and there is no hash to approve', () => {
  const entry = plan(
    { objects: asJson(), cluster: 'shop' },
    server({ clusters: clusters({ deviceGroup: 'shop-clutser' }) }),
  );
  expect(data(entry)).toMatchObject({ Refused: true, Hash: '' });
  expect(data(entry).Reasons.join(' ')).toContain('There is no device group "shop-clutser"');
});

it('a document that cannot be read refuses the plan: its rules would be taken away', () => {
  const entry = plan({ objects: `${asJson()}\n{"kind": [`, cluster: 'shop' });
  expect(data(entry)).toMatchObject({ Refused: true, Errors: 1 });
  expect(data(entry).Reasons[0]).toContain('the rules of what is missing would be taken away');
  expect(shownMarkdown(entry.HumanReadable)).toContain('| object-unreadable |');
});

it('objects of a whole cluster are JSON: YAML is named as what cannot be read', () => {
  const entry = plan({ objects: SHOP, cluster: 'shop' });
  expect(data(entry)).toMatchObject({ Refused: true, Errors: 1 });
  expect(shownMarkdown(entry.HumanReadable)).toContain('here, only JSON is read, as "kubectl get -o json" prints it');
});

it('a list in YAML is one error that says how to convert it', () => {
  const yaml = 'clusters:\n  shop:\n    deviceGroup: shop-cluster\n';
  expect(plan({ objects: asJson(), cluster: 'shop' }, server({ clusters: yaml }))).toMatchObject({
    Type: 4,
    Contents:
      'The settings of the cluster cannot be used. list CNSeries Clusters: The document cannot be read: it is not JSON (from line 1 on). ' +
      'Lists and arguments hold one JSON document. Convert YAML, for example with "yq -o=json profile.yaml".',
  });
});

it('a cluster that cannot be translated has no plan, and says why', () => {
  const entry = plan(
    { objects: asJson(), cluster: 'shop' },
    server({ clusters: clusters({ capacity: { rules: 3 } }) }),
  );
  expect(data(entry)).toMatchObject({ Refused: true, Hash: '', Verdict: '', Rules: 0 });
  expect(shownMarkdown(entry.HumanReadable)).toContain('| capacity |');
});

it.each([
  ['objects twice', { cluster: 'shop', objects: asJson(), entry_id: '1@2' }, 'Give the cluster in one way'],
  ['objects and a snapshot', { cluster: 'shop', objects: asJson(), snapshot_id: 's1' }, 'Give the cluster in one way'],
  ['no cluster', { objects: asJson() }, 'The argument "cluster" is missing.'],
  ['an unknown cluster', { objects: asJson(), cluster: 'other' }, 'The settings of the cluster cannot be used'],
  ['broken last good versions', { objects: asJson(), cluster: 'shop', last_good: '{"a": [' }, 'The last good versions'],
] as const)('%s is a failure with a reason', (_title, args, reason) => {
  expect(plan(args)).toMatchObject({ Type: 4, Contents: expect.stringContaining(reason) as unknown });
});

it('it writes what its outputs say, and nothing else', () => {
  const text = SHOP.replace('np.panw.com/appid: redis', 'np.panw.com/appidd: redis');
  const { Policies, ...rest } = data(plan({ objects: asJson(text), cluster: 'shop' }));
  const policy = Object.keys((Policies as object[])[0] ?? {}).map((key) => `CNSeries.Plan.Policies.${key}`);
  const written = Object.keys(rest)
    .map((key) => `CNSeries.Plan.${key}`)
    .concat(policy);
  expect(written.sort()).toEqual(
    outputPaths(manifest.outputs)
      .map(({ contextPath }) => contextPath)
      .sort(),
  );
});

it.each(['node', 'es5', 'otto'] as const)('the built script gives what its source gives: %s', async (engine) => {
  const code = await bundleAutomation(resolve(__dirname, '../..'), manifest.name);
  const args = { objects: asJson(), cluster: 'shop' };
  const { executeCommand } = server().host;
  const stub = { args, executeCommand: (name: string, given: unknown) => executeCommand(name, given as never) };
  expect(runBundle(code, stub, engine)).toEqual([plan(args)]);
});
