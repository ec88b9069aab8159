import { hasKey } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { ClusterProfile } from '../profile/types';
import { LIMITS } from './limits';

/**
 * The tags that the Panorama plugin for Kubernetes puts on addresses (vendor's documentation, "IP-Address-to-Tag Mapping
 * of Kubernetes Attributes"), as far as filters use them: namespaces and labels.
 */

/** Label values by key, as far as pods have them or policies name them. */
export interface KnownLabels {
  readonly [key: string]: readonly string[];
}

/**
 * The tag of all pods (and Service addresses) of a namespace: `k8s.cl_<cluster>.ns_<namespace>`.
 *
 * @example namespaceTag({ cluster: 'shop', … }, 'web') //=> 'k8s.cl_shop.ns_web'
 */
export function namespaceTag(tags: ClusterProfile['tags'], namespace: string): string {
  return 'k8s.cl_' + tags.cluster + '.ns_' + namespace;
}

/**
 * The tag of the pods (and Services) of a namespace with a label: `k8s.cl_<cluster>.ns_<namespace>.<key>.<value>`.
 *
 * @example labelTag({ cluster: 'shop', … }, 'web', 'app', 'front') //=> 'k8s.cl_shop.ns_web.app.front'
 */
export function labelTag(tags: ClusterProfile['tags'], namespace: string, key: string, value: string): string {
  return namespaceTag(tags, namespace) + '.' + labelText(tags, key, value);
}

function labelText(tags: ClusterProfile['tags'], key: string, value: string): string {
  return (tags.labelKey === 'underscore' ? key.replace(/\//g, '_') : key) + '.' + value;
}

/** Tells whether a label can be told apart by its tag. */
export interface TagModel {
  /** What is wrong with the tag of the label, if anything. */
  diagnose(namespace: string, key: string, value: string): Diagnostic | undefined;
}

/**
 * Knows all labels, to see where two of them make one tag: tags ignore case (PAN-OS documentation on tags), and key and
 * value are joined by a dot that both may contain.
 */
export function createTagModel(tags: ClusterProfile['tags'], known: KnownLabels): TagModel {
  const labelsByTag: { [text: string]: string[] } = {};
  for (const key of Object.keys(known).sort()) {
    for (const value of known[key]) {
      const text = labelText(tags, key, value).toLowerCase();
      if (!hasKey(labelsByTag, text)) labelsByTag[text] = [];
      labelsByTag[text].push(key + '=' + value);
    }
  }
  return {
    diagnose(namespace, key, value) {
      if (value === '') return diagnose('label-value-empty', { key }, {});
      const tag = labelTag(tags, namespace, key, value);
      if (tag.length > LIMITS.tag) return diagnose('tag-too-long', { tag, length: tag.length }, {});
      const text = labelText(tags, key, value).toLowerCase();
      const same = hasKey(labelsByTag, text) ? labelsByTag[text] : [];
      const label = key + '=' + value;
      for (const other of same) {
        if (other !== label) return diagnose('label-ambiguous', { first: label, second: other }, {});
      }
      return undefined;
    },
  };
}
