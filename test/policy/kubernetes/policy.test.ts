import { isError } from '../../../scripts/policy/diagnostics/diagnostic';
import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { diagnosed, lines, networkPolicy, readGood } from './fixtures';

describe('readPolicy', () => {
  it('decodes a policy that uses every field', () => {
    const raw = networkPolicy(
      {
        podSelector: { matchLabels: { tier: 'front', app: 'web' } },
        policyTypes: ['Egress', 'Ingress'],
        ingress: [
          {
            from: [
              { podSelector: { matchExpressions: [{ key: 'role', operator: 'In', values: ['b', 'a', 'b'] }] } },
              { namespaceSelector: {}, podSelector: { matchLabels: { app: 'gw' } } },
              { namespaceSelector: { matchLabels: { team: 'ops' } } },
            ],
            ports: [{ port: 80 }, { protocol: 'UDP', port: 'dns' }, { protocol: 'SCTP' }],
          },
        ],
        egress: [
          {
            to: [{ ipBlock: { cidr: '10.9.8.7/8', except: ['10.2.0.0/16', '10.1.0.0/16'] } }],
            ports: [{ protocol: 'TCP', port: 8000, endPort: 8080 }],
          },
        ],
      },
      { uid: 'u-1', labels: { owner: 'shop' }, annotations: { 'np.panw.com/appid': 'ssl' } },
    );
    const { policy, diagnostics } = readPolicy(raw);

    expect({ policy, diagnostics }).toEqual({
      diagnostics: [],
      policy: {
        id: { namespace: 'shop', name: 'web', uid: 'u-1' },
        labels: { owner: 'shop' },
        annotations: { 'np.panw.com/appid': 'ssl' },
        subject: [
          { key: 'app', operator: 'In', values: ['web'] },
          { key: 'tier', operator: 'In', values: ['front'] },
        ],
        isolates: { ingress: true, egress: true },
        entries: [
          {
            direction: 'ingress',
            index: 0,
            key: expect.stringMatching(/^[a-z2-7]{6}$/) as string,
            path: 'spec.ingress[0]',
            peers: {
              kind: 'peers',
              peers: [
                {
                  kind: 'pods',
                  namespaces: { kind: 'own' },
                  pods: [{ key: 'role', operator: 'In', values: ['a', 'b'] }],
                  path: 'spec.ingress[0].from[0]',
                },
                {
                  kind: 'pods',
                  namespaces: { kind: 'selected', selector: [] },
                  pods: [{ key: 'app', operator: 'In', values: ['gw'] }],
                  path: 'spec.ingress[0].from[1]',
                },
                {
                  kind: 'pods',
                  namespaces: { kind: 'selected', selector: [{ key: 'team', operator: 'In', values: ['ops'] }] },
                  pods: [],
                  path: 'spec.ingress[0].from[2]',
                },
              ],
            },
            ports: {
              kind: 'ports',
              ports: [
                { kind: 'range', protocol: 'TCP', from: 80, to: 80, path: 'spec.ingress[0].ports[0]' },
                { kind: 'named', protocol: 'UDP', name: 'dns', path: 'spec.ingress[0].ports[1]' },
                { kind: 'every', protocol: 'SCTP', path: 'spec.ingress[0].ports[2]' },
              ],
            },
          },
          {
            direction: 'egress',
            index: 0,
            key: expect.stringMatching(/^[a-z2-7]{6}$/) as string,
            path: 'spec.egress[0]',
            peers: {
              kind: 'peers',
              peers: [
                {
                  kind: 'ipBlock',
                  cidr: '10.0.0.0/8',
                  except: ['10.1.0.0/16', '10.2.0.0/16'],
                  path: 'spec.egress[0].to[0]',
                },
              ],
            },
            ports: {
              kind: 'ports',
              ports: [{ kind: 'range', protocol: 'TCP', from: 8000, to: 8080, path: 'spec.egress[0].ports[0]' }],
            },
          },
        ],
      },
    });
  });

  it('names the policy in every diagnostic', () => {
    const { diagnostics } = readPolicy(networkPolicy({ ingress: [{ from: [{}] }] }));
    expect(diagnostics.map((found) => found.where.policy)).toEqual([{ namespace: 'shop', name: 'web' }]);
  });

  it('keeps a policy that has warnings only, and drops one that has an error', () => {
    expect(readPolicy(networkPolicy({ podSelektor: {} })).policy).toBeDefined();
    expect(readPolicy(networkPolicy({ policyTypes: ['ingress'] })).policy).toBeUndefined();
  });

  it('does not change its input', () => {
    const raw = networkPolicy({
      podSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['z', 'b'] }] },
    });
    const before = JSON.stringify(raw);
    readPolicy(raw);
    expect(JSON.stringify(raw)).toBe(before);
  });

  it.each([[null], [7], ['text'], [[]], [{ kind: [] }], [{ metadata: 'x', spec: 'y', kind: 3, apiVersion: {} }]])(
    'reports and never throws: metadata, spec and lists may be anything, %j',
    (value) => {
      const raws: RawObject[] = [
        networkPolicy(value),
        { ...networkPolicy({}), metadata: value },
        networkPolicy({ podSelector: value, ingress: value, egress: [value], policyTypes: value }),
        networkPolicy({
          ingress: [
            { from: value, ports: value },
            { from: [value], ports: [value] },
          ],
        }),
        networkPolicy({ egress: [{ to: [{ ipBlock: value }, { podSelector: value, namespaceSelector: value }] }] }),
        networkPolicy({ egress: [{ to: [{ ipBlock: { cidr: value, except: value } }] }] }),
        networkPolicy({ podSelector: { matchLabels: value, matchExpressions: [value] } }),
      ];
      for (const raw of raws) expect(() => readPolicy(raw)).not.toThrow();
    },
  );
});

