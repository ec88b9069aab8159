import {
  commitAsAdmin,
  diligent,
  ends,
  inPlace,
  live,
  names,
  openAdversity,
  outcome,
  reference,
  settle,
} from '../adversity';
import { apply, fetch, SHOP } from '../support';
import { APPROVE_ALWAYS, CHANGE, changing, data, nobody } from './changing';

/** What other people and other clusters do to Panorama while a change is on its way. */

const GROUP =
  "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase/security/rules";
const NOTHING = reference([]);
const WANTED = reference([CHANGE]);

function rule(name: string): string {
  const members = ['from', 'to', 'source', 'application', 'service'].map(
    (tag) => `<${tag}><member>any</member></${tag}>`,
  );
  return `<entry name="${name}">${members.join('')}<destination><member>192.0.2.9</member></destination><action>allow</action></entry>`;
}

describe('others at work', () => {
  it('firewalls that cannot be read before the commit keep no foreign commit from being held', () => {
    const path = inPlace();
    path.admin({ type: 'config', action: 'set', xpath: GROUP, element: rule('foreign') });
    commitAsAdmin(path);
    apply(path, [CHANGE]);
    path.panoramaFaults([{ fault: { kind: 'lost-request' }, content: '<devicegroups>', times: 2 }]);
    fetch(path);
    expect(names(settle(path, nobody))).toEqual(['Push Despite Changes of Others']);
    for (const { serial } of [1, 2, 3, 4].map((number) => ({ serial: `00000000000000${number}` }))) {
      expect(path.panorama.deviceRules(serial).join('')).not.toContain('foreign');
    }
  });

  it('a lock of somebody else: nothing is written until it is released', () => {
    const path = inPlace();
    const lock = (markup: string) =>
      path.admin({ type: 'op', cmd: `<request><config-lock>${markup}</config-lock></request>`, vsys: 'shop-cluster' });
    lock('<add><comment>mine</comment></add>');
    apply(path, [CHANGE]);
    fetch(path);
    expect(names(settle(path))).toEqual(['Resolve What Stands in the Way']);
    expect(live(path)).toEqual((NOTHING as { readonly live: unknown }).live);
    lock('<remove></remove>');
    settle(path, diligent);
    expect(ends(path)).toEqual(['closed effective']);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('a foreign pending change between plan and apply: the approved plan is not written on top of it', () => {
    const path = changing(APPROVE_ALWAYS);
    settle(path, nobody);
    path.admin({ type: 'config', action: 'set', xpath: GROUP, element: rule('foreign') });
    expect(names(settle(path))).toEqual(['Resolve What Stands in the Way']);
    expect(path.kubectl.eventsOf('shop', 'new').at(-1)?.message).toContain('admin has uncommitted changes');
    commitAsAdmin(path);
    expect(names(settle(path, diligent))).toEqual([]);
    expect(ends(path)).toEqual(['closed effective']);
  });

  it('the passive peer of an HA pair gets nothing', () => {
    const path = openAdversity({ panorama: { highAvailability: 'passive' } });
    apply(path, SHOP);
    fetch(path);
    expect(names(settle(path))).toEqual(['Resolve What Stands in the Way']);
    expect(live(path)).toHaveLength(1);
  });

  it.each([
    ['2.5.1', '11.0.0'],
    ['1.14.22', '11.0.0'],
    ['1.14.22', '11.1.4'],
  ] as const)('PAN-OS integration %s, Panorama %s: other changes never go live with ours', (panos, version) => {
    const path = inPlace({ panos, panorama: { version } });
    path.admin({ type: 'config', action: 'set', xpath: '/config/shared/tag', element: '<entry name="pending"/>' });
    apply(path, [CHANGE]);
    fetch(path);
    const isFull = version === '11.0.0';
    expect(names(settle(path))).toEqual(isFull ? ['Resolve the Failed Commit'] : []);
    expect(path.admin({ type: 'config', action: 'show', xpath: '/config/shared/tag' })).not.toContain('pending');
    commitAsAdmin(path);
    settle(path, diligent);
    if (!isFull) expect(ends(path)).toEqual(['closed effective']);
    expect(live(path)).toEqual((WANTED as { readonly live: unknown }).live);
  });

  it('what another cluster left uncommitted in a sibling device group stays there', () => {
    const path = inPlace();
    const list = path.server.list('CNSeries Clusters') ?? '';
    const { clusters } = JSON.parse(list) as { readonly clusters: { readonly shop: object } };
    const test = { ...clusters.shop, deviceGroup: 'test-cluster' };
    path.server.setList('CNSeries Clusters', JSON.stringify({ clusters: { ...clusters, test } }));
    const entry = path.server.upload('cluster.json', JSON.stringify({ kind: 'List', items: SHOP }), 'alice');
    const run = (line: string) => data(path, line, 'alice');
    const { Hash } = run(`!CNSeriesPlan cluster=test entry_id=${entry}`);
    run(`!CNSeriesApprove cluster=test plan_hash=${String(Hash)}`);
    expect(run(`!CNSeriesApply cluster=test plan_hash=${String(Hash)} entry_id=${entry}`)).toMatchObject({
      Outcome: 'applied',
    });
    apply(path, [CHANGE]);
    fetch(path);
    expect(names(settle(path))).toEqual([]);
    expect(outcome(path)).toEqual(WANTED);
    const sibling = GROUP.replace('shop-cluster', 'test-cluster');
    expect(path.admin({ type: 'config', action: 'show', xpath: sibling })).not.toContain('test.');
    expect(path.admin({ type: 'config', action: 'get', xpath: sibling })).toContain('test.');
  });

  it('rules that an analyst applied and began to commit by hand are pushed by the incident', () => {
    const path = changing(APPROVE_ALWAYS);
    settle(path, nobody);
    const { Hash } = data(path, '!CNSeriesPlan cluster=shop', 'alice');
    for (const name of ['CNSeriesApprove', 'CNSeriesApply']) {
      data(path, `!${name} cluster=shop plan_hash=${String(Hash)}`, 'alice');
    }
    for (let step = 0; step < 3; step++) data(path, '!CNSeriesCommit cluster=shop', 'analyst');
    expect(names(settle(path))).toEqual([]);
    expect(ends(path)).toEqual(['closed effective']);
    expect(outcome(path)).toEqual(WANTED);
  });
});
