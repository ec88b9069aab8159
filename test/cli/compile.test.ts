import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { parse } from 'yaml';
import { builtProgram, type Program } from '../support/program';

let program: Program;

beforeAll(async () => {
  program = await builtProgram();
});

afterAll(() => {
  program.remove();
});

function file(name: string, text: string): string {
  const path = join(program.folder, name);
  writeFileSync(path, text);
  return path;
}

function policy(name: string, spec: object, annotations: object = {}): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name, annotations },
    spec,
  };
}

const GOOD = policy('good', { podSelector: { matchLabels: { app: 'web' } }, ingress: [{ ports: [{ port: 80 }] }] });
const BAD = policy('bad', { podSelector: {}, ingress: [{ ports: [{ protocol: 'SCTP', port: 132 }] }] });

interface Output {
  readonly rules: readonly { readonly name: string }[];
}

function ruleNames(json: string): string[] {
  return (JSON.parse(json) as Output).rules.map((rule) => rule.name);
}

describe('formats', () => {
  const shop = (...args: string[]): string => {
    const run = program.run(['compile', '-f', 'examples/shop', ...args]);
    expect(run.status).toBe(0);
    return run.stdout;
  };

  it('table is the default, without colours in a pipe', () => {
    const table = shop();
    expect(table).toBe(shop('-o', 'table'));
    expect(table).toMatch(/^Security rules\n/);
    expect(table).toContain('\nAddress groups\n');
    expect(table).toContain('\nServices\n');
    expect(table).not.toContain('\u001b');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('json and yaml hold the same', () => {
    const json: unknown = JSON.parse(shop('-o', 'json'));
    expect(parse(shop('-o', 'yaml'))).toEqual(json);
    expect(Object.keys(json as object).sort()).toEqual([
      'addressGroups',
      'cluster',
      'dependsOn',
      'deviceGroup',
      'origins',
      'rulebase',
      'rules',
      'services',
      'tags',
    ]);
  });

  it('xml is one well-formed document with every rule', () => {
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => {
      if (tag.name === 'entry') names.push(tag.attributes.name);
    });
    parser.write(shop('-o', 'xml')).close();
    expect(names).toEqual(expect.arrayContaining(ruleNames(shop('-o', 'json'))));
  });

  it('another format is refused, with the ones that there are', () => {
    const run = program.run(['compile', '-f', 'examples/shop', '-o', 'csv']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('table, yaml, json, xml');
  });
});

describe('input', () => {
  const compiled = (args: readonly string[], input?: string): string[] => {
    const run = program.run(['compile', '-o', 'json', ...args], { input });
    expect([run.status, run.stderr]).toEqual([0, expect.stringContaining('No cluster profile')]);
    return ruleNames(run.stdout);
  };
  const other = policy('other', { podSelector: {}, policyTypes: ['Egress'] });
  const expected = [expect.stringMatching(/^local\.shop\.good\.in-/), 'local._deny-ingress'] as unknown[];

  it('standard input, as JSON or YAML', () => {
    expect(compiled(['-f', '-'], JSON.stringify(GOOD))).toEqual(expected);
    const yaml = 'kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: x}\n---\n---\n';
    expect(compiled(['-f', '-'], yaml)).toEqual(['local._deny-ingress']);
  });

  it('a List, as kubectl get prints it', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [GOOD, other] };
    expect(compiled(['-f', '-'], JSON.stringify(list))).toHaveLength(4);
  });

  it('several files, in any order, are one cluster', () => {
    const a = file('a.json', JSON.stringify(GOOD));
    const b = file('b.yml', JSON.stringify(other));
    const both = program.run(['compile', '-o', 'json', '-f', a, '-f', b]).stdout;
    expect(ruleNames(both)).toHaveLength(4);
    expect(program.run(['compile', '-o', 'json', '-f', b, a]).stdout).toBe(both);
  });

  it('a directory with all below it, but only YAML and JSON', () => {
    const folder = program.run(['compile', '-o', 'json', '-f', 'examples/shop']).stdout;
    const files = ['cluster', 'policies', 'workloads'].map((name) => `examples/shop/${name}.yaml`);
    expect(program.run(['compile', '-o', 'json', '-f', ...files]).stdout).toBe(folder);
  });

  it('empty input is an empty cluster', () => {
    expect(compiled(['-f', '-'], '')).toEqual([]);
  });

  it('a broken document is a finding with its line; the others are compiled', () => {
    const path = file('broken.yaml', `${JSON.stringify(GOOD)}\n---\nkind: [1\nb: 2\n`);
    const run = program.run(['compile', '-o', 'json', '-f', path]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/error object-unreadable .*broken\.yaml document 2\n.* \(line 4, column 1\)/);
    expect(ruleNames(run.stdout)).toEqual(expected);
  });

  it('an alias without anchor, and aliases without end, are findings; other documents and files are compiled', () => {
    const bomb = ['a0: &a0 [x]', ...[1, 2, 3, 4, 5, 6].map((n) => `a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}]`)];
    const path = file('aliases.yaml', `a: *b\n---\n${bomb.join('\n')}\n---\n${JSON.stringify(GOOD)}\n`);
    const run = program.run(['compile', '-o', 'json', '-f', path]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/aliases\.yaml document 1\n.*unidentified alias "b" \(line 1, column 6\)/);
    expect(run.stderr).toMatch(/aliases\.yaml document 2\n.*unfold to more values than kubectl reads \(line \d+\)/);
    expect(ruleNames(run.stdout)).toEqual(expected);
  });

  it('a path that is not there stops the run, by its name', () => {
    const run = program.run(['compile', '-f', 'no/such/file.yaml']);
    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: 'no/such/file.yaml cannot be read: no such file or directory.\n',
    });
  });

  it('no input at all stops the run', () => {
    const run = program.run(['compile']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--file');
  });
});

