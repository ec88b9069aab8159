import { oneLine } from '../text/printable';

/**
 * Words with parameters, for the tables of what is wrong (diagnostics here, problems in `panorama/api/problems.ts`): no
 * message text hides in the logic, and the compiler checks that each message gets the parameters that it names.
 */

/** What is wrong, and what to do. `{name}` stands for a parameter, of letters only. */
export interface MessageText {
  readonly text: string;
  readonly remedy: string;
}

/** Parameters by name, as plain data. */
export interface MessageParams {
  readonly [name: string]: string | number;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The parameters that a row of a table needs; the table must be `as const`. */
export type ParamsOf<Row extends MessageText> = {
  readonly [name in Placeholders<Row['text']> | Placeholders<Row['remedy']>]: string | number;
};

/**
 * The text with its parameters in place, as one line (`oneLine`): what a policy or Panorama says cannot look like a
 * message of ours. Braces in a parameter are nothing but braces.
 *
 * @example fill('Add {type} to policyTypes.', { type: 'Egress' }) //=> 'Add Egress to policyTypes.'
 */
export function fill(text: string, params: MessageParams): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (_whole: string, name: string) => oneLine(String(params[name])));
}
