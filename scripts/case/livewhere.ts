import type { DevicePush } from '../panorama/commit/grouppush';
import { listed } from '../policy/text/words';

/** Which firewalls have the rules, in words that fit into an Event: counts, and some names of each kind. */

/** What one firewall enforces of the cluster, as far as somebody knows. */
export type LiveState =
  /** It has the rules, and knows what they are about. */
  | 'live'
  /** It has the rules; groups on it differ. */
  | 'differing'
  /** It has what it had before. */
  | 'old'
  /** It is not connected, and has what it had before. */
  | 'disconnected'
  | 'unknown';

/** One firewall, by its name. */
export interface LiveFirewall {
  readonly name: string;
  readonly state: LiveState;
}

/** So many names of each kind are told. */
const MOST_NAMES = 4;

/** What firewalls got: the rules, or whatever Panorama's running configuration holds, as long as nobody knows more. */
export type LiveContent = 'the rules' | "Panorama's running configuration";

const WORDS: readonly (readonly [LiveState, string])[] = [
  ['live', 'with {content}'],
  ['differing', 'with the rules, but without all addresses of the pods'],
  ['old', 'with what they had before'],
  ['disconnected', 'not connected, with what they had before'],
  ['unknown', 'nobody knows'],
];

/**
 * One sentence with the firewalls of each kind, counted.
 *
 * @example
 * liveWhere([{ name: 'fw-1', state: 'live' }, { name: 'fw-2', state: 'old' }])
 * //=> 'Of 2 firewalls, 1 with the rules (fw-1); 1 with what they had before (fw-2).'
 */
export function liveWhere(firewalls: readonly LiveFirewall[], content: LiveContent = 'the rules'): string {
  if (firewalls.length === 0) return 'There are no firewalls.';
  const parts: string[] = [];
  for (const [state, words] of WORDS) {
    const names = firewalls.filter((firewall) => firewall.state === state).map((firewall) => firewall.name);
    const told = words.replace('{content}', content);
    if (names.length > 0) parts.push(String(names.length) + ' ' + told + ' (' + listed(names, MOST_NAMES) + ')');
  }
  const total = String(firewalls.length) + (firewalls.length === 1 ? ' firewall' : ' firewalls');
  return 'Of ' + total + ', ' + parts.join('; ') + '.';
}

/** The same of what a push came to. */
export function pushedWhere(devices: readonly DevicePush[], content: LiveContent): string {
  const firewalls = devices.map(({ name, state }) => ({ name, state: PUSHED[state] }));
  return liveWhere(firewalls, content);
}

const PUSHED: { readonly [state in DevicePush['state']]: LiveState } = {
  succeeded: 'live',
  failed: 'old',
  disconnected: 'disconnected',
  pending: 'unknown',
};
