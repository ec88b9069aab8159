import { isError } from '../../scripts/policy/diagnostics/diagnostic';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { readProfile } from '../../scripts/policy/profile/read';
import { readSecurityServices } from '../../scripts/policy/profile/services';
import { annotated, isPolicy, metadataOf, policyLabel, translated, withInstead } from './cluster';
import { commitAtOnce } from './runs';
import { must, type Session } from './session';
import { groupPath } from './setting';
import { applied, sound, type Step } from './steps';

/** Texts that would mean something to XML, XPath or Markdown, wherever people can write. */

const TEXTS = ['&', '<', "'", ']]>', '&amp;', '<![CDATA[x]]>', '"><entry name="x"/>'] as const;

/** All of it in one ticket, which may have 64 characters. */
const TICKET = `A&B <c> 'd' "e" ]]> &amp; <![CDATA[x]]> ]'] | *_[x](y)`;

/** The steps that put such texts wherever people can write: refused, or taken over letter by letter. */
export function textSteps(session: Session): readonly Step[] {
  return [
    { title: 'names with them', run: () => namesRefused(session) },
    { title: 'settings with them', run: () => settingsRefused(session) },
    { title: 'a ticket with them', run: () => ticketArrives(session) },
    { title: 'a commit with them', run: () => descriptionArrives(session) },
  ];
}

/** Where a policy can name something, and the policy that does. */
const PLACES: { readonly [place: string]: (policy: RawObject, text: string) => RawObject } = {
  appid: (policy, text) => annotated(policy, { 'np.panw.com/appid': `ssl, a${text}b` }),
  'vuln-protection': (policy, text) => annotated(policy, { 'np.panw.com/vuln-protection': `a${text}b` }),
  'profile-group': (policy, text) => annotated(policy, { 'np.panw.com/ingress.profile-group': `a${text}b` }),
  logprofile: (policy, text) => annotated(policy, { 'np.panw.com/logprofile': `a${text}b` }),
  'url-category': (policy, text) => annotated(policy, { 'np.panw.com/url-category': `a${text}b` }),
  'security-service': (policy, text) => annotated(policy, { 'np.panw.com/security-service': `a${text}b` }),
  'an unknown key': (policy, text) => annotated(policy, { [`np.panw.com/a${text}b`]: 'x' }),
  'a selector': (policy, text) => ({
    ...policy,
    spec: { ...(policy.spec as object), podSelector: { matchLabels: { app: `a${text}b` } } },
  }),
  'a port name': (policy, text) => ({
    ...policy,
    spec: { ...(policy.spec as object), policyTypes: ['Ingress'], ingress: [{ ports: [{ port: `a${text}b` }] }] },
  }),
  'a policy name': (policy, text) => ({ ...policy, metadata: { ...metadataOf(policy), name: `a${text}b` } }),
  'a namespace': (policy, text) => ({ ...policy, metadata: { ...metadataOf(policy), namespace: `a${text}b` } }),
};

function firstPolicy(session: Session): RawObject {
  const { objects, profile } = session.input;
  const found = objects.find(
    (object) => isPolicy(object) && !profile.excludedNamespaces.includes(policyLabel(object).split('/')[0]),
  );
  must(found !== undefined, 'There is no policy.');
  return found;
}

/** Each is an error that names the policy; with what was good before, nothing is left to write. */
function namesRefused(session: Session): readonly string[] {
  const { objects, profile, services } = session.input;
  const policy = firstPolicy(session);
  const codes = new Set<string>();
  for (const [place, write] of Object.entries(PLACES)) {
    for (const text of TEXTS) {
      const changed = write(policy, text);
      const isOther = policyLabel(changed) !== policyLabel(policy);
      const cluster = {
        objects: isOther ? [...objects, changed] : withInstead(objects, policy, changed),
        profile,
        services,
        lastGood: objects.filter(isPolicy),
      };
      const errors = translated(cluster).diagnostics.filter(isError);
      must(errors.length > 0, `${place}: ${text} is taken.`);
      for (const error of errors) codes.add(error.code);
      if (text === TEXTS[3]) mustBeEmpty(session, cluster, place);
    }
  }
  const count = Object.keys(PLACES).length;
  return [`${TEXTS.length} texts in ${count} places: each an error (${[...codes].sort().join(', ')})`];
}

