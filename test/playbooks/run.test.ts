import type { Unsure } from '../../tools/lab/xsoar';
import { stubServer, type Answers, type StubOptions, type StubServer } from './stubserver';

/** The committed playbooks, run task by task with automations that answer what a test says. */

const PLAN = {
  Hash: 'aaa',
  ShortHash: 'aaa',
  Headline: '1 rule new',
  HeadlineMarkdown: '1 rule new',
  SnapshotId: 's1',
  State: 'ready',
  Verdict: 'equal',
  Reasons: [],
  Approvals: [],
  ApprovalReason: '',
  AutoCommit: true,
  AutoPush: true,
  Unfinished: false,
  Policies: [
    { Namespace: 'shop', Name: 'api', UID: 'u1', State: 'accepted', Message: '' },
    { Namespace: 'shop', Name: 'web', UID: 'u2', State: 'refused', Message: 'No.' },
  ],
};
const NEEDS_APPROVAL = {
  ...PLAN,
  State: 'needs-approval',
  Approvals: ['First enforce.', 'Many deletes.'],
  ApprovalReason: 'First enforce. Many deletes.',
};
const UNDER_WAY = { Done: false, Outcome: '', Reasons: [] };

function done(
  Outcome: string,
  ...Reasons: readonly string[]
): { Done: boolean; Outcome: string; Reasons: readonly string[]; ReasonsMarkdown: string } {
  return { Done: true, Outcome, Reasons, ReasonsMarkdown: Reasons.join('; ') };
}

/** All goes well, with a step in between where there can be one. */
const WELL: Answers = {
  CNSeriesPlan: [PLAN],
  CNSeriesApply: [UNDER_WAY, done('applied')],
  CNSeriesCommit: [UNDER_WAY, UNDER_WAY, done('committed')],
  CNSeriesPush: [UNDER_WAY, done('pushed')],
  CNSeriesVerify: [UNDER_WAY, done('effective')],
  CNSeriesSupersede: [{ Closed: [], Newer: '' }],
};

function approval(Decision: string, Reason = ''): { Decision: string; By: string; Reason: string } {
  return { Decision, By: 'ada', Reason };
}

/** No public source says which of these a server does: the playbooks must not depend on it. */
const SERVERS: readonly (readonly [string, Unsure])[] = [
  ['contexts of loops are kept', { loopContext: 'kept', unavailable: 'branch is skipped' }],
  ['contexts of loops are fresh', { loopContext: 'fresh', unavailable: 'next task runs' }],
];

