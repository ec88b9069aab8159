/**
 * What the run asks of a Panorama, whatever carries it: the `pan-os` command of the server's PAN-OS integration, HTTP,
 * or a file. Answers that a caller must expect are values, never exceptions.
 */

/**
 * A node of an answer, as the PAN-OS integration turns XML into JSON: attributes `@name`, text `#text`, a text alone as
 * a string, one child as its value, several of one tag as a list, an empty element as null. `nodes.ts` reads it.
 */
export type JsonNode = unknown;

/** Panorama understood the request and did not carry it out. */
export interface RefusedAnswer {
  readonly kind: 'refused';
  /** PAN-OS error code, HTTP status from 400 on, 0 where none is known ("PAN-OS XML API Error Codes"). */
  readonly code: number;
  readonly message: string;
}

/** No answer that can be understood: the request may have been carried out, or not. */
export interface UnclearAnswer {
  readonly kind: 'unclear';
  readonly message: string;
}

/** What a read of the configuration came to; `absent` is a success that finds nothing. */
export type ReadAnswer =
  { readonly kind: 'found'; readonly node: JsonNode } | { readonly kind: 'absent' } | RefusedAnswer | UnclearAnswer;

/** `done` also where nothing was to do: deleting what is absent, moving to where the rule stands. */
export type WriteAnswer = { readonly kind: 'done' } | RefusedAnswer | UnclearAnswer;

/** What an operational command came to. */
export type OperationalAnswer = { readonly kind: 'answered'; readonly node: JsonNode } | RefusedAnswer | UnclearAnswer;

/** `nothing`: there are no changes to commit, in any of the forms in which devices say so. */
export type CommitAnswer =
  { readonly kind: 'enqueued'; readonly job: string } | { readonly kind: 'nothing' } | RefusedAnswer | UnclearAnswer;

/** Whatever carries the request takes no commit of one device group alone; nothing was sent. */
export interface UnsupportedAnswer {
  readonly kind: 'unsupported';
}

/** What a commit to Panorama takes: all of the candidate, or one administrator's changes in all device groups. */
export type CommitRequest =
  | { readonly scope: 'full'; readonly description: string }
  | { readonly scope: 'admin'; readonly admin: string; readonly description: string };

/** A commit of one administrator's changes in one device group. */
export interface GroupCommitRequest {
  readonly scope: 'group';
  readonly admin: string;
  readonly deviceGroup: string;
  readonly description: string;
}

/** A push to all firewalls of one device group, without templates. */
export interface PushRequest {
  readonly deviceGroup: string;
  readonly description: string;
}

/** Where an operational command goes. */
export interface OperationalPlace {
  /** The serial number of a managed firewall. */
  readonly target?: string;
  /** The device group that a lock is about (parameter `vsys`, as pan-os-python sends it). */
  readonly scope?: string;
}

/** Where a rule goes: the end of its rulebase, or beside another rule there. */
export type MovePlace =
  { readonly where: 'top' | 'bottom' } | { readonly where: 'before' | 'after'; readonly rule: string };

/** One operation of several that are carried out together. */
export type ConfigOperation =
  | { readonly action: 'set' | 'edit'; readonly xpath: string; readonly element: string }
  | {
      readonly action: 'move';
      readonly xpath: string;
      readonly place: Extract<MovePlace, { readonly rule: string }>;
    }
  | { readonly action: 'delete'; readonly xpath: string };

/** One Panorama, synchronous. XPaths come from `xpath.ts`, elements from `xml.ts`. */
export interface PanoramaPort {
  /** Reads the candidate configuration. `node` is the content of `<result>`. */
  get(xpath: string): ReadAnswer;
  /** Reads the running configuration. `node` is the content of `<result>`. */
  show(xpath: string): ReadAnswer;
  /** Merges into a node, creating what is missing. */
  set(xpath: string, element: string): WriteAnswer;
  /** Replaces a node, which keeps its place. */
  edit(xpath: string, element: string): WriteAnswer;
  move(xpath: string, place: MovePlace): WriteAnswer;
  delete(xpath: string): WriteAnswer;
  /** All of the operations in order, or none of them (`multi-config`). Of a refused answer the reason may be lost. */
  multi(operations: readonly ConfigOperation[]): WriteAnswer;
  /** An operational command; `node` is the content of `<result>`. */
  op(command: string, place: OperationalPlace): OperationalAnswer;
  /** Candidate to running. */
  commit(request: CommitRequest): CommitAnswer;
  /** The same for one device group. */
  commitGroup(request: GroupCommitRequest): CommitAnswer | UnsupportedAnswer;
  /** Running to the firewalls of a device group. */
  commitAll(request: PushRequest): CommitAnswer;
}
