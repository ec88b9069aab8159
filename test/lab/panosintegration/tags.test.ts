import { contextOf, errorOf, Instance, type Dictionary } from './instance';

const TAGS = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop']/tag";

describe('[6] tags', () => {
  it('are created by a GET without colour and without context', () => {
    const instance = new Instance();
    const entry = instance.done('create-tag', { name: 't', comment: 'c' });
    expect([entry.HumanReadable, entry.EntryContext]).toEqual(['The tag with name "t" was created successfully.', {}]);
    expect(instance.requests[0]?.method).toBe('GET');
    expect(instance.sent()[0]).toMatchObject({
      action: 'set',
      xpath: `${TAGS}/entry[@name='t']`,
      element: '<disable-override>no</disable-override><comments>c</comments>',
    });
  });

  it('are created in Shared where asked for', () => {
    const instance = new Instance();
    instance.done('create-tag', { name: 't', is_shared: 'true' });
    expect(instance.sent()[0]?.xpath).toBe("/config/shared/tag/entry[@name='t']");
  });

  it('[1.6] are an error to list where there are none', () => {
    expect(errorOf(new Instance().execute('list-tag'))).toContain('Object not present');
  });

  it('[1.7] are listed without marks, an empty comment as an empty dictionary', () => {
    const instance = new Instance();
    instance.done('create-tag', { name: 't' });
    const entry = instance.done('list-tag', { include_shared_tags: 'Yes' });
    expect(entry.EntryContext).toEqual({
      'Panorama.Tag(val.name && val.name == obj.name)': [
        { name: 't', location: 'shop', 'disable-override': 'no', comments: {} },
        { name: 'corporate', location: 'shared' },
      ],
    });
  });

  it('are edited whole: what is not given is read first, from Shared too', () => {
    const instance = new Instance();
    instance.done('create-tag', { name: 't', comment: 'old' });
    instance.sent();
    instance.done('edit-tag', { name: 't', disable_override: 'true' });
    expect(instance.sent().map(({ action, xpath, element }) => [action, xpath, element])).toEqual([
      ['get', TAGS, undefined],
      ['get', '/config/shared/tag', undefined],
      [
        'edit',
        `${TAGS}/entry[@name='t']`,
        '<entry name="t"><disable-override>yes</disable-override><comments>old</comments></entry>',
      ],
    ]);
  });

  it('cannot be edited where Shared has none', () => {
    const instance = new Instance('2.5.1', { shared: '' });
    instance.done('create-tag', { name: 't' });
    expect(errorOf(instance.execute('edit-tag', { name: 't', comment: 'c' }))).toContain('Object not present');
  });

  it('are not edited where they do not exist', () => {
    const instance = new Instance();
    instance.done('create-tag', { name: 't' });
    expect(errorOf(instance.execute('edit-tag', { name: 'x', comment: 'c' }))).toContain(
      "Can't find the tag with name 'x' in tags list.",
    );
  });

  it('are deleted in Shared where the device group has no such tag', () => {
    const instance = new Instance();
    expect(instance.done('delete-tag', { name: 'corporate' }).Type).toBe(1);
    expect(instance.sent().at(-1)?.xpath).toBe("/config/shared/tag/entry[@name='corporate']");
  });
});

describe('[4] profile groups', () => {
  it('are listed with their members, of this scope only', () => {
    const instance = new Instance();
    expect(errorOf(instance.execute('list-security-profile-group'))).toContain('Object not present');
    expect(instance.done('list-security-profile-group', { 'device-group': 'shared' }).EntryContext).toEqual({
      'Panorama.ProfileGroup(val.name && val.name == obj.name)': [{ name: 'strict', location: '', virus: 'default' }],
    });
  });

  it('are created, edited and deleted by GET', () => {
    const instance = new Instance();
    instance.done('create-security-profile-group', {
      group_name: 'g',
      antivirus_profile: 'default',
      anti_spyware_profile: 'strict',
    });
    instance.done('edit-security-profile-group', {
      group_name: 'g',
      profile_to_change: 'Antivirus Profile',
      profile_value: 'None',
    });
    const [group] = contextOf(instance.done('list-security-profile-group', { group_name: 'g' })) as Dictionary[];
    expect(group).toEqual({ name: 'g', location: '', spyware: 'strict' });
    instance.done('delete-security-profile-group', { group_name: 'g' });
    expect(new Set(instance.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});
