import type { OutputManifest } from '../xsoar/outputs';
import type { PlaybookInputs } from './inputs';
import type { Next, Task } from './tasks';

/** A playbook as data. Names stand for tasks in it; numbers and UUIDs come from the build. */
export interface Playbook<Inputs extends PlaybookInputs = PlaybookInputs> {
  /** Also its id. */
  readonly name: string;
  /** Ends in a full stop. */
  readonly description: string;
  readonly inputs: Inputs;
  /** What of its context the caller gets. */
  readonly outputs: readonly OutputManifest[];
  /** The tasks that come first. */
  readonly start: Next<string>;
  /** By name, in the order of their numbers. */
  readonly tasks: { readonly [name: string]: Task };
}

/** A playbook whose edges all lead to tasks that it has. */
export function playbook<
  const Inputs extends PlaybookInputs,
  Tasks extends { readonly [name: string]: Task<keyof Tasks & string> },
>(given: Playbook<Inputs> & { readonly start: Next<keyof Tasks & string>; readonly tasks: Tasks }): Playbook<Inputs> {
  return given;
}
