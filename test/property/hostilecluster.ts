import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { fc } from '../support/seed';
import { hostileText } from './hostiletexts';

/** A small cluster in which hostile texts stand where somebody else's objects have texts. */

const MANAGER = { manager: 'kubectl', operation: 'Apply', time: '2026-01-01T00:00:00Z', fieldsType: 'FieldsV1' };

const OBJECTS: readonly RawObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'shop' } } },
  pod('web', '10.1.0.1'),
  pod('api', '10.1.0.2'),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'api', namespace: 'shop' },
    spec: { selector: { app: 'api' }, clusterIP: '10.2.0.1', ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  },
  policy('api', {
    'np.panw.com/ticket': 'NET-1',
    'np.panw.com/appid': 'web-browsing',
    'np.panw.com/logprofile': 'soc',
    'np.panw.com/ingress.0.ticket': 'NET-2',
    'np.panw.com/unknown': 'x',
    'example.com/note': 'x',
  }),
  policy('web', { 'np.panw.com/ticket': 'NET-3' }),
];

function pod(app: string, address: string): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: app, namespace: 'shop', labels: { app, tier: 'x' }, annotations: { note: 'x' } },
    spec: { containers: [{ name: app, ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }] }] },
    status: { phase: 'Running', podIP: address, podIPs: [{ ip: address }] },
  };
}

function policy(app: string, annotations: Readonly<Record<string, string>>): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: app,
      namespace: 'shop',
      uid: `uid-${app}`,
      labels: { team: 'shop' },
      annotations,
      managedFields: [MANAGER],
    },
    spec: {
      podSelector: { matchLabels: { app } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] } },
            { ipBlock: { cidr: '192.0.2.0/24', except: ['192.0.2.1/32'] } },
          ],
          ports: [{ port: 'http', protocol: 'TCP' }],
        },
      ],
    },
  };
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function textsIn(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) =>
    typeof holder[key] === 'string' ? [{ holder, key }] : textsIn(holder[key]),
  );
}

/** What is done to one text: replaced, written into its middle, written behind it, or its key replaced. */
const HOW = ['replaced', 'inside', 'behind', 'key'] as const;

/** Free texts are where most comes through. */
const FREE = /ticket|note|unknown/;

const mutation = fc.record({ how: fc.constantFrom(...HOW), free: fc.boolean(), at: fc.nat(9999), text: hostileText });

/** The cluster with one to three of its texts made hostile. */
export const hostileCluster: fc.Arbitrary<readonly RawObject[]> = fc
  .array(mutation, { minLength: 1, maxLength: 3 })
  .map((mutations) => {
    const objects = structuredClone(OBJECTS) as RawObject[];
    for (const { how, free, at, text } of mutations) {
      const places = textsIn(objects).filter(({ key }) => !free || FREE.test(key));
      const { holder, key } = places[at % places.length];
      const old = String(holder[key]);
      if (how === 'key' && !Array.isArray(holder)) {
        Reflect.deleteProperty(holder, key);
        Object.defineProperty(holder, text, { value: old, enumerable: true, configurable: true, writable: true });
      } else {
        holder[key] = { replaced: text, inside: old.slice(0, 1) + text + old.slice(1), behind: old + text, key: text }[
          how
        ];
      }
    }
    return objects;
  });
