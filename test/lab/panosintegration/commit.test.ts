import { answering, contextOf, errorOf, Instance, plainly, type Dictionary } from './instance';

const job = (content: string): string => `<response status="success"><result><job>${content}</job></result></response>`;
const commitJob = (content: string): string => job(`<id>4</id><type>Commit</type>${content}`);
const pushJob = (content: string): string => job(`<id>4</id><type>CommitAll</type>${content}`);
const DONE = '<status>FIN</status><result>OK</result><details><line>done</line></details>';
const WORKING = '<status>ACT</status><result>PEND</result>';

const changed = (options = {}): Instance => {
  const instance = new Instance('2.5.1', options);
  instance.done('create-tag', { name: 't' });
  instance.sent();
  return instance;
};
const statusOf = (body: string): Dictionary =>
  contextOf(answering(body).done('commit-status', { job_id: '4' })) as Dictionary;
const pushStatusOf = (body: string): Dictionary =>
  contextOf(answering(body).done('push-status', { job_id: '4' })) as Dictionary;

describe('[7] pan-os-commit', () => {
  it('commits everything, and returns at once', () => {
    const instance = changed();
    const entry = instance.done('commit', { description: 'why' });
    expect(instance.sent()).toEqual([{ type: 'commit', cmd: '<commit><description>why</description></commit>' }]);
    expect(entry.EntryContext).toEqual({
      'Panorama.Commit(val.JobID && val.JobID == obj.JobID)': { JobID: '1', Description: 'why', Status: 'Pending' },
    });
  });

  it('commits a part by administrator, without device and network, without Shared', () => {
    const instance = changed();
    instance.done('commit', {
      admin_name: 'alice',
      force_commit: 'true',
      exclude_device_network_configuration: 'true',
      exclude_shared_objects: 'true',
    });
    expect(instance.sent()).toEqual([
      {
        type: 'commit',
        action: 'partial',
        cmd:
          '<commit><force></force><partial><admin><member>alice</member></admin>' +
          '<device-and-network>excluded</device-and-network><shared-object>excluded</shared-object></partial></commit>',
      },
    ]);
  });

  it.each([
    ['text', 'There are no changes to commit.'],
    ['line', { line: 'There are no changes to commit.' }],
  ] as const)('[1.9, 10.3] says so where nothing is to commit, given as %s', (nothingToCommit, contents) => {
    const entries = new Instance('2.5.1', { nothingToCommit }).execute('commit');
    expect(plainly(entries)).toEqual([[1, contents]]);
    expect(entries[0]?.EntryContext).toEqual({});
  });

  it('[1.9] fails where nothing is to commit, given with code 13', () => {
    expect(errorOf(new Instance('2.5.1', { nothingToCommit: 'code-13' }).execute('commit'))).toMatch(/Status code: 13/);
  });

  it('[10.4] needs polling, and sends nothing without it', () => {
    const instance = changed();
    expect(errorOf(instance.execute('commit', { polling: 5 }))).toBe('Argument is neither a string nor a boolean');
    expect(errorOf(instance.execute('push-to-device-group', { polling: 5 }))).toBe(
      'Argument is neither a string nor a boolean',
    );
    expect(instance.requests).toEqual([]);
  });

  it('with polling is a scheduled command, run again with the job until it is finished', () => {
    const instance = changed();
    const first = instance.done('commit', { polling: 'true', description: 'why', interval_in_seconds: '5' });
    expect(first).toMatchObject({
      HumanReadable: 'Waiting for commit "why" with job ID 1 to finish...',
      EntryContext: {},
      PollingCommand: 'pan-os-commit',
      NextRun: '10',
      Timeout: '120',
      PollingArgs: { commit_job_id: '1', description: 'why', polling: true, hide_polling_output: true },
    });
    const next = instance.done('commit', first.PollingArgs);
    expect([next.HumanReadable, next.PollingCommand]).toEqual([null, 'pan-os-commit']);
    instance.panorama.advance(60);
    const last = instance.done('commit', next.PollingArgs);
    expect(last.PollingCommand).toBeUndefined();
    expect(contextOf(last)).toEqual({ JobID: '1', Description: 'why', Status: 'Success' });
  });

  it('[1.10] with polling reports a failure as a note without a reason', () => {
    const instance = answering(
      commitJob('<status>FIN</status><result>FAIL</result><details><line>no</line></details>'),
    );
    const entry = instance.done('commit', { polling: 'true', commit_job_id: '4' });
    expect(contextOf(entry)).toEqual({ JobID: '4', Description: '', Status: 'Failure' });
  });
});

