import { fill, type MessageParams, type MessageText, type ParamsOf } from '../../policy/diagnostics/message';

/**
 * What can keep a run from going on, and what it can leave behind: a code with parameters. The words stand in this
 * table, so that no message text hides in the logic.
 */

/** Every problem of a run, in the order in which a run meets them; each code has a test that produces it. */
export const PROBLEMS = {
  'no-answer': {
    text: 'Panorama gave no usable answer when asked to {doing}: {message}',
    remedy: 'Check that the PAN-OS integration instance reaches Panorama ("Test"), then run again.',
  },
  refused: {
    text: 'Panorama refused to {doing}: {message}',
    remedy:
      'The text is Panorama\'s own. For "Invalid Credential" renew the API key of the PAN-OS integration instance.',
  },
  forbidden: {
    text: 'Panorama does not allow the API administrator to {doing}: {message}',
    remedy:
      'Give its admin role the XML API rights "Configuration", "Operational Requests" and, to commit and push, "Commit" (docs/operations.md), and commit that in Panorama.',
  },
  'empty-answer': {
    text: 'Panorama said "success" when asked to {doing}, and nothing else. That is not taken for "nothing is there".',
    remedy: 'Run again. If it stays so, look at the same thing in Panorama, and at the logs of its management plane.',
  },
  contradiction: {
    text: 'Panorama contradicts itself about {what}: first {first}, then {second}. Neither is believed.',
    remedy: 'Run again when nobody works there. If it stays so, look at it in Panorama.',
  },
  'unreadable-version': {
    text: 'Panorama does not say which version it has; it said "{version}".',
    remedy: 'Check that the PAN-OS integration instance points at a Panorama.',
  },
  'version-too-old': {
    text: 'Panorama has version {version}; CN-Series needs at least {minimum}.',
    remedy: 'Upgrade Panorama.',
  },
  'passive-peer': {
    text: 'This Panorama is the passive peer of an HA pair ({state}); it takes no configuration changes.',
    remedy: 'Point the PAN-OS integration instance at the active peer.',
  },
  'read-only-admin': {
    text: 'The API administrator {admin} may not change the configuration of Panorama: its role is {role}.',
    remedy:
      'Give it a role with the XML API rights "Configuration", "Operational Requests" and "Commit" (docs/operations.md), and commit that in Panorama; or name another administrator and PAN-OS integration instance in the cluster profile.',
  },
  'no-commit-right': {
    text: 'The cluster profile commits by itself, and the role {role} of the API administrator {admin} does not let it commit.',
    remedy: 'Enable XML API "Commit" in the role, or set "autoCommit" to false and commit in Panorama.',
  },
  'shared-admin': {
    text: 'The clusters {clusters} write to the device group {deviceGroup} as the same API administrator {admin}: a commit for one would take what another has half written.',
    remedy:
      'Give each cluster an API administrator of its own, with a PAN-OS integration instance of its own ("panoramaAdmin", "panoramaInstance"), or a device group of its own.',
  },
  'old-block': {
    text: 'The cluster {cluster} has {rules} rules in {old} ({names}), and its profile names {wanted} now: nobody would maintain the old ones, and they would go on deciding.',
    remedy:
      'Set "deviceGroup" and "rulebase" in the cluster profile back; or delete the old rules and their objects in Panorama (rename those that you keep as your own), commit, and plan again.',
  },
  'bad-name': {
    text: 'The {what} "{name}" holds an apostrophe, which no name in PAN-OS can.',
    remedy: 'Correct it in the cluster profile.',
  },
  'no-device-group': {
    text: 'There is no device group "{deviceGroup}" in this Panorama. There are: {available}.',
    remedy: 'Correct "deviceGroup" in the cluster profile, or create the device group in Panorama and commit it.',
  },
  'missing-object': {
    text: 'The {kind} "{name}" does not exist in the running configuration of the device group {deviceGroup}, its ancestors, Shared or what is predefined. It is named by {by}.',
    remedy:
      'Create and commit it in Panorama, or correct the cluster profile, security service or annotation that names it.',
  },
  locked: {
    text: '{admin} holds a {lock} lock on {scope} since {since} ({comment}).',
    remedy: 'Ask {admin} to release it, then run again.',
  },
  'locked-by-run': {
    text: 'A run of the cluster {cluster} holds the configuration lock on {scope} since {since}, as the same API administrator {admin}.',
    remedy:
      'Wait until it is over; !CNSeriesTakeBack cluster="{cluster}" takes back one that was cut off. With an API administrator of its own for each cluster, they keep out of each other.',
  },
  'foreign-changes': {
    text: '{admin} has uncommitted changes in the device group {deviceGroup}: {changes}.',
    remedy: "They must be committed or reverted first, so that nobody's half-done work goes live with ours.",
  },
  'own-changes': {
    text: "The API administrator {admin} has uncommitted changes in the device group {deviceGroup} that this cluster's runs did not make: {changes}.",
    remedy: 'Commit or revert them in Panorama. Give the cluster an API administrator of its own.',
  },
  'stale-plan': {
    text: 'Panorama or the policies changed since the plan was made: its hash is {found} now and was {planned}.',
    remedy: 'Make the plan again, look at it, and approve that one.',
  },
  'refused-plan': {
    text: 'The plan itself may not be carried out: {situations}.',
    remedy: 'Settle what the plan names, then plan again.',
  },
  'write-failed': {
    text: 'Panorama refused to {doing}: {message}',
    remedy:
      'The changes of this run were undone where the report does not say otherwise. Settle the reason, then run again.',
  },
  'write-unclear': {
    text: 'Nobody knows whether Panorama did this, asked twice: {doing}. {message}',
    remedy:
      'The changes of this run were undone where the report does not say otherwise. Check the connection, then run again.',
  },
  'not-as-planned': {
    text: 'After the writing, Panorama does not hold what was planned: {differences}.',
    remedy: 'Look for another tool or administrator that changes the same rules, then run again.',
  },
  'outside-changed': {
    text: 'Something outside the managed block changed while it was written: {entries}.',
    remedy: 'Look at it in Panorama: another administrator, or another tool, worked there at the same time.',
  },
  emptied: {
    text: 'The device group {deviceGroup} is said to hold no rules and objects at all, of nobody. That is not believed.',
    remedy: 'Look at the device group in Panorama: a failed load or revert of the configuration, or a lost answer.',
  },
  'no-admin': {
    text: "The cluster profile does not name the API administrator, so a partial commit would take everybody's changes.",
    remedy: 'Set "panoramaAdmin" in the cluster profile to the administrator whose API key the integration uses.',
  },
  'wrong-admin': {
    text: 'The uncommitted changes of this cluster were made by {found}, but the cluster profile names {admin}.',
    remedy: 'Set "panoramaAdmin" in the cluster profile to the administrator whose API key the integration uses.',
  },
  'full-commit-blocked': {
    text: 'Panorama {version} cannot commit reordered rules for one administrator alone, and a full commit would also take changes of {admins}.',
    remedy: 'Wait until those changes are committed or reverted, or upgrade Panorama to 11.0.1.',
  },
  'admin-changes-outside': {
    text: 'The PAN-OS integration commits by administrator only, and {admin} has uncommitted changes outside the device group {deviceGroup} too: {changes}.',
    remedy: 'Commit or revert those first, or give each cluster an API administrator of its own.',
  },
  'validation-failed': {
    text: "Panorama's validation says no: {details}",
    remedy: 'Nothing was committed. Correct what the text names; the changes stay in the candidate configuration.',
  },
  'commit-failed': {
    text: 'The commit (job {job}) failed: {details}',
    remedy: 'The firewalls have their old policy. Correct what the text names, then commit again.',
  },
  'push-failed': {
    text: 'The push (job {job}) failed on {devices}.',
    remedy: 'The firewalls that are named keep their old policy. Correct what they say, then push again.',
  },
  'nothing-reached': {
    text: 'The push (job {job}) reached no firewall of the device group {deviceGroup}: {devices}.',
    remedy: 'Connect the firewalls to Panorama, then push again.',
  },
  'unknown-job': {
    text: 'Panorama does not know job {job}, or it is another one: {message}. Nobody knows how it ended.',
    remedy:
      'Panorama may have been restarted, or its list of jobs is short. Look at "Tasks" in Panorama and at its uncommitted changes; then commit or push again: what is done already is not done twice.',
  },
  'unfinished-job': {
    text: 'Job {job} of Panorama ({what}) has not ended after {minutes} minutes. It is still looked at, and not asked for again.',
    remedy:
      'Look at it: "Tasks" in Panorama, or "show jobs id {job}" on its command line; what hangs there can be cancelled. Run again afterwards.',
  },
  busy: {
    text: 'Panorama took no {what} for {minutes} minutes, because it is at something else: {message}',
    remedy:
      'Nothing was begun. Look at "Tasks" in Panorama for what runs or waits there; when that has ended, run again.',
  },
} as const satisfies { readonly [code: string]: MessageText };

/** The name of a row of the table, for example `stale-plan`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Plain data: it goes through context and files. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: MessageParams;
}

/** Makes a problem; the compiler checks that the parameters are the ones that the text needs. */
export function problem<Code extends ProblemCode>(code: Code, params: ParamsOf<(typeof PROBLEMS)[Code]>): Problem {
  return { code, params };
}

/** The words for people. */
export function describeProblem(found: Problem): { readonly message: string; readonly remedy: string } {
  const row: MessageText = PROBLEMS[found.code];
  return { message: fill(row.text, found.params), remedy: fill(row.remedy, found.params) };
}
