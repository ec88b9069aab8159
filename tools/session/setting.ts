import type { Rulebase } from '../../scripts/policy/panos/entry';
import { foreignRule, type PanoramaOptions } from '../lab/panorama';
import { OWN_ADMIN } from './input';
import { OWN_KEY, PERSON_KEY } from './requests';

/** The Panorama of a session: what a security team has published and written before the pack comes. */

/** A person who works in the same Panorama. */
export const PERSON = 'alice';

/** The firewall whose push fails at first, and why. */
export const FAILING = { serial: '003', name: 'fw-3', reason: 'Certificate expired' };

const FOREIGN_RULE = 'corporate-dns';
const FOREIGN_GROUP = 'web servers';

/** The path of a device group. */
export function groupPath(deviceGroup: string): string {
  return `/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='${deviceGroup}']`;
}

/** What belongs to others, by what it is. */
export function foreignPlaces(deviceGroup: string): { readonly [what: string]: string } {
  const group = groupPath(deviceGroup);
  return {
    [`rule ${FOREIGN_RULE}`]: `${group}/pre-rulebase/security/rules/entry[@name='${FOREIGN_RULE}']`,
    [`address group ${FOREIGN_GROUP}`]: `${group}/address-group/entry[@name='${FOREIGN_GROUP}']`,
    'all addresses': `${group}/address`,
    'the parent device group': groupPath('kubernetes'),
    Shared: '/config/shared',
  };
}

/**
 * A parent device group, the cluster's own with a rule and objects of somebody else, four firewalls, and everything
 * that the rulebases name and do not make: profiles, log forwarding, applications, categories.
 */
export function panoramaSetting(deviceGroup: string, rulebases: readonly Rulebase[]): PanoramaOptions {
  const names = opaqueNames(rulebases);
  return {
    admins: [
      { name: OWN_ADMIN, password: 's', apiKey: OWN_KEY },
      { name: PERSON, password: 'a', apiKey: PERSON_KEY },
    ],
    applications: names.applications,
    shared: sharedXml(names),
    deviceGroups: [
      { name: 'kubernetes', config: rulesXml('parent rule') },
      {
        name: deviceGroup,
        parent: 'kubernetes',
        config:
          '<address><entry name="web-1"><ip-netmask>192.0.2.1</ip-netmask></entry></address>' +
          `<address-group><entry name="${FOREIGN_GROUP}"><static><member>web-1</member></static>` +
          `<description>R&amp;D</description></entry></address-group>${rulesXml(FOREIGN_RULE)}`,
      },
      { name: 'other' },
    ],
    devices: [1, 2, 3, 4].map((number) => ({
      serial: `00${number}`,
      hostname: `fw-${number}`,
      deviceGroup,
      ...(`00${number}` === FAILING.serial ? { outcome: 'fails' as const, message: FAILING.reason } : {}),
    })),
  };
}

function rulesXml(name: string): string {
  return `<pre-rulebase><security><rules>${foreignRule(name)}</rules></security></pre-rulebase>`;
}

interface OpaqueNames {
  readonly applications: readonly string[];
  readonly categories: readonly string[];
  readonly logSettings: readonly string[];
  readonly groups: readonly string[];
  /** By kind. */
  readonly profiles: ReadonlyMap<string, readonly string[]>;
}

function opaqueNames(rulebases: readonly Rulebase[]): OpaqueNames {
  const rules = rulebases.flatMap((rulebase) => rulebase.rules);
  const settings = rules.map((rule) => rule.profileSetting);
  const singles = settings.flatMap((one) => (one.type === 'profiles' ? Object.entries(one.profiles) : []));
  const kinds = distinct(singles.map(([kind]) => kind));
  return {
    applications: distinct(rules.flatMap((rule) => rule.application)),
    categories: distinct(rules.flatMap((rule) => rule.category)),
    logSettings: distinct(['default', ...rules.map((rule) => rule.logSetting)]),
    groups: distinct(settings.flatMap((one) => (one.type === 'group' ? [one.group] : []))),
    profiles: new Map(
      kinds.map((kind) => [kind, distinct(singles.flatMap(([found, name]) => (found === kind ? [name] : [])))]),
    ),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '' && name !== 'any').sort();
}

function sharedXml({ categories, logSettings, groups, profiles }: OpaqueNames): string {
  const empty = (names: readonly string[]): string => names.map((name) => `<entry name="${name}"/>`).join('');
  const group = (name: string): string => `<entry name="${name}"><virus><member>default</member></virus></entry>`;
  const kinds = [...profiles].map(([kind, names]) => `<${kind}>${empty(names)}</${kind}>`).join('');
  return (
    '<tag><entry name="corporate"/></tag>' +
    `<profile-group>${groups.map(group).join('')}</profile-group>` +
    `<log-settings><profiles>${empty(logSettings)}</profiles></log-settings>` +
    `<profiles>${kinds}<custom-url-category>${empty(categories)}</custom-url-category></profiles>`
  );
}
