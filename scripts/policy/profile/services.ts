import { readDocumentAttributes } from '../attributes/document';
import { sortedKeys, sortedUnique } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { isObject } from '../kubernetes/read';
import { attributeProblems } from './checks';
import { memberPath, memberProblems, problemsBeside, schemaProblems, type Problem } from './problems';
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
  if (!isObject(document) || !isObject(given)) return withoutServices(schemaProblems(SERVICES_SCHEMA, document, ''));
  const outside = problemsBeside(SERVICES_SCHEMA, document, 'services');
  if (outside.length > 0) return withoutServices(outside);
  const services: SecurityService[] = [];
  const found: Diagnostic[] = [];
  for (const name of sortedKeys(given)) {
    const problems = serviceProblems(name, given[name]);
    if (problems.length === 0) services.push(serviceOf(name, given[name] as GivenService));
    else found.push.apply(found, problems.map(finding));
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

function withoutServices(problems: readonly Problem[]): ServicesReading {
  return { services: [], diagnostics: problems.map(finding) };
}

function serviceProblems(name: string, given: unknown): Problem[] {
  const problems = memberProblems(NAMED_SERVICES_SCHEMA, name, given, 'services');
  if (problems.length > 0) return problems;
  return attributeProblems((given as GivenService).attributes, memberPath('services', name) + '.attributes');
}

function finding(problem: Problem): Diagnostic {
  return diagnose('security-services-invalid', { reason: problem.reason }, { path: problem.path });
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