describe.each(SERVERS)('where %s', (_, unsure) => {
  function started(answers: Answers, options: StubOptions = {}): StubServer {
    return stubServer({ ...WELL, ...answers }, { unsure, ...options });
  }

  it('a clean change runs through, tells its authors each stage, and closes itself at the lowest severity', () => {
    const run = started({});
    const id = run.open();
    expect(run.waiting()).toEqual([]);
    expect(run.stages()).toEqual(['applied', 'committed', 'pushed', 'effective']);
    expect(run.server.incident(id)).toMatchObject({ status: 'closed', severity: 0.5, closeReason: 'Resolved' });
    expect(run.calls('CNSeriesApply')).toEqual(Array(2).fill({ cluster: 'shop', plan_hash: 'aaa', snapshot_id: 's1' }));
    expect(run.calls('CNSeriesCommit')).toHaveLength(3);
    expect(run.calls('CNSeriesPush')).toEqual(Array(2).fill({ cluster: 'shop', despite_others: 'false' }));
    expect(run.calls('CNSeriesVerify')[0]).toMatchObject({ cluster: 'shop', snapshot_id: 's1' });
  });

  it('each report carries all policies at once, so that authors of refused ones are not told that theirs is live', () => {
    const run = started({});
    run.open();
    expect(run.calls('CNSeriesReport')).toHaveLength(4);
    for (const { policies } of run.calls('CNSeriesReport')) expect(policies).toEqual(PLAN.Policies);
  });

  it('a change that needs no other rules closes the incident', () => {
    const run = started({ CNSeriesPlan: [{ ...PLAN, State: 'unchanged' }] });
    const id = run.open();
    expect(run.stages()).toEqual(['unchanged']);
    expect(run.server.incident(id).status).toBe('closed');
    expect([run.calls('CNSeriesApply'), run.calls('CNSeriesCommit')]).toEqual([[], []]);
  });

  it('rules that an earlier incident left uncommitted are committed by the next one', () => {
    const run = started({ CNSeriesPlan: [{ ...PLAN, State: 'unchanged', Unfinished: true }] });
    const id = run.open();
    expect(run.stages()).toEqual(['unchanged', 'committed', 'pushed', 'effective']);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('an approved plan is applied, and the approval names plan and person', () => {
    const run = started({ CNSeriesPlan: [NEEDS_APPROVAL], CNSeriesApprove: [approval('approve')] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Approve the Plan']);
    expect(run.server.waiting()[0].body).toContain('Plan aaa for the cluster shop (device group ): 1 rule new.');
    expect(run.calls('CNSeriesReport')).toMatchObject([{ stage: 'waiting', reason: NEEDS_APPROVAL.ApprovalReason }]);
    expect(run.answer(id, 'Approve the Plan', { 0: 'Approve' })).toEqual([]);
    expect(run.calls('CNSeriesApprove')).toEqual([
      { cluster: 'shop', plan_hash: 'aaa', decision: 'approve', approver: 'ada' },
    ]);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('the lock is not held while a person thinks about the plan', () => {
    const run = started({ CNSeriesPlan: [NEEDS_APPROVAL, { ...PLAN, State: 'unchanged' }] });
    run.open();
    const second = run.open();
    expect(run.server.incident(second).status).toBe('closed');
  });

  it('a rejected plan writes nothing, tells the reason to its authors, and closes the incident', () => {
    const run = started({ CNSeriesPlan: [NEEDS_APPROVAL], CNSeriesApprove: [approval('reject', 'Too wide.')] });
    const id = run.open();
    expect(run.answer(id, 'Approve the Plan', { 0: 'Reject', 1: 'Too wide.' })).toEqual([]);
    expect(run.calls('CNSeriesApprove')).toMatchObject([{ decision: 'reject', reason: 'Too wide.' }]);
    expect(run.calls('CNSeriesReport')[1]).toMatchObject({ stage: 'rejected', reason: 'Too wide.' });
    expect(run.server.incident(id)).toMatchObject({ status: 'closed', closeNotes: 'The plan was rejected: Too wide.' });
    expect(run.calls('CNSeriesApply')).toEqual([]);
  });

  it('an approval lapses with its plan: the new plan is shown, and only the new answer counts', () => {
    const run = started({
      CNSeriesPlan: [NEEDS_APPROVAL, { ...NEEDS_APPROVAL, Hash: 'bbb', ShortHash: 'bbb' }],
      CNSeriesApprove: [approval('approve'), approval('reject', 'Not this one.')],
      CNSeriesApply: [done('stale')],
    });
    const id = run.open();
    expect(run.answer(id, 'Approve the Plan', { 0: 'Approve' })).toEqual(['Approve the Plan']);
    expect(run.server.waiting()[0].questions[0].label).toContain('bbb');
    expect(run.answer(id, 'Approve the Plan', { 0: 'Reject', 1: 'Not this one.' })).toEqual([]);
    expect(run.calls('CNSeriesApprove')).toMatchObject([
      { plan_hash: 'aaa', decision: 'approve' },
      { plan_hash: 'bbb', decision: 'reject', reason: 'Not this one.' },
    ]);
    expect(run.stages()).toEqual(['waiting', 'stale', 'waiting', 'rejected']);
    expect(run.server.incident(id).status).toBe('closed');
    expect(run.calls('CNSeriesApply')).toHaveLength(1);
  });

  it('a stale plan that needs no approval is made again, and commit and verification use the new one', () => {
    const run = started({
      CNSeriesPlan: [PLAN, { ...PLAN, Hash: 'bbb', SnapshotId: 's2', Policies: [] }],
      CNSeriesApply: [done('stale'), done('applied')],
    });
    const id = run.open();
    expect(run.server.incident(id).status).toBe('closed');
    expect(run.calls('CNSeriesApply')).toMatchObject([{ plan_hash: 'aaa' }, { plan_hash: 'bbb', snapshot_id: 's2' }]);
    expect(run.calls('CNSeriesVerify')[0]).toMatchObject({ snapshot_id: 's2' });
    expect(run.calls('CNSeriesReport').at(-1)?.policies ?? []).toEqual([]);
  });

  it('a decision that does not count is asked for again', () => {
    const run = started({
      CNSeriesPlan: [NEEDS_APPROVAL],
      CNSeriesApprove: [
        approval('refused', 'ada has none of the roles.'),
        'Rejecting needs a reason.',
        approval('approve'),
      ],
    });
    const id = run.open();
    for (const answer of [{ 0: 'Approve' }, { 0: 'Reject' }]) {
      expect(run.answer(id, 'Approve the Plan', answer)).toEqual(['Have the Plan Decided Again']);
      expect(run.answer(id, 'Have the Plan Decided Again')).toEqual(['Approve the Plan']);
    }
    expect(run.answer(id, 'Approve the Plan', { 0: 'Approve' })).toEqual([]);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('a refused plan tells why, waits for a person, and is made again after that', () => {
    const run = started({ CNSeriesPlan: [{ ...PLAN, State: 'refused', Reasons: ['A, b.', 'C.'] }, PLAN] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Resolve What Stands in the Way']);
    expect(run.calls('CNSeriesReport')).toMatchObject([{ stage: 'refused', reason: ['A, b.', 'C.'] }]);
    expect(run.server.incident(id).status).toBe('active');
    expect(run.answer(id, 'Resolve What Stands in the Way')).toEqual([]);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it.each([
    ['failed', 'Repair What Made Applying Fail'],
    ['refused', 'Resolve What Stands in the Way'],
  ])('applying that ends as %s tells why, waits for a person, and is tried again with a new plan', (outcome, task) => {
    const run = started({ CNSeriesApply: [done(outcome, 'Because.'), done('applied')] });
    const id = run.open();
    expect(run.waiting()).toEqual([task]);
    expect(run.calls('CNSeriesReport')).toMatchObject([{ stage: outcome, reason: ['Because.'] }]);
    expect(run.answer(id, task)).toEqual([]);
    expect(run.calls('CNSeriesPlan')).toHaveLength(2);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('an error while planning is tried twice more, then waits for a person, with the lock free', () => {
    const run = started({ CNSeriesPlan: ['No profile.', 'No profile.', 'No profile.', PLAN] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Resolve Why There Is No Plan']);
    expect(run.stages()).toEqual(['failed']);
    expect(run.server.incident(run.open()).status).toBe('closed');
    expect(run.answer(id, 'Resolve Why There Is No Plan')).toEqual([]);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('a passing error of a step is not even seen by a person', () => {
    const run = started({ CNSeriesApply: [UNDER_WAY, 'Broken pipe.', done('applied')] });
    expect(run.server.incident(run.open()).status).toBe('closed');
  });

  it('a lasting error of a step waits for a person, and the step goes on where it stopped', () => {
    const run = started({ CNSeriesApply: [UNDER_WAY, 'No.', 'No.', 'No.', done('applied')] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Look Into the Error of the Step']);
    expect(run.stages()).toEqual(['interrupted']);
    expect(run.answer(id, 'Look Into the Error of the Step')).toEqual([]);
    expect(run.server.incident(id).status).toBe('closed');
    expect(run.calls('CNSeriesPlan')).toHaveLength(1);
  });

  it('a report that cannot be written holds nothing up', () => {
    const run = started({ CNSeriesReport: ['No watcher.'] });
    expect(run.server.incident(run.open()).status).toBe('closed');
  });

  it('plans that always go stale end with a person after five rounds', () => {
    const run = started({ CNSeriesApply: [done('stale')] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Bring the Change to an End']);
    expect(run.calls('CNSeriesPlan')).toHaveLength(5);
    expect(run.stages()).toEqual(['stale', 'stale', 'stale', 'stale', 'stale', 'failed']);
    expect(run.server.incident(id).status).toBe('active');
  });

  describe('with auto-commit off', () => {
    const OFF = { CNSeriesPlan: [{ ...PLAN, AutoCommit: false }] };

    it('a person is asked, after the authors were told what their change waits for', () => {
      const run = started(OFF);
      run.open();
      expect(run.waiting()).toEqual(['Commit the Rules']);
      expect(run.stages()).toEqual(['applied', 'uncommitted']);
      expect(run.server.waiting()[0].options).toEqual([
        'Commit now',
        'Already committed in Panorama',
        'Leave uncommitted',
      ]);
      expect(run.calls('CNSeriesCommit')).toEqual([]);
    });

    it.each([
      ['Commit now', 3, ['committed']],
      ['Already committed in Panorama', 0, []],
    ])('"%s" goes on with the push', (answer, commits, told) => {
      const run = started(OFF);
      const id = run.open();
      expect(run.answer(id, 'Commit the Rules', answer)).toEqual([]);
      expect(run.calls('CNSeriesCommit')).toHaveLength(commits);
      expect(run.stages()).toEqual(['applied', 'uncommitted', ...told, 'pushed', 'effective']);
      expect(run.server.incident(id).status).toBe('closed');
    });

    it('"Leave uncommitted" leaves the incident with a person', () => {
      const run = started(OFF);
      const id = run.open();
      expect(run.answer(id, 'Commit the Rules', 'Leave uncommitted')).toEqual([
        'Follow Up on Rules That Are Not Effective',
      ]);
      expect([run.calls('CNSeriesCommit'), run.calls('CNSeriesPush')]).toEqual([[], []]);
      expect(run.server.incident(id).status).toBe('active');
    });
  });

  describe('with auto-push off', () => {
    const OFF = { CNSeriesPlan: [{ ...PLAN, AutoPush: false }] };

    it.each([
      ['Push now', 2, ['pushed']],
      // What a person says is not told as a fact: the verification comes first.
      ['Already pushed in Panorama', 0, []],
    ])('"%s" goes on with the verification', (answer, pushes, told) => {
      const run = started(OFF);
      const id = run.open();
      expect(run.waiting()).toEqual(['Push the Rules']);
      expect(run.answer(id, 'Push the Rules', answer)).toEqual([]);
      expect(run.calls('CNSeriesPush')).toHaveLength(pushes);
      expect(run.stages()).toEqual(['applied', 'committed', 'unpushed', ...told, 'effective']);
      expect(run.server.incident(id).status).toBe('closed');
    });

    it('"Leave unpushed" leaves the incident with a person', () => {
      const run = started(OFF);
      const id = run.open();
      expect(run.answer(id, 'Push the Rules', 'Leave unpushed')).toEqual(['Follow Up on Rules That Are Not Effective']);
      expect(run.server.incident(id).status).toBe('active');
    });
  });

  it.each([
    [false, 'true', []],
    [true, 'false', ['Commit the Rules']],
  ])('the input AutoCommit wins over a profile that says %s', (profile, input, waiting) => {
    const run = started({ CNSeriesPlan: [{ ...PLAN, AutoCommit: profile }] });
    run.open({ AutoCommit: input });
    expect(run.waiting()).toEqual(waiting);
  });

  it("a push that would take other people's changes along asks first", () => {
    const held = done('held', 'fw-1 was out of sync.');
    const run = started({ CNSeriesPush: [UNDER_WAY, held, UNDER_WAY, done('pushed')] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Push Despite Changes of Others']);
    expect(run.server.waiting()[0].body).toContain('fw-1 was out of sync.');
    expect(run.answer(id, 'Push Despite Changes of Others', 'Push everything')).toEqual([]);
    expect(run.calls('CNSeriesPush').map((call) => call.despite_others)).toEqual(['false', 'false', 'true', 'true']);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it.each([
    ['CNSeriesCommit', 'Resolve the Failed Commit', ['applied', 'commit-failed', 'pushed', 'effective']],
    ['CNSeriesPush', 'Resolve the Failed Push', ['applied', 'committed', 'push-failed', 'effective']],
  ])('a failure of %s waits for a person, and goes on after that', (automation, task, stages) => {
    const run = started({ [automation]: [done('failed', 'Because.')] });
    const id = run.open();
    expect(run.waiting()).toEqual([task]);
    expect(run.answer(id, task)).toEqual([]);
    expect(run.stages()).toEqual(stages);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('authors are told which firewalls have the rules, after the push and after the verification', () => {
    const run = started({
      CNSeriesPush: [{ ...done('pushed'), Where: 'Of 2 firewalls, 1 …' }],
      CNSeriesVerify: [{ ...done('effective'), Where: 'Of 2 firewalls, 2 …' }],
    });
    run.open();
    const told = run.calls('CNSeriesReport').map(({ stage, where = '' }) => [stage, where]);
    expect(told.slice(2)).toEqual([
      ['pushed', 'Of 2 firewalls, 1 …'],
      ['effective', 'Of 2 firewalls, 2 …'],
    ]);
    const failing = started({
      CNSeriesPush: [{ ...done('failed', 'Because.'), Where: 'Of 2 firewalls, 1 …' }],
    });
    failing.open();
    expect(failing.calls('CNSeriesReport').at(-1)).toMatchObject({
      stage: 'push-failed',
      reason: ['Because.'],
      where: 'Of 2 firewalls, 1 …',
    });
  });

  it('rules that are not effective leave the incident with a person', () => {
    const run = started({ CNSeriesVerify: [done('not-effective', 'fw-1: group a is empty')] });
    const id = run.open();
    expect(run.waiting()).toEqual(['Follow Up on Rules That Are Not Effective']);
    expect(run.calls('CNSeriesReport').at(-1)).toMatchObject({
      stage: 'not-effective',
      reason: ['fw-1: group a is empty'],
    });
    expect(run.server.incident(id).status).toBe('active');
  });

  it('a change that a newer incident takes in is closed at once', () => {
    const run = started({ CNSeriesSupersede: [{ Closed: [], Newer: '9' }] });
    const id = run.open();
    expect(run.server.incident(id)).toMatchObject({ status: 'closed', closeReason: 'Duplicate' });
    expect(run.calls('CNSeriesPlan')).toEqual([]);
    expect(run.server.command('!demisto-lock-info name=cnseries-shop', 'ada')[0].Contents).toContain('Not locked');
  });

  it.each([
    ['Panorama', 'Enable the PAN-OS Integration'],
    ['Kubernetes Policy Watcher', 'Enable the Kubernetes Policy Watcher Integration'],
  ])('without an instance of %s a person is told which', (brand, task) => {
    const others = ['Panorama', 'Kubernetes Policy Watcher', 'Demisto Lock'].filter((one) => one !== brand);
    const run = started({}, { brands: others });
    const id = run.open();
    expect(run.waiting()).toEqual([task]);
    expect(run.answer(id, task)).toEqual([]);
    expect(run.server.incident(id).status).toBe('closed');
  });

  it('without the lock everything runs all the same', () => {
    const run = started({}, { brands: ['Panorama', 'Kubernetes Policy Watcher'] });
    expect(run.server.incident(run.open()).status).toBe('closed');
  });

  it('a lock that somebody keeps is told to a person, who frees it', () => {
    const run = started({});
    run.server.command('!demisto-lock-get name=cnseries-shop', 'ada');
    const id = run.open();
    expect(run.waiting()).toEqual(['Take Over from a Run That Broke Off']);
    expect(run.calls('CNSeriesPlan')).toEqual([]);
    run.server.command('!demisto-lock-release name=cnseries-shop', 'ada');
    expect(run.answer(id, 'Take Over from a Run That Broke Off')).toEqual([]);
    expect(run.server.incident(id).status).toBe('closed');
  });
});
