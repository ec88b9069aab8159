/**
 * The commands that the playbooks run besides the pack's automations, pinned with their arguments, so that a wrong name
 * is a type error: built-in commands of the server ("Cortex XSOAR built-in commands") and of the integration "Demisto
 * Lock".
 */
export interface CommandManifest {
  readonly name: string;
  /** `Builtin`, or empty: any integration that has the command. */
  readonly brand: string;
  readonly arguments: { readonly [name: string]: { readonly required?: true } };
}

/** The integration whose commands take and release locks. */
export const LOCK_BRAND = 'Demisto Lock';

/** Sets fields of the incident; those of the pack by their machine names. */
export const setIncident = {
  name: 'setIncident',
  brand: 'Builtin',
  arguments: {
    severity: {},
    cnseriesplanhash: {},
    cnseriesverdict: {},
    cnseriesapprovedby: {},
    cnseriesrejectionreason: {},
    cnseriesstate: {},
  },
} as const satisfies CommandManifest;

/** Closes the incident that the playbook runs in (built into the server). */
export const closeInvestigation = {
  name: 'closeInvestigation',
  brand: 'Builtin',
  arguments: { closeReason: {}, closeNotes: {} },
} as const satisfies CommandManifest;

/** Waits until nobody else holds a lock, and takes it (integration Demisto Lock). */
export const getLock = {
  name: 'demisto-lock-get',
  brand: '',
  arguments: { name: { required: true }, info: {}, timeout: {}, polling_interval: {} },
} as const satisfies CommandManifest;

/** Gives the lock up again (integration Demisto Lock). */
export const releaseLock = {
  name: 'demisto-lock-release',
  brand: '',
  arguments: { name: { required: true } },
} as const satisfies CommandManifest;
