import { readDocumentAttributes } from '../attributes/document';
import { sortedKeys, sortedUnique } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { isObject } from '../kubernetes/read';
import { attributeViolations } from './checks';
import { memberPath, memberViolations, violationsBeside, schemaViolations, type Violation } from './violations';
import { NAMED_SERVICES_SCHEMA, SERVICES_SCHEMA } from './schema';
import type { AttributeValues, SecurityService } from './types';

/** The sound ones of the published security services, sorted by name. */
export interface ServicesReading {
  readonly services: readonly SecurityService[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a parsed document of security services (docs/attributes.md). A service with a mistake is reported and left out;
 * the others hold.
 */
export function readSecurityServices(document: unknown): ServicesReading {
  const given = isObject(document) ? document.services : undefined;
  if (!isObject(document) || !isObject(given)) return withoutServices(schemaViolations(SERVICES_SCHEMA, document, ''));
  const outside = violationsBeside(SERVICES_SCHEMA, document, 'services');
  if (outside.length > 0) return withoutServices(outside);
  const services: SecurityService[] = [];
  const found: Diagnostic[] = [];
  for (const name of sortedKeys(given)) {
    const violations = serviceViolations(name, given[name]);
    if (violations.length === 0) services.push(serviceOf(name, given[name] as GivenService));
    else found.push.apply(found, violations.map(diagnosticOf));
  }
  return { services, diagnostics: found };
}

/** One service as it is written, once the schema took it. */
interface GivenService {
  readonly description: string;
  readonly owner: string;
  readonly namespaces?: readonly string[];
  readonly attributes: AttributeValues;
}

function withoutServices(violations: readonly Violation[]): ServicesReading {
  return { services: [], diagnostics: violations.map(diagnosticOf) };
}

function serviceViolations(name: string, given: unknown): Violation[] {
  const violations = memberViolations(NAMED_SERVICES_SCHEMA, name, given, 'services');
  if (violations.length > 0) return violations;
  return attributeViolations((given as GivenService).attributes, memberPath('services', name) + '.attributes');
}

function diagnosticOf(violation: Violation): Diagnostic {
  return diagnose('security-services-invalid', { reason: violation.reason }, { path: violation.path });
}

function serviceOf(name: string, given: GivenService): SecurityService {
  return {
    name,
    description: given.description,
    owner: given.owner,
    namespaces: given.namespaces && sortedUnique(given.namespaces),
    attributes: readDocumentAttributes(given.attributes).values,
  };
}
