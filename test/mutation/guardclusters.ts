import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { policy } from '../property/handmade';
import { PAY, SHOP, app, made, type NamedCluster } from './clusters';

/** Clusters whose policies negate, each where one mistake shows. */

function notIn(key: string, ...values: readonly string[]): RawObject {
  return { matchExpressions: [{ key, operator: 'NotIn', values }] };
}

export const GUARD_CLUSTERS: readonly NamedCluster[] = [
  made('negations: peers, some of whom another entry lets in', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      ingress: [
        { from: [{ podSelector: notIn('app', 'db', 'api') }], ports: [{ port: 80, endPort: 90 }] },
        { from: [{ podSelector: app('db') }], ports: [{ port: 80 }] },
        { from: [{ podSelector: notIn('tier', 'front') }], ports: [{ port: 85 }] },
      ],
    }),
  ]),
  made('negations: isolated pods that are all but some, who meet others', [
    ...SHOP,
    ...PAY,
    policy('shop/out', {
      podSelector: notIn('app', 'db'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {}, podSelector: notIn('tier', 'front') }], ports: [{ port: 443 }] }],
    }),
    policy('pay/in', {
      podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
      ingress: [{ from: [{ namespaceSelector: {}, podSelector: notIn('app', 'web') }] }],
    }),
    policy('pay/web', { podSelector: app('web'), ingress: [{ from: [{ namespaceSelector: {} }] }] }),
  ]),
  made('negations: applications of those who are left out', [
    ...SHOP,
    policy('shop/a', { podSelector: app('web'), ingress: [{ from: [{ podSelector: app('db') }] }] }, { appid: 'ssl' }),
    policy('shop/b', { podSelector: app('web'), ingress: [{ from: [{ podSelector: notIn('app', 'db') }] }] }),
  ]),
];
