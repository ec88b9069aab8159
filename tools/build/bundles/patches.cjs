'use strict';

/**
 * Changes to bundled packages. The text must occur exactly once, so that an upgrade that moves it fails the build
 * instead of shipping a script that reads wrong, or that no server loads.
 */
const LOADER = /js-yaml[\\/]lib[\\/]loader\.js$/;

/** Mistakes of theirs that reach what people read. */
const REPAIRS = [
  {
    // A list that ends with an empty entry ends there; js-yaml takes the next entry of the list around it into it.
    file: LOADER,
    from: '_result.push(null)\n        ch =',
    to: '_result.push(null)\n        if (state.lineIndent < nodeIndent) break\n        ch =',
  },
  {
    // `key: &anchor other: value` on one line is no YAML.
    file: LOADER,
    from: 'if (propertyStart !== null && allowBlockStyles',
    to: 'if (propertyStart !== null && (atNewLine || allowCompact) && allowBlockStyles',
  },
];

/** What keeps them from running on RE2 (Otto refuses lookarounds when it loads a script), and what nobody uses. */
const ADAPTATIONS = [
  {
    // The two cut alternatives look for lone surrogates, which need lookarounds; js-yaml then takes them as text.
    file: LOADER,
    from: '|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?:[^\\uD800-\\uDBFF]|^)[\\uDC00-\\uDFFF]/',
    to: '/',
  },
  {
    // The reader names its schema (parse.ts); the default one would bring types along that nothing uses.
    file: LOADER,
    from: "require('./schema/default')",
    to: "require('./schema')",
  },
  {
    // For commands that are programs of their own, of which cnseries has none; loading it takes time.
    file: /commander[\\/]lib[\\/]command\.js$/,
    from: "const childProcess = require('node:child_process');",
    to: 'const childProcess = undefined;',
  },
];

/** The source of the file at `path` with the patches for it. Throws if a patch does not fit exactly once. */
function patched(path, source, patches = [...REPAIRS, ...ADAPTATIONS]) {
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

module.exports = { patched, REPAIRS };
