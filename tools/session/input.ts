import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectObjects } from '../../scripts/policy/kubernetes/objects';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import { previewProfile } from '../../scripts/policy/profile/preview';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { readSources } from '../cli/documents';
import { loadProfile, loadSecurityServices } from '../cli/settings';
import { clusterObjects, corpusCases } from './corpus';

/** A cluster to play a session with. */
export interface SessionInput {
  readonly title: string;
  readonly objects: readonly RawObject[];
  /** Enforcing, and with the administrator of the session's Panorama. */
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
}

/** The name of the pack's administrator in the session's Panorama. */
export const OWN_ADMIN = 'svc-k8s';

const ROOT = resolve(__dirname, '../..');
const BOUTIQUE = 'GoogleCloudPlatform-microservices-demo/online-boutique';

/**
 * `shop` (examples/shop with its profile and security services), `online-boutique` (of the corpus), or a directory with
 * manifests. undefined: the corpus is not there.
 *
 * @throws if the directory cannot be read, or something in it
 */
export function sessionInput(name: string): SessionInput | undefined {
  if (name === 'shop') return shop();
  return name === 'online-boutique' ? boutique() : directory(name);
}

/** What a session cannot do without: commits need an administrator, audit would deny nothing, and somebody enforces. */
function played(profile: ClusterProfile): ClusterProfile {
  return { ...profile, panoramaAdmin: OWN_ADMIN, enforcement: 'enforce', approverRoles: ['Security Admin'] };
}

function shop(): SessionInput {
  return {
    title: 'examples/shop',
    objects: objectsIn(resolve(ROOT, 'examples/shop')),
    profile: played(loadProfile(resolve(ROOT, 'examples/profile.yaml'), 'shop')),
    services: loadSecurityServices(resolve(ROOT, 'examples/security-services.yaml')),
  };
}

function boutique(): SessionInput | undefined {
  const found = corpusCases().find(({ name }) => name === BOUTIQUE);
  if (found === undefined) return undefined;
  const profile = localProfile('boutique', 'boutique-cluster');
  return {
    title: `the corpus: ${BOUTIQUE}`,
    objects: clusterObjects(found.cluster),
    profile: played({ ...profile, podCIDRs: ['10.128.0.0/14'] }),
    services: [],
  };
}

function directory(path: string): SessionInput {
  if (!existsSync(path)) throw new Error(`${path} is no directory; there are also shop and online-boutique.`);
  const objects = objectsIn(path);
  const { snapshot } = buildSnapshot(objects, 'local', []);
  return { title: path, objects, profile: played(previewProfile(snapshot).profile), services: [] };
}

function objectsIn(path: string): readonly RawObject[] {
  const sources = readSources([path]);
  if (sources.diagnostics.length > 0) throw new Error(`Not everything in ${path} can be read.`);
  return collectObjects(sources.documents).objects;
}
