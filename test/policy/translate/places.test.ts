import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';

/** Pods that are meant by labels and by address at one end of a rule. */

const DUAL = { podCIDRs: ['10.244.0.0/16', 'fd00:244::/48'] };
const VPC = { podCIDRs: undefined };

function at(name: string, app: string, ...ips: readonly string[]): RawObject {
  return pod(name, { app }, ips[0], { status: { podIPs: ips.map((ip) => ({ ip })) } });
}

/** `web` may send to the block; `api` takes port 80 from `web`. */
function blocks(...cidrs: readonly string[]): RawObject[] {
  const to = cidrs.map((text) => {
    const [cidr, ...except] = text.split(' except ');
    return { ipBlock: { cidr, ...(except.length > 0 ? { except } : {}) } };
  });
  const web = { podSelector: { matchLabels: { app: 'web' } } };
  return [
    namespace('shop'),
    policy('shop/out', { ...web, policyTypes: ['Egress'], egress: [{ to }] }),
    policy('shop/in', {
      podSelector: { matchLabels: { app: 'api' } },
      ingress: [{ from: [web], ports: [{ port: 80 }] }],
    }),
  ];
}

/** The destinations of the rule that lets into `api`, the codes, and what the proof says. */
function outcome(given: ClusterInput): { readonly to: unknown; readonly codes: unknown; readonly verdict: unknown } {
  const compiled = compileCluster(given);
  const rule = compiled.translation.rulebase?.rules.find(({ name }) => name.includes('shop.in.in-'));
  return {
    to: rule?.destination.map((member) => (member.startsWith('c1.') ? 'group' : member)),
    codes: compiled.diagnostics.map(({ code }) => code),
    verdict: proofOf(given, compiled)?.verdict,
  };
}

const BY_ADDRESS = { codes: ['pods-by-address'], verdict: 'equal' };
const BY_GROUP = { codes: [], verdict: 'equal' };

it.each<[string, readonly RawObject[], object, object]>([
  [
    'a part of the pod network',
    [...blocks('10.244.7.0/24'), at('shop/a', 'api', '10.244.7.20'), at('shop/b', 'api', '10.244.8.20')],
    {},
    { to: ['10.244.7.20'], ...BY_ADDRESS },
  ],
  [
    'all of it but a part',
    [
      ...blocks('10.0.0.0/8 except 10.244.7.0/24'),
      at('shop/a', 'api', '10.244.7.20'),
      at('shop/b', 'api', '10.244.8.20'),
    ],
    {},
    { to: ['10.244.8.20'], ...BY_ADDRESS },
  ],
  [
    'a part where none of them is, as yet',
    [...blocks('10.244.7.0/24'), at('shop/a', 'web', '10.244.7.20'), at('shop/b', 'api', '10.244.8.20')],
    {},
    { to: undefined, ...BY_ADDRESS },
  ],
  [
    'all of it',
    [...blocks('10.244.0.0/17', '10.244.128.0/17'), at('shop/a', 'api', '10.244.7.20')],
    {},
    { to: ['group'], ...BY_GROUP },
  ],
  [
    'one family of two',
    [...blocks('0.0.0.0/0'), at('shop/a', 'api', '10.244.7.20', 'fd00:244::20'), at('shop/b', 'api', 'fd00:244::21')],
    DUAL,
    { to: ['10.244.7.20'], ...BY_ADDRESS },
  ],
  [
    'both families',
    [...blocks('0.0.0.0/0', '::/0'), at('shop/a', 'api', '10.244.7.20', 'fd00:244::20')],
    DUAL,
    { to: ['group'], ...BY_GROUP },
  ],
  [
    'all pods of a network that nobody knows',
    [...blocks('10.0.0.0/8'), at('shop/a', 'api', '10.9.7.20'), at('shop/b', 'api', '10.1.8.20')],
    VPC,
    { to: ['group'], ...BY_GROUP },
  ],
  [
    'some pods of a network that nobody knows',
    [...blocks('10.0.0.0/8'), at('shop/a', 'api', '10.9.7.20'), at('shop/b', 'api', '172.16.8.20')],
    VPC,
    { to: ['10.9.7.20'], ...BY_ADDRESS },
  ],
  [
    'what no pod can have but for an exception, where no pod is known',
    blocks('0.0.0.0/0 except 169.254.169.254/32'),
    VPC,
    { to: ['group'], codes: ['families-assumed'], verdict: 'equal' },
  ],
  [
    'a part of the network, where no pod is known',
    blocks('10.244.7.0/24'),
    {},
    { to: undefined, codes: ['address-with-labels', 'address-with-labels'], verdict: 'nothing' },
  ],
])('pods of %s', (_what, objects, settings, expected) => {
  expect(outcome(clusterOf(objects, settings))).toEqual(expected);
});

it('host-network pods are their Node, and never named', () => {
  const host = pod('shop/h', { app: 'api' }, '10.244.7.9', { spec: { hostNetwork: true } });
  const given = clusterOf([...blocks('10.244.7.0/24'), at('shop/a', 'api', '10.244.7.20'), host], {
    tags: { hostNetwork: 'not-registered', labelKey: 'identity' },
  });
  expect(outcome(given)).toEqual({ to: ['10.244.7.20'], ...BY_ADDRESS });
});
