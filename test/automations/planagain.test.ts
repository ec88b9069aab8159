import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as commitManifest, run as runCommit } from '../../scripts/automations/CNSeriesCommit';
import { manifest, run } from '../../scripts/automations/CNSeriesPlan';
import { manifest as pushManifest, run as runPush } from '../../scripts/automations/CNSeriesPush';
import { canonicalJson } from '../../scripts/policy/text/canonical';
import { sha256 } from '../../scripts/policy/text/sha256';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { Host } from '../../scripts/xsoar/host';
import { foreignRule } from '../../tools/lab/panorama';
import { asJson, clusters, server, SHOP, snapshotOf, UID, type Server } from './panorama';

/** What a plan remembers for the next one, and when that is not used. */

type Data = Readonly<Record<string, unknown>> & { readonly Done: boolean; readonly Hash: string };

function only(entries: readonly WarRoomEntry[]): WarRoomEntry {
  expect(entries).toHaveLength(1);
  expect(entries[0].Type === 1 ? '' : entries[0].Contents).toBe('');
  return entries[0];
}

function dataOf(entry: WarRoomEntry): Data {
  return entry.Contents as Data;
}

function isEarlier({ HumanReadable }: WarRoomEntry): boolean {
  return (HumanReadable ?? '').includes(EARLIER);
}

function plan(at: Server, more: object = {}, incident?: Host['incident']): WarRoomEntry {
  return only(runAutomation(manifest, run, { args: { cluster: 'shop', ...more }, ...at.host, incident }));
}

function untilDone(work: () => readonly WarRoomEntry[]): Data {
  for (let round = 0; round < 50; round++) {
    const data = dataOf(only(work()));
    if (data.Done) return data;
  }
  throw new Error('It does not end.');
}

function apply(at: Server, hash: string): Data {
  const approval = { cluster: 'shop', plan_hash: hash, approver: 'alice' };
  only(runAutomation(approveManifest, runApprove, { args: approval, ...at.host }));
  return untilDone(() =>
    runAutomation(applyManifest, runApply, { args: { cluster: 'shop', plan_hash: hash }, ...at.host }),
  );
}

/** The cluster as the watcher shows it, which a test may change. */
interface World {
  id: string;
  text: string;
}

/** A server whose firewalls hold the rules of examples/shop, before anybody planned again. */
function live(): { readonly at: Server; readonly world: World } {
  const world: World = { id: 's1', text: SHOP };
  const at = server({ snapshot: () => snapshotOf(world.id, world.text) });
  expect(apply(at, dataOf(plan(at)).Hash)).toMatchObject({ Outcome: 'applied' });
  const args = { cluster: 'shop' };
  untilDone(() => runAutomation(commitManifest, runCommit, { args, ...at.host }));
  untilDone(() => runAutomation(pushManifest, runPush, { args, ...at.host }));
  return { at, world };
}

const STANDING = 'CNSeries State shop standing';
const PLAN = 'CNSeries State shop plan';
const EARLIER = '| Proved | in an earlier run, over the same policies, objects, settings and rules |';

/** Whether the next plan is the remembered one: nothing but that holds a proof then. */
function isStanding(at: Server, more: object = {}): boolean {
  at.lists.delete(PLAN);
  return isEarlier(plan(at, more));
}

/** A server that remembers a plan without changes. */
function remembered(): { readonly at: Server; readonly world: World } {
  const made = live();
  expect(dataOf(plan(made.at)).State).toBe('unchanged');
  expect(made.at.lists.has(STANDING)).toBe(true);
  return made;
}

function asAdmin(at: Server, params: object): void {
  const all = { key: 'key-alice', type: 'config', ...params };
  at.panorama.handle({ method: 'POST', path: '/api/', params: all });
}

const GROUP = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']";
const RULES = `${GROUP}/pre-rulebase/security/rules`;

it('the second plan without a change says the same, with the proof of the first', () => {
  const { at } = live();
  const before = plan(at);
  const isProvedBefore = isEarlier(before);
  const record = at.lists.get(PLAN);
  at.lists.delete(PLAN);
  const writes = at.writes();

  const again = plan(at);

  expect(again.Contents).toEqual(before.Contents);
  expect(isProvedBefore).toBe(true);
  expect(again.HumanReadable).toBe(before.HumanReadable);
  expect(at.lists.get(PLAN)).toBe(record);
  expect(at.writes()).toBe(writes);
  expect(dataOf(again)).toMatchObject({ State: 'unchanged', Verdict: 'equal', SnapshotId: 's1' });
});

