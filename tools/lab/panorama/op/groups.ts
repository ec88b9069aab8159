import type { Device } from '../devices';
import { SHARED } from '../hierarchy';
import { element, failure, result, wrap } from '../reply';
import type { PanoramaState } from '../state';
import { escapeAttribute } from '../tree/escape';
import { childOf, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { type PushedAddress, usedGroups } from '../commit/pushed';

/** The most registered addresses that one answer holds (used by several public clients). */
const PAGE = 500;

/**
 * `show object dynamic-address-group` on a firewall: the dynamic groups of the pushed policy that rules use, with their
 * members. Groups without a rule are left out: the vendor's text asks for a reference in policy, and not more is known.
 */
export function deviceGroups(state: PanoramaState, device: Device, command: XmlElement): ApiResponse {
  const name = childOf(command, 'name')?.text;
  const { policy } = device;
  const used = policy === undefined ? new Set<string>() : usedGroups(policy);
  const groups = [...(policy?.addresses ?? [])].filter(
    ([label, { entry }]) =>
      used.has(label) && entry.child('dynamic') !== undefined && (name === undefined || name === label),
  );
  return result(wrap('dyn-addr-grp', groups.map(([label, group]) => groupXml(state, device, label, group)).join('')));
}

function groupXml(state: PanoramaState, device: Device, label: string, { scope, entry }: PushedAddress): string {
  const members = state.plugin
    .membersOf(device, entry)
    .map(({ name, type }) => `<entry name="${escapeAttribute(name)}" type="${type}"/>`);
  return wrap(
    'entry',
    [
      scope === SHARED ? '' : element('vsys', 'vsys1'),
      element('group-name', label),
      element('filter', entry.descend('dynamic', 'filter')?.text ?? ''),
      wrap('member-list', members.join('')),
    ].join(''),
  );
}

/**
 * The same command on Panorama itself: another shape, and never any members (noted in the PowerShell function
 * Get-PanDynamicAddressGroup).
 */
export function panoramaGroups(state: PanoramaState, command: XmlElement): ApiResponse {
  const wanted = childOf(command, 'name')?.text;
  const { hierarchy, running } = state.store;
  const entries = [SHARED, ...hierarchy.groups()].map((scope) => {
    const groups = (hierarchy.nodeOf(scope, running.root)?.child('address-group')?.children ?? []).filter(
      (group) => group.child('dynamic') !== undefined && (wanted === undefined || wanted === group.label),
    );
    const xml = groups.map((group) =>
      wrap(
        'address-group',
        `${element('filter', group.descend('dynamic', 'filter')?.text ?? '')}<member-list/>`,
        group.label,
      ),
    );
    return xml.length === 0 ? '' : wrap('entry', xml.join(''), scope);
  });
  return result(wrap('device-groups', entries.join('')));
}

/** `show object registered-ip` on a firewall: all, one address, one tag; at most 500 a page. */
export function registeredAddresses(state: PanoramaState, device: Device, command: XmlElement): ApiResponse {
  const limit = Number(childOf(command, 'limit')?.text ?? PAGE);
  const start = Number(childOf(command, 'start-point')?.text ?? 1);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE || !Number.isInteger(start) || start < 1) {
    return failure(17, [' registered-ip -> limit is invalid']);
  }
  const address = childOf(command, 'ip')?.text;
  const tagElement = childOf(command, 'tag');
  const tag = tagElement === undefined ? undefined : childOf(tagElement, 'entry')?.attributes.name;
  const page = state.plugin
    .visibleTo(device)
    .filter(
      (one) => (address === undefined || one.address === address) && (tag === undefined || one.tags.includes(tag)),
    )
    .slice(start - 1, start - 1 + limit);
  const entries = page.map(
    (one) =>
      `<entry ip="${escapeAttribute(one.address)}" from_agent="1" persistent="0">` +
      `${wrap('tag', one.tags.map((member) => element('member', member)).join(''))}</entry>`,
  );
  return result(`${entries.join('')}${element('count', page.length)}`);
}
