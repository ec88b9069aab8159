import { createPanosPort } from '../../scripts/xsoar/panosport';
import { interpretEntries, pythonText } from '../../scripts/xsoar/quirks';
import type { CommandArguments, HostEntry } from '../../scripts/xsoar/host';

const note = (Contents: unknown): HostEntry => ({ Type: 1, Contents });
const failure = (Contents: string): HostEntry => ({ Type: 4, Contents });
const response = (content: object): HostEntry => note({ response: { '@status': 'success', ...content } });

/** A port whose command gives the same entries whatever is asked, and the calls that were made. */
function portWith(...entries: readonly HostEntry[]) {
  const calls: { readonly name: string; readonly args: CommandArguments }[] = [];
  const executeCommand = (name: string, args: CommandArguments) => {
    calls.push({ name, args });
    return entries;
  };
  return { port: createPanosPort({ executeCommand }, 'panorama'), calls };
}

const NOT_PRESENT =
  'Request Failed.\nObject not present - Object specified by the xpath is not present. For example,entry[@name=value] where no object with name value is present.';

it.each([
  ['success with content', response({ '@code': '19', result: { entry: { '@name': 'a' } } }), 'found'],
  ['a count of zero', response({ '@code': '19', result: { '@total-count': '0', '@count': '0' } }), 'absent'],
  ['an empty result', response({ '@code': '7', result: null }), 'absent'],
  ['a success without a result', response({ '@code': '19' }), 'unclear'],
  ['a success that says nothing', response({ '@code': '19', result: null }), 'unclear'],
  [
    'an answer that counts more than it holds',
    response({ '@code': '19', result: { '@total-count': '2', '@count': '2', entry: { '@name': 'a' } } }),
    'unclear',
  ],
  ['code 7 in 2.5.1', failure(NOT_PRESENT), 'absent'],
  ['code 7 in 1.14.22', { Type: 11, Contents: 'List not found and might be empty' }, 'absent'],
  [
    'nothing in the running configuration',
    failure('Object was not found, verify that the name is correct and that the instance was committed.'),
    'absent',
  ],
  ['an error of the device', failure('Request Failed.\nStatus code: 17\nWith message: Invalid xpath'), 'refused'],
  ['a wrong key', failure('Request Failed. with status: 403. Reason is: Invalid Credential'), 'refused'],
  ['a server error', failure('Request Failed. with status: 502. Reason is: Bad Gateway'), 'unclear'],
  [
    'a broken connection',
    failure("('Connection aborted.', RemoteDisconnected('Remote end closed connection'))"),
    'unclear',
  ],
  ['a login page', failure('mismatched tag: line 1, column 80'), 'unclear'],
  ['a Python error', failure("'entry'"), 'unclear'],
] as const)('a read that meets %s is %s', (_title, entry, kind) => {
  const { port } = portWith(entry);
  expect(port.get('/config').kind).toBe(kind);
  expect(port.show('/config').kind).toBe(kind);
});

it.each([
  [
    "Request Failed.\nStatus code: 12\nWith message:  r -> source 'x' is not a valid reference",
    12,
    "r -> source 'x' is not a valid reference",
  ],
  [
    "Request Failed.\nStatus code: 10\nWith message: [' x cannot be deleted', \" rules -> 'y'\"]",
    10,
    "x cannot be deleted; rules -> 'y'",
  ],
  [
    "Request Failed.\n{'@status': 'error', 'msg': {'line': 'Configuration is locked by bob'}}",
    0,
    'Configuration is locked by bob',
  ],
  ['Invalid Job ID error: job nightly not found', 0, 'job nightly not found'],
  ["string indices must be integers, not 'str'", 0, 'the PAN-OS integration lost the reason'],
  ["'msg'", 0, 'the PAN-OS integration lost the reason'],
  ['Request Failed. with status: 403. Reason is: Invalid Credential', 403, 'HTTP 403 Invalid Credential'],
])('the error %s is a refusal', (text, code, message) => {
  expect(interpretEntries([failure(text)])).toEqual({ kind: 'refused', code, message });
});

it('the API key in the URL of a failed request goes no further', () => {
  const text =
    "HTTPSConnectionPool(host='p', port=443): Max retries exceeded with url: /api/?type=commit&key=LUFRPT1%3D&cmd=x (Caused by NewConnectionError('refused'))";
  const answer = interpretEntries([failure(text)]);
  expect(answer).toMatchObject({ kind: 'unclear' });
  expect(JSON.stringify(answer)).toContain('key=***&cmd=x');
  expect(JSON.stringify(answer)).not.toContain('LUFRPT');
});

it('a move to where the rule stands is done', () => {
  const { port } = portWith(note('Rule  shop.a is already at the requested position'));
  expect(port.move('/x', { where: 'top' })).toEqual({ kind: 'done' });
  expect(port.set('/x', '<a/>').kind).toBe('unclear');
});