it('it is used again and again, also in an incident, whose policies are named', () => {
  const { at } = remembered();
  for (let round = 0; round < 3; round++) expect(isStanding(at)).toBe(true);
  const change = { action: 'changed', kind: 'NetworkPolicy', namespace: 'shop', name: 'web', uid: '' };
  const incident = {
    id: '7',
    type: 'CN-Series Policy Change',
    rawJSON: JSON.stringify({ changes: [change, { ...change, name: 'gone' }, { ...change, kind: 'Service' }] }),
  };
  at.lists.delete(PLAN);
  const entry = only(
    runAutomation(manifest, run, {
      args: { cluster: 'shop' },
      ...at.host,
      incident,
      executeCommand: (name, args) => (name === 'setIncident' ? [] : at.host.executeCommand(name, args)),
    }),
  );
  expect(entry.HumanReadable).toContain(EARLIER);
  expect(dataOf(entry).Policies).toMatchObject([{ Namespace: 'shop', Name: 'web', State: 'accepted' }]);
});

it('what is remembered is bound to the same approval hash: applying it finds nothing to do', () => {
  const { at } = remembered();
  expect(isStanding(at)).toBe(true);
  const again = dataOf(plan(at));
  const args = { cluster: 'shop', plan_hash: again.Hash };
  const applied = untilDone(() => runAutomation(applyManifest, runApply, { args, ...at.host }));
  expect(applied).toMatchObject({ Outcome: 'unchanged', Hash: again.Hash });
});

const OTHER_POLICY = `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: other, namespace: shop, uid: u-other }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress], ingress: [{ ports: [{ port: 81 }] }] }
`;

/** Each changes one thing that a plan rests on. */
const CHANGES: readonly (readonly [what: string, change: (at: Server, world: World) => void])[] = [
  ['the snapshot', (_at, world) => (world.id = 's2')],
  [
    'a policy',
    (_at, world) => {
      world.id = 's3';
      world.text = SHOP + OTHER_POLICY;
    },
  ],
  ['a setting of the cluster', (at) => at.lists.set('CNSeries Clusters', clusters({ guardRails: { maxMoves: 49 } }))],
  ['enforcement', (at) => at.lists.set('CNSeries Clusters', clusters({ enforcement: 'audit' }))],
  ['the UID that the profile names', (at) => at.lists.set('CNSeries Clusters', clusters({ clusterUID: UID }))],
  [
    'a security service',
    (at) =>
      at.lists.set(
        'CNSeries Security Services',
        JSON.stringify({ services: { dns: { description: 'd', owner: 'o', attributes: { appid: 'dns' } } } }),
      ),
  ],
  [
    'what is known of others',
    (at) => {
      edited(at, 'identity', (value) => ({ ...value, foreignHash: 'f' }));
    },
  ],
  [
    'who was left out',
    (at) => {
      edited(at, 'identity', (value) => ({ ...value, leftOut: ['shop/x'] }));
    },
  ],
  [
    'a last good version',
    (at) => {
      edited(at, 'last-good', (value) => ({ policies: (value.policies as readonly unknown[]).slice(1) }));
    },
  ],
  [
    'a decision about a policy',
    (at) => {
      const policy = { namespace: 'shop', name: 'web', uid: 'u', by: 'alice', time: '2026-01-01T00:00:00Z' };
      const record = { asked: [], closed: [policy], left: [] };
      at.lists.set('CNSeries State shop closings', JSON.stringify({ value: record }));
    },
  ],
  [
    'a rule of the block',
    (at) => {
      const xpath = `${RULES}/entry[@name='shop._deny-both']`;
      asAdmin(at, { action: 'set', xpath, element: '<disabled>yes</disabled>' });
    },
  ],
  [
    'a rule of others',
    (at) => {
      asAdmin(at, { action: 'set', xpath: RULES, element: foreignRule('theirs') });
    },
  ],
  [
    'an object of others',
    (at) => {
      const element = '<entry name="shop.x"><dynamic><filter>\'x\'</filter></dynamic></entry>';
      asAdmin(at, { action: 'set', xpath: `${GROUP}/address-group`, element });
    },
  ],
];

it.each(CHANGES)('it is not used when there is another one of this: %s', (_what, change) => {
  const { at, world } = remembered();
  change(at, world);
  expect(isStanding(at)).toBe(false);
});

function edited(at: Server, kind: string, change: (value: Record<string, unknown>) => object): void {
  const name = `CNSeries State shop ${kind}`;
  const document = JSON.parse(at.lists.get(name) ?? '{}') as { readonly value: Record<string, unknown> };
  at.lists.set(name, canonicalJson({ value: change(document.value) }));
}

it.each(['run by hand with objects', 'run with other settings'] as const)('it is not used in a %s', (how) => {
  const { at } = remembered();
  const more = how === 'run with other settings' ? { profile: clusters() } : { objects: asJson() };
  expect(isStanding(at, more)).toBe(false);
});

it('what the preflight finds is found by each run', () => {
  const { at } = remembered();
  asAdmin(at, { type: 'op', cmd: '<request><config-lock><add><comment>x</comment></add></config-lock></request>' });
  at.lists.delete(PLAN);
  const entry = plan(at);
  expect(dataOf(entry)).toMatchObject({ State: 'refused' });
  expect(entry.HumanReadable).not.toContain(EARLIER);
});

interface Standing {
  readonly [field: string]: unknown;
}

function standing(at: Server): Standing {
  return (JSON.parse(at.lists.get(STANDING) ?? '{}') as { readonly value: Standing }).value;
}

