import type { ClusterProfile } from '../profile/types';
import { levelAttributes, type LevelValues } from './level';
import type { EntryAttributes } from './types';

/**
 * The cluster's defaults as attributes. `readProfile` has checked them; they name neither ticket nor security service.
 */
export function defaultAttributes(profile: ClusterProfile): EntryAttributes {
  const values: LevelValues = profile.defaults;
  return levelAttributes(values);
}
