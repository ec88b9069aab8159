import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { rare } from './setting';

/**
 * Container ports of random pods. What a name means follows from labels, as in real clusters: from `app`, and from
 * `track`, a label that no policy mentions. Some pods break the rule, so that nothing may tell them from others.
 */

/** Names that policies use; no pod has the last one. */
export const NAMED_PORTS = ['http', 'dns', 'admin', 'nowhere'] as const;

/** The labels of a pod's own, and how its ports deviate from what its labels say. */
export interface PortsDraft {
  readonly track: 'stable' | 'canary';
  readonly isOdd: boolean;
  /** A second container gives the same name to another number: the first one counts. */
  readonly isNamedTwice: boolean;
}

export const portsDraft: fc.Arbitrary<PortsDraft> = fc.record({
  track: fc.constantFrom('stable', 'stable', 'canary'),
  isOdd: rare(60),
  isNamedTwice: rare(8),
});

type Labels = Readonly<Record<string, string>>;

/** The labels with the one that tells what the ports are. */
export function withTrack(labels: Labels, { track }: PortsDraft): Labels {
  return { ...labels, track };
}

function httpPort(labels: Labels, draft: PortsDraft): number | undefined {
  if (draft.isOdd) return 9999;
  switch (labels.app) {
    case 'web':
      return draft.track === 'canary' ? 8081 : 8080;
    case 'web-1':
      return 8080;
    case 'api':
      return 80;
    default:
      return undefined;
  }
}

/** The containers of a pod, without probes. */
export function containersOf(
  labels: Labels,
  draft: PortsDraft,
): { readonly containers: readonly RawObject[]; readonly initContainers?: readonly RawObject[] } {
  const http = httpPort(labels, draft);
  const ports: RawObject[] = [{ name: 'dns', containerPort: 53, protocol: 'UDP' }];
  if (http !== undefined) ports.push({ name: 'http', containerPort: http });
  const twice = { name: 'twice', ports: [{ name: 'http', containerPort: 443 }] };
  const admin = [{ name: 'admin', containerPort: 9090 }];
  const sidecars: RawObject[] = [
    { name: 'side', restartPolicy: 'Always', ports: admin },
    { name: 'setup', ports: [{ name: 'nowhere', containerPort: 443 }] },
  ];
  return {
    containers: [{ name: 'main', ports }, ...(draft.isNamedTwice && http !== undefined ? [twice] : [])],
    ...(labels.app === 'db' ? { initContainers: sidecars } : {}),
  };
}
