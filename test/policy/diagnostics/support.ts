import type { Diagnostic, DiagnosticCode } from '../../../scripts/policy/diagnostics/diagnostic';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { readProfile } from '../../../scripts/policy/profile/read';
import { readSecurityServices } from '../../../scripts/policy/profile/services';
import { namespace, policy } from '../../property/handmade';
import { compileCluster, type ClusterInput } from '../../property/pipeline';

/** Inputs that are small, and wrong in one thing. */

/**
 * How one code comes about: an input that is wrong in this alone, through the functions that users' input goes through,
 * and where the code is reported, as `severity policy path`.
 */
export interface Row {
  readonly found: () => readonly Diagnostic[];
  readonly places: readonly string[];
}

export type Rows = { readonly [Code in DiagnosticCode]?: Row };

/** Settings under which nothing of a small cluster is missing. */
const SETTINGS = {
  deviceGroup: 'dg',
  inspection: 'server-only',
  nodes: { toPods: 'off' },
  podCIDRs: ['10.244.0.0/16'],
};

/** Settings with which Service addresses are judged. */
export const BOTH_ENDS = { inspection: 'both-ends', serviceCIDRs: ['10.96.0.0/12'] } as const;

/** The Service `shop/web` over the pods of the label `app=web`. */
export function webService(protocol: string, targetPort: string | number = 80): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: 'shop', name: 'web' },
    spec: { clusterIP: '10.96.0.9', selector: { app: 'web' }, ports: [{ port: 80, protocol, targetPort }] },
  };
}

/** A row for the objects of a cluster; settings are laid over the usual ones, and undefined takes one away. */
export function ofCluster(
  objects: readonly RawObject[],
  places: readonly string[],
  settings: Readonly<Record<string, unknown>> = {},
  services: Readonly<Record<string, unknown>> = {},
  lastGood: readonly RawObject[] = [],
  more: Pick<ClusterInput, 'missing' | 'rejections'> = {},
): Row {
  return {
    places,
    found: () => {
      const given = Object.entries({ ...SETTINGS, ...settings }).filter(([, value]) => value !== undefined);
      const { profile } = readProfile({ clusters: { c1: Object.fromEntries(given) } }, 'c1');
      const published = readSecurityServices({ services });
      if (profile === undefined || published.diagnostics.length > 0) throw new Error('The settings must be good.');
      return compileCluster({ objects, profile, services: published.services, lastGood, ...more }).diagnostics;
    },
  };
}

/** A row for the policy `shop/web`, by its spec; `path` is where the code is reported. */
export function ofSpec(severity: 'error' | 'warning', path: string, spec: object, metadata: object = {}): Row {
  return ofCluster([namespace('shop'), web(spec, metadata)], [`${severity} shop/web ${path}`]);
}

/** The policy `shop/web` with further metadata. */
export function web(spec: object, metadata: object = {}): RawObject {
  const made = policy('shop/web', spec as RawObject);
  return { ...made, metadata: { ...made.metadata, ...metadata } };
}

/** A peer of pods by one label. */
export function pods(app: string, more: object = {}): object {
  return { podSelector: { matchLabels: { app } }, ...more };
}
