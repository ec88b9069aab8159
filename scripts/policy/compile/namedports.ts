import { compareText, hasKey, sortedKeys } from '../text/canonical';
import type { NamedPort, PodClass, Protocol } from '../kubernetes/types';
import { normalTerms } from '../values/alternatives';
import { isPortSubset, joinPorts, NO_PORTS, portsOf, type PortSet } from '../values/ports';
import { intersectRequirements, meetsRequirements } from '../values/requirements';
import { intersectTerms, type PodsTerm, type Term, type TermSpace } from '../values/term';
import { termKey } from '../values/termtext';
import type { PortName } from './model';
import { tellApart } from './tellapart';

/**
 * Named ports: a name stands for the number that each destination pod gives it, if it gives any with this protocol. So
 * an entry becomes several boxes, one for each group of destinations that labels tell apart. Pods that do not exist yet
 * count as those of their group: the result depends on named ports (docs/semantics.md).
 */

/** Pods by namespace, without host-network pods: those are their node, which has no named ports. */
export interface PodIndex {
  readonly [namespace: string]: readonly PodClass[];
}

/** Destinations with the ports that names mean on all of them. */
export interface NamedGroup {
  readonly terms: readonly PodsTerm[];
  readonly ports: PortSet;
}

/** Two pods that no label tells apart, on which a port name means something else. */
export interface UnclearPort {
  readonly port: PortName;
  readonly first: PodClass;
  readonly second: PodClass;
}

/** What names mean at the destinations of an entry. */
export interface NamedPortReading {
  /** By the lowest port. */
  readonly groups: readonly NamedGroup[];
  readonly unclear: readonly UnclearPort[];
  /** Keys of the labels that tell the groups apart. */
  readonly keys: readonly string[];
}

/** The index of the pods that names are looked up on. */
export function indexPods(podClasses: readonly PodClass[]): PodIndex {
  const index: { [namespace: string]: PodClass[] } = {};
  for (const pods of podClasses) {
    if (pods.hostNetwork) continue;
    if (!hasKey(index, pods.namespace)) index[pods.namespace] = [];
    index[pods.namespace].push(pods);
  }
  return index;
}

/** The number that a name stands for on the pods. */
export function numberOf(pods: PodClass, name: string, protocol: Protocol): number | undefined {
  const found = pods.namedPorts.filter((port: NamedPort) => port.name === name && port.protocol === protocol);
  return found.length > 0 ? found[0].port : undefined;
}

/** Destinations of one number, as they are found. */
interface NumberGroup {
  readonly protocol: Protocol;
  readonly number: number;
  readonly terms: PodsTerm[];
}

/**
 * Looks names up at destinations.
 *
 * @param everyPod all pods of all namespaces: addresses may be theirs
 * @param plain ports that the entry allows by number: what a name adds to them only counts
 */
export function readNamedPorts(
  space: TermSpace,
  index: PodIndex,
  destinations: readonly Term[],
  everyPod: () => PodsTerm,
  names: readonly PortName[],
  plain: PortSet,
): NamedPortReading {
  const numbers: { [text: string]: NumberGroup } = {};
  const unclear: UnclearPort[] = [];
  const keys: { [key: string]: true } = {};
  for (const term of destinations) {
    const pods = term.kind === 'pods' ? term : everyPod();
    for (const namespace of pods.namespaces.names) {
      const classes = hasKey(index, namespace) ? index[namespace] : [];
      const met = classes.filter((one) => meetsRequirements(one.labels, pods.requirements));
      const usable = names.filter((port) => port.closedIn.indexOf(namespace) < 0);
      for (const port of usable) {
        for (const number of numbersOf(met, port)) {
          if (isPortSubset(singlePort(port.protocol, number), plain)) continue;
          const has = met.filter((one) => isAmongNames(one, usable, port.protocol, number));
          const telling = tellApart(
            has,
            met.filter((one) => has.indexOf(one) < 0),
          );
          if (telling.kind === 'alike') {
            unclear.push({ port, first: telling.wanted, second: telling.other });
            continue;
          }
          const text = port.protocol + ' ' + String(number);
          if (!hasKey(numbers, text)) numbers[text] = { protocol: port.protocol, number, terms: [] };
          for (const condition of telling.conditions) {
            for (const requirement of condition) keys[requirement.key] = true;
            const part = partOf(space, pods, namespace, condition, term);
            if (part) numbers[text].terms.push(part);
          }
        }
      }
    }
  }
  return { groups: joinedGroups(space, numbers), unclear, keys: sortedKeys(keys) };
}

function numbersOf(pods: readonly PodClass[], port: PortName): number[] {
  const numbers: number[] = [];
  for (const one of pods) {
    const number = numberOf(one, port.name, port.protocol);
    if (number !== undefined && numbers.indexOf(number) < 0) numbers.push(number);
  }
  return numbers;
}

/** True where one of the names, not always the same, stands for the number. */
function isAmongNames(pods: PodClass, names: readonly PortName[], protocol: Protocol, number: number): boolean {
  return names.some((port) => port.protocol === protocol && numberOf(pods, port.name, protocol) === number);
}

function singlePort(protocol: Protocol, number: number): PortSet {
  return portsOf(protocol, { from: number, to: number });
}

/** The pods of one namespace that meet the condition, as far as they are in the term. */
function partOf(
  space: TermSpace,
  pods: PodsTerm,
  namespace: string,
  condition: PodsTerm['requirements'],
  term: Term,
): PodsTerm | undefined {
  const requirements = intersectRequirements(pods.requirements, condition);
  if (!requirements) return undefined;
  const part: PodsTerm = {
    kind: 'pods',
    namespaces: space.namespaces.of([namespace]),
    requirements,
    addresses: pods.addresses,
  };
  const met = term.kind === 'pods' ? part : intersectTerms(space, part, term);
  return met && met.kind === 'pods' ? met : undefined;
}

/** Numbers of the same destinations together. */
function joinedGroups(space: TermSpace, numbers: { readonly [text: string]: NumberGroup }): NamedGroup[] {
  const byTerms: { [key: string]: { readonly terms: PodsTerm[]; ports: PortSet } } = {};
  const order: string[] = [];
  const sorted = sortedKeys(numbers).sort(
    (a, b) => numbers[a].number - numbers[b].number || compareText(numbers[a].protocol, numbers[b].protocol),
  );
  for (const text of sorted) {
    const { protocol, number } = numbers[text];
    const terms: PodsTerm[] = [];
    for (const term of normalTerms(space, numbers[text].terms)) if (term.kind === 'pods') terms.push(term);
    if (terms.length === 0) continue;
    const key = terms.map(termKey).join(' ');
    if (!hasKey(byTerms, key)) {
      byTerms[key] = { terms, ports: NO_PORTS };
      order.push(key);
    }
    byTerms[key].ports = joinPorts(byTerms[key].ports, singlePort(protocol, number));
  }
  return order.map((key) => byTerms[key]);
}
