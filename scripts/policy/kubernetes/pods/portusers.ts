import { hasKey } from '../../text/canonical';
import { matchesSelector, selectorText } from '../selector';
import type { NamedPort, PolicySpec, Protocol, Selector, StringMap } from '../types';

/** Which pods policies mean when they name a port: a name stands for the number that each destination pod gives it. */

/** The port names that policies use, and the selectors of the pods that they look them up on. */
export interface PortUsers {
  /** By `portNameText`. */
  readonly names: { readonly [text: string]: true };
  readonly selectors: readonly Selector[];
}

const EVERY_POD: Selector = [];

/**
 * Finds the users of named ports. Destinations of ingress are the policy's own pods, those of egress its peers;
 * addresses may be any pod's. In which namespaces they are is left out: more labels than needed do no harm.
 */
export function portUsers(specs: readonly PolicySpec[]): PortUsers {
  const names: { [text: string]: true } = {};
  const selectors: { [text: string]: Selector } = {};
  for (const spec of specs) {
    for (const entry of spec.entries) {
      if (entry.ports.kind === 'anything') continue;
      const named = entry.ports.ports.filter((port) => port.kind === 'named');
      for (const port of named) if (port.kind === 'named') names[portNameText(port.name, port.protocol)] = true;
      if (named.length === 0) continue;
      if (entry.direction === 'ingress') selectors[selectorText(spec.subject)] = spec.subject;
      else if (entry.peers.kind === 'anyone') selectors[selectorText(EVERY_POD)] = EVERY_POD;
      else {
        for (const peer of entry.peers.peers) {
          const selector = peer.kind === 'pods' ? peer.pods : EVERY_POD;
          selectors[selectorText(selector)] = selector;
        }
      }
    }
  }
  const texts = Object.keys(selectors).sort();
  return { names, selectors: texts.map((text) => selectors[text]) };
}

/** True where some policy may look a port name up on a pod with these labels. */
export function mayLookUp(users: PortUsers, labels: StringMap): boolean {
  return users.selectors.some((selector) => matchesSelector(selector, labels));
}

/**
 * What the used names stand for on a pod, as text: equal for pods on which they mean the same, '' where they mean
 * nothing.
 */
export function meaningText(users: PortUsers, ports: readonly NamedPort[]): string {
  const used = ports.filter((port) => hasKey(users.names, portNameText(port.name, port.protocol)));
  return used.map((port) => portNameText(port.name, port.protocol) + '=' + String(port.port)).join(' ');
}

/**
 * A port name with its protocol as one text.
 *
 * @example portNameText('http', 'TCP') //=> 'TCP/http'
 */
export function portNameText(name: string, protocol: Protocol): string {
  return protocol + '/' + name;
}
