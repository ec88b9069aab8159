import { readDevices } from '../../scripts/panorama/api/devices';
import { blockerText } from '../../scripts/panorama/prepare/view';
import { verifyGroups, type ExpectedGroups } from '../../scripts/panorama/commit/verify';
import { isError } from '../../scripts/policy/diagnostics/diagnostic';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { countOperations } from '../../scripts/policy/plan/guardrails';
import type { Operation } from '../../scripts/policy/plan/types';
import { isolatesIngress, isPolicy, policyLabel, withInstead, withOneMoreEntry } from './cluster';
import { podsFor, registerPods } from './pods';
import { commitAtOnce, pushAtOnce, words } from './runs';
import { must, type Prepared, type Session, type Sound } from './session';
import { FAILING, foreignPlaces } from './setting';

/** The steps of a session in which everything goes well, but for one firewall. */

/** One step: what it is called, and what it does; it gives lines about what came out, or throws. */
export interface Step {
  readonly title: string;
  readonly run: () => readonly string[];
}

/** Requests that a first apply takes at most, where nothing foreign stands below the block. */
const MOST_FIRST_WRITES = 6;
/** … and one more entry in an isolated namespace. */
const MOST_ENTRY_WRITES = 4;

/** The steps from the first plan to filled groups on all firewalls; what is foreign now must be as it is at the end. */
export function goodSteps(session: Session): readonly Step[] {
  const foreign = foreignUntouched(session);
  return [
    ...applySteps(session),
    { title: 'what is foreign', run: foreign },
    { title: 'commit', run: () => commit(session) },
    { title: 'commit again', run: () => commitNothing(session) },
    { title: 'push, one fails', run: () => pushWithFailure(session) },
    { title: 'push again', run: () => pushAgain(session) },
    { title: 'verify, groups empty', run: () => verifyEmpty(session) },
    { title: 'verify, groups filled', run: () => verifyFilled(session) },
  ];
}

function applySteps(session: Session): readonly Step[] {
  return [
    { title: 'plan', run: () => plan(session) },
    { title: 'apply', run: () => applyFirst(session) },
    { title: 'apply again', run: () => applyNothing(session) },
    { title: 'change one policy', run: () => changePolicy(session) },
    { title: 'delete one policy', run: () => deletePolicy(session) },
    { title: 'put it back', run: () => putBack(session) },
  ];
}

/** The plan, if nothing stands in its way; else the step fails with the reasons. */
export function sound(prepared: Prepared): Sound {
  const { plan, rulebase, blockers, problems } = prepared;
  const reasons = [...blockers.map(blockerText), ...words(problems)];
  must(plan !== undefined && rulebase !== undefined && reasons.length === 0, reasons.join(' '));
  return { ...prepared, plan, rulebase };
}

/** Applies, and fails the step where it is not applied. */
export function applied(session: Session, prepared: Prepared): string {
  const outcome = session.apply(sound(prepared));
  if (outcome.kind === 'applied') return `${outcome.writes} writes`;
  must(
    outcome.kind === 'unchanged',
    `${outcome.kind}: ${'problems' in outcome ? words(outcome.problems).join(' ') : ''}`,
  );
  return 'nothing to do';
}

function plan(session: Session): readonly string[] {
  const { plan, rulebase, proof, cluster, diagnostics } = sound(session.prepare());
  const errors = diagnostics.filter(isError).length;
  must(plan.operations.length > 0, 'There is nothing to apply.');
  const policies = cluster.objects.filter(isPolicy).length;
  const { rules, addressGroups, services } = rulebase;
  return [
    `${policies} policies become ${rules.length} rules, ${addressGroups.length} address groups, ${services.length} services`,
    `proof: ${proof?.verdict ?? ''} at ${proof?.scope.points ?? 0} points; plan ${plan.hash.slice(0, 12)}…`,
    ...(errors > 0 ? [`${errors} errors in the policies; what they refuse is left out`] : []),
    ...(plan.approvals.length > 0 ? [`a person must approve: ${plan.approvals.join(', ')}`] : []),
  ];
}

