import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ProfileDocument } from '../property/setting';
import { clusterOf, policy, service } from '../property/handmade';
import { PAY, SHOP, app, type NamedCluster } from './clusters';

/** Clusters in the style `compact`, each where one mistake shows. */

function made(name: string, objects: readonly RawObject[], settings: Partial<ProfileDocument> = {}): NamedCluster {
  const input = clusterOf([...SHOP, ...PAY, ...objects], { ...settings, style: 'compact' });
  return { name: `compact: ${name}`, input };
}

function from(name: string, port: number, endPort = port): RawObject {
  return { from: [{ podSelector: app(name) }], ports: [{ port, endPort }] };
}

function shop(name: string, subject: string, entry: RawObject, annotations: Record<string, string> = {}): RawObject {
  return policy(`shop/${name}`, { podSelector: app(subject), ingress: [entry] }, annotations);
}

const RED = { matchLabels: { team: 'red' } };

export const COMPACT_CLUSTERS: readonly NamedCluster[] = [
  made('other ends, ports and attributes', [
    shop('a', 'web', from('db', 80)),
    shop('b', 'api', from('db', 80)),
    shop('c', 'db', from('api', 80), { antivirus: 'strict' }),
    shop('d', 'web', from('api', 81)),
    shop('e', 'api', from('web', 82)),
  ]),
  made('some applications for one receiver, all for another', [
    shop('a', 'web', from('db', 80), { appid: 'ssl' }),
    shop('b', 'api', from('db', 80)),
  ]),
  made('entries that contend, and others like them', [
    shop('a', 'web', from('db', 80), { antivirus: 'strict' }),
    shop('b', 'web', from('db', 80, 81)),
    policy('pay/first', {
      podSelector: app('web'),
      ingress: [{ ...from('db', 80, 81), from: [{ namespaceSelector: RED, podSelector: app('db') }] }],
    }),
  ]),
  made('a rule of which others say nearly all', [
    shop('a', 'web', { from: [{ podSelector: app('db') }, { podSelector: app('api') }], ports: [{ port: 80 }] }),
    shop('b', 'web', from('db', 80, 81)),
  ]),
  made('a rule of which others say the first senders', [
    shop('a', 'web', { from: [{ podSelector: app('db') }, { podSelector: app('api') }], ports: [{ port: 80 }] }),
    shop('b', 'web', from('api', 80, 81)),
  ]),
  made('two senders and two receivers that have one port in common', [
    ...[81, 82].map((port) =>
      policy(`shop/out-${port}`, {
        podSelector: app('web'),
        policyTypes: ['Egress'],
        egress: [{ to: [{ podSelector: app('db') }], ports: [{ port: 80 }, { port }] }],
      }),
    ),
    ...[83, 84].map((port) =>
      shop(`in-${port}`, 'db', { from: [{ podSelector: app('web') }], ports: [{ port: 80 }, { port }] }),
    ),
  ]),
  made('both ends are open to anyone, on other ports', [
    policy('shop/out', { podSelector: app('web'), policyTypes: ['Egress'], egress: [{ ports: [{ port: 443 }] }] }),
    shop('in', 'db', { ports: [{ port: 80 }] }),
  ]),
  made('senders are open to anyone', [
    policy('shop/out', { podSelector: app('web'), policyTypes: ['Egress'], egress: [{}] }),
    shop('in', 'db', from('api', 80)),
  ]),
  made('receivers are open to anyone', [
    policy('shop/out', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }],
    }),
    shop('in', 'db', {}),
  ]),
  made(
    'Services whose ports are decided in order',
    [
      ...['api', 'web'].flatMap((name, index) => [
        service(`shop/${name}`, {
          clusterIP: `10.96.0.${index + 1}`,
          selector: { app: name },
          ports: [{ port: 80 }],
        }),
        shop(`all-${name}`, name, { from: [{ podSelector: {} }], ports: [{ port: 80 }] }),
      ]),
      shop('strict', 'web', from('db', 80), { antivirus: 'strict' }),
    ],
    { inspection: 'both-ends' },
  ),
];
