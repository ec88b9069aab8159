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

it('a refused policy is judged as absent: equal, but not clean', () => {
  const refused = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name: 'p' },
    spec: { podSelector: {}, ingress: [{ ports: [{ protocol: 'SCTP', port: 132 }] }] },
  };
  const run = program.run(['prove', '-f', '-'], { input: JSON.stringify(refused) });
  expect(run.stdout).toMatch(/^Verdict: equal/);
  expect(run.status).toBe(1);
});
