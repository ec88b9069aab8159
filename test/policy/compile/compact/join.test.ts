import { appIn } from '../support';
import { allows, COMPACT, letsIn, mayCall } from './support';

/** Rules equal in all but one coordinate are one. */

const NAMES = [appIn('dns', 'server')];

it('rules with one destination and one port have their senders together, in any namespaces', () => {
  expect(allows([mayCall('a/p', 'x', NAMES, [53]), mayCall('b/q', 'y', NAMES, [53])])).toEqual([
    'C a/p.eg0 & b/q.eg0: a[app=x] | b[app=y] > dns[app=server] 53// allow',
  ]);
});

it('rules with one sender and one port have their receivers together', () => {
  expect(allows([letsIn('a/p', 'x', NAMES, [80]), letsIn('b/q', 'y', NAMES, [80])])).toEqual([
    'C a/p.in0 & b/q.in0: dns[app=server] > a[app=x] | b[app=y] 80// allow',
  ]);
});

it('rules with the same ends have their ports together', () => {
  const two = [letsIn('a/p', 'x', NAMES, [80]), letsIn('a/q', 'x', NAMES, [81, 90])];
  expect(allows(two)).toEqual(['C a/p.in0 & a/q.in0: dns[app=server] > a[app=x] 80-81,90// allow']);
});

it('rules that differ in two coordinates stay apart', () => {
  const two = [mayCall('a/p', 'x', NAMES, [53]), mayCall('b/q', 'y', NAMES, [54])];
  expect(allows(two)).toHaveLength(2);
});

it('joins what joining has made alike', () => {
  const ports = [[80], [81]];
  const objects = ports.flatMap((some) => [
    letsIn(`a/x${some[0]}`, 'x', NAMES, some),
    letsIn(`a/y${some[0]}`, 'y', NAMES, some),
  ]);
  expect(allows(objects)).toEqual([
    'C a/x80.in0 & a/y80.in0 & a/x81.in0 & a/y81.in0: dns[app=server] > a[app=x] | a[app=y] 80-81// allow',
  ]);
});

it('a rule that could join in two ways goes where most are', () => {
  const objects = [
    mayCall('a/p', 'x', NAMES, [53]),
    mayCall('a/q', 'x', [appIn('dns', 'other')], [53]),
    mayCall('b/p', 'y', NAMES, [53]),
    mayCall('c/p', 'z', NAMES, [53]),
  ];
  expect(allows(objects)).toEqual([
    'C a/p.eg0 & b/p.eg0 & c/p.eg0: a[app=x] | b[app=y] | c[app=z] > dns[app=server] 53// allow',
    'C a/q.eg0: a[app=x] > dns[app=other] 53// allow',
  ]);
});

it('rules of pairs join rules of other pairs', () => {
  const gateway = [
    mayCall('e/g', 'g', [appIn('a', 'w'), appIn('b', 'w')], [80, 82]),
    mayCall('e/h', 'g', [appIn('c', 'w')], [80, 82]),
    ...['a', 'b', 'c'].map((namespace) => letsIn(`${namespace}/w`, 'w', [appIn('e', 'g')], [80, 81])),
  ];
  expect(allows(gateway)).toEqual(['A e/g.eg0+2 & e/h.eg0+c/w.in0: e[app=g] > a,b,c[app=w] 80// allow']);
});

it('other attributes, tickets among them, are other rules', () => {
  for (const [key, value] of Object.entries({ antivirus: 'strict', appid: 'dns', ticket: 'NET-1', log: 'none' })) {
    const two = [mayCall('a/p', 'x', NAMES, [53], { [key]: value }), mayCall('b/q', 'y', NAMES, [53])];
    expect(allows(two)).toHaveLength(2);
  }
});

it('rules with the same App-IDs are one', () => {
  const dns = { appid: 'dns' };
  expect(allows([mayCall('a/p', 'x', NAMES, [53], dns), mayCall('b/q', 'y', NAMES, [53], dns)])).toEqual([
    'C a/p.eg0 & b/q.eg0: a[app=x] | b[app=y] > dns[app=server] 53// allow dns',
  ]);
});

it('entries of several policies that say the same have one rule', () => {
  const one = letsIn('a/p', 'x', NAMES, [80]);
  expect(allows([one, letsIn('a/q', 'x', NAMES, [80])])).toEqual([
    'C a/p.in0 & a/q.in0: dns[app=server] > a[app=x] 80// allow',
  ]);
});

it('a rule has no more members than a device takes', () => {
  const objects = ['a', 'b', 'c', 'd', 'e'].map((namespace) => mayCall(`${namespace}/p`, 'x', NAMES, [53]));
  const profile = { ...COMPACT, capacity: { ...COMPACT.capacity, members: 2 } };
  expect(allows(objects, profile)).toEqual([
    'C a/p.eg0 & b/p.eg0: a,b[app=x] > dns[app=server] 53// allow',
    'C c/p.eg0 & d/p.eg0: c,d[app=x] > dns[app=server] 53// allow',
    'C e/p.eg0: e[app=x] > dns[app=server] 53// allow',
  ]);
});

it('the order of the input does not reach the rules', () => {
  const objects = ['a', 'b', 'c'].flatMap((namespace) => [
    mayCall(`${namespace}/p`, 'x', NAMES, [53]),
    letsIn(`${namespace}/q`, 'x', NAMES, [80]),
  ]);
  expect(allows([...objects].reverse())).toEqual(allows(objects));
});