function applyFirst(session: Session): readonly string[] {
  const prepared = sound(session.prepare());
  const outcome = session.apply(prepared);
  must(outcome.kind === 'applied', `It is ${outcome.kind}.`);
  const writes = session.instance.writes();
  must(writes === outcome.writes, `It says ${outcome.writes} writes, Panorama got ${writes}.`);
  must(writes <= MOST_FIRST_WRITES, `It takes ${writes} writes, at most ${MOST_FIRST_WRITES} are allowed.`);
  sameRules(session, prepared);
  return [`${counted(prepared.plan.operations)} in ${writes} write requests`];
}

function applyNothing(session: Session): readonly string[] {
  const writes = session.instance.writes();
  const outcome = session.apply(sound(session.prepare()));
  must(outcome.kind === 'unchanged', `It is ${outcome.kind}, not unchanged.`);
  must(session.instance.writes() === writes, 'It writes.');
  return ['nothing to do, no write request'];
}

function changePolicy(session: Session): readonly string[] {
  const { objects, profile } = session.input;
  const target = objects.find(
    (object) => isPolicy(object) && isolatesIngress(object) && !isExcluded(object, profile.excludedNamespaces),
  );
  must(target !== undefined, 'No policy isolates pods for ingress.');
  const change = { objects: withInstead(objects, target, withOneMoreEntry(target)) };
  const prepared = sound(session.prepare(change));
  const before = session.instance.writes();
  const outcome = session.apply(prepared);
  must(outcome.kind === 'applied', `It is ${outcome.kind}.`);
  const writes = session.instance.writes() - before;
  must(writes <= MOST_ENTRY_WRITES, `It takes ${writes} writes, at most ${MOST_ENTRY_WRITES} are allowed.`);
  sameRules(session, prepared);
  must(session.prepare(change).plan?.operations.length === 0, 'The next plan is not empty.');
  return [`${policyLabel(target)} gets an entry: ${counted(prepared.plan.operations)} in ${writes} write requests`];
}

function isExcluded(object: RawObject, excluded: readonly string[]): boolean {
  return excluded.includes(policyLabel(object).split('/')[0]);
}

/** A policy that has a rule for itself. */
function deletePolicy(session: Session): readonly string[] {
  const { objects, profile } = session.input;
  const others = (target: RawObject) => objects.filter((object) => object !== target);
  const all = sound(session.prepare()).rulebase.rules.map(({ name }) => name);
  const target = objects.find((object) => {
    if (!isPolicy(object) || isExcluded(object, profile.excludedNamespaces)) return false;
    const { rulebase } = session.prepare({ objects: others(object) });
    return rulebase !== undefined && rulebase.rules.length < all.length;
  });
  must(target !== undefined, 'No policy has a rule for itself.');
  const prepared = sound(session.prepare({ objects: others(target) }));
  const done = applied(session, prepared);
  sameRules(session, prepared);
  return [`${policyLabel(target)} is gone: ${counted(prepared.plan.operations)} (${done})`];
}

function putBack(session: Session): readonly string[] {
  const prepared = sound(session.prepare());
  const done = applied(session, prepared);
  sameRules(session, prepared);
  return [`all policies as at first: ${counted(prepared.plan.operations)} (${done})`];
}

/** Panorama holds our rules in their order, seen by plain HTTP. */
function sameRules(session: Session, { rulebase }: Sound): void {
  const own = session.ruleNames().filter((name) => name.startsWith(`${rulebase.cluster}.`));
  const wanted = rulebase.rules.map(({ name }) => name);
  must(own.join('\n') === wanted.join('\n'), `Panorama holds other rules: ${own.join(', ')}.`);
}

