import { planSituationsTable } from '../../scripts/policy/views/plansituations';
import { cellText } from '../../scripts/policy/views/table';
import { foreignRule } from '../lab/panorama';
import { annotated, isolatesIngress, isPolicy, withInstead, withOneMoreEntry, type Cluster } from './cluster';
import type { Instance } from './instance';
import { askPlainly, OWN_KEY } from './requests';
import { words } from './runs';
import { must, type Session } from './session';
import { groupPath, PERSON } from './setting';
import { applied, foreignUntouched, sound, type Step } from './steps';
import { textSteps } from './texts';

/** Everything that must be refused: each time an error that says why, and nothing in Panorama changed. */

interface BadCase {
  readonly title: string;
  /** What happens in Panorama before. */
  readonly arrange?: () => void;
  /** What is tried; what was said. */
  readonly attempt: () => readonly string[];
  /** What must be said. */
  readonly says: RegExp;
  /** Takes back what was arranged. */
  readonly clean?: () => void;
}

/**
 * The steps of a session in which nothing may be written: wrong input, hostile texts, and a Panorama that others work
 * on.
 */
export function badSteps(session: Session): readonly Step[] {
  const foreign = foreignUntouched(session);
  return [
    ...[...inputCases(session), ...stateCases(session)].map((bad) => badStep(session, bad)),
    ...textSteps(session),
    { title: 'what is foreign', run: foreign },
  ];
}

function badStep(session: Session, { title, arrange, attempt, says, clean }: BadCase): Step {
  return {
    title,
    run: () => {
      arrange?.();
      const before = session.everything();
      const writes = session.instance.writes();
      const said = attempt();
      must(session.everything() === before, 'Something in Panorama changed.');
      must(session.instance.writes() === writes, 'It wrote something.');
      const text = said.join(' ');
      must(says.test(text), `The reason does not say why: ${text}`);
      clean?.();
      return said;
    },
  };
}

/** The session's objects with something to write. */
function changed(session: Session): Partial<Cluster> {
  const { objects } = session.input;
  const target = policyOf(session);
  return { objects: withInstead(objects, target, withOneMoreEntry(target)) };
}

function policyOf(session: Session) {
  const { objects, profile } = session.input;
  const found = objects.find((object) => {
    const { namespace = 'default' } = (object.metadata ?? {}) as { readonly namespace?: string };
    return isPolicy(object) && isolatesIngress(object) && !profile.excludedNamespaces.includes(namespace);
  });
  must(found !== undefined, 'No policy isolates pods for ingress.');
  return found;
}

/** Plans and applies; why it was refused. */
function refusal(session: Session, change: Partial<Cluster>, instance: Instance = session.instance): readonly string[] {
  const prepared = session.prepare(change, instance);
  const { plan, problems, blockers } = prepared;
  if (blockers.length > 0 || problems.length > 0) {
    const situations = plan?.refused === true ? planSituationsTable(plan).rows : [];
    const said = situations.map(([situation]) => cellText(situation, ', '));
    return [...words(problems), ...said];
  }
  const outcome = session.apply(sound(prepared), instance);
  must(outcome.kind === 'refused', `It is ${outcome.kind}, not refused.`);
  return words(outcome.problems);
}

function inputCases(session: Session): readonly BadCase[] {
  const { objects, profile } = session.input;
  const policy = policyOf(session);
  const naming = (annotations: { readonly [key: string]: string }): Partial<Cluster> => ({
    objects: withInstead(objects, policy, annotated(policy, annotations)),
    profile: { ...profile, allowed: {} },
  });
  const group = (deviceGroup: string): Partial<Cluster> => ({ profile: { ...profile, deviceGroup } });
  return [
    {
      title: 'wrong key',
      attempt: () => refusal(session, changed(session), session.openInstance({ key: 'no-such-key' })),
      says: /Invalid Credential/,
    },
    {
      title: 'missing profile group',
      attempt: () => refusal(session, naming({ 'np.panw.com/profile-group': 'nowhere' })),
      says: /security profile group "nowhere" does not exist/,
    },
    {
      title: 'missing profile',
      attempt: () => refusal(session, naming({ 'np.panw.com/antispyware': 'nowhere' })),
      says: /spyware profile "nowhere" does not exist/,
    },
    {
      title: 'missing log forwarding',
      attempt: () => refusal(session, naming({ 'np.panw.com/logprofile': 'nowhere' })),
      says: /log forwarding profile "nowhere" does not exist/,
    },
    {
      title: 'missing application',
      attempt: () => refusal(session, naming({ 'np.panw.com/appid': 'nowhere' })),
      says: /application "nowhere" does not exist/,
    },
    {
      title: 'wrong device group',
      attempt: () => refusal(session, group('nowhere')),
      says: /no device group "nowhere"/,
    },
    {
      title: 'a hostile device group',
      attempt: () => refusal(session, group("x' or '1'='1")),
      says: /apostrophe/,
    },
  ];
}

