import type { Diagnostic } from '../diagnostics/diagnostic';
import { matchesSelector, selectorText } from '../kubernetes/selector';
import type { RawObject, Selector, SelectorTerm, Snapshot } from '../kubernetes/types';
import { sortedUnique } from '../text/canonical';
import { listed } from '../text/words';
import type { AdmittedVersion } from './admit';

/**
 * A live policy that lost its exact rules is closed: its pods stay isolated, its exact entries stay, the others allow
 * nothing. Nothing of it is ever opened.
 */

/** The entry that a field path leads into; undefined where it leads into none: the subject is at fault. */
function entryPath(path: string | undefined): string | undefined {
  const found = /^spec\.(?:ingress|egress)\[\d+\]/.exec(path === undefined ? '' : path);
  return found === null ? undefined : found[0];
}

/**
 * The version without what the errors are about; undefined where there is nothing left to take away. A subject without
 * an exact group is widened until it has one, and then no entry is exact.
 */
export function closedVersion(version: AdmittedVersion, errors: readonly Diagnostic[]): AdmittedVersion | undefined {
  const policy = version.policy;
  const ofSubject = errors.filter((error) => entryPath(error.where.path) === undefined);
  const subject = ofSubject.length === 0 ? policy.subject : widened(policy.subject, ofSubject);
  const paths = errors.map((error) => entryPath(error.where.path));
  const stays = policy.entries.map((entry) => ofSubject.length === 0 && paths.indexOf(entry.path) < 0);
  const isClosing = stays.indexOf(false) >= 0 || selectorText(subject) !== selectorText(policy.subject);
  if (!isClosing) return undefined;
  const closed = policy.entries.filter((_entry, index) => !stays[index]).map((entry) => entry.path);
  return {
    policy: { ...policy, subject, entries: policy.entries.filter((_entry, index) => stays[index]) },
    attributes: version.attributes.filter((_attributes, index) => stays[index]),
    raw: ofSubject.length === 0 ? version.raw : withSubject(version.raw, subject),
    instead: 'closed',
    closed: sortedUnique(version.closed.concat(closed)),
  };
}

/** Labels that share a tag with others take these in; what stays inexpressible is asked for no longer. */
function widened(subject: Selector, errors: readonly Diagnostic[]): Selector {
  let wide: Selector = subject;
  for (const { code, params } of errors) {
    if (code !== 'label-ambiguous') return [];
    const [key] = String(params.first).split('=');
    const [otherKey, otherValue] = String(params.second).split('=');
    wide = otherKey === key ? wide.map((term) => withValue(term, key, otherValue)) : wide.filter(hasOtherKey(key));
  }
  return selectorText(wide) === selectorText(subject) ? [] : wide;
}

function withValue(term: SelectorTerm, key: string, value: string): SelectorTerm {
  if (term.key !== key || term.operator !== 'In') return term;
  return { key, operator: 'In', values: sortedUnique(term.values.concat([value])) };
}

function hasOtherKey(key: string): (term: SelectorTerm) => boolean {
  return function (term) {
    return term.key !== key;
  };
}

function withSubject(raw: RawObject, subject: Selector): RawObject {
  const matchExpressions = subject.map(({ key, operator, values }) =>
    values.length === 0 ? { key, operator } : { key, operator, values },
  );
  return { ...raw, spec: { ...(raw.spec as RawObject), podSelector: { matchExpressions } } };
}

/**
 * What closing a policy means, for whoever decides: the entries that allow nothing then, and the pods that a wider
 * isolation hits besides its own.
 */
export function closingText(before: AdmittedVersion, after: AdmittedVersion, snapshot: Snapshot): string {
  const closed = listed(after.closed);
  const entries = closed === '' ? '' : closed + (after.closed.length === 1 ? ' allows' : ' allow') + ' nothing';
  const wide = after.policy.subject;
  if (selectorText(wide) === selectorText(before.policy.subject)) return entries + '; its pods stay isolated';
  const others = snapshot.podClasses.filter(
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
  return (entries === '' ? '' : entries + '; ') + whom + ' are isolated' + hit;
}