function mustBeEmpty(session: Session, cluster: Parameters<Session['prepare']>[0], place: string): void {
  const { plan } = session.prepare(cluster);
  must(plan?.operations.length === 0, `${place}: something would be written.`);
}

/** Settings that name something; each change of one cluster's profile. */
const SETTINGS: readonly ((name: string) => object)[] = [
  (name) => ({ deviceGroup: name }),
  (name) => ({ tags: { cluster: name } }),
  (name) => ({ position: { at: 'after', rule: name } }),
  (name) => ({ zones: { from: [name] } }),
  (name) => ({ defaults: { logprofile: name } }),
];

/** Of the security admin's documents: names are refused, descriptions are nobody's business but theirs. */
function settingsRefused(session: Session): readonly string[] {
  const refused = new Set<string>();
  for (const text of TEXTS) {
    const name = `a${text}b`;
    const written = { description: `a ${text}`, owner: `b ${text}`, attributes: { antivirus: 'default' } };
    const named = readSecurityServices({ services: { [name]: written } });
    must(named.services.length === 0 && named.diagnostics.some(isError), `A security service may be named ${name}.`);
    const described = readSecurityServices({ services: { plain: written } });
    must(described.diagnostics.length === 0, `A security service may not say ${text}.`);
    mustBeEmpty(session, { services: [...session.input.services, ...described.services] }, 'a description');
    const cluster = readProfile({ clusters: { [name]: { deviceGroup: 'x' } } }, name);
    must(cluster.profile === undefined, `A cluster may be named ${name}.`);
    for (const change of SETTINGS) {
      const read = readProfile({ clusters: { one: { deviceGroup: 'x', ...change(name) } } }, 'one');
      must(read.profile === undefined, `A profile is taken with ${JSON.stringify(change(name))}.`);
      for (const found of read.diagnostics) refused.add(found.where.path ?? '');
    }
  }
  return [
    'names of security services and clusters, and every name in a profile: each an error',
    `(${[...refused].sort().join(', ')})`,
    'descriptions and owners of security services: free, and nothing of them in Panorama',
  ];
}

/** The one text of developers that goes into Panorama comes out of it letter by letter, by plain HTTP. */
function ticketArrives(session: Session): readonly string[] {
  const { objects } = session.input;
  const policy = objects.find((object) => {
    if (!isPolicy(object)) return false;
    const change = { objects: withInstead(objects, object, annotated(object, { 'np.panw.com/ticket': TICKET })) };
    return (session.prepare(change).plan?.operations.length ?? 0) > 0;
  });
  must(policy !== undefined, 'No policy has a rule for itself.');
  const change = { objects: withInstead(objects, policy, annotated(policy, { 'np.panw.com/ticket': TICKET })) };
  const done = applied(session, session.prepare(change));
  const rules = session.read(`${groupPath(session.deviceGroup)}/pre-rulebase/security/rules`);
  const descriptions = [...rules.matchAll(/<description[^>]*>([^<]*)<\/description>/g)].map((match) => plain(match[1]));
  must(
    descriptions.some((description) => description.includes(TICKET)),
    `No description holds it: ${descriptions.join(' | ')}`,
  );
  must(session.prepare(change).plan?.operations.length === 0, 'The next plan is not empty.');
  return [TICKET, `arrives in Panorama letter by letter (${done})`];
}

function descriptionArrives(session: Session): readonly string[] {
  const { profile } = session.input;
  const wrong = commitAtOnce(session.instance.port, { ...profile, panoramaAdmin: TICKET }, 'CN-Series: session');
  must(wrong.kind === 'failed' && wrong.problems[0].code === 'wrong-admin', 'An administrator may have such a name.');
  const outcome = commitAtOnce(session.instance.port, profile, TICKET);
  must(outcome.kind === 'committed', `It is ${outcome.kind}.`);
  const jobs = session.ask({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  // 1.14.22 takes a description of a commit and does not send it.
  const isSent = session.version !== '1.14.22';
  must(plain(jobs).includes(TICKET) === isSent, 'The job has another description.');
  applied(session, sound(session.prepare()));
  must(
    commitAtOnce(session.instance.port, profile, 'CN-Series: session').kind === 'committed',
    'It cannot be put back.',
  );
  const arrived = isSent ? 'arrives as the description of the job' : 'is not sent by this integration';
  return [`${arrived}; as the name of an administrator it commits nothing`];
}

function plain(xml: string): string {
  const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name]);
}
