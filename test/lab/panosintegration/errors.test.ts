import { createPanosIntegration, throughFaults } from '../../../tools/lab/panosintegration';
import { createPanorama, withFaults } from '../../../tools/lab/panorama';
import { answering, errorOf, FIREWALL, Instance, OWN, PARAMS, plainly } from './instance';

const GET = { type: 'config', action: 'get', xpath: '/config' };
const LIST = { type: 'config', action: 'get', xpath: `${OWN}address/entry` };
const ask = (body: string): unknown => errorOf(answering(body).execute('', GET));

describe('[3] errors of the device', () => {
  it.each([
    [
      'No such node is a missing object',
      '<response status="error"><msg><line>No such node</line></msg></response>',
      'Object was not found, verify that the name is correct and that the instance was committed.',
    ],
    [
      'a line about a job that is not found is an invalid job',
      '<response status="error" code="7"><msg><line>job 9 not found</line></msg></response>',
      'Invalid Job ID error: job 9 not found',
    ],
    [
      '[10.6] so is a line about a rule whose name holds job',
      '<response status="error" code="12"><msg><line>nightly-job-1 not found</line></msg></response>',
      'Invalid Job ID error: nightly-job-1 not found',
    ],
    [
      '[10.6] and a query job',
      '<response status="error" code="12"><msg><line>No such query job 5</line></msg></response>',
      'Invalid Job ID error: No such query job 5',
    ],
    [
      'code and line are printed',
      '<response status="error" code="12"><msg><line> r -> source is invalid</line></msg></response>',
      'Request Failed.\nStatus code: 12\nWith message: r -> source is invalid',
    ],
    [
      'several lines are a Python list',
      `<response status="error" code="12"><msg><line>a</line><line>it's b</line></msg></response>`,
      `Request Failed.\nStatus code: 12\nWith message: ['a', "it's b"]`,
    ],
    [
      'without a code the answer is printed as a Python dictionary',
      '<response status="error"><msg><line>no</line></msg></response>',
      "Request Failed.\n{'@status': 'error', 'msg': {'line': 'no'}}",
    ],
    [
      'a message without a line is lost',
      '<response status="error" code="13"><msg>the reason</msg></response>',
      "string indices must be integers, not 'str'",
    ],
    ['so is a missing message', '<response status="error" code="400"/>', "'msg'"],
    [
      'a success with an unknown code is an error',
      '<response status="success" code="13"><msg>The result of this commit would be the same</msg></response>',
      'Request Failed.\nStatus code: 13\nWith message: The result of this commit would be the same',
    ],
    ['an answer of another kind is a missing key', '<html><body>log in</body></html>', "'response'"],
  ])('%s', (_title, body, expected) => {
    expect(ask(body)).toBe(expected);
  });

  it.each(['1', '5', '6', '8', '10', '12', '18', '21', '22'])(
    'a success with code %s is a warning, and the end',
    (code) => {
      const entries = answering(`<response status="success" code="${code}"/>`).execute('', GET);
      expect(plainly(entries)).toEqual([[11, 'List not found and might be empty']]);
    },
  );

  it('a line that says "already at the" is a success', () => {
    const body = '<response status="error" code="12"><msg><line>r is already at the top</line></msg></response>';
    expect(plainly(answering(body).execute('', GET))).toEqual([[1, 'Rule r is already at the top']]);
  });

  it('a wrong key is an HTTP error with its reason phrase', () => {
    const instance = new Instance('2.5.1', {}, { ...PARAMS, credentials: { password: 'wrong' } });
    expect(errorOf(instance.execute('', LIST))).toBe('Request Failed. with status: 403. Reason is: Invalid Credential');
  });

  it('[10.7] the key is masked wherever it occurs', () => {
    const body = '<response status="error" code="12"><msg><line>key-alice and a2V5LWFsaWNl</line></msg></response>';
    expect(ask(body)).toBe('Request Failed.\nStatus code: 12\nWith message: <XX_REPLACED> and <XX_REPLACED>');
  });
});

describe('[3, 1.6] nothing found', () => {
  it('is an error on Panorama, after the device groups were asked for', () => {
    const instance = new Instance();
    expect(errorOf(instance.execute('', LIST))).toMatch(/^Request Failed\.\nObject not present - .*present\.$/);
    expect(instance.sent().map(({ xpath }) => xpath)).toEqual([
      "/config/devices/entry/device-group/entry[@name='shop']/address/entry",
      '/config/devices/entry/device-group/entry',
    ]);
  });

  it('[2] names the device groups where this one does not exist', () => {
    const instance = new Instance('2.5.1', {}, { ...PARAMS, device_group: 'nope' });
    expect(errorOf(instance.execute('', LIST))).toMatch(
      /Device Group: nope does not exist\. The available Device Groups for this instance: parent, shop, other\.$/,
    );
  });

  it('is a warning in 1.14.22', () => {
    expect(plainly(new Instance('1.14.22').execute('', LIST))).toEqual([[11, 'List not found and might be empty']]);
  });

  it('is a warning on a firewall', () => {
    const instance = answering('<response status="success" code="7"><result/></response>', '2.5.1', FIREWALL);
    expect(plainly(instance.execute('', LIST))).toEqual([[11, 'List not found and might be empty']]);
  });

  it('is an answer without entries where the device counts to zero', () => {
    const { Contents } = new Instance('2.5.1', { emptyGet: 'zero-count' }).done('', LIST);
    expect(Contents).toMatchObject({ response: { result: { '@total-count': '0' } } });
  });

  it('ends where there is no device group to ask for', () => {
    const instance = answering('<response status="success" code="7"><result/></response>');
    expect(errorOf(instance.execute('', LIST))).toBe('maximum recursion depth exceeded');
  });
});

describe('a broken connection', () => {
  const TAGS = { type: 'config', action: 'get', xpath: `${OWN}tag` };
  const broken = (kind: 'lost-request' | 'lost-answer') => {
    const panorama = createPanorama({
      admins: [{ name: 'alice', password: 'a', apiKey: 'key-alice' }],
      deviceGroups: [{ name: 'shop' }],
    });
    const handle = throughFaults(withFaults(panorama.handle, [{ fault: { kind } }]));
    return createPanosIntegration({ version: '2.5.1', handle, params: PARAMS });
  };

  it('is an error entry in the words of the HTTP client', () => {
    expect(errorOf(broken('lost-request').execute('pan-os', TAGS))).toBe(
      "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
    );
  });

  it('may come after the change was made', () => {
    const integration = broken('lost-answer');
    expect(errorOf(integration.execute('pan-os', { ...TAGS, action: 'set', element: '<entry name="t"/>' }))).toMatch(
      /^\('Connection aborted/,
    );
    expect(integration.execute('pan-os', TAGS)[0]?.Type).toBe(1);
  });

  it('is not confused with a fault of the lab itself', () => {
    const handle = (): never => {
      throw new Error('a bug');
    };
    const integration = createPanosIntegration({ version: '2.5.1', handle, params: PARAMS });
    expect(() => integration.execute('pan-os', TAGS)).toThrow('a bug');
  });
});
