import type { Diagnostic } from '../diagnostics/diagnostic';
import { matchesSelector, selectorText } from '../kubernetes/selector';
import { readPolicy } from '../kubernetes/policy';
import type { Entry, PodClass, PortMatch, RawObject, Selector, SelectorTerm } from '../kubernetes/types';
import { hasKey, sortedUnique } from '../text/canonical';
import { listed } from '../text/words';
import type { AdmittedVersion, PolicyError } from './candidate';

/**
 * A live policy that lost its exact rules is closed: its pods stay isolated, its exact entries stay, the others allow
 * nothing. Nothing of it is ever opened.
 */

/** What an error closes, as it stands in `closed`: an entry, or a port name in a namespace; undefined: the subject. */
function closedPart({ code, params, where }: Diagnostic): string | undefined {
  const path = where.path === undefined ? '' : where.path;
  if (code === 'named-port') return partText(path, String(params.namespace));
  const found = /^spec\.(?:ingress|egress)\[\d+\]/.exec(path);
  return found === null ? undefined : found[0];
}

function partText(path: string, namespace: string): string {
  return path + ' in ' + namespace;
}

/**
 * The version without what was found to be wrong; undefined where there is nothing left to take away. A subject without
 * an exact group is widened until it has one, and then no entry is exact. A held version stays held for the rest.
 */
export function closedVersion(
  version: AdmittedVersion,
  found: readonly Pick<PolicyError, 'diagnostic' | 'blame'>[],
  podClasses: readonly PodClass[],
): AdmittedVersion | undefined {
  const policy = version.policy;
  const parts = found.map(({ diagnostic }) => closedPart(diagnostic));
  const ofSubject = found.filter((_one, index) => parts[index] === undefined);
  const subject = ofSubject.length === 0 ? policy.subject : widened(policy.subject, ofSubject, podClasses);
  const stays = policy.entries.map((entry) => ofSubject.length === 0 && parts.indexOf(entry.path) < 0);
  const names: string[] = [];
  const open = policy.entries.filter((_entry, index) => stays[index]);
  const entries = open.map((entry) => withoutNames(entry, found, names));
  const isClosing = stays.indexOf(false) >= 0 || names.length > 0;
  if (!isClosing && selectorText(subject) === selectorText(policy.subject)) return undefined;
  const closed = policy.entries.filter((_entry, index) => !stays[index]).map((entry) => entry.path);
  return {
    policy: { ...policy, subject, entries },
    attributes: version.attributes.filter((_attributes, index) => stays[index]),
    raw: ofSubject.length === 0 ? version.raw : withSubject(version.raw, subject),
    instead: version.instead === 'held' && ofSubject.length === 0 ? 'held' : 'closed',
    closed: sortedUnique(version.closed.concat(closed, names)),
    references: version.references,
  };
}

/** The entry without the port names that mean other numbers on pods alike; `names` receives what that closes. */
function withoutNames(entry: Entry, found: readonly Pick<PolicyError, 'diagnostic'>[], names: string[]): Entry {
  if (entry.ports.kind === 'anything') return entry;
  const ports = entry.ports.ports.map((port): PortMatch => {
    if (port.kind !== 'named') return port;
    let closedIn = port.closedIn || [];
    for (const { diagnostic } of found) {
      const namespace = String(diagnostic.params.namespace);
      if (closedPart(diagnostic) !== partText(port.path, namespace) || closedIn.indexOf(namespace) >= 0) continue;
      closedIn = closedIn.concat([namespace]);
      names.push(partText(port.path, namespace));
    }
    return { ...port, closedIn };
  });
  return { ...entry, ports: { kind: 'ports', ports } };
}

/** The live version with nothing but its isolation; undefined where it cannot be read any more. */
export function closedWhole(live: RawObject): AdmittedVersion | undefined {
  const policy = readPolicy(live).policy;
  if (policy === undefined) return undefined;
  const closed = policy.entries.map((entry) => entry.path);
  return { policy: { ...policy, entries: [] }, attributes: [], raw: live, instead: 'closed', closed, references: [] };
}

/** Takes in the labels that share a tag with one that is asked for; what has no group even so is asked for no more. */
function widened(
  subject: Selector,
  found: readonly Pick<PolicyError, 'blame'>[],
  podClasses: readonly PodClass[],
): Selector {
  let wide: Selector = subject;
  for (const { blame } of found) {
    if (blame === undefined || blame.labels === undefined) return [];
    const [meant, other] = blame.labels;
    if (meant.key !== other.key) wide = wide.filter((term) => term.key !== meant.key);
    else wide = wide.map((term) => withTwins(term, meant.key, [other.value], blame.namespace, podClasses));
  }
  return selectorText(wide) === selectorText(subject) ? [] : wide;
}

/** With all values that pods of the namespace have in another case. */
function withTwins(
  term: SelectorTerm,
  key: string,
  more: readonly string[],
  namespace: string,
  podClasses: readonly PodClass[],
): SelectorTerm {
  if (term.key !== key || term.operator !== 'In') return term;
  const values = term.values.concat(more);
  const texts = values.map((value) => value.toLowerCase());
  for (const pods of podClasses) {
    if (pods.namespace !== namespace || !hasKey(pods.labels, key)) continue;
    if (texts.indexOf(pods.labels[key].toLowerCase()) >= 0) values.push(pods.labels[key]);
  }
  return { key, operator: 'In', values: sortedUnique(values) };
}

function withSubject(raw: RawObject, subject: Selector): RawObject {
  const matchExpressions = subject.map(({ key, operator, values }) =>
    values.length === 0 ? { key, operator } : { key, operator, values },
  );
  return { ...raw, spec: { ...(raw.spec as RawObject), podSelector: { matchExpressions } } };
}

/**
 * What closing a policy means, for whoever decides, as words that end a sentence: the entries that allow nothing then,
 * and the pods that a wider isolation hits besides its own.
 */
export function closingText(before: AdmittedVersion, after: AdmittedVersion, podClasses: readonly PodClass[]): string {
  const newly = after.closed.filter((path) => before.closed.indexOf(path) < 0);
  const entries = newly.length === 0 ? '' : listed(newly) + (newly.length === 1 ? ' allows' : ' allow') + ' nothing; ';
  const wide = after.policy.subject;
  if (selectorText(wide) === selectorText(before.policy.subject)) return entries + 'its pods stay isolated';
  const others = podClasses.filter(
    (pods) =>
      !pods.hostNetwork &&
      pods.namespace === before.policy.id.namespace &&
      matchesSelector(wide, pods.labels) &&
      !matchesSelector(before.policy.subject, pods.labels),
  );
  const names = others
    .map((pods) => (pods.samples.length > 0 ? pods.samples[0].name : ''))
    .filter((name) => name !== '');
  const hit = names.length === 0 ? ', which hits no other pod today' : ', which hits ' + listed(names) + ' as well';
  const whom = wide.length === 0 ? 'all pods of ' + before.policy.id.namespace : 'pods of ' + selectorText(wide);
  return entries + whom + ' are isolated' + hit;
}
