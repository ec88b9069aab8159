import { outputPaths } from '../../scripts/xsoar/outputs';
import { resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesValidatePolicy';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments, HostEntry } from '../../scripts/xsoar/host';
import { bundleAutomation } from '../../tools/build/bundles/bundle';
import { runBundle } from '../support/engine';
import { shownMarkdown } from '../support/markdown';

const POLICY = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
  annotations:
    np.panw.com/appid: web-browsing
    np.panw.com/vuln-protection: strict
spec:
  podSelector:
    matchLabels: {app: api}
  policyTypes: [Ingress]
  ingress:
  - from:
    - podSelector:
        matchLabels: {app: web}
    ports:
    - port: 8080
`;

type Answers = Readonly<Record<string, (args: CommandArguments) => readonly HostEntry[]>>;

const NO_LISTS: Answers = { getList: () => [{ Type: 4, Contents: 'Item not found (8)' }] };

function lists(contents: Readonly<Record<string, unknown>>): Answers {
  return {
    getList: ({ listName }) => {
      const content = contents[String(listName)];
      return content === undefined ? [{ Type: 4, Contents: 'Item not found (8)' }] : [{ Type: 1, Contents: content }];
    },
  };
}

function answer(answers: Answers, name: string, args: CommandArguments): readonly HostEntry[] {
  return Object.hasOwn(answers, name) ? answers[name](args) : [];
}

function validate(args: CommandArguments, answers: Answers = NO_LISTS): WarRoomEntry {
  const entries = runAutomation(manifest, run, {
    args,
    incident: undefined,
    activeInstances: () => [],
    executeCommand: (name, given) => answer(answers, name, given),
  });
  expect(entries).toHaveLength(1);
  return entries[0];
}

/** What the automation puts into the context. */
function data(entry: WarRoomEntry): Record<string, unknown> & { Findings: Record<string, string>[] } {
  expect(entry.Contents).toMatchObject({ Findings: expect.any(Array) as unknown });
  return entry.Contents as never;
}

function codes(entry: WarRoomEntry): string[] {
  return data(entry).Findings.map((found) => found.Code);
}

describe('a good policy', () => {
  const entry = validate({ policy: POLICY });

  it('is valid, and its rules are counted', () => {
    expect(data(entry)).toMatchObject({ Policy: 'shop/api', Cluster: 'local', Valid: true, Errors: 0 });
    expect(data(entry).Rules).toBeGreaterThan(0);
  });

  it('shows its rules as a table', () => {
    expect(shownMarkdown(entry.HumanReadable)).toContain('## Valid: shop/api');
    expect(shownMarkdown(entry.HumanReadable)).toContain('### Security rules');
    expect(shownMarkdown(entry.HumanReadable)).toContain('| web-browsing |');
  });

  it('replaces its earlier result in the context', () => {
    expect(Object.keys(entry.EntryContext ?? {})).toEqual(['CNSeries.Validation(val.Policy == obj.Policy)']);
  });

  it('gives the same as JSON, as parsed objects, in a list, and from an entry', () => {
    const object = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: 'api',
        namespace: 'shop',
        annotations: { 'np.panw.com/appid': 'web-browsing', 'np.panw.com/vuln-protection': 'strict' },
      },
      spec: {
        podSelector: { matchLabels: { app: 'api' } },
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 8080 }] }],
      },
    };
    const pasted: Answers = { ...NO_LISTS, getEntry: () => [{ Type: 1, Contents: '```yaml' + POLICY + '```' }] };
    expect(validate({ policy: JSON.stringify(object) })).toEqual(entry);
    expect(validate({ policy: object })).toEqual(entry);
    expect(validate({ policy: [object] })).toEqual(entry);
    expect(validate({ policy: { kind: 'List', apiVersion: 'v1', items: [object] } })).toEqual(entry);
    expect(validate({ entry_id: '1@2' }, pasted)).toEqual(entry);
  });
});

describe('findings', () => {
  it('name policy, field, reason and remedy', () => {
    const entry = validate({ policy: POLICY.replace('port: 8080', 'port: 80800') });
    expect(data(entry)).toMatchObject({ Valid: false, Errors: 1 });
    expect(data(entry).Findings[0]).toMatchObject({
      Code: 'port-invalid',
      Severity: 'error',
      Kind: 'invalid',
      Policy: 'shop/api',
      Path: 'spec.ingress[0].ports[0].port',
      Message: expect.stringContaining('80800') as unknown,
      Remedy: expect.stringMatching(/\.$/) as unknown,
    });
    expect(shownMarkdown(entry.HumanReadable)).toContain('## Not valid: shop/api');
    expect(shownMarkdown(entry.HumanReadable)).toContain('| port-invalid |');
  });

  it('come for attributes too', () => {
    const entry = validate({ policy: POLICY.replace('np.panw.com/appid', 'np.panw.com/apid') });
    expect(codes(entry)).toContain('attribute-unknown');
  });

  it('come for documents that cannot be read, beside those that can', () => {
    const entry = validate({ policy: POLICY + '---\nkind: [\n' });
    expect(codes(entry)).toEqual(['object-unreadable']);
    expect(data(entry)).toMatchObject({ Policy: 'shop/api', Valid: false });
  });

  it('cannot break the table or run a script in the browser', () => {
    const hostile = POLICY.replace('web-browsing', "'a|<img src=x onerror=alert(1)>`'");
    const entry = validate({ policy: hostile });
    expect(entry.HumanReadable).not.toContain('<img');
    const rows = String(entry.HumanReadable)
      .split('\n')
      .filter((line) => line.startsWith('| error'));
    const columns = rows.map((row) => row.split('|').length);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(columns).size).toBe(1);
  });
});

