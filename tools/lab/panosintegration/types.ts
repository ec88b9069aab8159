import type { Value } from './python/value';

/** The versions of the PAN-OS pack whose integration is emulated. */
export type IntegrationVersion = '2.5.1' | '1.14.22';

/** Arguments of one execution, as the server hands them over. */
export interface Arguments {
  [name: string]: Value;
}

/** The parameters of an integration instance that matter here, by their names in the pack's YAML. */
export interface InstanceParams {
  readonly server: string;
  /** The integration fails without it. */
  readonly port?: string;
  /** `password` is the API key. */
  readonly credentials?: { readonly identifier?: string; readonly password?: string };
  /**
   * The old, hidden API key. The server stores it as '' where nobody filled it in; left out it becomes the key `None`.
   */
  readonly key?: string;
  /** The device group of a Panorama; it excludes `vsys`. */
  readonly device_group?: string;
  /** The virtual system of a firewall; it excludes `device_group`. */
  readonly vsys?: string;
  readonly insecure?: boolean;
  readonly proxy?: boolean;
}

/** XSOAR's entry types that the integration uses (note, error, warning). */
export const ENTRY_TYPE = { note: 1, error: 4, warning: 11 } as const;

/** A war-room entry, with XSOAR's field names. */
export interface Entry {
  readonly Type: (typeof ENTRY_TYPE)[keyof typeof ENTRY_TYPE];
  readonly Contents: Value;
  readonly ContentsFormat: 'json' | 'text';
  readonly ReadableContentsFormat?: 'text';
  readonly HumanReadable: Value;
  readonly EntryContext: { readonly [path: string]: Value };
}
