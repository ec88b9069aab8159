import { collectObjects, policyFiles } from '../../../scripts/policy/kubernetes/objects';
import { lines, networkPolicy } from './fixtures';

const from = (...values: unknown[]) => collectObjects(values.map((value) => ({ value, file: 'f.yaml' })));
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };

describe('collectObjects', () => {
  it('keeps single objects with their file, and passes over empty documents', () => {
    const collected = collectObjects([
      { value: null, file: 'a.yaml' },
      { value: pod, file: 'b.yaml' },
      { value: undefined, file: 'c.yaml' },
    ]);
    expect(collected).toEqual({ objects: [pod], sources: [{ object: pod, file: 'b.yaml' }], diagnostics: [] });
  });

  it('flattens lists in lists, and arrays', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [pod, { kind: 'List', items: [pod] }, null] };
    expect(from(list, [pod, [pod]]).objects).toEqual([pod, pod, pod, pod]);
  });

  it('gives the items of typed lists the kind and apiVersion of the list', () => {
    const list = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicyList',
      items: [{ metadata: { name: 'a' } }, { kind: 'Other', apiVersion: 'x/v1' }],
    };
    expect(from(list).objects).toEqual([
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'a' } },
      { kind: 'Other', apiVersion: 'x/v1' },
    ]);
    expect(list.items[0]).toEqual({ metadata: { name: 'a' } });
  });

  it('takes a list without items as empty', () => {
    expect(from({ kind: 'PodList', apiVersion: 'v1', items: null })).toMatchObject({ objects: [], diagnostics: [] });
    expect(from({ kind: 'PodList', apiVersion: 'v1', items: [] })).toMatchObject({ objects: [], diagnostics: [] });
  });

  it('leaves the spelling of kinds to the groups of others', () => {
    const object = { apiVersion: 'example.com/v1', kind: 'networkpolicy', metadata: { name: 'a' } };
    expect(from(object)).toMatchObject({ objects: [object], diagnostics: [] });
  });

  it('takes a kind that ends in List but has no items for an object like others', () => {
    const object = { apiVersion: 'example.com/v1', kind: 'AllowList', spec: {} };
    expect(from(object).objects).toEqual([object]);
  });

  it('does not follow lists that are nested too deeply', () => {
    const nested = (depth: number) => {
      let value: unknown = pod;
      for (let i = 0; i < depth; i++) value = [value];
      return value;
    };
    expect(from(nested(15)).objects).toEqual([pod]);
    expect(lines(from(nested(100000)).diagnostics)).toEqual([
      `object-unreadable ${'[0]'.repeat(16)}: The document cannot be read: its lists are nested too deeply.`,
    ]);
  });

  it('cannot be given a prototype', () => {
    const item = JSON.parse('{"__proto__": {"kind": "Pod", "spec": {"hostNetwork": true}}}') as unknown;
    const [object] = from({ apiVersion: 'v1', kind: 'PodList', items: [item] }).objects;
    expect(object.spec).toBeUndefined();
  });

  it.each([
    ['text', 'object-unreadable : The document cannot be read: it is the text "text", not an object.'],
    [7, 'object-unreadable : The document cannot be read: it is the number 7, not an object.'],
    [false, 'object-unreadable : The document cannot be read: it is false, not an object.'],
    [{ metadata: {} }, 'object-unreadable : The document cannot be read: it has no kind.'],
    [{ kind: '' }, 'object-unreadable : The document cannot be read: it has no kind.'],
    [
      { kind: 'Networkpolicy', apiVersion: 'networking.k8s.io/v1' },
      'object-unreadable : The document cannot be read: there is no kind "Networkpolicy"; it is spelled "NetworkPolicy".',
    ],
    [[{ kind: 'Pod' }, 'x'], 'object-unreadable [1]: The document cannot be read: it is the text "x", not an object.'],
    [
      { kind: 'List', items: [{ kind: 'List', items: [pod, {}] }] },
      'object-unreadable items[0].items[1]: The document cannot be read: it has no kind.',
    ],
    [
      { kind: 'PodList', items: { a: 1 } },
      'object-unreadable items: The document cannot be read: its items are not a list.',
    ],
  ])('reports %j', (value, expected) => {
    const collected = from(value);
    expect(lines(collected.diagnostics)).toEqual([expected]);
    expect(collected.diagnostics[0].where.file).toBe('f.yaml');
  });

  describe('a list in pages', () => {
    const page = (more: string) => ({ apiVersion: 'v1', kind: 'PodList', metadata: { continue: more }, items: [pod] });

    it('is refused without its last page: it must not look whole', () => {
      expect(lines(from(page('abc')).diagnostics)).toEqual([
        'list-incomplete metadata.continue: The PodList is one page of several (it has metadata.continue), and its last page is not in the input.',
      ]);
      expect(from(page('abc'), page('def')).diagnostics).toHaveLength(1);
    });

    it('is taken with its last page', () => {
      expect(from(page('abc'), page('')).diagnostics).toEqual([]);
    });

    it('does not end with the last page of another list', () => {
      expect(from(page('abc'), { kind: 'ServiceList', items: [] }).diagnostics).toHaveLength(1);
    });
  });
});

it('says which file each policy is from, the first one of several', () => {
  const { sources } = collectObjects([
    { value: networkPolicy({}), file: 'one.yaml' },
    { value: networkPolicy({}), file: 'two.yaml' },
    { value: networkPolicy({}, { namespace: undefined, name: 'other' }), file: 'two.yaml' },
    { value: pod, file: 'three.yaml' },
  ]);
  expect(policyFiles(sources)).toEqual({ 'shop/web': 'one.yaml', 'default/other': 'two.yaml' });
});
