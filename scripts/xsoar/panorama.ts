import type { PanoramaPort } from '../panorama/api/port';
import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from './host';
import { BRANDS, chooseInstance } from './instances';
import { createPanosPort } from './panosport';

/** The Panorama of a cluster, through the instance that its profile names, or the only one. */
export function openPanorama(host: Host, profile: ClusterProfile): PanoramaPort {
  return createPanosPort(host, chooseInstance(host, profile.panoramaInstance, BRANDS.panorama, 'panoramaInstance'));
}