describe('policyTypes', () => {
  const allow = [{}];
  it.each([
    ['nothing at all', {}, true, false],
    ['an ingress entry', { ingress: allow }, true, false],
    ['an empty egress list, which does not count', { egress: [] }, true, false],
    ['an egress entry', { egress: allow }, true, true],
    ['an egress entry that is null, which the API server reads as {}', { egress: [null] }, true, true],
    ['an empty list, as if absent', { policyTypes: [], egress: allow }, true, true],
    ['null, as if absent', { policyTypes: null, ingress: null, egress: null }, true, false],
    ['Ingress only', { policyTypes: ['Ingress'] }, true, false],
    ['Egress only', { policyTypes: ['Egress'] }, false, true],
    ['both', { policyTypes: ['Egress', 'Ingress'] }, true, true],
    ['one twice', { policyTypes: ['Egress', 'Egress'] }, false, true],
  ])('with %s', (_title, spec, ingress, egress) => {
    expect(readGood(networkPolicy(spec)).isolates).toEqual({ ingress, egress });
  });

  it('without spec isolate every pod of the namespace for ingress', () => {
    const policy = readGood({ ...networkPolicy(undefined) });
    expect(policy.subject).toEqual([]);
    expect(policy.isolates).toEqual({ ingress: true, egress: false });
    expect(policy.entries).toEqual([]);
  });

  it('leave out entries of the other direction, with a warning', () => {
    const { policy, diagnostics } = readPolicy(networkPolicy({ policyTypes: ['Egress'], ingress: [{}], egress: [{}] }));
    expect(policy?.entries.map((entry) => entry.path)).toEqual(['spec.egress[0]']);
    expect(diagnostics.some(isError)).toBe(false);
    expect(lines(diagnostics)).toEqual([
      'entries-without-type spec.ingress: The policy has ingress entries, but its policyTypes does not name Ingress; the entries have no effect.',
    ]);
  });

  it('leave out egress entries where only Ingress is named', () => {
    const { policy, diagnostics } = readPolicy(networkPolicy({ policyTypes: ['Ingress'], egress: [{}] }));
    expect(policy?.entries).toEqual([]);
    expect(diagnostics.map((found) => found.code)).toEqual(['entries-without-type']);
  });

  it.each([
    [{ policyTypes: ['ingress'] }, 'policy-type-unknown spec.policyTypes[0]: "ingress" is not a policy type.'],
    [{ policyTypes: ['Egress', ''] }, 'policy-type-unknown spec.policyTypes[1]: "" is not a policy type.'],
    [
      { policyTypes: ['Egress', 'Egress', 'Ingress'] },
      'policy-types-count spec.policyTypes: policyTypes has 3 elements; at most two are allowed.',
    ],
    [{ policyTypes: 'Ingress' }, 'field-type spec.policyTypes: Expected a list, found the text "Ingress".'],
  ])('refuse %j', (spec, expected) => {
    expect(diagnosed(spec)).toEqual([expected]);
  });
});

