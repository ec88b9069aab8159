/** One request to the XML API: query and form parameters together, as PAN-OS reads them. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Path without query; PAN-OS serves the XML API at `/api/`. */
  readonly path: string;
  readonly params: { readonly [name: string]: string };
  /** The `X-PAN-KEY` header; '' when absent. A `key` parameter serves as well. */
  readonly keyHeader?: string;
}

/** One answer. `reason` is the HTTP reason phrase, which clients print (`Invalid Credential`). */
export interface ApiResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** A request is answered at once: no I/O, no promises, so that synchronous callers can use the core directly. */
export type Handle = (request: ApiRequest) => ApiResponse;

/** The kinds of security profile that a rule may name, by element name. */
export const PROFILE_KINDS = [
  'virus',
  'spyware',
  'vulnerability',
  'url-filtering',
  'file-blocking',
  'data-filtering',
  'wildfire-analysis',
] as const;
/** One kind of security profile, by its element name. */
export type ProfileKind = (typeof PROFILE_KINDS)[number];

/** What an administrator may do. `types` are the XML API sections of an admin role (PAN-OS admin role `xmlapi`). */
export interface AdminOptions {
  readonly name: string;
  readonly password: string;
  readonly apiKey: string;
  /** @default 'superuser' */
  readonly role?: 'superuser' | 'superreader' | 'api';
  /** API sections of role `api`. @default config, op, commit */
  readonly types?: readonly ('config' | 'op' | 'commit')[];
  /** Access domain: the device groups that role `api` may write. @default all */
  readonly deviceGroups?: readonly string[];
}

/** How a managed firewall answers a push. */
export type PushOutcome = 'succeeds' | 'warns' | 'fails' | 'stalls';

/** A managed firewall as a session starts with it. */
export interface DeviceOptions {
  readonly serial: string;
  readonly hostname: string;
  readonly deviceGroup: string;
  /** @default true */
  readonly connected?: boolean;
  /** @default 'succeeds' */
  readonly outcome?: PushOutcome;
  /** The device's reason when it warns or fails. @default none */
  readonly message?: string;
  /** Whether it has the running policy at the start, as after an earlier push. @default false */
  readonly pushed?: boolean;
}

/** A device group as a session starts with it. */
export interface DeviceGroupOptions {
  readonly name: string;
  /** @default 'shared' */
  readonly parent?: string;
  /** @default none */
  readonly description?: string;
  /**
   * XML of the device group's nodes (`<address>…</address><pre-rulebase>…`), committed before the session starts.
   *
   * @default none
   */
  readonly config?: string;
}

/** The forms in which a device says that there is nothing to commit. */
export type NothingToCommit = 'text' | 'line' | 'same-result' | 'code-13';

/**
 * How a Panorama starts, and which of the behaviours it shows that differ between versions or that nobody documents.
 */
export interface PanoramaOptions {
  /** PAN-OS version. @default '11.1.4' */
  readonly version?: string;
  /** @default 'panorama' */
  readonly hostname?: string;
  /** @default one superuser `admin` with password `admin` and key `key-admin` */
  readonly admins?: readonly AdminOptions[];
  /** @default none */
  readonly deviceGroups?: readonly DeviceGroupOptions[];
  /** XML of the nodes of `/config/shared`, committed before the session starts. @default none */
  readonly shared?: string;
  /** @default none */
  readonly devices?: readonly DeviceOptions[];
  /** Predefined applications besides those that are known for certain. @default none */
  readonly applications?: readonly string[];
  /** Predefined URL categories. @default none, since none are known for certain */
  readonly urlCategories?: readonly string[];
  /** Predefined services (`service-http` …). @default none, since none are known for certain */
  readonly services?: readonly string[];
  /** Whether `protocol/sctp` exists in services. @default false */
  readonly sctp?: boolean;
  /** @default 'standalone' */
  readonly highAvailability?: 'standalone' | 'active' | 'passive';
  /** Kubernetes plugin: addresses only for tags that pushed rules use. @default false */
  readonly tagPruning?: boolean;
  /** Virtual seconds between a push and the plugin's addresses for newly used tags. @default 0 */
  readonly fillDelay?: number;
  /** Virtual seconds that a commit, a validation and a push take. @default 3 */
  readonly jobSeconds?: number;
  /** What becomes of a commit, validation or push while another job runs. @default 'queued' */
  readonly whileBusy?: 'queued' | 'refused';
  /** Virtual seconds that pass with every request. @default 1 */
  readonly secondsPerRequest?: number;
  /** @default 'text' */
  readonly nothingToCommit?: NothingToCommit;
  /** What becomes of `delete` with a predicate that means several entries. @default 'refused' */
  readonly deleteOfSeveral?: 'refused' | 'carried-out';
  /** The answer to a `get` that finds nothing. @default 'code-7' */
  readonly emptyGet?: 'code-7' | 'zero-count';
  /** The job's result when some but not all devices failed. @default 'OK' */
  readonly partlyFailedPush?: 'OK' | 'FAIL';
  /** Start of the virtual clock, ISO 8601. @default '2026-01-05T08:00:00Z' */
  readonly startsAt?: string;
}
