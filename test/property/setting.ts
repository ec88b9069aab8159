import { fc } from '../support/seed';
import { readProfile } from '../../scripts/policy/profile/read';
import { readSecurityServices } from '../../scripts/policy/profile/services';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { type Families, bridgeAddress, familiesOf, POD_NETWORK } from './addresses';
import { ATTRIBUTE_VALUES } from './attributevalues';
import { NAMESPACES } from './pools';

/** What is the same for a whole cluster: families, networks, and the cluster's profile as its owner writes it. */
export interface Setting {
  readonly families: Families;
  /** Where policies have one direction only, entries may ask for application-default beside others with ports. */
  readonly directions: 'both' | 'ingress' | 'egress';
  readonly namespaces: readonly string[];
  /** The last namespace has no object of its own; only other objects name it. */
  readonly hasUnlistedNamespace: boolean;
  /** Whether the Nodes say which addresses their pods have. */
  readonly nodesHaveNetworks: boolean;
  readonly isNetworkKnown: boolean;
  /** Host-network pods, if there are any, and whether the plugin registers them. */
  readonly hostNetwork: 'none' | 'registered' | 'not-registered';
  readonly services: 'none' | 'headless' | 'with-addresses';
  readonly hasServiceNetwork: boolean;
  readonly profile: ProfileDocument;
}

/** The settings of one cluster in a profile document. */
export interface ProfileDocument {
  readonly deviceGroup: string;
  readonly style: 'readable' | 'compact';
  readonly sctp: 'refuse' | 'service';
  readonly inspection: 'both-ends' | 'server-only';
  readonly refused: 'leave-out' | 'isolate';
  readonly nodes: { readonly toPods: string; readonly ports: readonly number[]; readonly addresses: readonly string[] };
  readonly tags: { readonly hostNetwork: string; readonly labelKey: string };
  readonly filterNot?: boolean;
  readonly podCIDRs?: readonly string[];
  readonly excludedNamespaces?: readonly string[];
  readonly defaults?: Readonly<Record<string, string>>;
  readonly isolation?: { readonly action: string; readonly log: string };
  readonly zones?: { readonly from: readonly string[]; readonly to: readonly string[] };
}

/** `rare(20)`: true in one of twenty cases, and false first when a case is made smaller. */
export function rare(oneIn: number): fc.Arbitrary<boolean> {
  return fc.nat(oneIn - 1).map((number) => number === oneIn - 1);
}

const attributeDefaults: fc.Arbitrary<Record<string, string> | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  ...['profile-group', 'antivirus', 'log', 'logprofile', 'appid'].map((key) => ({
    weight: 1,
    arbitrary: fc.constantFrom(...ATTRIBUTE_VALUES[key].filter((value) => value !== 'none')).map((value) => ({
      [key]: value,
    })),
  })),
  { weight: 1, arbitrary: fc.constant({ service: 'application-default' }) },
);

const draft = fc.record({
  families: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Families>('IPv4') },
    { weight: 1, arbitrary: fc.constant<Families>('IPv6') },
    { weight: 3, arbitrary: fc.constant<Families>('dual') },
  ),
  directions: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Setting['directions']>('both') },
    { weight: 2, arbitrary: fc.constant<Setting['directions']>('ingress') },
    { weight: 2, arbitrary: fc.constant<Setting['directions']>('egress') },
  ),
  namespaces: fc.integer({ min: 3, max: NAMESPACES.length }),
  unlisted: rare(8),
  network: fc.oneof(
    { weight: 4, arbitrary: fc.constant('nodes') },
    { weight: 3, arbitrary: fc.constant('profile') },
    { weight: 1, arbitrary: fc.constant('unknown') },
  ),
  hostNetwork: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Setting['hostNetwork']>('none') },
    { weight: 3, arbitrary: fc.constant<Setting['hostNetwork']>('not-registered') },
    { weight: 4, arbitrary: fc.constant<Setting['hostNetwork']>('registered') },
  ),
  isBothEnds: fc.boolean(),
  services: fc.constantFrom<Setting['services']>(
    'with-addresses',
    'with-addresses',
    'with-addresses',
    'headless',
    'none',
  ),
  serviceNetwork: rare(3),
  sctp: rare(4),
  toPods: fc.constantFrom('probes', 'probes', 'all', 'off'),
  nodePorts: fc.constantFrom([], [], [10250], [80, 4194]),
  bridges: rare(5),
  underscore: rare(6),
  excluded: rare(6),
  isolation: fc.constantFrom(undefined, { action: 'drop', log: 'both' }, { action: 'reset-both', log: 'none' }),
  zones: fc.constantFrom(undefined, undefined, { from: ['trust'], to: ['trust', 'untrust'] }),
  defaults: attributeDefaults,
  style: fc.constantFrom<ProfileDocument['style']>('readable', 'readable', 'compact'),
});

