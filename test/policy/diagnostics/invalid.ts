import { parseDocuments } from '../../../scripts/xsoar/documents';
import { namespace } from '../../property/handmade';
import { ofCluster, ofSpec, web, type Rows } from './support';

/** What the API server would refuse. */

const EVERYONE = { podSelector: {} };
const ingress = (peer: object): object => ({ podSelector: {}, ingress: [{ from: [peer] }] });
const port = (given: object): object => ({ podSelector: {}, ingress: [{ ports: [given] }] });
const expression = (given: object): object => ({ podSelector: { matchExpressions: [given] } });
const annotation = (text: string): object => ({ annotations: { note: text } });

export const INVALID: Rows = {
  'annotations-too-long': ofSpec('error', 'metadata.annotations', EVERYONE, annotation('x'.repeat(262144))),
  'api-version': ofCluster(
    [namespace('shop'), { ...web(EVERYONE), apiVersion: 'networking.k8s.io/v1beta1' }],
    ['error shop/web apiVersion'],
  ),
  'cidr-invalid': ofSpec('error', 'spec.ingress[0].from[0].ipBlock.cidr', ingress({ ipBlock: { cidr: '10.0.0/8' } })),
  'entries-without-type': ofSpec('warning', 'spec.egress', {
    podSelector: {},
    policyTypes: ['Ingress'],
    egress: [{}],
  }),
  'except-outside': ofSpec(
    'error',
    'spec.ingress[0].from[0].ipBlock.except[0]',
    ingress({ ipBlock: { cidr: '192.0.2.0/24', except: ['10.0.0.0/8'] } }),
  ),
  'expression-values': ofSpec(
    'error',
    'spec.podSelector.matchExpressions[0].values',
    expression({ key: 'app', operator: 'In', values: [] }),
  ),
  'field-missing': ofSpec('error', 'spec.ingress[0].from[0].ipBlock.cidr', ingress({ ipBlock: {} })),
  'field-type': ofSpec('error', 'spec.ingress', { podSelector: {}, ingress: 'all' }),
  'field-unknown': ofSpec('warning', 'spec.podSelectors', { podSelector: {}, podSelectors: {} }),
  'label-invalid': ofSpec('error', 'spec.podSelector.matchLabels[app]', {
    podSelector: { matchLabels: { app: 'a b' } },
  }),
  'list-incomplete': ofCluster(
    [{ apiVersion: 'v1', kind: 'PodList', metadata: { continue: 'x' }, items: [] }],
    ['error  metadata.continue'],
  ),
  'name-invalid': ofCluster([web(EVERYONE, { name: 'Web' })], ['error shop/Web metadata.name']),
  'object-duplicate': ofCluster([namespace('shop'), namespace('shop', { team: 'a' })], ['error  Namespace shop']),
  'object-unreadable': {
    found: () => parseDocuments('a: 1\n---\nb: [').diagnostics,
    places: ['error  document 2'],
  },
  'operator-unknown': ofSpec(
    'error',
    'spec.podSelector.matchExpressions[0].operator',
    expression({ key: 'app', operator: 'Is', values: ['a'] }),
  ),
  'peer-empty': ofSpec('error', 'spec.ingress[0].from[0]', ingress({})),
  'peer-mixed': ofSpec(
    'error',
    'spec.ingress[0].from[0]',
    ingress({ ipBlock: { cidr: '192.0.2.0/24' }, podSelector: {} }),
  ),
  'policy-duplicate': ofCluster(
    [namespace('shop'), web(EVERYONE), web({ podSelector: {}, ingress: [{}] })],
    ['error shop/web metadata.name'],
  ),
  'policy-type-unknown': ofSpec('error', 'spec.policyTypes[0]', { podSelector: {}, policyTypes: ['ingress'] }),
  'policy-types-count': ofSpec('error', 'spec.policyTypes', {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress', 'Ingress'],
  }),
  'port-invalid': ofSpec('error', 'spec.ingress[0].ports[0].port', port({ port: 0 })),
  'port-range-invalid': ofSpec('error', 'spec.ingress[0].ports[0].endPort', port({ port: 80, endPort: 79 })),
  'protocol-unknown': ofSpec('error', 'spec.ingress[0].ports[0].protocol', port({ protocol: 'ICMP' })),
};
