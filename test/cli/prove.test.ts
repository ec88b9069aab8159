import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import type { Proof } from '../../scripts/policy/prove/types';
import { builtProgram, type Program } from '../support/program';

let program: Program;

beforeAll(async () => {
  program = await builtProgram();
});

afterAll(() => {
  program.remove();
});

it('the compiled rulebase of examples/shop is equal to its policies', () => {
  const run = program.run(['prove', '-f', 'examples/shop']);
  expect(run.status).toBe(0);
  expect(run.stdout).toMatch(/^Verdict: equal/);
});

it('the verdict is there for programs too', () => {
  const run = program.run(['prove', '-f', 'examples/shop', '-o', 'json']);
  expect((JSON.parse(run.stdout) as Proof).verdict).toBe('equal');
});

it('a rulebase that somebody edited is different, with the connection that shows it', () => {
  const compiled = program.run(['compile', '-f', 'examples/shop', '-o', 'json']).stdout;
  const rulebase = JSON.parse(compiled) as Rulebase;
  const edited = { ...rulebase, rules: rulebase.rules.filter((rule) => rule.name !== 'local._deny-ingress') };
  const path = join(program.folder, 'edited.json');
  writeFileSync(path, JSON.stringify(edited));
  const run = program.run(['prove', '-f', 'examples/shop', '--rulebase', path]);
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(/^Verdict: different/);
  expect(run.stdout).toMatch(/Counter-example: .+ -> .+\n {2}policies: deny .+\n {2}rules: +allow /);

  writeFileSync(path, compiled);
  expect(program.run(['prove', '-f', 'examples/shop', '--rulebase', path]).status).toBe(0);
});

function policy(name: string, spec: object): object {
  const [space, short] = name.split('/');
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: space, name: short },
    spec,
  };
}

function prove(objects: readonly object[], ...options: readonly string[]): { stdout: string; status: number | null } {
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  return program.run(['prove', '-f', '-', ...options], { input });
}

const GOOD = policy('shop/good', { podSelector: { matchLabels: { app: 'db' } } });
const REFUSED = policy('shop/x', {
  podSelector: { matchLabels: { app: 'x' } },
  ingress: [{ ports: [{ protocol: 'SCTP', port: 80 }] }],
});

it('a refused policy is judged as absent, and the verdict says what that means: equal, but not clean', () => {
  const run = prove([GOOD, REFUSED]);
  expect(run.stdout).toMatch(
    /^Verdict: equal, without shop\/x \(sctp-refused\): pods of app=x are open for ingress - /,
  );
  expect(run.status).toBe(1);
  const proof = JSON.parse(prove([GOOD, REFUSED], '-o', 'json').stdout) as Proof;
  expect(proof.exceptions).toEqual([
    {
      policy: { namespace: 'shop', name: 'x', uid: '' },
      codes: ['sctp-refused'],
      instead: 'nothing',
      effect: 'pods of app=x are open for ingress',
    },
  ]);
});

it('without policies there is nothing to prove, and policies of excluded namespaces are named', () => {
  const run = prove([policy('kube-system/dns', { podSelector: {} })]);
  expect(run.stdout).toMatch(/^Verdict: nothing to prove: no policies\.\n/);
  expect(run.stdout).toContain('Not compared: policies of excluded namespaces: kube-system/dns.');
  expect(run.status).toBe(1);
});
