/** Name spaces in which references are resolved. Addresses and groups share one, services and service groups too. */
export type Space =
  | 'address'
  | 'service'
  | 'tag'
  | 'application'
  | 'url-category'
  | 'profile-group'
  | 'log-setting'
  | 'schedule'
  | 'virus'
  | 'spyware'
  | 'vulnerability'
  | 'url-filtering'
  | 'file-blocking'
  | 'data-filtering'
  | 'wildfire-analysis';

/**
 * A check of one text that needs more than a pattern; it returns the lines that PAN-OS adds, none when the text is
 * fine.
 */
export type TextCheck = (text: string) => readonly string[];

/** A node with text: how long it may be, which words or forms it takes, and whether it names an object. */
export interface LeafShape {
  readonly kind: 'leaf';
  readonly maximum?: number;
  readonly values?: readonly string[];
  readonly check?: TextCheck;
  readonly reference?: Space;
}

/** A list of `member` texts. */
export interface MembersShape {
  readonly kind: 'members';
  /** Words that are no references: `any`, `application-default`. */
  readonly keywords?: readonly string[];
  /** Keywords that stand alone. */
  readonly alone?: readonly string[];
  readonly reference?: Space;
  /** Addresses, networks and ranges may stand for themselves. */
  readonly addresses?: boolean;
  readonly maximumLength?: number;
  readonly maximumCount?: number;
  readonly minimumCount?: number;
}

/** A node with children of fixed names. */
export interface NodeShape {
  readonly kind: 'node';
  readonly children: { readonly [tag: string]: Shape };
  /** Groups of tags of which at most one may be there. */
  readonly choices?: readonly (readonly string[])[];
  /** Tags that a complete node has: checked when a node is replaced, and at commit. */
  readonly required?: readonly string[];
  /** Choices of which a complete node has one. */
  readonly requiredChoices?: readonly (readonly string[])[];
}

/** What names of entries must look like: how long (in characters), of which characters, and which words are taken. */
export interface Naming {
  readonly maximum: number;
  readonly pattern: RegExp;
  readonly reserved: readonly string[];
}

/** A list of `entry` nodes, which are told apart by their names. */
export interface EntriesShape {
  readonly kind: 'entries';
  readonly naming: Naming;
  readonly entry: Shape;
  /** The name space that the entries belong to, when something can refer to them. */
  readonly space?: Space;
  /** Rules: order matters, names are unique over the hierarchy, each has a uuid. */
  readonly rules?: true;
}

/** Configuration that is stored and given back, but not looked into. */
export interface OpenShape {
  readonly kind: 'open';
}

/** What may stand at a place in the configuration. */
export type Shape = LeafShape | MembersShape | NodeShape | EntriesShape | OpenShape;

/** The booleans of PAN-OS, which are words. */
export const YES_NO: LeafShape = { kind: 'leaf', values: ['yes', 'no'] };
/** The only open shape; below it everything is open, too. */
export const OPEN: OpenShape = { kind: 'open' };

/** Names of rules and objects (schema 10.0.6 `object-name`); an alphanumeric start is believed, not documented. */
const OBJECT_NAME = /^[0-9A-Za-z][ 0-9A-Za-z._-]*$/;
/** Tag names: anything but brackets and the single quote (schema 10.0.6). */
export const TAG_NAME = /^[^[\]']+$/;

/** Rules for names of at most `maximum` characters, with those of objects where no pattern is given. */
export const naming = (maximum: number, reserved: readonly string[] = [], pattern = OBJECT_NAME): Naming => ({
  maximum,
  pattern,
  reserved,
});

/** The shape of a child node, if the parent may have it. */
export function childShape(shape: Shape, tag: string): Shape | undefined {
  switch (shape.kind) {
    case 'node':
      return Object.hasOwn(shape.children, tag) ? shape.children[tag] : undefined;
    case 'entries':
      return tag === 'entry' ? shape.entry : undefined;
    case 'members':
      return tag === 'member' ? { kind: 'leaf' } : undefined;
    case 'open':
      return OPEN;
    case 'leaf':
      return undefined;
  }
}
