import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ProfileDocument } from '../property/setting';
import { clusterOf, namespace, pod, policy } from '../property/handmade';
import type { NamedCluster } from './clusters';

/** Clusters whose Service addresses are judged, each where one mistake shows. */

const HTTP = [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }];
const OTHER_HTTP = [{ name: 'main', ports: [{ name: 'http', containerPort: 80 }] }];

const SHOP = [
  namespace('shop'),
  pod('shop/x', { app: 'x' }, '10.244.0.1'),
  pod('shop/z', { app: 'z' }, '10.244.0.2'),
  pod('shop/y-one', { app: 'y', tier: 'one' }, '10.244.0.3', { spec: { containers: HTTP } }),
  pod('shop/y-two', { app: 'y', tier: 'two' }, '10.244.0.4', { spec: { containers: OTHER_HTTP } }),
];

function made(
  name: string,
  objects: readonly RawObject[],
  settings: Partial<ProfileDocument> = {},
  pods: readonly RawObject[] = SHOP,
): NamedCluster {
  return { name, input: clusterOf([...pods, ...objects], { inspection: 'both-ends', ...settings }) };
}

function service(name: string, spec: RawObject): RawObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'shop', name }, spec };
}

function over(app: string, ports: readonly RawObject[] = [{ port: 80 }], addresses = ['10.96.0.9']): RawObject {
  return service(app, { clusterIP: addresses[0], clusterIPs: addresses, selector: { app }, ports });
}

function from(...apps: readonly string[]): RawObject {
  return { from: apps.map((app) => ({ podSelector: { matchLabels: { app } } })) };
}

function ingress(label: 'app' | 'tier', value: string, entry: RawObject, appid?: string): RawObject {
  const spec = { podSelector: { matchLabels: { [label]: value } }, ingress: [entry] };
  return policy(`shop/to-${value}`, spec, appid === undefined ? {} : { appid });
}

function egress(app: string, ...to: readonly RawObject[]): RawObject {
  const entries = to.length === 0 ? [] : [{ to }];
  return policy(`shop/of-${app}`, {
    podSelector: { matchLabels: { app } },
    policyTypes: ['Egress'],
    egress: entries,
  });
}

const ANY_IPV4 = { ipBlock: { cidr: '0.0.0.0/0' } };

export const SERVICE_CLUSTERS: readonly NamedCluster[] = [
  made(
    'a Service of both families, to one of which its caller may send',
    [over('y', undefined, ['10.96.0.9', 'fd00:96::9']), egress('x', ANY_IPV4)],
    { podCIDRs: ['10.244.0.0/16', 'fd00:244::/48'] },
  ),
  made('a Service whose pods take different applications', [
    over('y'),
    ingress('tier', 'one', from('x'), 'ssl,ssh'),
    ingress('tier', 'two', from('x'), 'ssh,web-browsing'),
  ]),
  made('a Service whose pods are isolated by policies of their own', [
    over('y'),
    ingress('tier', 'one', from('x', 'z')),
    ingress('tier', 'two', from('z')),
  ]),
  made('a Service whose only caller asks for an application', [
    over('y'),
    ingress('app', 'y', from('x')),
    policy(
      'shop/of-x',
      {
        podSelector: { matchLabels: { app: 'x' } },
        policyTypes: ['Egress'],
        egress: [{ to: [{ podSelector: { matchLabels: { app: 'y' } } }] }],
      },
      { appid: 'ssl' },
    ),
  ]),
  made('a Service that two may call, of which one may not send', [
    over('y'),
    ingress('app', 'y', from('x', 'z')),
    egress('x', { podSelector: { matchLabels: { app: 'y' } } }),
    egress('z'),
  ]),
  made('a Service port by a name that is another number on each pod', [
    over('y', [{ port: 80, targetPort: 'http' }]),
    ingress('app', 'y', { ...from('x'), ports: [{ port: 80 }] }),
  ]),
  made('two Services on one address', [
    over('y', [{ port: 80 }]),
    over('z', [{ port: 443 }]),
    ingress('app', 'y', from('x')),
    ingress('app', 'z', from('y')),
  ]),
  made('a Service with two endpoints, of which one may be reached', [
    service('db', { clusterIP: '10.96.0.9', ports: [{ port: 80 }] }),
    {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { namespace: 'shop', name: 'db' },
      subsets: [{ addresses: [{ ip: '203.0.113.1' }, { ip: '203.0.113.2' }], ports: [{ port: 80 }] }],
    },
    egress('x', { ipBlock: { cidr: '203.0.113.1/32' } }),
  ]),
];
