import { failure, result } from '../reply';
import type { PanoramaState } from '../state';
import { childOf, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';

/** `show jobs id N` and `show jobs all`. */
export function showJobs(state: PanoramaState, command: XmlElement): ApiResponse {
  const id = childOf(command, 'id')?.text;
  if (id === undefined) return result(state.jobs.describeAll());
  const job = state.jobs.describe(Number(id));
  return job === undefined ? failure(7, [`job ${id} not found`]) : result(job);
}
