import { termKey } from '../../values/termtext';
import type { RuleEnd } from '../model';

/** Text that is equal for equal ends of one translation. */
export function endKey(end: RuleEnd): string {
  return end.kind === 'isolated' ? '!' + end.direction : end.terms.map(termKey).sort().join(' ');
}
