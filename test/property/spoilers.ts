import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';

/** Something in a cluster that the API server, the profile or PAN-OS does not take: policies with it are refused. */

const CHANGES = {
  sctp: withEntry({ ports: [{ protocol: 'SCTP', port: 3868 }] }),
  'empty-label': selectSubject({ matchLabels: { app: '' } }),
  'case-twin': selectSubject({ matchLabels: { app: 'WEB' } }),
  'no-network': withEntry({ from: [{ ipBlock: { cidr: '10.0.0.0' } }] }),
  'unknown-attribute': withAnnotation('np.panw.com/antivires', 'strict'),
  'no-log-profile': withAnnotation('np.panw.com/logprofile', 'none'),
} as const;

/** Labels of a pod that make the same tags as labels of the pools. */
const TWINS = [{ App: 'web' }, { TIER: 'front' }, { app: 'Web' }] as const;

export interface Spoiler {
  readonly policy: number;
  readonly change: keyof typeof CHANGES;
  /** The version before the change was committed, and stands in. */
  readonly wasGood: boolean;
  /** A pod in the policy's namespace whose labels PAN-OS cannot tell from others. */
  readonly twin: number | undefined;
}

export const spoiler: fc.Arbitrary<Spoiler> = fc.record({
  policy: fc.nat(7),
  change: fc.constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[])),
  wasGood: fc.boolean(),
  twin: fc.option(fc.nat(TWINS.length - 1), { nil: undefined, freq: 2 }),
});

/** The policies with the changes, perhaps with further pods, and the versions before them that were committed. */
export function spoil(
  policies: readonly RawObject[],
  spoilers: readonly Spoiler[],
): { readonly objects: readonly RawObject[]; readonly lastGood: readonly RawObject[] } {
  const objects = [...policies];
  const lastGood = new Map<number, RawObject>();
  const twins: RawObject[] = [];
  for (const { policy, change, wasGood, twin } of spoilers) {
    const index = policy % policies.length;
    objects[index] = CHANGES[change](objects[index]);
    if (wasGood) lastGood.set(index, policies[index]);
    if (twin !== undefined) twins.push(twinPod(policies[index], TWINS[twin], twins.length));
  }
  return { objects: [...objects, ...twins], lastGood: [...lastGood.values()] };
}

function twinPod(policy: RawObject, labels: Readonly<Record<string, string>>, index: number): RawObject {
  const { namespace } = policy.metadata as { readonly namespace?: string };
  const metadata = { ...(namespace === undefined ? {} : { namespace }), name: `twin-${index}`, labels };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [] } };
}

type Change = (policy: RawObject) => RawObject;

function selectSubject(podSelector: RawObject): Change {
  return (policy) => ({ ...policy, spec: { ...(policy.spec as RawObject), podSelector } });
}

function withEntry(entry: RawObject): Change {
  return (policy) => {
    const spec = policy.spec as RawObject;
    const ingress = [...((spec.ingress as readonly unknown[] | undefined) ?? []), entry];
    return { ...policy, spec: { ...spec, policyTypes: ['Ingress', 'Egress'], ingress } };
  };
}

function withAnnotation(key: string, value: string): Change {
  return (policy) => {
    const metadata = policy.metadata as RawObject;
    return {
      ...policy,
      metadata: { ...metadata, annotations: { ...(metadata.annotations as RawObject), [key]: value } },
    };
  };
}
