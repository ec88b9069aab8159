import { closureText } from '../plan/closures';
import type { Closure } from '../plan/types';
import type { Exception, Proof, Verdict } from '../prove/types';

/** The verdict of a proof in one line, with everything that it leaves out. */

/** A line with more policies than this is read by nobody; the table and the JSON have them all. */
const MOST_NAMED = 5;

const WORDS: { readonly [one in Verdict]: string } = {
  equal: 'equal',
  different: 'different',
  refused: 'refused',
  nothing: 'nothing to prove: no policies',
};

/**
 * The verdict and its exceptions.
 *
 * @param closures allows that stay closed by hand, whatever the policies say
 * @example `equal, without shop/x (sctp-refused): pods of app=x are open for ingress`
 */
export function verdictText(proof: Pick<Proof, 'verdict' | 'exceptions'>, closures: readonly Closure[] = []): string {
  const named = proof.exceptions.slice(0, MOST_NAMED).map(exceptionText);
  const more = proof.exceptions.length - named.length;
  const rest = more > 0 ? ['and ' + String(more) + ' more'] : [];
  const closed = closures.map(closureText).slice(0, MOST_NAMED);
  const others = closures.length - closed.length;
  const all = closed.concat(others > 0 ? ['and ' + String(others) + ' more'] : []);
  const except = all.length > 0 ? ', except what is closed by hand: ' + all.join(', ') : '';
  return WORDS[proof.verdict] + except + (named.length > 0 ? ', without ' : '') + named.concat(rest).join('; ');
}

/** `shop/x (sctp-refused): pods of app=x are open for ingress`. */
export function exceptionText(exception: Exception): string {
  const codes = exception.codes.length > 0 ? ' (' + exception.codes.join(', ') + ')' : '';
  const kind = exception.isService ? 'Service ' : '';
  return kind + exception.policy.namespace + '/' + exception.policy.name + codes + ': ' + exception.effect;
}
