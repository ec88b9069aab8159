import { hasKey } from '../policy/text/canonical';
import { idText } from '../policy/kubernetes/identity';
import type { WatchedChange } from './incident';
import type { PolicyState } from './policystates';

/** How far a change can get, as the incident and the authors are told. */
export const STAGES = [
  'refused',
  'unchanged',
  'waiting',
  'rejected',
  'stale',
  'applied',
  'uncommitted',
  'commit-failed',
  'committed',
  'unpushed',
  'push-failed',
  'pushed',
  'effective',
  'not-effective',
  'interrupted',
  'failed',
] as const;

/** One stage. */
export type Stage = (typeof STAGES)[number];

/** One Event for several policies. */
export interface Outcome {
  readonly policies: readonly { readonly namespace: string; readonly name: string; readonly uid: string }[];
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
}

interface StageText {
  readonly type: Outcome['type'];
  readonly reason: string;
  /** `{reason}` and `{where}` stand for what the caller gives. */
  readonly message: string;
}

const TEXTS: { readonly [stage in Stage]: StageText } = {
  refused: {
    type: 'Warning',
    reason: 'PlanRefused',
    message: 'The firewall rules of this cluster were not changed: {reason}',
  },
  unchanged: {
    type: 'Normal',
    reason: 'RulesInPlace',
    message: 'The firewall rules of this policy are in Panorama already.',
  },
  waiting: {
    type: 'Normal',
    reason: 'WaitingForApproval',
    message: 'The firewall rules wait for approval by a security administrator: {reason}',
  },
  rejected: {
    type: 'Warning',
    reason: 'Rejected',
    message: 'A security administrator rejected the firewall rules: {reason}',
  },
  stale: {
    type: 'Normal',
    reason: 'PlannedAgain',
    message: 'Policies or Panorama changed meanwhile; the firewall rules are planned again.',
  },
  applied: {
    type: 'Normal',
    reason: 'RulesWritten',
    message: "The firewall rules are in Panorama's candidate configuration, not live yet.",
  },
  uncommitted: {
    type: 'Normal',
    reason: 'WaitingForCommit',
    message: 'The firewall rules wait for a security administrator to commit them in Panorama.',
  },
  'commit-failed': {
    type: 'Warning',
    reason: 'CommitFailed',
    message:
      'The firewall rules are in Panorama, but the commit failed, or nobody knows how it ended; the firewalls have the old ones. {reason}',
  },
  committed: {
    type: 'Normal',
    reason: 'RulesCommitted',
    message: 'The firewall rules are committed in Panorama, not on the firewalls yet.',
  },
  unpushed: {
    type: 'Normal',
    reason: 'WaitingForPush',
    message: 'The firewall rules wait for a security administrator to push them to the firewalls.',
  },
  'push-failed': {
    type: 'Warning',
    reason: 'PushFailed',
    message: 'The firewall rules are committed in Panorama, but did not get to all firewalls.{where} {reason}',
  },
  pushed: {
    type: 'Normal',
    reason: 'RulesPushed',
    message: 'Panorama has pushed to the connected firewalls; what they enforce is verified next.{where}',
  },
  effective: {
    type: 'Normal',
    reason: 'Effective',
    message:
      'The firewall rules are live: the connected firewalls have them, and know the pods that they are about.{where}',
  },
  'not-effective': {
    type: 'Warning',
    reason: 'NotEffective',
    message: 'The firewall rules are not in force as they should be.{where} {reason}',
  },
  interrupted: {
    type: 'Warning',
    reason: 'Interrupted',
    message: 'The change of the firewall rules is held up: {reason}',
  },
  failed: {
    type: 'Warning',
    reason: 'Failed',
    message: 'The firewall rules could not be changed, the old ones stay in force: {reason}',
  },
};

/** What the incident is told. Where all that changed is refused policies, nothing to do is no success. */
export function incidentState(
  stage: Stage,
  changes: readonly WatchedChange[],
  states: readonly PolicyState[],
): Stage | 'policy-refused' {
  const refused = refusedPolicies(states);
  const changed = changes.filter((change) => change.kind === 'NetworkPolicy');
  const isRefused = changed.length > 0 && changed.every((change) => hasKey(refused, idText(change)));
  return stage === 'unchanged' && isRefused ? 'policy-refused' : stage;
}

function refusedPolicies(states: readonly PolicyState[]): { readonly [id: string]: true } {
  const refused: { [id: string]: true } = {};
  for (const state of states) if (state.State === 'refused') refused[state.Namespace + '/' + state.Name] = true;
  return refused;
}

/** The stage of an incident at which nothing is decided about single policies. */
const WHOLE: { readonly [stage: string]: true } = { refused: true, failed: true, interrupted: true, rejected: true };

/** What the text of a stage leaves open. */
export interface StageWords {
  readonly reason: string;
  /** Which firewalls have the rules, as a sentence; '' where nothing is said of them. */
  readonly where: string;
}

/**
 * The Events for the changed policies: those whose current version is refused are told why, the others how far they
 * got.
 *
 * @param states of the plan; a policy that it does not name is accepted
 * @param rejected of a rejected plan, the policies (`namespace/name`) that are held: the others are planned again
 */
export function outcomeEvents(
  stage: Stage,
  changes: readonly WatchedChange[],
  states: readonly PolicyState[],
  words: StageWords,
  rejected: readonly string[] = [],
): Outcome[] {
  const events: Outcome[] = [];
  const refused = refusedPolicies(states);
  for (const state of states) {
    if (state.State !== 'refused') continue;
    events.push({
      policies: [{ namespace: state.Namespace, name: state.Name, uid: state.UID }],
      type: 'Warning',
      reason: 'PolicyRefused',
      message: state.Message,
    });
  }
  const told: Outcome['policies'][number][] = [];
  for (const change of changes) {
    const isThere = change.kind === 'NetworkPolicy' && change.action !== 'deleted';
    const isRefused = hasKey(refused, idText(change)) && !hasKey(WHOLE, stage);
    if (isThere && !isRefused) told.push({ namespace: change.namespace, name: change.name, uid: change.uid });
  }
  if (stage !== 'rejected' || rejected.length === 0) return events.concat(stageEvents(stage, told, words));
  const isHeld = (policy: Outcome['policies'][number]): boolean => rejected.indexOf(idText(policy)) >= 0;
  const known = changes.map(idText);
  // A policy that an older incident was about is rejected here as well.
  const more = rejected.filter((id) => known.indexOf(id) < 0).map((id) => ({ ...namedPolicy(id), uid: '' }));
  const others = told.filter((policy) => !isHeld(policy) && !hasKey(refused, idText(policy)));
  return events.concat(
    stageEvents('rejected', told.filter(isHeld).concat(more), words),
    stageEvents('stale', others, words),
  );
}

function stageEvents(stage: Stage, policies: Outcome['policies'], words: StageWords): Outcome[] {
  if (policies.length === 0) return [];
  const { type, reason, message } = TEXTS[stage];
  const where = words.where === '' ? '' : ' ' + words.where;
  const told = message.replace(/\{(where|reason)\}/g, (name) => (name === '{where}' ? where : words.reason));
  return [{ policies, type, reason, message: told.trim() }];
}

function namedPolicy(id: string): { readonly namespace: string; readonly name: string } {
  const slash = id.indexOf('/');
  return { namespace: id.slice(0, slash), name: id.slice(slash + 1) };
}
