/** Put in by `npm run build`: a hash of everything that the scripts of the pack are made of. */
declare const CNSERIES_BUILD: string | undefined;

/**
 * Tells builds of the pack apart, so that no run trusts what another version worked out. Sources that run without being
 * built (tests) have one name for all.
 */
export const BUILD: string = typeof CNSERIES_BUILD === 'undefined' ? 'sources' : CNSERIES_BUILD;
