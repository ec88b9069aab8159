import { evaluatePath } from '../../../tools/lab/xsoar/context/dt';
import type { Json } from '../../../tools/lab/xsoar';

const CONTEXT = {
  IP: { Address: '192.0.2.8', Geo: { Country: 'US' }, ASN: 15169 },
  Score: [
    { Vendor: 'scan', Score: 0 },
    { Vendor: 'info', Score: 0 },
    { Vendor: 'Recorded', Score: 1 },
  ],
  Certificates: [
    { Name: 'www.example.com', From: '2018', To: '2019' },
    { Name: 'ads.example.net', From: '2017', To: '2019' },
    { Name: 'www.example.org', From: '2018', To: '2020' },
  ],
  Country: ['IE'],
  'Plan Approval': { Answers: { 0: 'Approve' } },
  Deep: [{ List: [1, 2] }, { List: [3] }],
};

describe('a path of the transform language', () => {
  it.each<readonly [string, string, Json]>([
    ['a nested key', 'IP.Geo.Country', 'US'],
    ['what is not there', 'IP.Geo.City', null],
    ['a key with a blank, and a number as a key', 'Plan Approval.Answers.0', 'Approve'],
    ['a key of all elements of a list', 'Certificates.Name', ['www.example.com', 'ads.example.net', 'www.example.org']],
    ['one element', 'Certificates.[1].Name', 'ads.example.net'],
    ['an element behind a list of values', 'Certificates.Name.[1]', 'ads.example.net'],
    ['a range, whose end belongs to it', 'Certificates.[0:1].Name', ['www.example.com', 'ads.example.net']],
    ['a list of one as the value of one key', 'Country', ['IE']],
    ['lists in lists as one list', 'Deep.List', [1, 2, 3]],
    ['a selector on elements', "Certificates(val.Name.indexOf('www') == 0).To", ['2019', '2020']],
    ['a selector on values, one of which is left', "Score.Vendor(val == 'scan')", 'scan'],
    ['a selector that nothing meets', "Score(val.Vendor == 'x').Score", null],
    [
      'a selector with a bound value',
      'Certificates(val.From == val1---Certificates.[0].From).Name',
      ['www.example.com', 'www.example.org'],
    ],
    ['a mutator', 'IP.Geo.Country=val.toLowerCase()', 'us'],
    ['a mutator of every element', "Score=val.Vendor + ': ' + val.Score", ['scan: 0', 'info: 0', 'Recorded: 1']],
    [
      'a mutator with a function',
      "Score.Vendor(val == 'scan')=twice(val);function twice(a) { return a + a; }",
      'scanscan',
    ],
    ['a mutator of the whole', 'Score=>val.length', 3],
    ['the root', '.', CONTEXT],
    ['a mutator of the root', '.=val.IP.ASN', 15169],
  ])('finds %s', (_, path, expected) => {
    expect(evaluatePath(CONTEXT, path)).toEqual(expected);
  });

  it.each([
    ['A.[x]', 'an index that is no number or range'],
    ['A(val == 1', '"(" without ")"'],
    ['A(val ==)', 'cannot be read'],
  ])('%s is an error', (path, problem) => {
    expect(() => evaluatePath({ A: [1] }, path)).toThrow(problem);
  });

  it('an expression sees nothing of this process', () => {
    expect(evaluatePath({ A: 1 }, 'A=typeof process + typeof require')).toBe('undefinedundefined');
    expect(() => evaluatePath({ A: 1 }, "A=val.constructor.constructor('return 1')()")).toThrow('Code generation');
  });
});
