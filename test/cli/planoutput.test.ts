import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlan, type PlanOptions } from '../../tools/cli/plan';

/** What the command prints, called as a function; `plan.test.ts` runs the program. */

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cnseries-plan-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  jest.restoreAllMocks();
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function policy(name: string, more = ''): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop${more} }
spec: { podSelector: { matchLabels: { app: ${name} } }, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }] }
---
`;
}

function panorama(rules = ''): string {
  const group = `<entry name="shop-cluster"><pre-rulebase><security><rules>${rules}</rules></security></pre-rulebase></entry>`;
  return `<config version="11.1.0"><shared/><devices><entry name="localhost.localdomain"><device-group>${group}</device-group></entry></devices></config>`;
}

interface Printed {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

function printed(policies: string, xml: string, more: Partial<PlanOptions> = {}, settings = ''): Printed {
  let out = '';
  let err = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  const profile = `clusters: { shop: { deviceGroup: shop-cluster, enforcement: enforce, inspection: server-only, approverRoles: [Security Admin], nodes: { toPods: "off" }, podCIDRs: [10.0.0.0/16]${settings} } }`;
  const status = runPlan({
    file: [file('policies.yaml', policies)],
    profile: file('profile.yaml', profile),
    panorama: file('panorama.xml', xml),
    output: 'table',
    ...more,
  });
  jest.restoreAllMocks();
  return { status, out, err };
}

it('tables: what the plan does in a line, then approvals, rules, connections, situations, proof and objects', () => {
  const { status, out, err } = printed(policy('web'), panorama());
  expect(status).toBe(0);
  expect(err).toMatch(/^A configuration file tells nothing of locks/);
  const headings = out.match(/^(Plan|Approval|New rules|Situations|Proof|Objects)/gm);
  expect(headings).toEqual(['Plan', 'Approval', 'New rules', 'Situations', 'Proof', 'Objects']);
  expect(out).toMatch(
    /^Plan [0-9a-f]{12}: 2 rules new; 6 objects new\.\nReachability: not compared, the input holds no pods/,
  );
  expect(out).toContain('Isolation is enforced for the first time');
});

it('tables without rows are left out', () => {
  const rule = '<entry name="foreign"><action>allow</action></entry>';
  const { out } = printed(policy('web'), panorama(rule));
  expect(out).not.toContain('Preflight problems');
  expect(out).toContain('foreign (allow, shop-cluster)');
});

it('a refused plan says so before everything else, and has status 1', () => {
  const { status, out } = printed(policy('web'), panorama('<entry name="shop._deny-ingress"/>'));
  expect(status).toBe(1);
  expect(out).toMatch(/^The plan cannot be carried out as Panorama is; the situations say why\.\nPlan /);
  expect(out).toMatch(/The rule shop\._deny-ingress is there already in .*\n\s+shop-cluster and is not managed\./);
  expect(out).toContain(': refused, nothing is written.');
});

it('JSON: one document with everything that stands in the way, the proof and the plan', () => {
  const { status, out } = printed(
    policy('web'),
    panorama(),
    { output: 'json' },
    ', defaults: { profile-group: nowhere }',
  );
  const document = JSON.parse(out) as { readonly [key: string]: unknown };
  expect(status).toBe(1);
  expect(Object.keys(document)).toEqual(['blockers', 'problems', 'unverified', 'proof', 'reachability', 'plan']);
  expect(document).toMatchObject({
    blockers: [{ blocker: 'preflight', message: 'Panorama is not ready for it.' }],
    problems: [{ code: 'missing-object', message: expect.stringContaining('"nowhere"') as string }],
    proof: { verdict: 'equal' },
    plan: { refused: false },
  });
});

it('findings go to standard error and into the file that is named', () => {
  const diagnostics = join(folder, 'found.json');
  const { status, err } = printed(policy('web', ', annotations: { np.panw.com/appid: "a&b" }'), panorama(), {
    diagnostics,
  });
  expect(status).toBe(1);
  expect(err).toContain('error attribute-value');
  const found = JSON.parse(readFileSync(diagnostics, 'utf8')) as readonly { readonly code: string }[];
  expect(found.map(({ code }) => code)).toContain('attribute-value');
});

it('without a profile it cannot run', () => {
  const options = { file: ['x'], panorama: 'x', output: 'table' } as const;
  expect(() => runPlan(options)).toThrow('Give the cluster profile with --profile');
});
