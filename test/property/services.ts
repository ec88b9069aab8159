import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { type Family, familiesOf, nodeAddress, podAddress, serviceAddress } from './addresses';
import { labelsOf, POD_LABELS } from './pools';
import { type Setting, inNamespace } from './setting';

/** Services with what is behind them: pods by a selector, or listed endpoints. */

interface ServicePortDraft {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP' | undefined;
  readonly target: number | string | undefined;
}

export interface ServiceDraft {
  readonly namespace: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePortDraft[];
  readonly kind: 'plain' | 'headless' | 'external-name' | 'first-family' | 'shared';
  readonly endpoints: readonly { readonly at: 'node' | 'pod' | 'outside'; readonly number: number }[];
  readonly endpointPort: number | undefined;
  /** How the endpoints are listed. */
  readonly list: 'slices' | 'endpoints';
}

const portDraft: fc.Arbitrary<ServicePortDraft> = fc.record({
  port: fc.constantFrom(53, 80, 443, 8080),
  protocol: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constant('TCP' as const) },
    { weight: 2, arbitrary: fc.constant('UDP' as const) },
    { weight: 1, arbitrary: fc.constant('SCTP' as const) },
  ),
  target: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constantFrom(53, 80, 443, 8080, 9090) },
    { weight: 3, arbitrary: fc.constantFrom('http', 'dns') },
    { weight: 1, arbitrary: fc.constant('nowhere') },
  ),
});

const PORTS = fc.uniqueArray(portDraft, {
  minLength: 0,
  maxLength: 3,
  selector: ({ port, protocol }) => `${protocol ?? 'TCP'}/${port}`,
});

export const serviceDraft: fc.Arbitrary<ServiceDraft> = fc.record({
  namespace: fc.nat(4),
  labels: labelsOf(POD_LABELS),
  selector: fc.oneof({ weight: 4, arbitrary: labelsOf(POD_LABELS) }, { weight: 1, arbitrary: fc.constant({}) }),
  ports: PORTS,
  kind: fc.oneof(
    { weight: 16, arbitrary: fc.constant<ServiceDraft['kind']>('plain') },
    { weight: 2, arbitrary: fc.constant<ServiceDraft['kind']>('headless') },
    { weight: 1, arbitrary: fc.constant<ServiceDraft['kind']>('external-name') },
    { weight: 2, arbitrary: fc.constant<ServiceDraft['kind']>('first-family') },
    { weight: 1, arbitrary: fc.constant<ServiceDraft['kind']>('shared') },
  ),
  endpoints: fc.array(
    fc.record({ at: fc.constantFrom('node' as const, 'pod' as const, 'outside' as const), number: fc.nat(8) }),
    { maxLength: 3 },
  ),
  endpointPort: fc.constantFrom(undefined, 80, 6443, 8080),
  list: fc.constantFrom('slices' as const, 'endpoints' as const),
});

/** The Service and the objects that list its endpoints. */
export function serviceObjects(draft: ServiceDraft, index: number, setting: Setting): RawObject[] {
  const kind = setting.services === 'headless' ? 'headless' : draft.kind;
  const metadata = { ...inNamespace(setting, draft.namespace), name: `service-${index}`, labels: draft.labels };
  const ports = draft.ports.map((port, position) => portObject(port, position, setting));
  const hasSelector = Object.keys(draft.selector).length > 0;
  const spec = {
    ...addressFields(kind, index, setting),
    ...(hasSelector ? { selector: draft.selector } : {}),
    ports,
  };
  const service = { apiVersion: 'v1', kind: 'Service', metadata, spec };
  return hasSelector ? [service] : [service, ...endpointObjects(draft, metadata.name, setting)];
}

function addressFields(kind: ServiceDraft['kind'], index: number, setting: Setting): RawObject {
  const families = kind === 'first-family' ? [familiesOf(setting.families)[0]] : familiesOf(setting.families);
  // Two Services on one address: the API server does not let that happen, files do.
  const number = kind === 'shared' ? 0 : index;
  const addresses = kind === 'headless' ? ['None'] : families.map((family) => serviceAddress(family, number));
  switch (kind) {
    case 'external-name':
      return { type: 'ExternalName', externalName: 'db.example.com' };
    default:
      return { clusterIP: addresses[0], clusterIPs: addresses };
  }
}

function portObject(draft: ServicePortDraft, position: number, setting: Setting): RawObject {
  const protocol = draft.protocol === 'SCTP' && setting.profile.sctp !== 'service' ? 'UDP' : draft.protocol;
  return {
    name: `port-${position}`,
    port: draft.port,
    ...(protocol === undefined ? {} : { protocol }),
    ...(draft.target === undefined ? {} : { targetPort: draft.target }),
  };
}

function endpointObjects(draft: ServiceDraft, name: string, setting: Setting): RawObject[] {
  const namespace = inNamespace(setting, draft.namespace);
  const ports =
    draft.endpointPort === undefined
      ? []
      : draft.ports.map((_, index) => ({ name: `port-${index}`, port: draft.endpointPort }));
  return familiesOf(setting.families).map((family): RawObject => {
    const addresses = draft.endpoints.map((endpoint) => endpointAddress(family, endpoint));
    if (draft.list === 'endpoints' && family === 'IPv4') {
      const listed = addresses.map((ip) => ({ ip }));
      const subsets = [{ addresses: listed.slice(1), notReadyAddresses: listed.slice(0, 1), ports }];
      return { apiVersion: 'v1', kind: 'Endpoints', metadata: { ...namespace, name }, subsets };
    }
    return {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        ...namespace,
        name: `${name}-${family}`.toLowerCase(),
        labels: { 'kubernetes.io/service-name': name },
      },
      addressType: family,
      endpoints: addresses.map((address) => ({ addresses: [address] })),
      ports,
    };
  });
}

function endpointAddress(family: Family, { at, number }: ServiceDraft['endpoints'][number]): string {
  switch (at) {
    case 'node':
      return nodeAddress(family, number % 3);
    case 'pod':
      return podAddress(family, number % 3, number);
    case 'outside':
      return family === 'IPv4' ? `203.0.113.${number}` : `2001:db8::${number}`;
  }
}