describe('findings', () => {
  it('a refused policy is told on standard error, and the rest is compiled', () => {
    const path = file('both.json', JSON.stringify([GOOD, BAD]));
    const run = program.run(['compile', '-o', 'json', '-f', path]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('error sctp-refused');
    expect(run.stderr).toContain('shop/bad spec.ingress[0].ports[0]');
    expect(ruleNames(run.stdout)).toHaveLength(2);
  });

  it('warnings leave the status alone', () => {
    const nobody = policy('p', {
      podSelector: {},
      ingress: [{ from: [{ namespaceSelector: { matchLabels: { no: 'such' } } }] }],
    });
    const run = program.run(['compile', '-f', '-'], { input: JSON.stringify(nobody) });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('warning entry-matches-nothing');
  });

  it('--diagnostics writes them as JSON, also where there are none', () => {
    const findings = join(program.folder, 'findings.json');
    const read = (): unknown => JSON.parse(readFileSync(findings, 'utf8'));
    const path = file('bad.json', JSON.stringify(BAD));
    expect(program.run(['compile', '-f', path, '--diagnostics', findings]).status).toBe(1);
    expect(read()).toEqual([
      {
        code: 'sctp-refused',
        severity: 'error',
        kind: 'inexpressible',
        policy: 'shop/bad',
        path: 'spec.ingress[0].ports[0]',
        file: path,
        message: expect.stringContaining('SCTP') as string,
        remedy: expect.any(String) as string,
      },
    ]);
    program.run(['compile', '-f', 'examples/shop', '--diagnostics', findings]);
    expect(read()).toEqual([]);
  });

  it('last good versions stand in for refused ones', () => {
    const now = policy('p', { podSelector: {}, ingress: [{ ports: [{ protocol: 'SCTP', port: 132 }] }] });
    const before = policy('p', { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] });
    const run = program.run([
      'compile',
      '-o',
      'json',
      '-f',
      file('now.json', JSON.stringify(now)),
      '--last-good',
      file('good.json', JSON.stringify(before)),
    ]);
    expect(run.status).toBe(1);
    expect(ruleNames(run.stdout)[0]).toMatch(/^local\.shop\.p\.in-/);
  });
});

describe('settings', () => {
  const withSettings = (...args: string[]): ReturnType<Program['run']> =>
    program.run(['compile', '-o', 'json', '-f', 'examples/shop', ...args]);

  it('the example profile and security services are valid, and leave nothing to be said', () => {
    const run = withSettings(
      '--profile',
      'examples/profile.yaml',
      '--cluster',
      'shop',
      '--services',
      'examples/security-services.yaml',
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(ruleNames(run.stdout)[0]).toMatch(/^shop\./);
  });

  it('of several clusters, one must be named', () => {
    expect(withSettings('--profile', 'examples/profile.yaml').status).toBe(2);
    const unknown = withSettings('--profile', 'examples/profile.yaml', '--cluster', 'nope');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('nope');
  });

  it('a mistake in the profile stops the run, with its place', () => {
    const path = file('profile.yaml', 'clusters: { prod: { deviceGroup: dg, enforcment: audit } }');
    const run = withSettings('--profile', path);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('clusters.prod');
    expect(run.stdout).toBe('');
  });

  it('what is taken for granted without a profile is said', () => {
    const run = program.run(['compile', '-f', '-'], { input: JSON.stringify(GOOD) });
    expect(run.stderr).toContain('cluster "local", device group "cnseries"');
    expect(run.stderr).toContain('No address of a Node in the input');
  });
});

it('a reader that has seen enough does no harm', () => {
  const many = Array.from({ length: 300 }, (_none, index) =>
    policy(`p${index}`, { podSelector: {}, ingress: [{ ports: [{ port: index + 1 }] }] }),
  );
  const path = file('many.json', JSON.stringify(many));
  const command = `'${process.execPath}' '${program.path}' compile -f '${path}' -o xml | head -n 1`;
  const run = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(run.stdout).toBe('<config>\n');
  expect(run.stderr).not.toContain('EPIPE');
});

it('help says what there is, and succeeds', () => {
  const run = program.run(['--help']);
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('compile');
  expect(run.stdout).toContain('prove');
  expect(program.run(['nonsense']).status).toBe(2);
});

describe('--close', () => {
  const pay = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'pay', labels: { team: 'pay' } } };
  const odd = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'pay', name: 'odd', labels: { app: 'API' } },
    spec: { containers: [] },
  };
  const live = policy('db', {
    podSelector: { matchLabels: { app: 'db' } },
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { team: 'pay' } },
            podSelector: { matchLabels: { app: 'api' } },
          },
        ],
      },
    ],
  });

  function run(...more: readonly string[]) {
    const cluster = file('held.json', JSON.stringify({ kind: 'List', items: [pay, odd, live] }));
    const lastGood = file('held-good.json', JSON.stringify(live));
    return program.run(['compile', '-f', cluster, '--last-good', lastGood, '-o', 'json', ...more]);
  }

  it('closes a live policy whose rules stayed as they were', () => {
    expect(run().stderr).toContain('spec.ingress[0] allows nothing; its pods stay isolated');
    expect(ruleNames(run().stdout)).toHaveLength(2);
    expect(ruleNames(run('--close', 'shop/db').stdout)).toEqual(['local._deny-ingress']);
  });

  it('takes policies by namespace and name', () => {
    expect(run('--close', 'db')).toMatchObject({
      status: 2,
      stderr: '--close takes policies as namespace/name, not "db".\n',
    });
  });
});
