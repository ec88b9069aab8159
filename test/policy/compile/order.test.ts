import { entryText, app, compileObjects, policy, rules } from './support';

/** The ingress entries of namespace `a` in the order in which they decide; contested ones with a star. */
function ranking(...objects: ReturnType<typeof policy>[]): string[] {
  const { model } = compileObjects(objects);
  return model.ingress.entries.a.map((entry) => `${entryText(entry)}${entry.contested ? '*' : ''}`);
}

const all = { podSelector: {}, ingress: [{}] };
const allToo = { podSelector: {}, ingress: [{ ports: [{ port: 443 }] }] };
const port80 = { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] };

it('entries with the same attributes stand by name, and contend for nothing', () => {
  expect(ranking(policy('a/z', allToo), policy('a/b', port80), policy('a/a', all))).toEqual([
    'a/a.in0',
    'a/b.in0',
    'a/z.in0',
  ]);
});

it('restricted entries come first, then inspected ones, then the others', () => {
  const objects = [
    policy('a/a-plain', all),
    policy('a/b-inspected', all, { antivirus: 'strict' }),
    policy('a/c-restricted', all, { appid: 'ssl' }),
    policy('a/d-both', all, { 'url-category': 'news', 'profile-group': 'g' }),
  ];
  expect(ranking(...objects)).toEqual(['a/d-both.in0*', 'a/c-restricted.in0*', 'a/b-inspected.in0*', 'a/a-plain.in0*']);
});

it.each([
  ['ports', policy('a/z', port80, { antivirus: 'x' })],
  ['pods', policy('a/z', { ...app('w'), ingress: [{}] }, { antivirus: 'x' })],
  [
    'sources',
    policy('a/z', { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '8.0.0.0/8' } }] }] }, { antivirus: 'x' }),
  ],
])('of entries alike, the one with narrower %s comes first', (_what, narrower) => {
  expect(ranking(policy('a/a', all, { antivirus: 'y' }), narrower)).toEqual(['a/z.in0*', 'a/a.in0*']);
});

it('entries that only overlap stand by name', () => {
  const one = policy('a/b', { ...app('w'), ingress: [{}] }, { antivirus: 'x' });
  const other = policy('a/a', port80, { antivirus: 'y' });
  expect(ranking(one, other)).toEqual(['a/a.in0*', 'a/b.in0*']);
});

it('the narrowest is first in a chain, wherever the others stand', () => {
  const objects = [
    policy('a/a', all, { antivirus: 'x' }),
    policy('a/b', port80, { antivirus: 'y' }),
    policy('a/c', { ...app('w'), ingress: [{ ports: [{ port: 80 }] }] }, { antivirus: 'z' }),
    policy('a/d', { podSelector: {}, ingress: [{ ports: [{ port: 90 }] }] }, { antivirus: 'w' }),
  ];
  expect(ranking(...objects)).toEqual(['a/c.in0*', 'a/b.in0*', 'a/d.in0*', 'a/a.in0*']);
});

it('entries with other attributes that meet nowhere are not contested', () => {
  const one = policy('a/a', { ...app('w'), ingress: [{}] }, { antivirus: 'x' });
  const other = policy('a/b', { ...app('v'), ingress: [{}] });
  expect(ranking(one, other)).toEqual(['a/a.in0', 'a/b.in0']);
});

it('whoever is overruled is warned, with the entry that decides', () => {
  const { warnings } = compileObjects([policy('a/a', all), policy('a/b', port80, { antivirus: 'strict' })]);
  expect(warnings).toEqual([
    {
      code: 'attributes-differ',
      params: { other: 'a/b spec.ingress[0]', first: 'a/b spec.ingress[0]' },
      where: { policy: { namespace: 'a', name: 'a' }, path: 'spec.ingress[0]' },
    },
  ]);
});

it('contested entries keep their own rules, in the order in which they decide', () => {
  const objects = [
    policy('a/a', { ...app('w'), ingress: [{ from: [app('x')] }, { from: [app('y')] }] }),
    policy('a/b', { ...app('w'), ingress: [{ from: [app('x')], ports: [{ port: 80 }] }] }, { antivirus: 'strict' }),
    policy('a/x', { ...app('x'), policyTypes: ['Egress'], egress: [{}] }),
  ];
  expect(rules(objects).filter((rule) => rule.startsWith('A'))).toEqual([
    'A a/x.eg0+a/b.in0: a[app=x] > a[app=w] 80// allow strict',
    'A a/x.eg0+a/a.in0: a[app=x] > a[app=w] * allow',
  ]);
});
