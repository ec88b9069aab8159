import type { ClusterProfile } from '../../policy/profile/types';
import { childNode, childTags, childText, descendant } from '../api/nodes';
import type { JsonNode, PanoramaPort } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { entryPath, isQuotable } from '../api/xpath';

/**
 * What keeps the API administrator from writing or committing, as far as Panorama tells: administrators with a role of
 * their own may not be allowed to read roles, and then the first request that needs the right finds out.
 *
 * `role-based` with `superuser`, `panorama-admin`, `superreader` or `custom/profile`: PAN-OS schema, `mgt-config/users`
 * (pan-os-codegen, `specs/device/administrators.yaml`).
 */
export function rightsProblems(port: PanoramaPort, profile: ClusterProfile): Problem[] {
  const admin = profile.panoramaAdmin;
  if (admin === '' || !isQuotable(admin)) return [];
  const path = entryPath('/config/mgt-config/users', admin) + '/permissions';
  const roles = descendant(readIfAllowed(port, path), ['permissions', 'role-based']);
  const role = childTags(roles).filter((tag) => childText(roles, tag) !== 'no')[0];
  if (role === undefined || role === 'superuser' || role === 'panorama-admin') return [];
  if (/reader$/.test(role)) return [problem('read-only-admin', { admin, role })];
  return role === 'custom' ? customProblems(port, profile, childText(childNode(roles, 'custom'), 'profile')) : [];
}

/** Where Panorama keeps its admin roles is not documented; both places are those of firewalls and of its own settings. */
const ROLES = ['/config/shared/admin-role', '/config/panorama/admin-role'];

/** Rights that a role does not mention are not known: only what it takes away is told. */
function customProblems(port: PanoramaPort, profile: ClusterProfile, role: string): Problem[] {
  if (role === '' || !isQuotable(role)) return [];
  const admin = profile.panoramaAdmin;
  for (const place of ROLES) {
    const found = readIfAllowed(port, entryPath(place, role) + '/role/panorama/xmlapi');
    const rights = childNode(found, 'xmlapi');
    if (rights === undefined) continue;
    const lacks = (section: string, wanted: RegExp): boolean => wanted.test(childText(rights, section));
    if (lacks('config', /^(disable|read-only)$/) || lacks('op', /^disable$/)) {
      return [problem('read-only-admin', { admin, role })];
    }
    return profile.autoCommit && lacks('commit', /^(disable|read-only)$/)
      ? [problem('no-commit-right', { admin, role })]
      : [];
  }
  return [];
}

/** The running configuration at a path; undefined where nothing is there, or this administrator may not see it. */
function readIfAllowed(port: PanoramaPort, xpath: string): JsonNode {
  const answer = port.show(xpath);
  return answer.kind === 'found' ? answer.node : undefined;
}
