import type { AdminOptions, ApiRequest } from './types';
import type { Scope } from './hierarchy';

/** The parts of the XML API that an admin role grants one by one (PAN-OS admin role `xmlapi`). */
export type ApiSection = 'config' | 'op' | 'commit';

/** Administrators, their keys and what they may do. */
export class Admins {
  private readonly byKey = new Map<string, AdminOptions>();

  constructor(private readonly admins: readonly AdminOptions[]) {
    for (const admin of admins) this.byKey.set(admin.apiKey, admin);
  }

  /** The key of `type=keygen`. */
  keyOf(user: string, password: string): string | undefined {
    return this.admins.find((admin) => admin.name === user && admin.password === password)?.apiKey;
  }

  /** Who sends a request; the header and the parameter serve alike. */
  authenticate(request: ApiRequest): AdminOptions | undefined {
    const key = request.keyHeader !== undefined && request.keyHeader !== '' ? request.keyHeader : request.params.key;
    return key === undefined ? undefined : this.byKey.get(key);
  }
}

/**
 * Whether an administrator may use a part of the XML API at all. A superreader may not commit; role `api` may use the
 * sections that it was given.
 */
export function mayUse(admin: AdminOptions, section: ApiSection): boolean {
  if (admin.role !== 'api') return section !== 'commit' || admin.role !== 'superreader';
  return (admin.types ?? ['config', 'op', 'commit']).includes(section);
}

/** Whether an administrator may change a scope; the access domain of role `api` does not hold Shared. */
export function mayWrite(admin: AdminOptions, scope: Scope): boolean {
  if (admin.role === 'superreader') return false;
  return admin.role !== 'api' || admin.deviceGroups === undefined || admin.deviceGroups.includes(scope);
}
