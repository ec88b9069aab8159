import { textOf } from '../../../tools/lab/xsoar';
import {
  commitAsAdmin,
  diligent,
  ends,
  inPlace,
  names,
  outcome,
  pushAsAdmin,
  reference,
  setProfile,
  settle,
} from '../adversity';
import { apply, fetch } from '../support';
import { APPROVE_ALWAYS, CHANGE, changing, data, nobody } from './changing';

/** What people say about Panorama, and who may decide: it is checked, not taken on trust. */

const NOTHING = reference([]);
const WANTED = reference([CHANGE]);
const BY_HAND = { autoCommit: false, autoPush: false };

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
    for (const { message } of path.kubectl.eventsOf('shop', 'new')) expect(message).not.toMatch(/[0-9] with the rules/);
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
    const other = String(Hash).replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    const copied = { hash: other, decision: 'approve', by: 'alice', reason: '', time: '' };
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