function sealed(content: Standing): object {
  const rest = { ...content, seal: undefined };
  return { value: { ...rest, seal: sha256(canonicalJson(rest)) } };
}

it('a record that somebody edited is not used, whatever was edited', () => {
  const { at } = remembered();
  const whole = standing(at);
  for (const field of Object.keys(whole)) {
    const value = whole[field];
    const other =
      typeof value === 'string'
        ? `${value} `
        : Array.isArray(value)
          ? [...(value as unknown[]), 1]
          : { ...(value as object), x: 1 };
    for (const record of [
      { ...whole, [field]: other },
      { ...whole, [field]: undefined },
      { ...whole, [field]: null },
    ]) {
      at.lists.set(STANDING, JSON.stringify({ value: record }));
      expect([field, isStanding(at)]).toEqual([field, false]);
    }
  }
  for (const text of ['', '{}', '[]', 'null', '{"value":7}', '{"value":{}}', 'x']) {
    at.lists.set(STANDING, text);
    expect([text, isStanding(at)]).toEqual([text, false]);
  }
  // Each of these runs wrote it anew.
  expect(isStanding(at)).toBe(true);
});

it('a record of another build is not used, though it be whole', () => {
  const { at } = remembered();
  const record = standing(at);
  expect(record.inputs).toContain('["sources",');
  const inputs = String(record.inputs).replace('["sources",', '["1.0.1",');
  at.lists.set(STANDING, JSON.stringify(sealed({ ...record, inputs })));
  expect(isStanding(at)).toBe(false);
});

it('a record without its lists, with others, or with those of another plan is not used', () => {
  for (const content of [undefined, 'x', '']) {
    const { at } = remembered();
    if (content === undefined) at.lists.delete(`${STANDING} 1`);
    else at.lists.set(`${STANDING} 1`, content);
    expect(isStanding(at)).toBe(false);
  }
  const { at } = remembered();
  at.lists.set(STANDING, JSON.stringify(sealed({ ...standing(at), mark: 'other' })));
  expect(isStanding(at)).toBe(false);
});

it('a plan with changes, or of a cluster with a refused policy, is not remembered so', () => {
  const world = { text: SHOP };
  const at = server({ snapshot: () => snapshotOf('s1', world.text) });
  plan(at);
  expect(at.lists.has(STANDING)).toBe(false);
  const REFUSED = OTHER_POLICY.replace('[{ port: 81 }]', '[{ port: 81, protocol: SCTP }]');
  world.text = SHOP + REFUSED;
  expect(apply(at, dataOf(plan(at)).Hash)).toMatchObject({ Outcome: 'applied' });
  const args = { cluster: 'shop' };
  untilDone(() => runAutomation(commitManifest, runCommit, { args, ...at.host }));
  untilDone(() => runAutomation(pushManifest, runPush, { args, ...at.host }));
  expect(dataOf(plan(at))).toMatchObject({ State: 'unchanged', Errors: 1 });
  expect(at.lists.has(STANDING)).toBe(false);
});

describe('a proof alone', () => {
  function provedEarlier(at: Server, more: object = {}): boolean {
    return isEarlier(plan(at, more));
  }

  function planned(): { readonly at: Server; readonly world: World } {
    const world: World = { id: 's1', text: SHOP };
    const at = server({ snapshot: () => snapshotOf(world.id, world.text) });
    expect(provedEarlier(at)).toBe(false);
    return { at, world };
  }

  it('is used by the next plan, also when Panorama changed', () => {
    const { at } = planned();
    expect(provedEarlier(at)).toBe(true);
    asAdmin(at, { action: 'set', xpath: RULES, element: foreignRule('theirs') });
    expect(provedEarlier(at)).toBe(true);
  });

  it.each(CHANGES.slice(0, 6))('is not used when there is another one of this: %s', (_what, change) => {
    const { at, world } = planned();
    change(at, world);
    expect(provedEarlier(at)).toBe(false);
  });

  it('is not used for objects that were handed over', () => {
    const { at } = planned();
    expect(provedEarlier(at, { objects: asJson() })).toBe(false);
    expect(provedEarlier(at, { objects: asJson() })).toBe(false);
  });

  it.each([
    ['another verdict', { verdict: 'different' }],
    ['a proof with another verdict', { proof: { verdict: 'nothing' } }],
    ['no proof', { proof: undefined }],
    ['half a proof', { proof: { verdict: 'equal', reason: 'x', exceptions: [] } }],
    ['another key', { proofKey: 'x' }],
  ])('is not used when somebody edited it: %s', (_what, change) => {
    const { at } = planned();
    edited(at, 'plan', (value) => ({ ...value, ...change }));
    expect(provedEarlier(at)).toBe(false);
    expect(provedEarlier(at)).toBe(true);
  });

  it('a damaged list is written anew', () => {
    const { at } = planned();
    at.lists.set(PLAN, 'x');
    expect(provedEarlier(at)).toBe(false);
    expect(provedEarlier(at)).toBe(true);
  });
});