describe('[7] pan-os-commit-status', () => {
  it.each([
    [DONE, 'Completed'],
    [DONE.replace('OK', 'FAIL'), 'Failed'],
    [WORKING, 'Pending'],
    ['<status>PEND</status><result>PEND</result>', undefined],
  ])('of %s is %s', (content, status) => {
    expect(statusOf(commitJob(content)).Status).toBe(status);
  });

  it('gives one detail as text and several as a list', () => {
    expect(statusOf(commitJob(DONE)).Details).toBe('done');
    const two = DONE.replace('<line>done</line>', '<line>a</line><line>b</line>');
    expect(statusOf(commitJob(two)).Details).toEqual(['a', 'b']);
  });

  it('[10.14] splits a single warning into letters, without those of a text that is to be ignored', () => {
    const warnings = statusOf(commitJob(`${DONE}<warnings><line>Exactly one</line></warnings>`)).Warnings;
    expect(warnings).toEqual(['E', 'x', 'y']);
  });

  it('gives several warnings whole', () => {
    const lines = '<warnings><line>w1</line><line>configured with no certificate profile</line></warnings>';
    expect(statusOf(commitJob(DONE + lines)).Warnings).toEqual(['w1']);
  });

  it('fails for a finished job without details', () => {
    const body = commitJob('<status>FIN</status><result>OK</result>');
    expect(errorOf(answering(body).execute('commit-status', { job_id: '4' }))).toBe("'details'");
  });

  it('knows only commits', () => {
    expect(errorOf(answering(pushJob(DONE)).execute('commit-status', { job_id: '4' }))).toBe(
      'JobID given is not of a commit.',
    );
  });

  it('[3] of an unknown job is an invalid job', () => {
    expect(errorOf(new Instance().execute('commit-status', { job_id: '9' }))).toBe(
      'Invalid Job ID error: job 9 not found',
    );
  });
});

describe('[7] pan-os-push-to-device-group', () => {
  it('pushes a device group with its templates', () => {
    const instance = changed();
    instance.commit();
    instance.sent();
    const entry = instance.done('push-to-device-group');
    expect(instance.sent()).toEqual([
      {
        type: 'commit',
        action: 'all',
        cmd: '<commit-all><shared-policy><device-group><entry name="shop"/></device-group></shared-policy></commit-all>',
      },
    ]);
    expect(contextOf(entry)).toEqual({ DeviceGroup: 'shop', JobID: '2', Status: 'Pending' });
  });

  it('pushes to one firewall, validates only, leaves templates out', () => {
    const instance = answering(job('<id>4</id>'));
    instance.done('push-to-device-group', {
      serial_number: '001',
      'validate-only': 'true',
      'include-template': 'false',
      description: 'why',
    });
    expect(instance.sent()[0]?.cmd).toBe(
      '<commit-all><shared-policy><device-group><entry name="shop"><devices><entry name="001"/></devices></entry>' +
        '</device-group><validate-only>yes</validate-only><include-template>no</include-template>' +
        '<description>why</description></shared-policy></commit-all>',
    );
  });

  it('without a job gives the message, and no context', () => {
    const entry = answering('<response status="success" code="19"><msg>nothing</msg></response>').done(
      'push-to-device-group',
    );
    expect([entry.HumanReadable, entry.EntryContext]).toEqual(['nothing', {}]);
  });

  it('with polling keeps the device group for the next run', () => {
    const instance = changed();
    const args = { polling: 'true', 'device-group': 'shop' };
    const first = instance.done('push-to-device-group', args);
    expect(first.PollingArgs).toMatchObject({ push_job_id: '1', 'device-group': 'shop' });
    instance.panorama.advance(60);
    const last = instance.done('push-to-device-group', first.PollingArgs);
    expect(contextOf(last)).toMatchObject({ DeviceGroup: 'shop', JobID: '1', Status: 'Completed' });
  });
});

describe('[7] pan-os-push-status', () => {
  const device = (status: string, errors: string, warnings = ''): string =>
    `<entry><status>${status}</status><details><msg><errors>${errors}</errors><warnings>${warnings}</warnings></msg></details></entry>`;
  const devices = (...entries: readonly string[]): string =>
    pushJob(`<status>FIN</status><result>OK</result><devices>${entries.join('')}</devices>`);

  it('reports errors on success too, and hides a failed device behind Completed', () => {
    const instance = changed();
    instance.commit();
    instance.panorama.setDevice('002', { outcome: 'fails', message: 'phase 1' });
    instance.done('push-to-device-group');
    instance.panorama.advance(60);
    const [done, failed] = ['Configuration committed successfully', 'phase 1'];
    expect(contextOf(instance.done('push-status', { job_id: '2' }))).toEqual({
      JobID: '2',
      Status: 'Completed',
      Details: ['commit succeeded', 'commit failed', 'commit succeeded', 'commit succeeded'],
      Warnings: [],
      Errors: [done, failed, done, done],
    });
  });

  it('finds nothing with a single firewall', () => {
    expect(pushStatusOf(devices(device('commit failed', '<line>bad</line>', '<line>w</line>')))).toEqual({
      JobID: '4',
      Status: 'Completed',
      Details: 'commit failed',
      Warnings: [],
      Errors: [],
    });
  });

  it('[10.14] splits the single warning of a firewall into letters', () => {
    const body = devices(device('a', '<line>x</line><line>y</line>', '<line>abc</line>'), device('b', ''));
    expect(pushStatusOf(body)).toMatchObject({ Warnings: ['a', 'b', 'c'], Errors: ['x', 'y'] });
  });

  it.each([
    ['<status>PEND</status>', 'Pending'],
    [WORKING, undefined],
    ['<status>FIN</status><result>FAIL</result>', 'Failed'],
  ])('of %s is %s', (content, status) => {
    expect(pushStatusOf(pushJob(content)).Status).toBe(status);
  });

  it('knows pushes and validations only', () => {
    expect(errorOf(answering(commitJob(DONE)).execute('push-status', { job_id: '4' }))).toBe(
      'JobID given is not of a Push neither of a validate.',
    );
    expect(pushStatusOf(job(`<id>4</id><type>ValidateAll</type>${WORKING}`)).JobID).toBe('4');
  });
});
