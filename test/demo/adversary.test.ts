import { entryText, textOf } from '../../tools/lab/xsoar';
import {
  agreeing,
  commitAsAdmin,
  diligent,
  ends,
  everything,
  inPlace,
  isLocked,
  live,
  names,
  openAdversity,
  outcome,
  pushAsAdmin,
  reference,
  setProfile,
  settle,
  stepInto,
  type Adversity,
  type Person,
} from './adversity';
import { apply, fetch, policy, SHOP } from './support';

/** What other people, other incidents and an unlucky setting do to a change; the rules must be right, or somebody asked. */

const EVERY = process.env.CNSERIES_CASES !== undefined;
const GROUP =
  "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase/security/rules";
const CHANGE = policy('new', 7001);
const NOTHING = reference([]);
const WANTED = reference([CHANGE]);
const BY_HAND = { autoCommit: false, autoPush: false };
const APPROVE_ALWAYS = { guardRails: { approveAlways: true } };
const nobody: Person = () => undefined;

/** A policy whose plan needs approval: all pods of the namespace may reach everything outside. */
const OPEN = {
  ...policy('open', 7009),
  spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] },
};

/** The cluster in place, and a change on its way. */
function changing(profile: object = {}): Adversity {
  const path = inPlace();
  setProfile(path, profile);
  apply(path, [CHANGE]);
  fetch(path);
  return path;
}

function rule(name: string): string {
  const members = ['from', 'to', 'source', 'application', 'service'].map(
    (tag) => `<${tag}><member>any</member></${tag}>`,
  );
  return `<entry name="${name}">${members.join('')}<destination><member>192.0.2.9</member></destination><action>allow</action></entry>`;
}

/** What the context gets from an automation that somebody runs by hand. */
function data(path: Adversity, line: string, user: string): { readonly [name: string]: unknown } {
  const [entry] = path.server.command(line, user);
  if (entry === undefined) throw new Error(`${line} gives nothing.`);
  return (typeof entry.Contents === 'object' ? entry.Contents : { error: entryText(entry) }) as never;
}

const lastError = (path: Adversity, incident: string): string =>
  path.server
    .incident(incident)
    .entries.filter(({ Type }) => Type === 4)
    .map(entryText)
    .at(-1) ?? '';

