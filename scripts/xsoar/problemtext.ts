import { describeProblem, type Problem } from '../panorama/api/problems';
import { problemsTable } from '../panorama/prepare/view';
import { userError } from './errors';
import { markdownTable } from './markdown';

/** Problems of a run for the context and for the war room. */

/** One sentence for each problem. */
export function messages(problems: readonly Problem[]): string[] {
  return problems.map((found) => describeProblem(found).message);
}

/** The table of problems with their remedies, for the war room. */
export function problemsMarkdown(problems: readonly Problem[]): string {
  return markdownTable(problemsTable('Problems', problems));
}

/** Problems that say nothing about Panorama but that it was not understood. */
const NOT_UNDERSTOOD: readonly string[] = ['no-answer', 'empty-answer', 'contradiction'];

/**
 * Fails the step if all that is wrong is that Panorama gave no answer, or none that can be believed: asking again does no harm, and the playbook does
 * it before it asks a person.
 *
 * @throws a user error then
 */
export function failWithoutAnswer(problems: readonly Problem[]): void {
  const isLost = problems.length > 0 && problems.every((found) => NOT_UNDERSTOOD.indexOf(found.code) >= 0);
  if (isLost) throw userError(messages(problems).join(' '));
}
