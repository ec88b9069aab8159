import { answering, contextOf, errorOf, Instance, OWN, plainly } from './instance';

const job = (content: string): string => `<response status="success"><result><job>${content}</job></result></response>`;
const changed = (options = {}): Instance => {
  const instance = new Instance('2.5.1', options);
  instance.done('', { action: 'set', xpath: `${OWN}tag`, element: '<entry name="t"/>' });
  instance.sent();
  return instance;
};
describe('[7] pan-os-commit', () => {
  it('commits everything, and returns at once', () => {
    const instance = changed();
    const entry = instance.done('commit', { description: 'why' });
    expect(instance.sent()).toEqual([{ type: 'commit', cmd: '<commit><description>why</description></commit>' }]);
    expect(entry.EntryContext).toEqual({
      'Panorama.Commit(val.JobID && val.JobID == obj.JobID)': { JobID: '1', Description: 'why', Status: 'Pending' },
    });
  });

  it('shows a table without empty columns', () => {
    expect(changed().done('commit', { description: 'a|b' }).HumanReadable).toBe(
      '### Commit Status:\n|Description|JobID|Status|\n|---|---|---|\n| a\\|b | 1 | Pending |\n',
    );
    expect(changed().done('commit').HumanReadable).toBe(
      '### Commit Status:\n|JobID|Status|\n|---|---|\n| 1 | Pending |\n',
    );
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

  it('does not poll: that is refused before anything is sent', () => {
    const instance = changed();
    expect(errorOf(instance.execute('commit', { polling: 'true' }))).toMatch(/^The lab does not poll/);
    expect(errorOf(instance.execute('push-to-device-group', { polling: 'true' }))).toMatch(/^The lab does not poll/);
    expect(instance.requests).toEqual([]);
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
});
