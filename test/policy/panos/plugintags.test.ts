import { createTagModel, labelTag, namespaceTag } from '../../../scripts/policy/panos/plugintags';

const TAGS = { cluster: 'prod', labelKey: 'identity', hostNetwork: 'registered' } as const;

it('tags are written as the plugin writes them', () => {
  expect(namespaceTag(TAGS, 'shop')).toBe('k8s.cl_prod.ns_shop');
  expect(labelTag(TAGS, 'shop', 'app', 'web')).toBe('k8s.cl_prod.ns_shop.app.web');
  expect(labelTag(TAGS, 'shop', 'example.com/app', 'web')).toBe('k8s.cl_prod.ns_shop.example.com/app.web');
});

it.each([
  ['a label like any other', { app: ['web'] }, 'app', 'web', undefined],
  ['values that differ in case alone', { app: ['web', 'Web'] }, 'app', 'web', 'label-ambiguous'],
  ['keys that differ in case alone', { app: ['web'], App: ['web'] }, 'app', 'web', 'label-ambiguous'],
  ['a dot in the key against a dot in the value', { 'a.b': ['c'], a: ['b.c'] }, 'a', 'b.c', 'label-ambiguous'],
  ['other labels that are ambiguous', { 'a.b': ['c'], a: ['b.c'], app: ['x'] }, 'app', 'x', undefined],
  ['an empty value', { app: [''] }, 'app', '', 'label-value-empty'],
  ['a tag that is too long', { app: ['v'.repeat(63)] }, 'k'.repeat(63), 'v'.repeat(63), 'tag-too-long'],
  ['a key like a property of objects', { constructor: ['x'] }, 'constructor', 'x', undefined],
])('%s', (_what, known, key, value, code) => {
  const found = createTagModel(TAGS, known).diagnose('shop', key, value);
  expect(found?.code).toBe(code);
});

it('a slash and an underscore make one tag where the profile says so', () => {
  const known = { 'example.com/app': ['x'], 'example.com_app': ['x'] };
  expect(createTagModel(TAGS, known).diagnose('a', 'example.com/app', 'x')).toBeUndefined();
  const underscore = createTagModel({ ...TAGS, labelKey: 'underscore' }, known);
  expect(underscore.diagnose('a', 'example.com/app', 'x')).toMatchObject({ code: 'label-ambiguous' });
});
