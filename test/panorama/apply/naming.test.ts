import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { translate } from '../../../scripts/policy/translate/translate';
import { Lab, PROFILE } from '../support';

/** Rules keep their names, uuids and places when the policies change in anything but their peers. */

const NAMESPACE: RawObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

function policy(port: number, annotations: Readonly<Record<string, string>> = {}): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'api', namespace: 'shop', annotations },
    spec: {
      podSelector: { matchLabels: { app: 'api' } },
      ingress: [
        { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 80 }, { port }] },
        { from: [{ podSelector: { matchLabels: { app: 'batch' } } }], ports: [{ port: 80 }, { port: 443 }] },
      ],
    },
  };
}

function compiled(...policies: readonly RawObject[]): Rulebase {
  const { snapshot } = buildSnapshot([NAMESPACE, ...policies], 'shop', []);
  const { rulebase, diagnostics } = translate({ snapshot, profile: PROFILE, services: [], lastGood: [] });
  if (rulebase === undefined) throw new Error(JSON.stringify(diagnostics));
  return rulebase;
}

function identities(lab: Lab): readonly string[] {
  return lab.read().state.rules.map(({ name, uuid }) => `${name} ${uuid}`);
}

/** The writes since there were so many, each with the end of what it was about. */
function writesSince(lab: Lab, sent: number): readonly string[] {
  return lab.writes.slice(sent).map(({ action, xpath }) => `${action} ${xpath.split('/').pop() ?? ''}`);
}

it('a changed port is one edit of the rule, and a changed annotation too; names and uuids stay', () => {
  const lab = new Lab();
  lab.apply(compiled(policy(443)));
  const before = identities(lab);
  const name = lab.ruleNames().find((one) => /^shop\.shop\.api\.in-[a-z2-7]{6}$/.test(one)) ?? '';

  let sent = lab.writes.length;
  expect(lab.apply(compiled(policy(8443))).kind).toBe('applied');
  expect(writesSince(lab, sent)).toEqual(['set service', `edit entry[@name='${name}']`]);
  expect(identities(lab)).toEqual(before);

  sent = lab.writes.length;
  const annotated = compiled(
    policy(8443, { 'np.panw.com/ingress.0.log': 'both', 'np.panw.com/ingress.0.ticket': 'NET-1' }),
  );
  expect(lab.apply(annotated).kind).toBe('applied');
  expect(writesSince(lab, sent)).toEqual([`edit entry[@name='${name}']`]);
  expect(identities(lab)).toEqual(before);
});

/** As an earlier version named rules: with other keys for the same entries. */
function namedBefore(rulebase: Rulebase): Rulebase {
  const turned = (key: string): string => key.slice(3) + key.slice(0, 3);
  const rules = rulebase.rules.map((rule): RuleEntry => ({
    ...rule,
    name: rule.name.replace(/(?<=\.(in|eg)-)[a-z2-7]{6}/g, turned),
    description: rule.description.replace(/(?<= entry )[a-z2-7]{6}/g, turned),
  }));
  return { ...rulebase, rules };
}

it('rules of the earlier naming get the new names once, and a person is asked once', () => {
  const lab = new Lab();
  const desired = compiled(policy(443));
  const old = namedBefore(desired);
  lab.apply(old);
  const others = identities(lab).filter((text) => !text.includes('.in-'));
  expect(lab.plan(desired).approvals).toEqual(['renamed']);

  const sent = lab.writes.length;
  expect(lab.apply(desired).kind).toBe('applied');
  expect(writesSince(lab, sent).map((text) => text.split(' ')[0])).toEqual(['set', 'move', 'delete', 'delete']);
  expect(lab.ruleNames()).toEqual(['corporate-dns', ...desired.rules.map(({ name }) => name)]);
  expect(identities(lab)).toEqual(expect.arrayContaining(others));
  expect(lab.plan(desired)).toMatchObject({ operations: [], approvals: [] });
  expect(lab.plan(compiled(policy(8443))).approvals).toEqual([]);
});
