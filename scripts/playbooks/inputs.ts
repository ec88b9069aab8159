import type { Value } from './values';

/** An input of a playbook. Inside, its value stands at `inputs.<name>`. */
export interface PlaybookInput {
  /** Ends in a full stop. */
  readonly description: string;
  readonly required?: true;
  readonly value?: Value;
}

/** Inputs by name. */
export interface PlaybookInputs {
  readonly [name: string]: PlaybookInput;
}
