import { sortedKeys } from '../text/canonical';
import type { AttributeValues } from '../profile/types';
import { inWords } from '../text/words';
import { isAttributeKey, type AttributeKey } from './keys';
import { conflictingKeys, type LevelValues } from './level';
import { shownText } from './names';
import { readValue } from './values';

/**
 * Attributes as documents name them (security services, the cluster profile's `defaults`): without prefix and scope.
 */

/** Something wrong with one key, in one or two sentences with what would be right. */
export interface AttributeViolation {
  readonly key: AttributeKey;
  readonly reason: string;
}

/** The attributes of a document that can be used, and what is wrong with the others. */
export interface DocumentReading {
  readonly values: LevelValues;
  readonly violations: readonly AttributeViolation[];
}

/** Checks the values of one security service or of `defaults`; that the keys are known is the schema's matter. */
export function readDocumentAttributes(attributes: AttributeValues): DocumentReading {
  const values: { [key in AttributeKey]?: string } = {};
  const violations: AttributeViolation[] = [];
  for (const key of sortedKeys(attributes)) {
    if (!isAttributeKey(key)) continue;
    const reading = readValue(key, attributes[key]);
    if (reading.kind === 'value') {
      values[key] = reading.value;
    } else {
      const value = '"' + shownText(attributes[key]) + '" is not accepted: ' + reading.reason + '. ';
      violations.push({ key, reason: value + reading.expected + '.' });
    }
  }
  const conflict = conflictingKeys(values);
  if (conflict.length > 0) {
    const reason = 'A profile group excludes single profiles; here it stands beside ' + inWords(conflict, 'and') + '.';
    violations.push({ key: 'profile-group', reason });
  }
  return { values, violations };
}
