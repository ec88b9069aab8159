import type { AutomationManifest } from '../xsoar/manifest';
import { manifest as apply } from './CNSeriesApply';
import { manifest as plan } from './CNSeriesPlan';
import { manifest as validatePolicy } from './CNSeriesValidatePolicy';

/** Every automation of the pack; the build makes a script, its YAML and its README from each. */
export const MANIFESTS: readonly AutomationManifest[] = [validatePolicy, plan, apply];
