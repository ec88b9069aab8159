import type { HttpAnswer } from '../../../tools/cli/panorama/http';
import { urlPort } from '../../../tools/cli/panorama/url';

const ok = (body: string): HttpAnswer => ({ kind: 'answer', status: 200, reason: 'OK', body });

function port(answer: HttpAnswer) {
  const asked: { readonly [name: string]: string }[] = [];
  const http = {
    post: (form: { readonly [name: string]: string }) => {
      asked.push(form);
      return answer;
    },
  };
  return { asked, port: urlPort(http) };
}

const success = (content: string, attributes = ''): HttpAnswer =>
  ok(`<response status="success"${attributes}>${content}</response>`);

it.each<[string, HttpAnswer, unknown]>([
  [
    'what is there',
    success('<result total-count="1"><rules><entry name="a"/></rules></result>'),
    { kind: 'found', node: { '@total-count': '1', rules: { entry: { '@name': 'a' } } } },
  ],
  ['nothing, as code 7', success('<result/>', ' code="7"'), { kind: 'absent' }],
  ['nothing, as a count of zero', success('<result total-count="0" count="0"/>'), { kind: 'absent' }],
  [
    'nothing, as show says it',
    ok('<response status="error"><msg><line>No such node</line></msg></response>'),
    { kind: 'absent' },
  ],
  [
    'an error with its code and lines',
    ok('<response status="error" code="16"><msg><line>Unauthorized</line><line>request</line></msg></response>'),
    { kind: 'refused', code: 16, message: 'Unauthorized request' },
  ],
  [
    'an error whose message stands in the result',
    ok('<response status="error" code="13"><result><msg>no</msg></result></response>'),
    { kind: 'refused', code: 13, message: 'no' },
  ],
  [
    'an error without a code',
    ok('<response status="error"><msg>bad</msg></response>'),
    { kind: 'refused', code: 0, message: 'bad' },
  ],
  [
    'a wrong key',
    { kind: 'answer', status: 403, reason: 'Invalid Credential', body: '' },
    { kind: 'refused', code: 403, message: 'HTTP 403 Invalid Credential' },
  ],
  [
    'a wrong key in XML',
    {
      kind: 'answer',
      status: 403,
      reason: 'Invalid Credential',
      body: '<response status="error" code="403"><result><msg>Invalid Credential</msg></result></response>',
    },
    { kind: 'refused', code: 403, message: 'Invalid Credential' },
  ],
  [
    'a server that fails',
    { kind: 'answer', status: 502, reason: '', body: '<html>' },
    { kind: 'unclear', message: 'HTTP 502' },
  ],
  [
    'a page of something in between',
    ok('<!DOCTYPE html><html><body><br></body></html>'),
    { kind: 'unclear', message: 'HTTP 200 OK' },
  ],
  [
    'no connection',
    { kind: 'failed', message: 'connect ECONNREFUSED' },
    { kind: 'unclear', message: 'connect ECONNREFUSED' },
  ],
])('a read is %s', (_what, answer, expected) => {
  expect(port(answer).port.get('/config/shared')).toEqual(expected);
});

it('reads and commands are sent as forms', () => {
  const { asked, port: at } = port(success('<result><a/></result>'));
  at.get('/config/a');
  at.show('/config/b');
  at.op('<show/>', {});
  at.op('<show/>', { target: '001', scope: 'shop' });
  expect(asked).toEqual([
    { type: 'config', action: 'get', xpath: '/config/a' },
    { type: 'config', action: 'show', xpath: '/config/b' },
    { type: 'op', cmd: '<show/>' },
    { type: 'op', cmd: '<show/>', target: '001', vsys: 'shop' },
  ]);
});

it.each<[string, HttpAnswer, unknown]>([
  [
    'its result',
    success('<result><system><sw-version>11.1.4</sw-version></system></result>'),
    { kind: 'answered', node: { system: { 'sw-version': '11.1.4' } } },
  ],
  [
    'its message, where there is no result',
    success('<msg><line>done</line></msg>'),
    { kind: 'answered', node: { line: 'done' } },
  ],
  ['an empty result', success('<result/>'), { kind: 'answered', node: null }],
  [
    'a refusal',
    ok('<response status="error" code="17"><msg><line>show is unexpected</line></msg></response>'),
    { kind: 'refused', code: 17, message: 'show is unexpected' },
  ],
])('a command answers %s', (_what, answer, expected) => {
  expect(port(answer).port.op('<show/>', {})).toEqual(expected);
});

it('nothing is written', () => {
  const { asked, port: at } = port(success(''));
  expect(at.set('/config', '<a/>').kind).toBe('refused');
  expect(at.commit({ scope: 'full', description: '' }).kind).toBe('refused');
  expect(asked).toEqual([]);
});
