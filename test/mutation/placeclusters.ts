import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { policy } from '../property/handmade';
import { PAY, SHOP, app, made, type NamedCluster } from './clusters';

/** Clusters whose blocks hold addresses of pods, each where one mistake shows. */

const VPC = { podCIDRs: undefined };
const notWeb = { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] };

function toBlock(cidr: string, ...except: readonly string[]): RawObject {
  return { to: [{ ipBlock: { cidr, ...(except.length > 0 ? { except } : {}) } }] };
}

function sending(name: string, podSelector: RawObject, ...egress: readonly RawObject[]): RawObject {
  return policy(name, { podSelector, policyTypes: ['Egress'], egress });
}

export const PLACE_CLUSTERS: readonly NamedCluster[] = [
  made('blocks over pods: senders to a part of them, all but some', [
    ...SHOP,
    ...PAY,
    sending('shop/out', notWeb, toBlock('10.244.1.0/24')),
    policy('pay/in', { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] }),
  ]),
  made(
    'a pod network that nobody knows: pods outside the exception of a block',
    [
      ...SHOP,
      sending('shop/out', app('web'), { to: [{ podSelector: app('db') }], ports: [{ port: 80 }] }),
      policy('shop/in', {
        podSelector: app('db'),
        ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.99.0.0/16'] } }] }],
      }),
    ],
    VPC,
  ),
];
