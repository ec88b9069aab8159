import type { IntegrationVersion } from '../lab/panosintegration';
import { badSteps } from './bad';
import type { SessionInput } from './input';
import type { LabPanorama } from './remote';
import type { Report } from './report';
import { Session } from './session';
import { goodSteps, type Step } from './steps';

/**
 * Plays a session from a first plan to firewalls that hold its groups, then everything that goes wrong. It stops at the
 * first step that does not come out as it must.
 *
 * @param panorama as `panoramaSetting` has it, untouched
 * @returns whether all steps came out as they must
 */
export function playSession(
  panorama: LabPanorama,
  input: SessionInput,
  report: Report,
  version: IntegrationVersion = '2.5.1',
): boolean {
  const session = new Session(panorama, input, version);
  const parts: readonly (readonly [string, () => readonly Step[]])[] = [
    ['From policies to firewalls', () => goodSteps(session)],
    ['Bad input and bad state: said, and nothing changed', () => badSteps(session)],
  ];
  return parts.every(([heading, steps]) => {
    report.heading(heading);
    return steps().every((step) => playStep(step, report));
  });
}

function playStep({ title, run }: Step, report: Report): boolean {
  try {
    report.passed(title, run());
    return true;
  } catch (error) {
    report.failed(title, error instanceof Error ? error.message : String(error));
    return false;
  }
}
