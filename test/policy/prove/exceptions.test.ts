import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { namespace, pod, policy, proofOf, rulebase } from './support';

const objects = [namespace('shop'), pod('shop/web', { app: 'web', tier: 'front' }, ['10.1.0.10'])];
const select = (app: string): RawObject => ({ podSelector: { matchLabels: { app } } });
const BOTH = ['Ingress', 'Egress'];

/** What the proof says of `shop/x`, which is left out, beside other policies. */
function effect(spec: RawObject, others: readonly RawObject[] = []): string | undefined {
  const leftOut = [{ namespace: 'shop', name: 'x', uid: '' }];
  const proof = proofOf([...objects, policy('shop/x', spec), ...others], rulebase([]), { leftOut });
  return proof.exceptions[0]?.effect;
}

it.each<[string, RawObject, RawObject[], string]>([
  ['alone', select('web'), [], 'pods of app=web are open for ingress'],
  ['both directions', { ...select('web'), policyTypes: BOTH }, [], 'pods of app=web are open for ingress and egress'],
  ['all pods', { podSelector: {} }, [], 'all pods of shop are open for ingress'],
  [
    'pods that nobody has yet',
    select('api'),
    [policy('shop/web', select('web'))],
    'pods of app=api are open for ingress',
  ],
  [
    'pods that another policy isolates in one direction',
    { ...select('web'), policyTypes: BOTH },
    [policy('shop/web', select('web'))],
    'pods of app=web are open for egress',
  ],
  [
    'pods that another policy isolates',
    select('web'),
    [policy('shop/all', { podSelector: {} })],
    'pods of app=web are isolated by others, and what it allows is denied',
  ],
  [
    'a policy of another namespace',
    select('web'),
    [policy('pay/all', { podSelector: {} })],
    'pods of app=web are open for ingress',
  ],
  [
    'expressions',
    {
      podSelector: {
        matchExpressions: [
          { key: 'a', operator: 'In', values: ['1', '2'] },
          { key: 'b', operator: 'NotIn', values: ['3'] },
          { key: 'c', operator: 'Exists' },
          { key: 'd', operator: 'DoesNotExist' },
        ],
      },
    },
    [],
    'pods of a in (1, 2), b!=3, c, !d are open for ingress',
  ],
])('what becomes of the pods of a policy that is left out: %s', (_title, spec, others, expected) => {
  expect(effect(spec, others)).toBe(expected);
});

it('a policy without its entries in its place is not called a last good version', () => {
  const proof = proofOf([...objects, policy('shop/x', { podSelector: 5 })], rulebase([]), {
    replaced: [policy('shop/x', select('web'))],
    standIns: { 'shop/x': { instead: 'no-entries', closed: [] } },
  });
  expect(proof.exceptions).toMatchObject([
    { instead: 'no-entries', effect: 'its pods are isolated, and it allows nothing' },
  ]);
});

it('a last good version in its place is named, too', () => {
  const version = policy('shop/x', select('web'));
  const proof = proofOf([...objects, policy('shop/x', { podSelector: 5 })], rulebase([]), {
    replaced: [version],
    codes: { 'shop/x': ['field-type'] },
  });
  expect(proof.exceptions).toEqual([
    {
      policy: { namespace: 'shop', name: 'x', uid: '' },
      codes: ['field-type'],
      instead: 'last-good',
      effect: 'its last good version holds',
    },
  ]);
});
