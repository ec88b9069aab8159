import type { ContextManifest } from './outputs';

/**
 * What an automation takes and gives. Its YAML, its README tables and the types of the arguments that its code sees are
 * made from this, so they cannot differ.
 */
export interface AutomationManifest {
  /** Name and id on the server; also the name of the source file and of the folder in the pack. */
  readonly name: string;
  /** One or two sentences, ending in a full stop: the `comment` of the automation. */
  readonly description: string;
  /** Further paragraphs for its README, in Markdown. */
  readonly details: readonly string[];
  readonly tags: readonly string[];
  readonly arguments: { readonly [name: string]: ArgumentManifest };
  readonly outputs: ContextManifest;
}

interface ArgumentBase {
  /** Ends in a full stop. */
  readonly description: string;
  readonly required?: true;
  /** The argument that a value without a name is for. */
  readonly positional?: true;
  readonly defaultValue?: string;
}

/**
 * `text`: a single text of one line. `document`: YAML or JSON text, or (from a playbook) the parsed objects themselves. `list`:
 * comma-separated, a JSON array, or an array. `choice`: one of some texts.
 */
export type ArgumentManifest =
  | (ArgumentBase & { readonly kind: 'text' | 'document' | 'list' })
  | (ArgumentBase & { readonly kind: 'choice'; readonly choices: readonly string[] });

type Given<Argument extends ArgumentManifest> = Argument extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Argument extends { readonly kind: 'list' }
    ? readonly string[]
    : Argument extends { readonly kind: 'document' }
      ? unknown
      : string;

type MayLack<Argument extends ArgumentManifest> = Argument extends
  { readonly required: true } | { readonly defaultValue: string } | { readonly kind: 'list' }
  ? never
  : undefined;

/** The arguments of an automation, as `readArguments` gives them; an absent one is undefined, an absent list empty. */
export type ArgumentValues<Manifest extends AutomationManifest> = {
  readonly [Name in keyof Manifest['arguments']]:
    Given<Manifest['arguments'][Name]> | MayLack<Manifest['arguments'][Name]>;
};
