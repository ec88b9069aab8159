/**
 * Changes to bundled packages that make them run on RE2 (Otto refuses lookarounds when it loads a script). The text must
 * occur exactly once, so that an upgrade that moves it fails the build instead of shipping a script that no server loads.
 */
export interface Patch {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

/** All patches of the shipped bundles. */
export const PATCHES: readonly Patch[] = [
  {
    // The two cut alternatives look for lone surrogates, which need lookarounds; js-yaml then takes them as text.
    file: /js-yaml[\\/]lib[\\/]loader\.js$/,
    from: '|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?:[^\\uD800-\\uDBFF]|^)[\\uDC00-\\uDFFF]/',
    to: '/',
  },
  {
    // Scripts always name their schema (documents.ts); the default one would bring types along that nothing uses.
    file: /js-yaml[\\/]lib[\\/]loader\.js$/,
    from: "require('./schema/default')",
    to: "require('./schema/core')",
  },
];

/**
 * The source of the file at `path` with the patches for it.
 *
 * @throws Error if a patch does not fit exactly once.
 */
export function patched(path: string, source: string, patches: readonly Patch[] = PATCHES): string {
  let result = source;
  for (const patch of patches) {
    if (!patch.file.test(path)) continue;
    const parts = result.split(patch.from);
    if (parts.length !== 2) {
      throw new Error(`The patch for ${path} fits ${parts.length - 1} times instead of once: ${patch.from}`);
    }
    result = parts.join(patch.to);
  }
  return result;
}
