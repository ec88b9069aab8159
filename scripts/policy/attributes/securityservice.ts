import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { SecurityService } from '../profile/types';
import { didYouMean } from '../text/words';
import type { WrittenAttribute } from './read';

/** The security service that a policy names (docs/attributes.md, "Security services"). */
export type ServiceLookup =
  | { readonly kind: 'found'; readonly service: SecurityService }
  | { readonly kind: 'unusable'; readonly diagnostic: Diagnostic };

/** Looks up a published security service for a policy of `namespace`. Only services that it may use are suggested. */
export function findSecurityService(
  written: WrittenAttribute,
  services: readonly SecurityService[],
  namespace: string,
): ServiceLookup {
  const permitted: string[] = [];
  let named: SecurityService | undefined;
  for (const service of services) {
    if (service.name === written.value) named = service;
    if (mayUse(service, namespace)) permitted.push(service.name);
  }
  const place = { path: written.path };
  if (!named) {
    const hint = services.length === 0 ? ' None is published.' : didYouMean(written.value, permitted);
    const params = { service: written.value, hint };
    return { kind: 'unusable', diagnostic: diagnose('security-service-unknown', params, place) };
  }
  if (!mayUse(named, namespace)) {
    const params = { service: named.name, namespace, owner: named.owner };
    return { kind: 'unusable', diagnostic: diagnose('security-service-namespace', params, place) };
  }
  return { kind: 'found', service: named };
}

function mayUse(service: SecurityService, namespace: string): boolean {
  return service.namespaces === undefined || service.namespaces.indexOf(namespace) >= 0;
}