export const setting: fc.Arbitrary<Setting> = draft.map((drawn) => {
  const families = familiesOf(drawn.families);
  const bridges = drawn.bridges && drawn.network !== 'unknown';
  return {
    families: drawn.families,
    directions: drawn.directions,
    namespaces: NAMESPACES.slice(0, drawn.namespaces),
    hasUnlistedNamespace: drawn.unlisted,
    nodesHaveNetworks: drawn.network === 'nodes',
    isNetworkKnown: drawn.network !== 'unknown',
    hostNetwork: drawn.hostNetwork,
    services: drawn.services,
    hasServiceNetwork: drawn.serviceNetwork,
    profile: {
      deviceGroup: 'dg',
      style: drawn.style,
      sctp: drawn.sctp ? 'service' : 'refuse',
      inspection: drawn.isBothEnds ? 'both-ends' : 'server-only',
      refused: drawn.zones || drawn.underscore ? 'isolate' : 'leave-out',
      nodes: {
        toPods: drawn.toPods,
        ports: drawn.nodePorts,
        addresses: bridges ? families.map((family) => bridgeAddress(family, 1)) : [],
      },
      tags: {
        hostNetwork: drawn.hostNetwork === 'not-registered' ? 'not-registered' : 'registered',
        labelKey: drawn.underscore ? 'underscore' : 'identity',
      },
      ...(drawn.network === 'profile' ? { podCIDRs: families.map((family) => POD_NETWORK[family]) } : {}),
      ...(drawn.excluded ? { excludedNamespaces: ['kube-system', 'pay'] } : {}),
      ...(drawn.defaults ? { defaults: drawn.defaults } : {}),
      ...(drawn.isolation ? { isolation: drawn.isolation } : {}),
      ...(drawn.zones ? { zones: drawn.zones, filterNot: drawn.sctp } : {}),
    },
  };
});

/** The part of an object's metadata that says where it is. */
export function inNamespace(setting: Setting, drawn: number): { readonly namespace?: string } {
  const namespace = setting.namespaces[drawn % setting.namespaces.length];
  return namespace === 'default' ? {} : { namespace };
}

/** The profile as the compiler reads it. Throws where the document is not valid, which is an error of the generator. */
export function profileOf(document: ProfileDocument): ClusterProfile {
  const reading = readProfile({ clusters: { c1: document } }, undefined);
  if (!reading.profile) throw new Error(JSON.stringify(reading.diagnostics));
  return reading.profile;
}

/** The security services that policies may name. */
export function publishedServices(): readonly SecurityService[] {
  return readSecurityServices({
    services: {
      'pci-web': {
        description: 'Web traffic with card data',
        owner: 'Security',
        attributes: { appid: 'ssl,web-browsing', 'profile-group': 'inbound', log: 'both' },
      },
      batch: {
        description: 'Nightly jobs',
        owner: 'Security',
        attributes: { antivirus: 'strict-av', logprofile: 'to-siem' },
      },
    },
  }).services;
}
