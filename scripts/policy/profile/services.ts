import { sortedKeys } from '../canonical';
import { diagnose, type Diagnostic } from '../diagnostics';
import { readDocumentAttributes } from '../attributes/document';
import { attributeProblems } from './checks';
import { memberPath, schemaProblems, type Problem } from './problems';
import { SERVICES_SCHEMA } from './schema';
import type { AttributeValues, SecurityService } from './types';

/** The published security services, sorted by name; none where the diagnostics hold an error. */
export interface ServicesReading {
  readonly services: SecurityService[];
  readonly diagnostics: Diagnostic[];
}

/** Reads a parsed document of security services (docs/attributes.md). */
export function readSecurityServices(document: unknown): ServicesReading {
  const problems = schemaProblems(SERVICES_SCHEMA, document, '');
  if (problems.length > 0) return { services: [], diagnostics: problems.map(finding) };
  const given = (document as GivenDocument).services;
  let further: Problem[] = [];
  const services: SecurityService[] = [];
  for (const name of sortedKeys(given)) {
    const path = memberPath(memberPath('services', name), 'attributes');
    further = further.concat(attributeProblems(given[name].attributes, path));
    services.push(serviceOf(name, given[name]));
  }
  if (further.length > 0) return { services: [], diagnostics: further.map(finding) };
  return { services: services, diagnostics: [] };
}

interface GivenService {
  readonly description: string;
  readonly owner: string;
  readonly namespaces?: readonly string[];
  readonly attributes: AttributeValues;
}

interface GivenDocument {
  readonly services: { readonly [name: string]: GivenService };
}

function finding(problem: Problem): Diagnostic {
  return diagnose('security-services-invalid', { reason: problem.reason }, { path: problem.path });
}

function serviceOf(name: string, given: GivenService): SecurityService {
  return {
    name: name,
    description: given.description,
    owner: given.owner,
    namespaces: given.namespaces,
    // Without blanks around the values.
    attributes: readDocumentAttributes(given.attributes, {}).values as AttributeValues,
  };
}
