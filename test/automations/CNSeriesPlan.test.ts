import { resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesPlan';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { bundleAutomation } from '../../tools/build/bundle';
import { runBundle } from '../support/engine';
import { clusters, SHARED, server, SHOP, type Server } from './panorama';

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

test('a first plan creates everything, is proven, and needs approval because it enforces', () => {
  const at = server();
  const entry = plan({ objects: SHOP, cluster: 'shop' }, at);
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
    Approvals: ['external-address', 'first-enforce'],
    Errors: 0,
  });
  expect(data(entry).Created).toBeGreaterThan(12);
  expect(entry.HumanReadable).toContain('## Needs approval: shop');
  for (const title of ['Approval', 'Changes', 'Proof']) expect(entry.HumanReadable).toContain(`### ${title}\n`);
  expect(entry.HumanReadable).toContain('| create | rule | shop.\\_deny-both |');
  expect(entry.HumanReadable).toContain('| Verdict | equal |');
  expect(at.writes()).toBe(0);
});

test('the objects may come from an entry', () => {
  expect(plan({ entry_id: '1@2', cluster: 'shop' })).toEqual(plan({ objects: SHOP, cluster: 'shop' }));
});

test('an audited cluster needs no approval for its denies', () => {
  const at = server({ clusters: clusters({ enforcement: 'audit', guardRails: { approveExternal: [] } }) });
  const entry = plan({ objects: SHOP, cluster: 'shop' }, at);
  expect(data(entry)).toMatchObject({ Approvals: [], Verdict: 'equal', Refused: false });
  expect(entry.HumanReadable).toContain('## May be applied: shop');
  expect(entry.HumanReadable).toContain('cnseries.audit');
});

test('says how many of the isolated pods the firewall sees', () => {
  const entry = plan({ objects: `${SHOP}\n---${PODS}`, cluster: 'shop' });
  expect(entry.HumanReadable).toContain('1 of 2 isolated pods carry the firewall annotation.');
});

test('a profile that Panorama does not have is a preflight problem with a remedy, and the plan is refused', () => {
  const shared = SHARED.replace('<entry name="pci-strict">', '<entry name="other">');
  const entry = plan({ objects: SHOP, cluster: 'shop' }, server({ shared }));
  expect(data(entry)).toMatchObject({ Refused: true, Verdict: 'equal' });
  expect(data(entry).Reasons.join(' ')).toContain('"pci-strict" does not exist');
  expect(entry.HumanReadable).toContain('## Not to be applied: shop');
  expect(entry.HumanReadable).toContain('### Preflight problems');
});

test('a Panorama that does not know the device group is a problem, and there is no hash to approve', () => {
  const entry = plan(
    { objects: SHOP, cluster: 'shop' },
    server({ clusters: clusters({ deviceGroup: 'shop-clutser' }) }),
  );
  expect(data(entry)).toMatchObject({ Refused: true, Hash: '' });
  expect(data(entry).Reasons.join(' ')).toContain('There is no device group "shop-clutser"');
});

test('a document that cannot be read refuses the plan: its rules would be taken away', () => {
  const entry = plan({ objects: `${SHOP}\n---\nkind: [\n`, cluster: 'shop' });
  expect(data(entry)).toMatchObject({ Refused: true, Errors: 1 });
  expect(data(entry).Reasons[0]).toContain('the rules of what is missing would be taken away');
  expect(entry.HumanReadable).toContain('| object-unreadable |');
});

test('a cluster that cannot be translated has no plan, and says why', () => {
  const entry = plan({ objects: SHOP, cluster: 'shop' }, server({ clusters: clusters({ capacity: { rules: 3 } }) }));
  expect(data(entry)).toMatchObject({ Refused: true, Hash: '', Verdict: '', Rules: 0 });
  expect(entry.HumanReadable).toContain('| capacity |');
});

test.each([
  ['no objects', { cluster: 'shop' }, 'Give the objects of the cluster either as "objects" or by "entry_id".'],
  ['no cluster', { objects: SHOP }, 'The argument "cluster" is missing.'],
  ['an unknown cluster', { objects: SHOP, cluster: 'other' }, 'The settings of the cluster cannot be used'],
  ['broken last good versions', { objects: SHOP, cluster: 'shop', last_good: 'a: [\n b' }, 'The last good versions'],
] as const)('%s is a failure with a reason', (_title, args, reason) => {
  expect(plan(args)).toMatchObject({ Type: 4, Contents: expect.stringContaining(reason) as unknown });
});

test('it writes what its outputs say, and nothing else', () => {
  const written = Object.keys(data(plan({ objects: SHOP, cluster: 'shop' }))).map((key) => `CNSeries.Plan.${key}`);
  expect(written.sort()).toEqual(manifest.outputs.map(({ contextPath }) => contextPath).sort());
});

test.each(['node', 'es5', 'otto'] as const)('the built script gives what its source gives: %s', async (engine) => {
  const code = await bundleAutomation(resolve(__dirname, '../..'), manifest.name);
  const args = { objects: SHOP, cluster: 'shop' };
  const { executeCommand } = server().host;
  const stub = { args, executeCommand: (name: string, given: unknown) => executeCommand(name, given as never) };
  expect(runBundle(code, stub, engine)).toEqual([plan(args)]);
});
