import { mayWrite } from '../admins';
import { SHARED } from '../hierarchy';
import type { JobOutcome } from '../jobs';
import { enqueued, failure, uncodedFailure } from '../reply';
import type { PanoramaState, Session } from '../state';
import { childOf, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { problemLines } from '../validate/problem';

/**
 * `request move-dg`: a device group gets another parent, Shared without `new-parent-dg` (pan-os-python
 * `DeviceGroupHierarchy`). It is a job that has ended when the client asks for it (pan-os-python pull request 321).
 * That it needs no commit, and what it refuses, is not documented.
 */
export function moveDeviceGroup(state: PanoramaState, session: Session, command: XmlElement): ApiResponse {
  const entry = childOf(command, 'entry');
  const name = entry?.attributes.name ?? '';
  const parent = (entry === undefined ? undefined : childOf(entry, 'new-parent-dg')?.text) ?? SHARED;
  const { hierarchy } = state.store;
  const unknown = [name, parent].find((one) => one !== SHARED && !hierarchy.groups().includes(one));
  if (unknown !== undefined || name === SHARED) {
    return failure(12, [` move-dg -> '${unknown ?? name}' is not a valid reference`]);
  }
  if (!mayWrite(session.admin, name)) return failure(16, ['Unauthorized request']);
  const owner = state.locks.blocking('config', SHARED, session.admin.name);
  if (owner !== undefined) return uncodedFailure(`Configuration is locked by ${owner}`);
  if (hierarchy.chain(parent).includes(name)) {
    return failure(12, [` move-dg -> ${name} -> new-parent-dg '${parent}' lies below ${name}`]);
  }
  const lines = changeParent(state, name, parent);
  if (lines.length > 0) return failure(12, lines);
  const id = state.jobs.add({ type: 'MoveDG', user: session.admin.name, description: '', seconds: 0, run: moved });
  return enqueued(`Move device group job enqueued with jobid ${id}`, id);
}

const moved = (): JobOutcome => ({ result: 'OK', details: ['Device group moved successfully'], warnings: [] });

/** Moves, and takes it back where names would clash or references get lost; returns what stands against it. */
function changeParent(state: PanoramaState, name: string, parent: string): readonly string[] {
  const { hierarchy, candidate, running } = state.store;
  const before = hierarchy.parentOf(name);
  hierarchy.setParent(name, parent, running.root);
  const problems = [...candidate.problems('as-written'), ...running.problems('complete')];
  if (problems.length > 0) hierarchy.setParent(name, before, running.root);
  return [...new Set(problems.flatMap((problem) => problemLines(problem, undefined)))];
}
