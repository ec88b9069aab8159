import { createPanosIntegration } from '../../../tools/lab/panosintegration';
import { answering, errorOf, Instance, OWN, PARAMS, RULES } from './instance';

describe('[5] pan-os', () => {
  it('posts its arguments as they are, is_xml and device-group among them', () => {
    const instance = answering('<response status="success"><result/></response>');
    instance.done('', { type: 'op', cmd: '<show/>', 'device-group': 'other' });
    expect(instance.requests[0]?.method).toBe('POST');
    expect(instance.sent()).toEqual([{ type: 'op', cmd: '<show/>', 'device-group': 'other', is_xml: 'false' }]);
  });

  it('gives the whole answer as JSON in context', () => {
    const entry = new Instance().done('', { type: 'version' });
    expect(entry).toMatchObject({
      ContentsFormat: 'json',
      HumanReadable: 'Command was executed successfully.',
      EntryContext: { 'Panorama.Command': { response: { '@status': 'success', result: { 'sw-version': '11.1.4' } } } },
    });
  });

  it('takes config for its type', () => {
    const instance = answering('<response status="success"/>');
    instance.done('', { action: 'get', xpath: '/config' });
    expect(instance.sent()[0]?.type).toBe('config');
  });

  it('sets many rules in one request, and edits one whole', () => {
    const instance = new Instance();
    const list = (tag: string): string => `<${tag}><member>any</member></${tag}>`;
    const content = ['from', 'to', 'source', 'destination', 'application', 'service'].map(list).join('');
    const rule = (name: string, more: string): string => `<entry name="${name}">${content}${more}</entry>`;
    const element = ['a', 'b'].map((name) => rule(name, '<action>allow</action>')).join('');
    instance.done('', { action: 'set', xpath: RULES, element });
    const edited = rule('a', '<action>deny</action><log-start>yes</log-start>');
    instance.done('', { action: 'edit', xpath: `${RULES}/entry[@name='a']`, element: edited });
    expect(instance.done('', { action: 'get', xpath: `${RULES}/entry` }).Contents).toMatchObject({
      response: { result: { entry: [{ '@name': 'a' }, { '@name': 'b' }] } },
    });
  });

  it('sends parameters beyond the length of a URL', () => {
    const instance = new Instance();
    const members = Array.from({ length: 900 }, (_, index) => `<entry name="tag-${index}"/>`).join('');
    expect(instance.done('', { action: 'set', xpath: `${OWN}tag`, element: members }).Type).toBe(1);
  });

  it('[10.10] checks nothing with is_xml: an error of the device is a success', () => {
    const entry = new Instance().done('', { action: 'get', xpath: 'nonsense(', is_xml: 'true' });
    expect(entry.Contents).toContain('status="error"');
    expect(entry.ContentsFormat).toBe('text');
  });

  it('cannot send a parameter that is not declared, such as newname', () => {
    const args = { action: 'rename', xpath: '/config', newname: 'x' };
    expect(errorOf(new Instance().execute('', args))).toBe('pan-os has no argument newname.');
  });

  it('[5] sends multi-config only where the server takes free values', () => {
    const args = { action: 'multi-config', element: '<multi-config/>' };
    const instance = answering('<response status="success" code="20"/>');
    expect(instance.done('', args).Type).toBe(1);
    const handle = (): never => {
      throw new Error('nothing is sent');
    };
    const careful = createPanosIntegration({ version: '2.5.1', handle, params: PARAMS });
    expect(errorOf(careful.execute('pan-os', args))).toBe('pan-os does not offer multi-config for action.');
  });

  it('takes no key from the caller', () => {
    const instance = new Instance();
    expect(instance.done('', { type: 'version', key: 'mine' }).Type).toBe(1);
  });
});
