import { answering, Instance, plainly } from './instance';

const OK = '<response status="success" code="20"/>';

describe('version 1.14.22', () => {
  it('[10.10] has the list of types for the default type of pan-os, and gives no context', () => {
    const instance = answering(OK, '1.14.22');
    expect(instance.done('', { action: 'get', xpath: '/config' }).EntryContext).toEqual({});
    expect(instance.sent()[0]?.type).toBe('keygen,config,commit,op,report,log,import,export,user-id,version');
  });

  it('[10.13] does not send the description of a commit', () => {
    const instance = answering(OK.replace('20', '19'), '1.14.22');
    instance.execute('commit', { description: 'why' });
    expect(instance.sent()[0]?.cmd).toBe('<commit></commit>');
  });

  it('[3] warns where nothing is found', () => {
    const entries = new Instance('1.14.22').execute('', { type: 'config', action: 'get', xpath: '/config/nothing' });
    expect(plainly(entries)).toEqual([[11, 'List not found and might be empty']]);
  });
});