describe('apiVersion, kind and metadata', () => {
  it.each([
    ['extensions/v1beta1', 'extensions/v1beta1'],
    ['networking.k8s.io/v1beta1', 'networking.k8s.io/v1beta1'],
    ['v1', 'v1'],
  ])('refuse the version %s', (apiVersion, shown) => {
    expect(lines(readPolicy({ ...networkPolicy({}), apiVersion }).diagnostics)).toEqual([
      `api-version apiVersion: The apiVersion is ${shown}; NetworkPolicies are read as networking.k8s.io/v1 only, the one version that clusters serve.`,
    ]);
  });

  it('are required', () => {
    expect(lines(readPolicy({ spec: {} }).diagnostics)).toEqual([
      'field-missing apiVersion: The field is required: networking.k8s.io/v1.',
      'field-missing kind: The field is required: NetworkPolicy.',
      'field-missing metadata: The field is required: an object with a name.',
    ]);
  });

  it('refuse another kind', () => {
    expect(lines(readPolicy({ ...networkPolicy({}), kind: 'Ingress' }).diagnostics)).toEqual([
      'object-unreadable kind: The document cannot be read: its kind is Ingress, not NetworkPolicy.',
    ]);
  });

  it('read a missing, null or empty namespace as default', () => {
    for (const namespace of [undefined, null, '']) {
      expect(readGood(networkPolicy({}, { namespace })).id.namespace).toBe('default');
    }
  });

  it.each([
    [{ name: undefined }, 'field-missing metadata.name: The field is required: a name.'],
    [
      { name: null, generateName: 'web-' },
      'field-missing metadata.name: The field is required: a name (generateName does not name anything yet).',
    ],
    [{ name: '' }, 'name-invalid metadata.name: "" is not a valid policy name: it is empty.'],
    [{ name: 'Web' }, 'name-invalid metadata.name: "Web" is not a valid policy name: it has capital letters.'],
    [{ name: 'a_b' }, 'name-invalid metadata.name: "a_b" is not a valid policy name: it has the character "_".'],
    [
      { name: 'a..b' },
      'name-invalid metadata.name: "a..b" is not a valid policy name: each part between dots must start and end with a letter or digit.',
    ],
    [
      { name: 'a'.repeat(254) },
      `name-invalid metadata.name: "${'a'.repeat(100)}..." is not a valid policy name: it has 254 characters, at most 253 are allowed.`,
    ],
    [{ name: 12 }, 'field-type metadata.name: Expected a text (put it in quotes), found the number 12.'],
    [{ namespace: 'a.b' }, 'name-invalid metadata.namespace: "a.b" is not a valid namespace name: it has a ".".'],
    [
      { namespace: 'n'.repeat(64) },
      `name-invalid metadata.namespace: "${'n'.repeat(64)}" is not a valid namespace name: it has 64 characters, at most 63 are allowed.`,
    ],
    [{ labels: [] }, 'field-type metadata.labels: Expected an object, found a list.'],
    [
      { labels: { 'a b': 'x' } },
      'label-invalid metadata.labels[a b]: The label key "a b" is not valid: it has the character " "; letters, digits, "-", "_" and "." are allowed.',
    ],
    [
      { labels: { 'np.panw.com/appid': 'ssl,dns' } },
      'label-invalid metadata.labels[np.panw.com/appid]: The label value "ssl,dns" is not valid: it has the character ","; letters, digits, "-", "_" and "." are allowed.',
    ],
    [
      { annotations: { 'np.panw.com/ticket': 4711 } },
      'field-type metadata.annotations[np.panw.com/ticket]: Expected a text (put it in quotes), found the number 4711.',
    ],
    [
      { annotations: { 'np.panw.com/a/b': 'x' } },
      'label-invalid metadata.annotations[np.panw.com/a/b]: The annotation key "np.panw.com/a/b" is not valid: it has more than one "/".',
    ],
    [
      { annotations: { a: 'x'.repeat(262144) } },
      'annotations-too-long metadata.annotations: The annotations have 262145 bytes together; Kubernetes takes 262144.',
    ],
    [
      { annotations: { a: 'é'.repeat(131072) } },
      'annotations-too-long metadata.annotations: The annotations have 262145 bytes together; Kubernetes takes 262144.',
    ],
    [
      { labels: JSON.parse('{"__proto__":"x"}') as unknown },
      'label-invalid metadata.labels: The key "__proto__" is not valid: it must start and end with a letter or digit.',
    ],
  ])('refuse the metadata %.60j', (metadata, expected) => {
    expect(diagnosed({}, metadata)).toEqual([expected]);
  });

  it('take what the API server takes', () => {
    const metadata = {
      name: 'a.b-c.0',
      labels: { 'example.com/Name_1.x': '', A: 'v' },
      annotations: { 'Example.com/Key': 'any text, "quoted"', full: 'x'.repeat(200000) },
      managedFields: [],
      resourceVersion: '1',
    };
    expect(diagnosed({}, metadata)).toEqual([]);
  });
});

