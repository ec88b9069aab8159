import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { SecurityService } from '../profile/types';
import { sortedKeys } from '../text/canonical';
import type { WrittenAttribute } from './read';
import { attributeReferences, isIndexed, type Reference, type ReferenceIndex } from './references';

/** What policies name and Panorama does not have: looked up elsewhere, refused here. */

/** What was looked up and is not there, for this device group. */
export interface MissingNames {
  readonly deviceGroup: string;
  readonly names: ReferenceIndex;
}

/** What a written attribute names. */
export function writtenReferences(written: WrittenAttribute): Reference[] {
  return attributeReferences(written.key, written.value);
}

/** What the attributes of a security service name. */
export function serviceReferences(service: SecurityService): Reference[] {
  let found: Reference[] = [];
  for (const key of sortedKeys(service.attributes)) {
    found = found.concat(attributeReferences(key, service.attributes[key]));
  }
  return found;
}

/** One `attribute-missing` for each name of a written attribute that is not there. */
export function checkWritten(written: WrittenAttribute, { deviceGroup, names }: MissingNames): Diagnostic[] {
  return writtenReferences(written)
    .filter((reference) => isIndexed(names, reference))
    .map(({ kind, name }) =>
      diagnose('attribute-missing', { key: written.name, kind, name, deviceGroup }, { path: written.path }),
    );
}

/** One `security-service-missing` for each name of a security service that is not there, at the place that names it. */
export function checkService(
  written: WrittenAttribute,
  service: SecurityService,
  { deviceGroup, names }: MissingNames,
): Diagnostic[] {
  return serviceReferences(service)
    .filter((reference) => isIndexed(names, reference))
    .map(({ kind, name }) =>
      diagnose(
        'security-service-missing',
        { service: service.name, owner: service.owner, kind, name, deviceGroup },
        { path: written.path },
      ),
    );
}
