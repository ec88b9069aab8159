import { nearest } from './nearest';

/** Small pieces of sentences that several kinds of diagnostics share. */

/**
 * A list in words; '' for the empty list.
 *
 * @example inWords(['end', 'start', 'none'], 'or') //=> 'end, start or none'
 */
export function inWords(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return items.slice(0, -1).join(', ') + ' ' + last + ' ' + items[items.length - 1];
}

/**
 * The hint for a misspelt word, with a leading blank; '' where no candidate is near enough.
 *
 * @example didYouMean('antivrius', ['antivirus', 'antispyware']) //=> ' Did you mean "antivirus"?'
 */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : ' Did you mean "' + found + '"?';
}

/**
 * A text of any length as a sentence can hold it.
 *
 * @param most the characters that are shown; what is cut is told by three dots behind them
 * @example shortened('abcdef', 3) //=> 'abc...'
 */
export function shortened(text: string, most: number): string {
  return text.length > most ? text.slice(0, most) + '...' : text;
}

/**
 * A list in a sentence, cut where it would drown the rest: five names say enough.
 *
 * @example listed(['a', 'b', 'c'], 2) //=> 'a, b and 1 more'
 */
export function listed(names: readonly string[], limit = 5): string {
  const shown = names.slice(0, limit).join(', ');
  return names.length <= limit ? shown : shown + ' and ' + String(names.length - limit) + ' more';
}
