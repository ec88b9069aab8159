import type { LabelUse } from '../../../scripts/policy/compile/labeluses';
import { createTagModel, labelTag, namespaceTag } from '../../../scripts/policy/panos/plugintags';

const TAGS = { cluster: 'prod', labelKey: 'identity', hostNetwork: 'registered' } as const;

it('tags are written as the plugin writes them', () => {
  expect(namespaceTag(TAGS, 'shop')).toBe('k8s.cl_prod.ns_shop');
  expect(labelTag(TAGS, 'shop', 'app', 'web')).toBe('k8s.cl_prod.ns_shop.app.web');
  expect(labelTag(TAGS, 'shop', 'example.com/app', 'web')).toBe('k8s.cl_prod.ns_shop.example.com/app.web');
});

/** The labels as pods of `shop` have them. */
function inShop(labels: Readonly<Record<string, readonly string[]>>, namespace = 'shop'): LabelUse[] {
  return Object.entries(labels).flatMap(([key, values]) =>
    values.map((value) => ({ namespaces: ['other', namespace], key, value, isFact: true, claimers: [] })),
  );
}

it.each<[string, Record<string, string[]>, string, string, string | undefined]>([
  ['a label like any other', { app: ['web'] }, 'app', 'web', undefined],
  ['values that differ in case alone', { app: ['web', 'Web'] }, 'app', 'web', 'label-ambiguous'],
  ['keys that differ in case alone', { app: ['web'], App: ['web'] }, 'app', 'web', 'label-ambiguous'],
  ['a dot in the key against a dot in the value', { 'a.b': ['c'], a: ['b.c'] }, 'a', 'b.c', 'label-ambiguous'],
  ['other labels that are ambiguous', { 'a.b': ['c'], a: ['b.c'], app: ['x'] }, 'app', 'x', undefined],
  ['an empty value', { app: [''] }, 'app', '', 'label-value-empty'],
  ['a tag that is too long', { app: ['v'.repeat(63)] }, 'k'.repeat(63), 'v'.repeat(63), 'tag-too-long'],
  ['a key like a property of objects', { constructor: ['x'] }, 'constructor', 'x', undefined],
])('%s', (_what, known, key, value, code) => {
  const found = createTagModel(TAGS, inShop(known)).diagnose('shop', key, value, [value]);
  expect(found?.diagnostic.code).toBe(code);
});

it('labels of other namespaces make other tags', () => {
  const uses = [...inShop({ app: ['web'] }), ...inShop({ app: ['Web'] }, 'pay')];
  const model = createTagModel(TAGS, uses);
  expect(model.diagnose('shop', 'app', 'web', ['web'])).toBeUndefined();
  expect(model.diagnose('other', 'app', 'web', ['web'])).toMatchObject({
    diagnostic: { code: 'label-ambiguous', params: { first: 'app=web', second: 'app=Web' } },
  });
});

it('values that are meant together need not be told apart', () => {
  const model = createTagModel(TAGS, inShop({ app: ['web', 'Web'], 'app.web': ['x'] }));
  expect(model.diagnose('shop', 'app', 'web', ['Web', 'web'])).toBeUndefined();
  expect(model.diagnose('shop', 'app', 'web.x', ['Web', 'web.x'])).toMatchObject({
    diagnostic: { code: 'label-ambiguous' },
  });
});

it('a slash and an underscore make one tag where the profile says so', () => {
  const known = inShop({ 'example.com/app': ['x'], 'example.com_app': ['x'] });
  expect(createTagModel(TAGS, known).diagnose('shop', 'example.com/app', 'x', ['x'])).toBeUndefined();
  const underscore = createTagModel({ ...TAGS, labelKey: 'underscore' }, known);
  expect(underscore.diagnose('shop', 'example.com/app', 'x', ['x'])).toMatchObject({
    diagnostic: { code: 'label-ambiguous' },
  });
});
