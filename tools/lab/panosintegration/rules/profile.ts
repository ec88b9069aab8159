import { plain } from '../entries';
import { get, safeGet } from '../python/access';
import { CommandError } from '../python/exceptions';
import { setOf } from '../python/set';
import { str } from '../python/text';
import { isDictionary, isTrue, type Value } from '../python/value';
import type { Command, Session } from '../session';
import { cleanMarks } from '../uncommitted';

const KINDS = [
  'data-filtering',
  'file-blocking',
  'spyware',
  'url-filtering',
  'virus',
  'vulnerability',
  'wildfire-analysis',
];

/**
 * `pan-os-apply-security-profile`, and since 2.x `pan-os-remove-security-profile`, which is the same without a profile. A
 * `set` removes nothing, and single profiles take the place of a profile group.
 */
export const applySecurityProfile: Command = (session, args) => {
  const { instance } = session;
  const isCurrent = instance.version === '2.5.1';
  const rule = get(args, 'rule_name');
  // 1.14.22 takes the rule's name for the rulebase.
  const prePost = isCurrent ? get(args, 'pre_post') : rule;
  if (instance.deviceGroup !== undefined && !isTrue(prePost)) {
    throw new CommandError(
      'Please provide the pre_post argument when applying profiles to rules in Panorama instance.',
    );
  }
  const rulebase = instance.deviceGroup === undefined ? 'rulebase' : str(prePost);
  const xpath = `${instance.rulebase}${rulebase}/security/rules/entry[@name='${str(rule)}']`;
  const [kind, profile] = [str(get(args, 'profile_type')), get(args, 'profile_name', '')];
  if (!isCurrent) {
    const element = `<member>${str(profile)}</member>`;
    setByUrl(session, `${xpath}/profile-setting/profiles/${kind}`, element);
    session.emit(plain(`The profile ${str(profile)} has been applied to the rule ${str(rule)}`));
    return;
  }
  setByUrl(session, xpath, profileSetting(session, xpath, kind, profile));
  const done = isTrue(profile)
    ? `The profile ${kind} = ${str(profile)} has been applied to the rule ${str(rule)}`
    : `The profile ${kind} has been removed from the rule ${str(rule)}`;
  session.emit(plain(done));
};

/** Sends the element with the URL, although it posts. */
function setByUrl(session: Session, xpath: string, element: string): void {
  session.request('POST', 'url', { action: 'set', type: 'config', xpath, element });
}

/** The new profile beside those of the other kinds that the rule has. */
function profileSetting(session: Session, xpath: string, kind: string, profile: Value): string {
  const present = safeGet(session.read(xpath), ['response', 'result', 'entry', 'profile-setting', 'profiles']) ?? {};
  cleanMarks(present);
  const others = setOf(KINDS.filter((other) => other !== kind))
    .map(str)
    .filter((other) => isDictionary(present) && Object.hasOwn(present, other))
    .map((other) => member(other, get(get(present, other), 'member')));
  const own = isTrue(profile) ? member(kind, profile) : '';
  return `<profile-setting><profiles>${own}${others.join('')}</profiles></profile-setting>`;
}

const member = (kind: string, profile: Value): string => `<${kind}><member>${str(profile)}</member></${kind}>`;
