import type { DiagnosticCode } from '../../../scripts/policy/diagnostics/diagnostic';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { namespace, pod, policy } from '../../property/handmade';
import { BOTH_ENDS, ofCluster, ofSpec, pods, web, webService, type Row, type Rows } from './support';

/** What is valid, but has no exact rules. */

const SHOP = namespace('shop');
const PAY = namespace('pay');
const ISOLATED = web({ podSelector: {} });
const toBlock = (...cidrs: readonly string[]) =>
  policy('shop/out', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: cidrs.map((cidr) => ({ ipBlock: { cidr } })) }],
  });
const fromAnyone = policy('pay/web', {
  podSelector: { matchLabels: { app: 'web' } },
  ingress: [{ ports: [{ port: 80 }] }],
});
const BOTH = ['error pay/web spec.ingress[0]', 'error shop/out spec.egress[0]'];
const KEYS = Array.from({ length: 14 }, (_, index) => `key-${index}`);
const HTTP = { name: 'http', containerPort: 80 };
const LONG_LABELS = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`k${i}-${'x'.repeat(50)}`, 'y'.repeat(50)]),
);

/** A live policy with pods of another namespace as peers, `Web` among them. */
function ofLive(code: DiagnosticCode, live: RawObject, place: string): Row {
  const row = ofCluster([SHOP, PAY, pod('pay/odd', { app: 'Web' }, '10.244.0.1'), live], [place], {}, {}, [live]);
  return { ...row, found: () => row.found().filter((one) => one.code === code) };
}

const fromPay = (app: string): object => ({
  podSelector: {},
  ingress: [{ from: [pods(app, { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'pay' } } })] }],
});

export const INEXPRESSIBLE: Rows = {
  'address-with-labels': ofCluster([SHOP, PAY, toBlock('10.244.3.0/24'), fromAnyone], BOTH),
  capacity: ofCluster([SHOP, web({ podSelector: {}, ingress: [{}] })], ['error  capacity'], { capacity: { rules: 1 } }),
  'cluster-wide-policy': ofCluster(
    [{ apiVersion: 'cilium.io/v2', kind: 'CiliumClusterwideNetworkPolicy', metadata: { name: 'web' } }],
    ['error  CiliumClusterwideNetworkPolicy web'],
  ),
  'filter-too-long': ofSpec('error', 'spec.podSelector', { podSelector: { matchLabels: LONG_LABELS } }),
  'foreign-policy': ofCluster(
    [{ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { namespace: 'shop', name: 'web' } }],
    ['error  CiliumNetworkPolicy shop/web'],
  ),
  'label-ambiguous': ofCluster(
    [SHOP, pod('shop/other', { app: 'Web' }, '10.244.0.1'), web(pods('web'))],
    ['error shop/web spec.podSelector'],
  ),
  'policy-held': ofLive('policy-held', web(fromPay('web')), 'warning shop/web '),
  'policy-waits': ofLive(
    'policy-waits',
    web({ podSelector: {} }, { annotations: { 'np.panw.com/security-service': 'gone' } }),
    'error shop/web ',
  ),
  'label-value-empty': ofSpec('error', 'spec.podSelector', pods('')),
  'named-port': ofCluster(
    [
      SHOP,
      pod('shop/a', { app: 'web' }, '10.244.0.1', { spec: { containers: [{ ports: [HTTP] }] } }),
      pod('shop/b', { app: 'web' }, '10.244.0.2'),
      web({ podSelector: {}, ingress: [{ ports: [{ port: 'http' }] }] }),
    ],
    ['error shop/web spec.ingress[0].ports[0]'],
  ),
  'negation-too-complex': ofCluster(
    KEYS.map((key) =>
      policy(
        `shop/${key}`,
        {
          podSelector: {},
          ingress: [{ from: [{ podSelector: { matchExpressions: [{ key, operator: 'NotIn', values: ['x'] }] } }] }],
        },
        { appid: 'ssl' },
      ),
    ),
    ['0', '1', '10', '11', '12', '13', '2'].map((key) => `error shop/key-${key} spec.ingress[0]`),
  ),
  'nodes-unknown': ofCluster([SHOP, ISOLATED], ['error  nodes'], { nodes: { toPods: 'all' } }),
  'one-family': ofCluster([SHOP, PAY, toBlock('0.0.0.0/0'), fromAnyone], BOTH, {
    podCIDRs: ['10.244.0.0/16', 'fd00:244::/48'],
  }),
  'pod-network-unknown': ofCluster([SHOP, PAY, toBlock('10.0.0.0/8'), fromAnyone], [...BOTH], { podCIDRs: undefined }),
  'pod-outside-network': ofCluster([SHOP, pod('shop/web', { app: 'web' }, '192.0.2.1'), ISOLATED], ['error  podCIDRs']),
  'pods-by-address-many': ofCluster(
    [
      SHOP,
      PAY,
      ...['10.244.3.1', '10.244.3.3', '10.244.3.5'].map((ip, index) => pod(`pay/web-${index}`, { app: 'web' }, ip)),
      toBlock('10.244.3.0/24'),
      fromAnyone,
    ],
    BOTH,
    { capacity: { members: 2 } },
  ),
  'sctp-refused': ofSpec('error', 'spec.ingress[0].ports[0]', {
    podSelector: {},
    ingress: [{ ports: [{ protocol: 'SCTP', port: 80 }] }],
  }),
  'service-application-default': ofCluster(
    [
      SHOP,
      policy(
        'shop/out',
        { podSelector: {}, policyTypes: ['Egress'], egress: [{}] },
        { service: 'application-default' },
      ),
      web({ podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] }),
    ],
    ['error shop/out spec.egress[0]', 'error shop/web spec.ingress[0]'],
  ),
  'service-sctp': ofCluster(
    [SHOP, webService('SCTP'), web({ podSelector: {}, ingress: [{}] })],
    ['error  '],
    BOTH_ENDS,
  ),
  'service-too-complex': ofCluster(
    [
      SHOP,
      webService('TCP'),
      web({ podSelector: { matchExpressions: KEYS.map((key) => ({ key, operator: 'In', values: ['a', 'b'] })) } }),
      ...KEYS.flatMap((key) =>
        ['a', 'b'].map((value) =>
          policy(`shop/${key}-${value}`, { podSelector: { matchLabels: { [key]: value } }, ingress: [{}] }),
        ),
      ),
    ],
    ['error  '],
    BOTH_ENDS,
  ),
  'tag-too-long': ofSpec('error', 'spec.podSelector', {
    podSelector: { matchLabels: { ['k'.repeat(63)]: 'v'.repeat(63) } },
  }),
};
