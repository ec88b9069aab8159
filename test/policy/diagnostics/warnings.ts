import { namespace, pod, policy } from '../../property/handmade';
import { BOTH_ENDS, ofCluster, ofSpec, pods, web, webService, type Row, type Rows } from './support';

/** What was compiled, but may not be what was meant. */

const SHOP = namespace('shop');
const HTTP = { name: 'main', ports: [{ name: 'http', containerPort: 80 }] };
const INGRESS = { podSelector: {}, ingress: [{}] };

/** An egress and an ingress entry that meet, each with attributes of its own. */
function meeting(sender: Readonly<Record<string, string>>, receiver: Readonly<Record<string, string>>): Row {
  return ofCluster(
    [
      SHOP,
      policy('shop/out', { podSelector: {}, policyTypes: ['Egress'], egress: [{}] }, sender),
      policy('shop/web', INGRESS, receiver),
    ],
    ['warning shop/web spec.ingress[0]'],
  );
}

export const WARNINGS: Rows = {
  'applications-disjoint': meeting({ appid: 'ssl' }, { appid: 'ssh' }),
  'attributes-differ': ofCluster(
    [SHOP, policy('shop/api', INGRESS, { antivirus: 'strict' }), policy('shop/web', INGRESS, { antivirus: 'weak' })],
    ['warning shop/web spec.ingress[0]'],
  ),
  'block-of-services': ofCluster(
    [
      SHOP,
      webService('TCP'),
      web({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '10.96.0.9/32' } }] }] }),
    ],
    ['warning shop/web spec.egress[0].to[0]'],
  ),
  'categories-disjoint': meeting({ 'url-category': 'news' }, { 'url-category': 'games' }),
  'entry-matches-nothing': ofSpec('warning', 'spec.ingress[0].from[0]', {
    podSelector: {},
    ingress: [{ from: [pods('web', { namespaceSelector: { matchLabels: { team: 'none' } } })] }],
  }),
  'families-assumed': ofCluster(
    [SHOP, web({ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '192.0.2.0/24' } }] }] })],
    ['warning  '],
    { podCIDRs: undefined },
  ),
  'host-network-subject': ofCluster(
    [SHOP, pod('shop/agent', { app: 'web' }, '192.0.2.1', { spec: { hostNetwork: true } }), web(pods('web'))],
    ['warning shop/web spec.podSelector'],
  ),
  'hosts-unknown': ofCluster(
    [
      SHOP,
      pod('shop/agent', { app: 'web' }, '', { spec: { hostNetwork: true } }),
      pod('shop/web', { app: 'web' }, '10.244.0.1'),
      web(pods('web')),
    ],
    ['warning  nodes'],
  ),
  'inspection-differs': meeting({ antivirus: 'strict' }, { 'profile-group': 'g' }),
  'key-volatile': ofCluster(
    [
      SHOP,
      pod('shop/job', { 'job-name': 'a' }, '10.244.0.1'),
      web({ podSelector: { matchExpressions: [{ key: 'job-name', operator: 'Exists' }] } }),
    ],
    ['warning shop/web spec.podSelector'],
  ),
  'namespace-excluded': ofCluster(
    [SHOP, policy('kube-system/web', { podSelector: {} })],
    ['warning kube-system/web metadata.namespace'],
  ),
  'pod-tag-cut': ofCluster(
    [SHOP, pod('shop/web', { ['k'.repeat(63)]: 'v'.repeat(63) }, '10.244.0.1')],
    ['warning  Namespace shop'],
  ),
  'pod-tags-many': ofCluster(
    [SHOP, pod('shop/web', Object.fromEntries(Array.from({ length: 32 }, (_, i) => [`k${i}`, 'v'])), '10.244.0.1')],
    ['warning  Namespace shop'],
  ),
  'pods-by-address': ofCluster(
    [
      SHOP,
      pod('shop/web-1', { app: 'web' }, '10.244.3.1'),
      web({ podSelector: {} }),
      policy('shop/out', {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [{ to: [{ ipBlock: { cidr: '10.244.3.0/24' } }] }],
      }),
      policy('shop/in', { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] }),
    ],
    ['warning shop/out spec.egress[0]'],
  ),
  'service-network-unknown': ofCluster(
    [SHOP, webService('TCP'), web({ podSelector: {}, policyTypes: ['Egress'] })],
    ['warning  '],
    { inspection: 'both-ends' },
  ),
  'service-records-differ': ofCluster(
    [
      SHOP,
      webService('TCP', 'http'),
      ...['strict', 'weak'].flatMap((tier) => [
        pod(`shop/${tier}`, { app: 'web', tier }, `10.244.0.${tier.length}`, { spec: { containers: [HTTP] } }),
        policy(`shop/${tier}`, { podSelector: { matchLabels: { tier } }, ingress: [{}] }, { antivirus: tier }),
      ]),
    ],
    ['warning  '],
    BOTH_ENDS,
  ),
};
