import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { AllowedName, AllowLists } from '../profile/types';
import { didYouMean } from '../text/words';
import { KEYS } from './keys';
import type { WrittenAttribute } from './read';
import { listElements } from './values';

/**
 * The cluster profile's allow-lists: what a policy of a namespace may name itself. What comes from a security service
 * is not checked: the security admin published it for the namespaces that may use it.
 */

/**
 * Checks one written attribute. `none` takes away and names nothing; keys whose values are fixed words have no list.
 *
 * @returns one `attribute-allowed` for each name that is not on the list, in the order of the names
 */
export function checkAllowed(written: WrittenAttribute, allowed: AllowLists, namespace: string): Diagnostic[] {
  const row = KEYS[written.key];
  const list = row.allowList === undefined ? undefined : allowed[row.allowList];
  if (row.allowList === undefined || list === undefined) return [];
  if (row.value.type === 'name-or-none' && written.value === 'none') return [];
  const permitted = namesFor(list, namespace);
  const names = row.value.type === 'names' ? listElements(written.value) : [written.value];
  const found: Diagnostic[] = [];
  for (const name of names) {
    if (permitted.indexOf(name) >= 0) continue;
    const hint = didYouMean(name, permitted);
    const params = {
      key: written.name,
      value: name,
      namespace,
      hint,
      list: 'allowed.' + row.allowList,
    };
    found.push(diagnose('attribute-allowed', params, { path: written.path }));
  }
  return found;
}

function namesFor(list: readonly AllowedName[], namespace: string): string[] {
  const names: string[] = [];
  for (const allowed of list) {
    if (typeof allowed === 'string') names.push(allowed);
    else if (allowed.namespaces.indexOf(namespace) >= 0) names.push(allowed.name);
  }
  return names;
}