describe('unknown fields', () => {
  it.each([
    [
      { ingres: [] },
      'spec.ingres: The field "ingres" is not part of the API and has no effect. Did you mean "ingress"?',
    ],
    [
      { podselector: {} },
      'spec.podselector: The field "podselector" is not part of the API and has no effect. Did you mean "podSelector"?',
    ],
    [
      { from: [] },
      'spec.from: The field "from" is not part of the API and has no effect. It belongs in an element of `ingress`.',
    ],
    [
      { ingress: [{ podSelector: {} }] },
      'spec.ingress[0].podSelector: The field "podSelector" is not part of the API and has no effect. It belongs in `spec`, or an element of `from` or `to`.',
    ],
    [
      { egress: [{ from: [] }] },
      'spec.egress[0].from: The field "from" is not part of the API and has no effect. It belongs in an element of `ingress`.',
    ],
    [
      { podSelector: { matchlabels: {} } },
      'spec.podSelector.matchlabels: The field "matchlabels" is not part of the API and has no effect. Did you mean "matchLabels"?',
    ],
    [
      { podSelector: { app: 'web' } },
      'spec.podSelector.app: The field "app" is not part of the API and has no effect. Labels stand under `matchLabels`; a selector without `matchLabels` and `matchExpressions` selects everything.',
    ],
    [
      { ingress: [{ ports: [{ port: 1, endport: 2 }] }] },
      'spec.ingress[0].ports[0].endport: The field "endport" is not part of the API and has no effect. Did you mean "endPort"?',
    ],
    [
      { egress: [{ ipblock: {} }] },
      'spec.egress[0].ipblock: The field "ipblock" is not part of the API and has no effect. Did you mean "ipBlock"? It belongs in an element of `from` or `to`.',
    ],
    [
      { ingress: [{ from: [{ namespaceSelector: { name: 'prod' } }] }] },
      'spec.ingress[0].from[0].namespaceSelector.name: The field "name" is not part of the API and has no effect. Labels stand under `matchLabels`; a selector without `matchLabels` and `matchExpressions` selects everything.',
    ],
    [
      { egress: [{ to: [{ podSelector: {}, namespace: 'prod' }] }] },
      'spec.egress[0].to[0].namespace: The field "namespace" is not part of the API and has no effect.',
    ],
    [
      { namespace: 'prod' },
      'spec.namespace: The field "namespace" is not part of the API and has no effect. It belongs in `metadata`.',
    ],
    [{ action: 'Deny' }, 'spec.action: The field "action" is not part of the API and has no effect.'],
  ])('are warned of in the spec %j', (spec, expected) => {
    expect(diagnosed(spec)).toEqual(['field-unknown ' + expected]);
  });

  it('are warned of at the top and in metadata', () => {
    const raw = { ...networkPolicy({}, { annotation: {} }), ingress: [], labels: {} };
    expect(lines(readPolicy(raw).diagnostics)).toEqual([
      'field-unknown ingress: The field "ingress" is not part of the API and has no effect. It belongs in `spec`.',
      'field-unknown labels: The field "labels" is not part of the API and has no effect. It belongs in `metadata`.',
      'field-unknown metadata.annotation: The field "annotation" is not part of the API and has no effect. Did you mean "annotations"?',
    ]);
  });

  it('do not match names that every JavaScript object has', () => {
    expect(diagnosed({ constructor: {}, toString: 1 })).toHaveLength(2);
  });
});

it('a spec is read where only labels or annotations are wrong', () => {
  const spec = { podSelector: { matchLabels: { app: 'web' } } };
  const wrongLabel = readPolicy(networkPolicy(spec, { labels: { app: 'not valid' } }));
  const wrongSpec = readPolicy(networkPolicy({ policyTypes: ['x'] }));

  expect(wrongLabel.policy).toBeUndefined();
  expect(wrongLabel.spec).toEqual(readPolicy(networkPolicy(spec)).spec);
  expect(wrongSpec.spec).toBeUndefined();
});
