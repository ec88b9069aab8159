import type { AutomationManifest } from '../xsoar/manifest';
import { manifest as apply } from './CNSeriesApply';
import { manifest as approve } from './CNSeriesApprove';
import { manifest as close } from './CNSeriesClose';
import { manifest as commit } from './CNSeriesCommit';
import { manifest as hold } from './CNSeriesHold';
import { manifest as plan } from './CNSeriesPlan';
import { manifest as push } from './CNSeriesPush';
import { manifest as read } from './CNSeriesRead';
import { manifest as release } from './CNSeriesRelease';
import { manifest as report } from './CNSeriesReport';
import { manifest as supersede } from './CNSeriesSupersede';
import { manifest as takeBack } from './CNSeriesTakeBack';
import { manifest as validatePolicy } from './CNSeriesValidatePolicy';
import { manifest as verify } from './CNSeriesVerify';

/** Every automation of the pack; the build makes a script, its YAML and its README from each. */
export const MANIFESTS: readonly AutomationManifest[] = [
  validatePolicy,
  read,
  plan,
  approve,
  close,
  hold,
  release,
  apply,
  takeBack,
  commit,
  push,
  verify,
  report,
  supersede,
];
