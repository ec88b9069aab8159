import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { RuleOrigin } from '../../../scripts/policy/translate/translation';
import { behindRules } from '../../../scripts/policy/views/behind';

function policy(name: string, ...managedFields: readonly RawObject[]): RawObject {
  return { kind: 'NetworkPolicy', metadata: { namespace: 'shop', name, managedFields } };
}

function origin(rule: string, ...names: readonly string[]): RuleOrigin {
  const entries = names.map((name) => ({ policy: { namespace: 'shop', name, uid: '' }, path: 'spec.ingress[0]' }));
  return { rule, layer: 'entries', entries };
}

const EARLY = { manager: 'helm', operation: 'Apply', time: '2026-11-01T10:00:00Z' };
const LATE = { manager: 'kubectl-edit', operation: 'Update', time: '2026-11-02T10:00:00Z' };
const STATUS = { manager: 'controller', operation: 'Update', time: '2026-11-03T10:00:00Z', subresource: 'status' };

it('names policies and entries, and who wrote the policy last, as the client says', () => {
  const objects = [policy('web', LATE, EARLY, STATUS), policy('api'), policy('odd', { manager: 7, time: 'x' })];
  expect(behindRules([origin('r', 'web', 'api', 'odd', 'gone')], objects)).toEqual({
    r: [
      'shop/web spec.ingress[0], last written by kubectl-edit (as the client says)',
      'shop/api spec.ingress[0]',
      'shop/odd spec.ingress[0]',
      'shop/gone spec.ingress[0]',
    ],
  });
});

it('names the first entries of many, and nothing behind a rule of no entry', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const { r, none } = behindRules([origin('r', ...names), origin('none')], []);
  expect(r).toHaveLength(6);
  expect(r[5]).toBe('and 2 more');
  expect(none).toBeUndefined();
});
