import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { type AttributeDraft, annotated, attributeDraft } from './attributes';
import { type BlockDraft, blockDraft, blockPeers } from './blocks';
import { NAMED_PORTS } from './ports';
import { type Setting, inNamespace, rare } from './setting';
import { NAMESPACE_LABELS, NAMESPACES, POD_LABELS, anySelector } from './pools';

/** Drafts of policies, and the NetworkPolicy objects that they become in a cluster. */

interface SelectorDraft {
  readonly kind: 'selectors';
  readonly peer: RawObject;
}

type PeerDraft = BlockDraft | SelectorDraft;

interface EntryDraft {
  /** undefined: the field is absent. */
  readonly peers: readonly PeerDraft[] | undefined;
  readonly ports: readonly RawObject[] | undefined;
}

export interface PolicyDraft {
  readonly namespace: number;
  readonly subject: RawObject;
  readonly types: readonly string[] | undefined;
  readonly ingress: readonly EntryDraft[] | undefined;
  readonly egress: readonly EntryDraft[] | undefined;
  readonly attributes: readonly AttributeDraft[];
  readonly hasLongName: boolean;
  /** Where the API takes an absent field, this policy has `null` or nothing at all. */
  readonly style: 'plain' | 'nulls' | 'sparse';
}

const PORT = fc.constantFrom(53, 80, 443, 5432, 8080, 9090, 65535);

const PROTOCOL = fc.oneof(
  { weight: 6, arbitrary: fc.constant('TCP') },
  { weight: 4, arbitrary: fc.constant('UDP') },
  { weight: 3, arbitrary: fc.constant('SCTP') },
);

const portDraft: fc.Arbitrary<RawObject> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ port: PORT }) },
  { weight: 5, arbitrary: fc.record({ protocol: PROTOCOL, port: PORT }) },
  { weight: 2, arbitrary: fc.record({ protocol: PROTOCOL }) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMED_PORTS).map((port) => ({ port })) },
  { weight: 1, arbitrary: fc.record({ protocol: PROTOCOL, port: fc.constantFrom(...NAMED_PORTS) }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(PROTOCOL, fc.constantFrom([80, 443], [8000, 8100], [1024, 65535], [443, 443], [1, 79]))
      .map(([protocol, [port, endPort]]) => ({ protocol, port, endPort })),
  },
);

const selectorDraft: fc.Arbitrary<SelectorDraft> = fc
  .oneof(
    { weight: 3, arbitrary: fc.record({ podSelector: anySelector(POD_LABELS) }) },
    { weight: 2, arbitrary: fc.record({ namespaceSelector: anySelector(NAMESPACE_LABELS) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        namespaceSelector: anySelector(NAMESPACE_LABELS),
        podSelector: anySelector(POD_LABELS),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ namespaceSelector: {}, podSelector: {} }) },
    {
      weight: 1,
      arbitrary: fc.record({ namespaceSelector: namespaceByName(), podSelector: anySelector(POD_LABELS) }),
    },
  )
  .map((peer) => ({ kind: 'selectors', peer }));

function namespaceByName(): fc.Arbitrary<RawObject> {
  return fc
    .constantFrom(...NAMESPACES, 'kube-system')
    .map((name) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } }));
}

const entryDraft: fc.Arbitrary<EntryDraft> = fc.record({
  peers: fc.oneof(
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 8,
      arbitrary: fc.array(fc.oneof({ weight: 5, arbitrary: selectorDraft }, { weight: 2, arbitrary: blockDraft }), {
        minLength: 1,
        maxLength: 3,
      }),
    },
  ),
  ports: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 5, arbitrary: fc.array(portDraft, { minLength: 1, maxLength: 3 }) },
  ),
});

const entries = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 6, arbitrary: fc.array(entryDraft, { minLength: 1, maxLength: 3 }) },
);

/** More values than one match expression takes. */
const LONG_LIST = {
  matchLabels: { tier: 'front' },
  matchExpressions: [
    {
      key: 'app',
      operator: 'In',
      values: ['web', ...Array.from({ length: 40 }, (_, index) => `a-long-name-of-some-service-of-the-shop-${index}`)],
    },
  ],
};

export const policyDraft: fc.Arbitrary<PolicyDraft> = fc.record({
  namespace: fc.nat(4),
  subject: fc.oneof(
    { weight: 79, arbitrary: anySelector(POD_LABELS) },
    { weight: 1, arbitrary: fc.constant(LONG_LIST) },
  ),
  types: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.constant(['Ingress']) },
    { weight: 2, arbitrary: fc.constant(['Egress']) },
    { weight: 3, arbitrary: fc.constant(['Ingress', 'Egress']) },
  ),
  ingress: entries,
  egress: entries,
  attributes: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(attributeDraft, { minLength: 1, maxLength: 4 }) },
  ),
  hasLongName: rare(20),
  style: fc.oneof(
    { weight: 4, arbitrary: fc.constant<PolicyDraft['style']>('plain') },
    { weight: 1, arbitrary: fc.constant<PolicyDraft['style']>('nulls') },
    { weight: 1, arbitrary: fc.constant<PolicyDraft['style']>('sparse') },
  ),
});

/** The NetworkPolicy object of a draft. */
export function policyObject(draft: PolicyDraft, index: number, setting: Setting): RawObject {
  const absent = draft.style === 'nulls' ? null : undefined;
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      ...inNamespace(setting, draft.namespace),
      name: draft.hasLongName ? `policy-${index}-${'with-a-name-that-goes-on.'.repeat(8)}end` : `policy-${index}`,
      uid: `00000000-0000-4000-8000-00000000000${index}`,
    },
    spec: withoutUndefined({
      podSelector: draft.style === 'sparse' && Object.keys(draft.subject).length === 0 ? undefined : draft.subject,
      policyTypes: typesOf(draft, setting) ?? absent,
      ingress: entriesOf(draft, 'ingress', setting) ?? absent,
      egress: entriesOf(draft, 'egress', setting) ?? absent,
    }),
  };
  return annotated(object, draft.attributes, setting);
}

function withoutUndefined(object: RawObject): RawObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function entriesOf(draft: PolicyDraft, direction: 'ingress' | 'egress', setting: Setting): RawObject[] | undefined {
  if (setting.directions !== 'both' && setting.directions !== direction) return undefined;
  const absent = draft.style === 'nulls' ? null : undefined;
  return draft[direction]?.map((entry) =>
    withoutUndefined({
      [direction === 'ingress' ? 'from' : 'to']: entry.peers?.flatMap((peer) => peerObjects(peer, setting)) ?? absent,
      ports: entry.ports?.map((port) => portObject(port, setting)) ?? absent,
    }),
  );
}

/** In clusters of one direction, what isolates the other way is left out. */
function typesOf(draft: PolicyDraft, setting: Setting): readonly string[] | undefined {
  switch (setting.directions) {
    case 'both':
      return draft.types;
    case 'ingress':
      return draft.types === undefined || draft.types.length === 0 ? draft.types : ['Ingress'];
    case 'egress':
      return ['Egress'];
  }
}

function portObject(port: RawObject, setting: Setting): RawObject {
  return port.protocol === 'SCTP' && setting.profile.sctp !== 'service' ? { ...port, protocol: 'UDP' } : port;
}

function peerObjects(draft: PeerDraft, setting: Setting): RawObject[] {
  return draft.kind === 'selectors' ? [draft.peer] : blockPeers(draft, setting);
}