it('deleting what is absent is done, editing it is not', () => {
  const { port } = portWith(failure(NOT_PRESENT));
  expect(port.delete('/x')).toEqual({ kind: 'done' });
  expect(port.edit('/x', '<a/>')).toEqual({ kind: 'refused', code: 7, message: 'it is not there' });
});

it.each([
  ['a text', note('There are no changes to commit.')],
  ['a line alone', note({ line: 'There are no changes to commit.' })],
  ['JSON as text', note('{"line": "There are no changes to commit."}')],
  ['a response with a line', response({ '@code': '19', msg: { line: 'There are no changes to commit.' } })],
  ['a response with a text', response({ '@code': '19', msg: 'There are no changes to commit.' })],
  [
    'the same result as before',
    response({
      '@code': '19',
      msg: 'The result of this commit would be the same as the previous commit queued/processed. No commit necessary.',
    }),
  ],
  ['code 13', failure("Request Failed.\nStatus code: 13\nWith message: {'line': 'There are no changes to commit.'}")],
])('nothing to commit, as %s', (_title, entry) => {
  const { port } = portWith(entry);
  expect(port.commit({ scope: 'full', description: '' })).toEqual({ kind: 'nothing' });
});

it('a commit that became a job is enqueued', () => {
  const result = { msg: { line: 'Commit job enqueued with jobid 4' }, job: '4' };
  const { port } = portWith(response({ '@code': '19', result }));
  expect(port.commit({ scope: 'full', description: '' })).toEqual({ kind: 'enqueued', job: '4' });
  expect(port.commitAll({ deviceGroup: 'dg', description: '' })).toEqual({ kind: 'enqueued', job: '4' });
});

it('answers of several instances, and no answer at all, are unclear', () => {
  const answer = response({ result: { entry: 'x' } });
  expect(portWith(answer, answer).port.get('/x')).toMatchObject({ kind: 'unclear' });
  expect(portWith().port.set('/x', '<a/>')).toMatchObject({ kind: 'unclear' });
});

it('entries that are no answers are passed over', () => {
  const { port } = portWith({ Type: 16, Contents: 'debug' }, response({ '@code': '20', msg: 'command succeeded' }));
  expect(port.set('/x', '<a/>')).toEqual({ kind: 'done' });
});

it('every command names the instance and its type', () => {
  const { port, calls } = portWith(response({ '@code': '20', msg: 'command succeeded' }));
  port.set('/a', '<x/>');
  port.move('/a', { where: 'before', rule: 'b' });
  port.op('<show/>', { target: '001', scope: 'dg' });
  port.commitGroup({ scope: 'group', admin: 'svc', deviceGroup: 'dg', description: 'a&b' });
  expect(calls).toEqual([
    { name: 'pan-os', args: { type: 'config', action: 'set', xpath: '/a', element: '<x/>', using: 'panorama' } },
    {
      name: 'pan-os',
      args: { type: 'config', action: 'move', xpath: '/a', where: 'before', dst: 'b', using: 'panorama' },
    },
    { name: 'pan-os', args: { type: 'op', cmd: '<show/>', target: '001', vsys: 'dg', using: 'panorama' } },
    {
      name: 'pan-os',
      args: {
        type: 'commit',
        action: 'partial',
        cmd: '<commit><description>a&amp;b</description><partial><admin><member>svc</member></admin><device-group><member>dg</member></device-group><device-and-network>excluded</device-and-network><shared-object>excluded</shared-object></partial></commit>',
        using: 'panorama',
      },
    },
  ]);
});

it('a server that does not take the action is asked by the named command, where that is as narrow', () => {
  const calls: string[] = [];
  const port = createPanosPort(
    {
      executeCommand: (name, args) => {
        calls.push(`${name} ${String(args.action ?? args.admin_name ?? args['device-group'])}`);
        return name === 'pan-os'
          ? [failure('pan-os does not offer partial for action.')]
          : [note({ JobID: '9', Status: 'Pending' })];
      },
    },
    '',
  );
  expect(port.commitGroup({ scope: 'group', admin: 'svc', deviceGroup: 'dg', description: '' })).toEqual({
    kind: 'unsupported',
  });
  expect(port.commit({ scope: 'admin', admin: 'svc', description: '' })).toEqual({ kind: 'enqueued', job: '9' });
  expect(port.commitAll({ deviceGroup: 'dg', description: '' })).toEqual({ kind: 'enqueued', job: '9' });
  expect(calls).toEqual(['pan-os partial', 'pan-os-commit svc', 'pan-os all', 'pan-os-push-to-device-group dg']);
});

it.each([
  ['plain', 'plain'],
  ["['a', 'b']", 'a; b'],
  [`["it's", 'say \\'hi\\'']`, "it's; say 'hi'"],
  ["'one'", 'one'],
  ['[]', '[]'],
  ["{'line': 'x'}", "{'line': 'x'}"],
])('the Python text %s reads %s', (text, plain) => {
  expect(pythonText(text)).toBe(plain);
});
