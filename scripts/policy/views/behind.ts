import { hasKey } from '../text/canonical';
import { idText, policyIdOf } from '../kubernetes/identity';
import { lastFieldManager } from '../kubernetes/fieldmanager';
import type { RawObject } from '../kubernetes/types';
import type { RuleOrigin } from '../translate/translation';
import type { Cell } from './table';

/** A rule for all pods serves more entries than a cell can name. */
const MOST_ENTRIES = 5;

/**
 * Which policies and entries each rule comes from, and who wrote these last, as their client says: by the rule's name.
 * Rules of no entry (isolation, nodes) are not in it.
 */
export function behindRules(
  origins: readonly RuleOrigin[],
  objects: readonly RawObject[],
): { readonly [rule: string]: Cell } {
  const managers: { [policy: string]: string } = {};
  for (const object of objects) {
    if (object.kind === 'NetworkPolicy') managers[idText(policyIdOf(object))] = lastFieldManager(object);
  }
  const behind: { [rule: string]: Cell } = {};
  for (const { rule, entries } of origins) {
    if (entries.length === 0) continue;
    const texts = entries.slice(0, MOST_ENTRIES).map(({ policy, path }) => {
      const id = idText(policy);
      const manager = hasKey(managers, id) ? managers[id] : '';
      return id + ' ' + path + (manager === '' ? '' : ', last written by ' + manager + ' (as the client says)');
    });
    const more = entries.length - texts.length;
    behind[rule] = more > 0 ? texts.concat(['and ' + String(more) + ' more']) : texts;
  }
  return behind;
}
