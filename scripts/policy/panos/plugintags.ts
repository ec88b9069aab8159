import { compareText, hasKey } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { LabelUse } from '../compile/labeluses';
import type { Blame, NamedLabel } from '../compile/model';
import type { PolicyId } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import { LIMITS } from './limits';

/**
 * The tags that the Panorama plugin for Kubernetes puts on addresses (vendor's documentation, "IP-Address-to-Tag
 * Mapping of Kubernetes Attributes"), as far as filters use them: namespaces and labels.
 */

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

/** What is wrong with a tag, and who is behind it. */
export interface TagProblem {
  readonly diagnostic: Diagnostic;
  /** The pods or Services that have the other label, or the one without a tag. */
  readonly blame?: Blame;
  /** Where nobody has the other label yet: the policies that name it. */
  readonly claimers: readonly PolicyId[];
}

/** Tells whether a label can be told apart by its tag. */
export interface TagModel {
  /**
   * What is wrong with the tag of the label, if anything.
   *
   * @param meant further values of the key that are meant as well, so that they need not be told apart
   */
  diagnose(namespace: string, key: string, value: string, meant: readonly string[]): TagProblem | undefined;
  /** False for a label whose tag nobody knows. */
  hasTag(namespace: string, key: string, value: string): boolean;
}

/** One label by the text of its tag behind the namespace, with who has or names it. */
interface Claim extends NamedLabel {
  readonly uses: LabelUse[];
}

/**
 * Knows the labels of each namespace, to see where two of them make one tag: tags ignore case (PAN-OS documentation on
 * tags), and key and value are joined by a dot that both may contain. Tags hold the namespace, so that labels of other
 * namespaces are no matter.
 */
export function createTagModel(tags: ClusterProfile['tags'], uses: readonly LabelUse[]): TagModel {
  const claims = indexClaims(tags, uses);
  return {
    hasTag(namespace, key, value) {
      return value !== '' && labelTag(tags, namespace, key, value).length <= LIMITS.tag;
    },
    diagnose(namespace, key, value, meant) {
      const alone = { blame: { namespace }, claimers: [] };
      if (value === '') return { diagnostic: diagnose('label-value-empty', { key, namespace }, {}), ...alone };
      const tag = labelTag(tags, namespace, key, value);
      if (tag.length > LIMITS.tag) {
        return { diagnostic: diagnose('tag-too-long', { tag, length: tag.length }, {}), ...alone };
      }
      const text = labelText(tags, key, value).toLowerCase();
      for (const other of hasKey(claims, text) ? claims[text] : []) {
        const isMeant = other.key === key && (other.value === value || meant.indexOf(other.value) >= 0);
        const uses = isMeant ? [] : other.uses.filter(({ namespaces }) => namespaces.indexOf(namespace) >= 0);
        if (uses.length === 0) continue;
        const params = { namespace, first: key + '=' + value, second: other.key + '=' + other.value };
        const diagnostic = diagnose('label-ambiguous', params, {});
        if (!uses.some((use) => use.isFact)) return { diagnostic, claimers: claimersOf(uses) };
        return { diagnostic, blame: { namespace, labels: [{ key, value }, other] }, claimers: [] };
      }
      return undefined;
    },
  };
}

function claimersOf(uses: readonly LabelUse[]): PolicyId[] {
  let claimers: PolicyId[] = [];
  for (const use of uses) claimers = claimers.concat(use.claimers);
  return claimers;
}

function indexClaims(tags: ClusterProfile['tags'], uses: readonly LabelUse[]): { readonly [text: string]: Claim[] } {
  const claims: { [text: string]: Claim[] } = {};
  const byLabel: { [label: string]: Claim } = {};
  for (const use of uses) {
    const { key, value } = use;
    const label = key + '=' + value;
    if (!hasKey(byLabel, label)) {
      const text = labelText(tags, key, value).toLowerCase();
      byLabel[label] = { key, value, uses: [] };
      if (!hasKey(claims, text)) claims[text] = [];
      claims[text].push(byLabel[label]);
    }
    byLabel[label].uses.push(use);
  }
  for (const text of Object.keys(claims))
    claims[text].sort((a, b) => compareText(a.key, b.key) || compareText(a.value, b.value));
  return claims;
}