describe('two incidents', () => {
  it('wherever the first one is when the second one comes, both changes are on the firewalls at the end', () => {
    const other = policy('other', 7002);
    const wanted = reference([CHANGE, other]);
    for (let steps = 4; steps < 80; steps += EVERY ? 1 : 13) {
      const path = changing();
      stepInto(path, '2', steps);
      apply(path, [other]);
      fetch(path);
      expect([steps, names(settle(path))]).toEqual([steps, []]);
      expect(path.server.incidents().map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
      expect(ends(path).at(-1)).toBe('closed effective');
      expect([steps, outcome(path)]).toEqual([steps, wanted]);
    }
  });

  it('rules that stand in Panorama go on to the firewalls although the next change is rejected', () => {
    const rejecting: Person = (task) =>
      task.kind === 'collection' ? { '0': 'Reject', '1': 'Too much.' } : agreeing(task);
    for (let steps = 18; steps < 80; steps += EVERY ? 1 : 19) {
      const path = changing();
      stepInto(path, '2', steps);
      apply(path, [OPEN]);
      fetch(path);
      expect([steps, names(settle(path, rejecting))]).toEqual([steps, []]);
      expect(ends(path).at(-1)).toBe('closed rejected');
      expect([steps, outcome(path)]).toEqual([steps, WANTED]);
    }
  });

  it('the author of a change that another incident took over hears of its end, too', () => {
    const path = changing(APPROVE_ALWAYS);
    expect(names(settle(path, nobody))).toEqual(['Approve the Plan']);
    apply(path, [policy('other', 7002)]);
    fetch(path);
    settle(path);
    expect(ends(path)).toEqual(['closed superseded', 'closed effective']);
    expect(path.kubectl.eventsOf('shop', 'new').at(-1)?.reason).toBe('Effective');
  });
});

describe('what a person says about Panorama is not taken on trust', () => {
  const revert = '<revert><config><partial><admin><member>svc-k8s</member></admin></partial></config></revert>';

  it.each([
    ['committed now, but reverted before', 'Commit now', revert, 'does not hold the rules'],
    ['committed already, but reverted', 'Already committed in Panorama', revert, 'does not hold the rules'],
    ['committed already, but not', 'Already committed in Panorama', '', 'not committed'],
  ])('%s: not effective, and a task says so', (_title, reply, cmd, reason) => {
    const path = changing({ autoCommit: false });
    settle(path, nobody);
    if (cmd !== '') path.admin({ type: 'op', cmd });
    path.server.answer('2', 'Commit the Rules', reply, 'alice');
    expect(names(settle(path))).toEqual(['Follow Up on Rules That Are Not Effective']);
    expect(ends(path)).toEqual(['active not-effective']);
    expect(path.kubectl.eventsOf('shop', 'new').at(-1)).toMatchObject({ reason: 'NotEffective' });
    expect(path.kubectl.eventsOf('shop', 'new').at(-1)?.message).toContain(reason);
  });

  it('pushed already, but not: not effective', () => {
    const path = changing(BY_HAND);
    settle(path, ({ name }) => (name === 'Push the Rules' ? 'Already pushed in Panorama' : 'Commit now'));
    expect(ends(path)).toEqual(['active not-effective']);
  });

  it('committed and pushed in Panorama indeed: effective', () => {
    const path = changing(BY_HAND);
    settle(path, nobody);
    commitAsAdmin(path);
    pushAsAdmin(path);
    settle(path, ({ options }) => options.find((option) => option.startsWith('Already')));
    expect(ends(path)).toEqual(['closed effective']);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('a push that failed on one firewall is not made good by completing the task', () => {
    const path = inPlace();
    path.panorama.setDevice('000000000000002', { outcome: 'fails', message: 'disk full' });
    apply(path, [CHANGE]);
    fetch(path);
    expect(names(settle(path))).toEqual(['Resolve the Failed Push']);
    settle(path, ({ name }) => (name === 'Resolve the Failed Push' ? diligent : nobody)({ kind: 'manual' } as never));
    expect(ends(path)).toEqual(['active not-effective']);
  });
});

describe('approval', () => {
  it('nobody brings a profile of his own to what writes, decides, commits or pushes', () => {
    const path = inPlace();
    for (const name of ['CNSeriesApply', 'CNSeriesApprove', 'CNSeriesCommit', 'CNSeriesPush', 'CNSeriesVerify']) {
      for (const argument of ['profile', 'services', 'last_good']) {
        const line = `!${name} cluster=shop plan_hash=a ${argument}=x`;
        expect(() => path.server.command(line, 'analyst')).toThrow('has no argument');
      }
    }
  });

  it('an analyst by hand gets nothing written that nobody with the role approved', () => {
    const path = changing(APPROVE_ALWAYS);
    settle(path, nobody);
    const plan_hash = String(data(path, '!CNSeriesPlan cluster=shop', 'analyst').Hash);
    const line = (name: string) => `!${name} cluster=shop plan_hash=${plan_hash}`;
    expect(data(path, line('CNSeriesApply'), 'analyst')).toMatchObject({ Outcome: 'refused' });
    expect(data(path, line('CNSeriesApprove'), 'analyst')).toMatchObject({ Decision: 'refused' });
    expect(data(path, `${line('CNSeriesApprove')} approver=alice`, 'analyst').error).toContain(
      'cannot decide as alice',
    );
    expect(data(path, line('CNSeriesApply'), 'analyst')).toMatchObject({ Outcome: 'refused' });
    expect(outcome(path)).toEqual(NOTHING);
  });

  it('an approval for another plan is none', () => {
    const path = changing(APPROVE_ALWAYS);
    settle(path, nobody);
    const { Hash } = data(path, '!CNSeriesPlan cluster=shop', 'analyst');
    const copied = { hash: `0${String(Hash).slice(1)}`, decision: 'approve', by: 'alice', reason: '', time: '' };
    path.server.setList('CNSeries State shop approval', JSON.stringify({ value: copied }));
    const applied = data(path, `!CNSeriesApply cluster=shop plan_hash=${String(Hash)}`, 'analyst');
    expect(textOf(applied.Reasons as never)).toContain('Nobody has approved this plan.');
    expect(outcome(path)).toEqual(NOTHING);
  });

  it('a role that is asked for since the approval counts when the plan is applied', () => {
    const path = changing(APPROVE_ALWAYS);
    settle(path, nobody);
    const { Hash } = data(path, '!CNSeriesPlan cluster=shop', 'alice');
    const line = (name: string) => `!${name} cluster=shop plan_hash=${String(Hash)}`;
    expect(data(path, line('CNSeriesApprove'), 'alice')).toMatchObject({ Decision: 'approve' });
    setProfile(path, { approverRoles: ['Firewall Owner'] });
    expect(data(path, line('CNSeriesApply'), 'alice')).toMatchObject({ Outcome: 'refused' });
    expect(outcome(path)).toEqual(NOTHING);
  });

  it('an answer without the role, or a rejection without a reason, is asked for again, and not twice', () => {
    const path = changing(APPROVE_ALWAYS);
    const answers: readonly [object, string][] = [
      [{ '0': 'Approve', '1': '' }, 'analyst'],
      [{ '0': 'Reject', '1': '' }, 'alice'],
    ];
    for (const [answer, user] of answers) {
      path.server.run();
      path.server.answer('2', 'Approve the Plan', answer as never, user);
      expect(names(path.server.run())).toEqual(['Have the Plan Decided Again']);
      path.server.answer('2', 'Have the Plan Decided Again', undefined, 'alice');
    }
    expect(names(settle(path))).toEqual([]);
    expect(outcome(path)).toEqual(WANTED);
    expect(() => {
      path.server.answer('2', 'Approve the Plan', { '0': 'Reject', '1': 'Late.' }, 'alice');
    }).toThrow('there is none');
  });

  it('a plan that takes every policy away waits for approval', () => {
    const path = inPlace();
    const before = outcome(path);
    for (const { metadata } of path.kubectl.policies()) path.kubectl.deletePolicy(metadata.namespace, metadata.name);
    fetch(path);
    expect(names(settle(path, nobody))).toEqual(['Approve the Plan']);
    expect(outcome(path)).toEqual(before);
  });

  it('a policy that is deleted while it waits for approval never becomes a rule', () => {
    const path = changing(APPROVE_ALWAYS);
    settle(path, nobody);
    path.kubectl.deletePolicy('shop', 'new');
    fetch(path);
    settle(path);
    expect(ends(path)).toEqual(['closed superseded', 'closed unchanged']);
    expect(outcome(path)).toEqual(NOTHING);
  });
});

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

describe('the cluster', () => {
  it('policies that change between two slices, their snapshot gone: what was written is undone, then all is planned anew', () => {
    const path = inPlace({ behaviour: { commandMilliseconds: 2500 } });
    apply(path, [CHANGE]);
    fetch(path);
    const isHalf = () => path.server.list('CNSeries State shop run')?.includes('"phase":"') === true;
    while (!isHalf()) if (!path.server.step()) path.server.advance(5000);
    const more = [1, 2, 3, 4].map((number) => policy(`more-${number}`, 7100 + number));
    for (const one of more) {
      apply(path, [one]);
      path.server.command('!cnseries-get-snapshot using="shop watcher"', 'alice');
    }
    expect(names(settle(path))).toEqual([]);
    const titles = path.server.incident('2').entries.map(({ HumanReadable }) => textOf(HumanReadable).split('\n')[0]);
    expect(titles.filter((title) => title === '## The plan has changed: shop')).toHaveLength(1);
    expect(outcome(path)).toEqual(reference([CHANGE, ...more]));
  });

  it('… and where the new plan is rejected, nothing is left half written or locked', () => {
    const path = inPlace({ behaviour: { commandMilliseconds: 2500 } });
    apply(path, [CHANGE]);
    fetch(path);
    while (path.server.list('CNSeries State shop run')?.includes('"phase":"') !== true) {
      if (!path.server.step()) path.server.advance(5000);
    }
    apply(path, [OPEN]);
    for (const number of [1, 2, 3, 4]) {
      apply(path, [policy('more', 7100 + number)]);
      path.server.command('!cnseries-get-snapshot using="shop watcher"', 'alice');
    }
    settle(path, (task) => (task.kind === 'collection' ? { '0': 'Reject', '1': 'No.' } : agreeing(task)));
    expect(ends(path)).toEqual(['closed rejected']);
    expect(isLocked(path)).toBe(false);
    expect(path.admin({ type: 'op', cmd: '<check><pending-changes></pending-changes></check>' })).toContain('no');
    expect(outcome(path)).toEqual(NOTHING);
  });

  it('a watcher that may no longer list policies plans nothing, and the task leads to the missing right', () => {
    const path = changing();
    const status = { kind: 'status', code: 403, reason: 'Forbidden', message: 'no' } as const;
    path.kubernetesFaults([{ fault: status, path: 'networkpolicies', times: 1000 }]);
    expect(names(settle(path))).toEqual(['Resolve Why There Is No Plan']);
    expect(lastError(path, '2')).toContain('verbs: ["list"]');
    expect(outcome(path)).toEqual(NOTHING);
    path.kubernetesFaults([]);
    settle(path, diligent);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('another cluster behind the same name is refused', () => {
    const path = changing();
    const known = { uid: 'another', foreignHash: '' };
    path.server.setList('CNSeries State shop identity', JSON.stringify({ value: known }));
    expect(names(settle(path))).toEqual(['Resolve Why There Is No Plan']);
    expect(lastError(path, '2')).toContain('Another cluster stands behind the watcher');
    expect(outcome(path)).toEqual(NOTHING);
  });
});

describe('settings and lists', () => {
  it.each([
    ['True', false, []],
    ['', true, []],
    ['', false, ['Commit the Rules']],
    ['false', true, ['Commit the Rules']],
    ['yes', true, ['Commit the Rules']],
  ] as const)('the input AutoCommit "%s" with autoCommit %s in the profile', (input, automatic, asked) => {
    const path = inPlace();
    setProfile(path, { autoCommit: automatic, autoPush: true });
    apply(path, [CHANGE]);
    const [id = ''] = fetch(path);
    const { name, type, rawJSON, fields } = path.server.incident(id);
    path.server.command('!closeInvestigation', 'alice', id);
    path.server.run();
    path.server.start(path.server.createIncident({ name, type, rawJSON, fields }), { AutoCommit: input });
    expect(names(settle(path, nobody))).toEqual(asked);
  });

  it.each([
    ['run', 'broken {'],
    ['applied', '{"value":{}}'],
    ['commit', '{"value":{}}'],
    ['push', '{"value":{}}'],
    ['verify', '{"parts":[{"list":"gone","hash":"x"}]}'],
    ['identity', '{"value":{}}'],
    ['carried', 'broken {'],
  ])('the list of "%s", damaged: either it does no harm, or its name and what to do are told', (kind, content) => {
    const path = changing();
    const list = `CNSeries State shop ${kind}`;
    path.server.setList(list, content);
    const waiting = names(settle(path));
    if (waiting.length > 0) {
      expect(lastError(path, '2')).toContain(`"${list}", in which this pack remembers its runs, is damaged. Delete it`);
      path.server.setList(list, '');
      expect(names(settle(path, diligent))).toEqual([]);
    }
    expect(ends(path)).toEqual(['closed effective']);
    expect(outcome(path)).toEqual(WANTED);
  });
});

it('no token and no key gets anywhere where somebody could read it, whatever fails', () => {
  const path = inPlace();
  apply(path, [CHANGE]);
  path.panoramaFaults([{ fault: { kind: 'lost-request' }, from: 5, times: 30 }]);
  path.kubernetesFaults([
    {
      fault: { kind: 'status', code: 401, reason: 'Unauthorized', message: 'watcher-token' },
      path: 'events',
      times: 50,
    },
  ]);
  fetch(path);
  settle(path, diligent);
  const texts = everything(path);
  for (const secret of ['watcher-token', 'key-svc-k8s', 'admin-token']) expect(texts).not.toContain(secret);
});
