import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import { isSharedName } from '../../../scripts/policy/panos/jointnames';
import { translate } from '../../../scripts/policy/translate/translate';
import type { Translation } from '../../../scripts/policy/translate/translation';
import { COMPACT, letsIn, mayCall, NAMESPACES } from '../compile/compact/support';
import { app, appIn, policy } from '../compile/support';

/** How rules that stand for several are named and described, and who is behind them. */

function translated(objects: readonly RawObject[]): Translation {
  const { snapshot } = buildSnapshot([...NAMESPACES, ...objects], COMPACT.cluster);
  return translate({ snapshot, profile: COMPACT, services: [], lastGood: [] });
}

/** The allows' names. */
function names(...objects: readonly RawObject[]): string[] {
  return (translated(objects).rulebase?.rules ?? []).filter(({ action }) => action === 'allow').map(({ name }) => name);
}

const NAMES = [appIn('dns', 'server')];
const DNS = ['a', 'b'].map((namespace) => mayCall(`${namespace}/p`, 'x', NAMES, [53]));

it('a rule of several senders is named for the receivers, whoever joins it', () => {
  const [first] = names(...DNS);
  expect(first).toMatch(/^local\._to-dns\.server-[a-z2-7]{8}$/);
  expect(names(...DNS, mayCall('c/q', 'y', NAMES, [53]))).toEqual([first]);
  expect(names(mayCall('0/q', 'y', NAMES, [53]), ...DNS)).toEqual([first]);
});

it('a rule of several receivers is named for the senders', () => {
  const [first] = names(letsIn('a/p', 'x', NAMES, [80]), letsIn('b/p', 'x', NAMES, [80]));
  expect(first).toMatch(/^local\._from-dns\.server-[a-z2-7]{8}$/);
});

it('a rule that shares neither end is named for the block', () => {
  const objects = ['x', 'y'].flatMap((name) =>
    ['a', 'b'].map((peer) => letsIn(`a/${name}${peer}`, name, [app(peer)], [80])),
  );
  expect(names(...objects)).toEqual(['local._shared']);
});

it('a rule that entries of one policy share has the name of the policy', () => {
  const two = [80, 81].map((port) => ({ from: [app(`c${port}`)], ports: [{ port: 80 }] }));
  expect(names(policy('a/p', { ...app('w'), ingress: two }))).toEqual(['local.a.p.in-joined']);
});

it('ports and attributes are in no part of a name', () => {
  const dns = (port: number, annotations = {}) =>
    ['a', 'b'].map((namespace) => mayCall(`${namespace}/p`, 'x', NAMES, [port], annotations));
  const before = names(...DNS);
  expect(names(...dns(54))).toEqual(before);
  expect(names(...dns(53, { antivirus: 'strict' }))).toEqual(before);
});

it('of rules with one name the first by name has it bare, whatever else there is', () => {
  const strict = ['c', 'd'].map((namespace) => mayCall(`${namespace}/p`, 'x', NAMES, [53], { antivirus: 'strict' }));
  const [bare] = names(...DNS);
  const both = names(...DNS, ...strict);
  expect(both).toEqual([bare, expect.stringMatching(new RegExp(`^${bare}-[a-z2-7]{8}$`))]);
  expect(names(...strict)).toEqual([bare]);
});

it('shared names are told from those of policies and Services', () => {
  for (const name of ['_to-a-x', '_from-a-x', '_shared', '_services_to-a-x', '_shared-abc']) {
    expect(isSharedName('c', `c.${name}`)).toBe(true);
  }
  for (const name of ['c.shop.web.in-joined', 'c._services-to-x.svc-80', 'c._deny-both', 'd._shared']) {
    expect(isSharedName('c', name)).toBe(false);
  }
});

it('the description names no entries; the report has all of them', () => {
  const { rulebase, origins } = translated(DNS);
  expect(rulebase?.rules[0].description).toBe('Shared by entries of NetworkPolicies. Cluster local.');
  expect(origins[0].entries.map(({ policy: { namespace }, path }) => `${namespace} ${path}`)).toEqual([
    'a spec.egress[0]',
    'b spec.egress[0]',
  ]);
});

it('of those who share a rule, only those without exact rules are refused', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'b', name: 'p', labels: { app: 'X' } } };
  const { refusals, rulebase } = translated([...DNS, pod]);
  expect(refusals.map(({ policy: { namespace, name } }) => `${namespace}/${name}`)).toEqual(['b/p']);
  expect(rulebase?.rules[0].name).toMatch(/^local\.a\.p\.eg-/);
});
