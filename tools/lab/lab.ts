import { createKubernetes, type Kubernetes, type KubernetesOptions } from './kubernetes';
import { createPanorama, DEMO_STATE, type Panorama, type PanoramaOptions } from './panorama';
import { pluginTags } from './plugin/plugin';

/** A cluster and a Panorama, with the plugin that tells the one about the other. */
export interface Lab {
  readonly kubernetes: Kubernetes;
  readonly panorama: Panorama;
}

/** How a lab starts: what is in its cluster, and what its Panorama holds. */
export interface LabOptions {
  /** The cluster's name in the set-up of the plugin. */
  readonly cluster: string;
  /** @default an empty cluster with two Nodes */
  readonly kubernetes?: KubernetesOptions;
  /** @default DEMO_STATE */
  readonly panorama?: PanoramaOptions;
}

/** The most tags of an address on a firewall, and the longest one (vendor, "Use Dynamic Address Groups in Policy"). */
const [MOST_TAGS, LONGEST_TAG] = [32, 127];

/** Builds both. Whatever changes in the cluster is registered in Panorama before the next request there. */
export function createLab(options: LabOptions): Lab {
  const kubernetes = createKubernetes(options.kubernetes);
  const panorama = createPanorama(options.panorama ?? DEMO_STATE);
  let isChanged = true;
  kubernetes.onChange(() => {
    isChanged = true;
  });
  const register = (): void => {
    if (!isChanged) return;
    isChanged = false;
    panorama.clearRegistered();
    const objects = [...kubernetes.objects('v1', 'Pod'), ...kubernetes.objects('v1', 'Service')];
    for (const [address, tags] of pluginTags(objects, { cluster: options.cluster })) {
      const held = [...tags].filter((tag) => tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
      panorama.setRegistered(address, held);
    }
  };
  return {
    kubernetes,
    panorama: {
      ...panorama,
      handle: (request) => {
        register();
        return panorama.handle(request);
      },
    },
  };
}