describe('settings', () => {
  it('the profile of a cluster comes from the list', () => {
    const list = { 'CNSeries Clusters': JSON.stringify({ clusters: { prod: { deviceGroup: 'prod-k8s' } } }) };
    const entry = validate({ policy: POLICY, cluster: 'prod' }, lists(list));
    expect(data(entry)).toMatchObject({ Cluster: 'prod', Valid: true });
    expect(shownMarkdown(entry.HumanReadable)).toContain('prod.shop.api');
  });

  it('an unknown cluster is a finding, and nothing is compiled', () => {
    const list = { 'CNSeries Clusters': { clusters: { prod: { deviceGroup: 'prod-k8s' } } } };
    const entry = validate({ policy: POLICY, cluster: 'test' }, lists(list));
    expect(codes(entry)).toEqual(['profile-cluster']);
    expect(data(entry)).toMatchObject({ Valid: false, Rules: 0 });
  });

  it('a cluster without a list of clusters is an error that says how to make one', () => {
    expect(validate({ policy: POLICY, cluster: 'prod' })).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining('CNSeries Clusters Example') as unknown,
    });
  });

  it('a profile document may stand in for the list', () => {
    const profile = '{"clusters": {"prod": {"deviceGroup": "prod-k8s"}}}';
    expect(data(validate({ policy: POLICY, profile }))).toMatchObject({ Cluster: 'prod', Valid: true });
  });

  it('security services come from their list or from the argument', () => {
    const policy = POLICY.replace('np.panw.com/vuln-protection: strict', 'np.panw.com/security-service: pci');
    const services = {
      services: { pci: { description: 'Card data.', owner: 'security', attributes: { 'vuln-protection': 'strict' } } },
    };
    expect(codes(validate({ policy }))).toEqual(['security-service-unknown']);
    expect(codes(validate({ policy }, lists({ 'CNSeries Security Services': services })))).toEqual([]);
    expect(codes(validate({ policy, services }))).toEqual([]);
  });
});

it.each([
  ['nothing', {}, 'Give the policies either as "policy" or by "entry_id".'],
  ['both ways at once', { policy: POLICY, entry_id: '1@2' }, 'Give the policies either'],
  ['YAML that lost its line breaks', { policy: POLICY.replaceAll('\n', ' ') }, 'they stand on one line'],
  ['objects of other kinds alone', { policy: 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}' }, 'no NetworkPolicy'],
] as const)('%s is a failure with a reason', (_title, args, reason) => {
  expect(validate(args)).toMatchObject({ Type: 4, Contents: expect.stringContaining(reason) as unknown });
});

it('it writes what its outputs say, and nothing else', () => {
  const written = new Set<string>();
  for (const policy of [POLICY, POLICY.replace('port: 8080', 'port: 0')]) {
    const validation = data(validate({ policy }));
    for (const key of Object.keys(validation)) if (key !== 'Findings') written.add(`CNSeries.Validation.${key}`);
    for (const found of validation.Findings) {
      for (const key of Object.keys(found)) written.add(`CNSeries.Validation.Findings.${key}`);
    }
  }
  expect([...written].sort()).toEqual(
    outputPaths(manifest.outputs)
      .map(({ contextPath }) => contextPath)
      .sort(),
  );
});

describe('the built script', () => {
  const cases: [string, CommandArguments][] = [
    ['a good policy', { policy: POLICY }],
    ['a policy with findings', { policy: POLICY.replace('port: 8080', 'port: 0').replace('appid', 'apid') }],
    [
      'several policies',
      { policy: POLICY + '---' + POLICY.replace('name: api', 'name: other').replace('8080', '443') },
    ],
    ['a failure', {}],
  ];
  let code: string;

  beforeAll(async () => {
    code = await bundleAutomation(resolve(__dirname, '../..'), manifest.name);
  });

  it.each(cases)('gives what its source gives without modern JavaScript: %s', (_title, args) => {
    const executeCommand = (name: string, given: unknown): unknown => answer(NO_LISTS, name, given as CommandArguments);
    const expected = [validate(args)];
    expect(runBundle(code, { args, executeCommand }, 'node')).toEqual(expected);
    expect(runBundle(code, { args, executeCommand }, 'es5')).toEqual(expected);
    // Otto's order of keys is another one each time.
    for (let i = 0; i < 5; i++) expect(runBundle(code, { args, executeCommand }, 'otto')).toEqual(expected);
  });

  it("works behind the server's own prelude, whose names it must not touch", () => {
    const prelude = `
      String.prototype.format = function () { return this; };
      Array.prototype.contains = function () { return true; };
      var entryTypes = { note: 'kept' }, formats = 'kept', key, param, toArray = 1, isError = 2, findings = 3, table = 4;`;
    const check = `if (entryTypes.note + formats + toArray + isError + findings + table !== 'keptkept1234') throw 'changed';`;
    const inner = `${prelude}\nvar result = (function () {\n${code}\n})();\n${check}\nreturn result;`;
    const executeCommand = (name: string, given: unknown): unknown => answer(NO_LISTS, name, given as CommandArguments);
    expect(runBundle(inner, { args: { policy: POLICY }, executeCommand }, 'otto')).toEqual([
      validate({ policy: POLICY }),
    ]);
  });
});