function stateCases(session: Session): readonly BadCase[] {
  const rules = `${groupPath(session.deviceGroup)}/pre-rulebase/security/rules`;
  const lock = (kind: string, action: string, scope: string): void => {
    const cmd = `<request><${kind}-lock>${action}</${kind}-lock></request>`;
    session.ask({ type: 'op', cmd, vsys: scope });
  };
  const locked = (kind: string, scope: string) => ({
    arrange: () => {
      lock(kind, '<add><comment>Change window</comment></add>', scope);
    },
    attempt: () => refusal(session, changed(session)),
    clean: () => {
      lock(kind, '<remove></remove>', scope);
    },
  });
  const withRule = (name: string, key?: string) => ({
    arrange: () => {
      const params = { type: 'config', action: 'set', xpath: rules, element: foreignRule(name) };
      askPlainly(session.panorama.handle, params, key);
    },
    attempt: () => refusal(session, changed(session)),
    clean: () => {
      const params = { type: 'config', action: 'delete', xpath: `${rules}/entry[@name='${name}']` };
      askPlainly(session.panorama.handle, params, key);
    },
  });
  const { cluster } = session.input.profile;
  return [
    {
      title: 'configuration lock',
      ...locked('config', session.deviceGroup),
      says: new RegExp(`${PERSON} holds a configuration lock .*Change window`),
    },
    { title: 'commit lock', ...locked('commit', ''), says: new RegExp(`${PERSON} holds a commit lock on Shared`) },
    {
      title: 'foreign change pending',
      ...withRule('half done'),
      says: new RegExp(`${PERSON} has uncommitted changes .*half done`),
    },
    {
      title: 'own change by hand',
      ...withRule('by hand', OWN_KEY),
      says: /has uncommitted changes .*that this cluster's runs did not make.*by hand/,
    },
    staleCase(session),
    takenCase(session, `${cluster}.`),
  ];
}

/** Somebody applied something else since the plan was made. */
function staleCase(session: Session): BadCase {
  let old = sound(session.prepare(changed(session)));
  return {
    title: 'a plan gone stale',
    arrange: () => {
      old = sound(session.prepare(changed(session)));
      applied(session, session.prepare(changed(session)));
    },
    attempt: () => {
      const outcome = session.apply(old);
      must(outcome.kind === 'refused', `It is ${outcome.kind}, not refused.`);
      return words(outcome.problems);
    },
    says: /changed since the plan was made/,
    clean: () => {
      applied(session, session.prepare());
    },
  };
}

/** A rule of somebody else has the name of one that is to be created. */
function takenCase(session: Session, prefix: string): BadCase {
  const rules = `${groupPath(session.deviceGroup)}/pre-rulebase/security/rules`;
  const write = (action: 'set' | 'delete', name: string): void => {
    const request = { type: 'config', action };
    if (action === 'set') session.ask({ ...request, xpath: rules, element: foreignRule(name) });
    else session.ask({ ...request, xpath: `${rules}/entry[@name='${name}']` });
  };
  const name = (): string => {
    const created = session
      .prepare(changed(session))
      .plan?.operations.find(({ op, kind }) => op === 'create' && kind === 'rule');
    return created?.name ?? prefix;
  };
  let taken = '';
  return {
    title: 'a name taken',
    arrange: () => {
      taken = name();
      write('set', taken);
    },
    attempt: () => refusal(session, changed(session)),
    says: /is there already .*and is not managed/,
    clean: () => {
      write('delete', taken);
    },
  };
}