function counted(operations: readonly Operation[]): string {
  const { created, changed, moved, renamed, deleted } = countOperations(operations);
  const counts: readonly (readonly [number, string])[] = [
    [created, 'created'],
    [changed, 'changed'],
    [moved, 'moved'],
    [renamed, 'renamed'],
    [deleted, 'deleted'],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? 'nothing to change' : said.join(', ');
}

type Texts = ReadonlyMap<string, string>;

function foreignTexts(session: Session): Texts {
  const places = Object.entries(foreignPlaces(session.deviceGroup));
  return new Map(places.map(([what, xpath]) => [what, session.read(xpath)]));
}

/** What belongs to others now; the step compares it with what is there when it runs. */
export function foreignUntouched(session: Session): Step['run'] {
  const before = foreignTexts(session);
  return () => compareForeign(session, before);
}

function compareForeign(session: Session, before: Texts): readonly string[] {
  const after = foreignTexts(session);
  let bytes = 0;
  for (const [what, text] of before) {
    must(text.includes('<entry'), `Nothing is there to compare: ${what}.`);
    must(after.get(what) === text, `It changed: ${what}.`);
    bytes += Buffer.byteLength(text);
  }
  return [`byte for byte as before, by plain HTTP (${bytes} bytes):`, [...before.keys()].join(', ')];
}

function commit(session: Session): readonly string[] {
  const outcome = commitAtOnce(session.instance.port, session.input.profile, 'CN-Series: session');
  must(outcome.kind === 'committed', outcome.kind === 'failed' ? words(outcome.problems).join(' ') : outcome.kind);
  return [`job ${outcome.job}: validated, then committed for ${session.input.profile.panoramaAdmin} alone`];
}

function commitNothing(session: Session): readonly string[] {
  const outcome = commitAtOnce(session.instance.port, session.input.profile, 'CN-Series: session');
  must(outcome.kind === 'nothing', `It is ${outcome.kind}, not nothing.`);
  return ['nothing to commit'];
}

function pushWithFailure(session: Session): readonly string[] {
  const outcome = pushAtOnce(session.instance.port, session.input.profile, 'CN-Series: session');
  must(outcome.kind === 'failed', `It is ${outcome.kind}, although one firewall fails.`);
  const [reason] = words(outcome.problems);
  must(reason.includes(`${FAILING.name} (${FAILING.serial}): ${FAILING.reason}`), `The reason is lost: ${reason}`);
  const states = outcome.devices.map(({ name, state }) => `${name} ${state}`);
  must(states.filter((state) => state.endsWith('succeeded')).length === 3, states.join(', '));
  return [states.join(', '), reason];
}

function pushAgain(session: Session): readonly string[] {
  session.panorama.setDevice(FAILING.serial, { outcome: 'succeeds' });
  const outcome = pushAtOnce(session.instance.port, session.input.profile, 'CN-Series: session');
  must(outcome.kind === 'pushed', `It is ${outcome.kind}.`);
  return [`${FAILING.name} is mended: ${outcome.devices.map(({ name, state }) => `${name} ${state}`).join(', ')}`];
}

function verification(session: Session, expected: ExpectedGroups) {
  const found = readDevices(session.instance.port, session.deviceGroup);
  must(found.kind === 'read', 'The firewalls cannot be read.');
  return verifyGroups(session.instance.port, found.devices, expected);
}

function verifyEmpty(session: Session): readonly string[] {
  session.panorama.clearRegistered();
  const expected = podsFor(sound(session.prepare()).rulebase).groups;
  const { verdict, devices } = verification(session, expected);
  must(verdict === 'not-effective', `It is ${verdict}, although no pod has an address.`);
  const differences = devices.flatMap((device) => (device.kind === 'read' ? device.differences : []));
  must(differences.length > 0 && differences.every(({ kind }) => kind === 'empty'), 'Groups are not there at all.');
  const groups = [...new Set(differences.map(({ group }) => group))];
  return [`not effective: ${groups.length} groups are empty on ${devices.length} firewalls, as ${groups[0]}`];
}

function verifyFilled(session: Session): readonly string[] {
  const pods = podsFor(sound(session.prepare()).rulebase);
  registerPods(session.panorama, pods);
  const { verdict, devices } = verification(session, pods.groups);
  const different = devices.flatMap((device) => (device.kind === 'read' ? device.differences : []));
  must(verdict === 'effective', `It is ${verdict}: ${different.map(({ group }) => group).join(', ')}.`);
  return [`effective: ${Object.keys(pods.groups).length} groups hold their pods on ${devices.length} firewalls`];
}
