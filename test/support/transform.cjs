'use strict';

// Strips types with esbuild, which takes milliseconds; types are checked by `npm run typecheck`. `jest.mock` is not
// hoisted: pass dependencies as arguments instead. Packages are mended as they are for what is shipped.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');
const { patched, REPAIRS } = require('../../tools/build/bundles/patches.cjs');

const REPAIRED = JSON.stringify(REPAIRS);

module.exports = {
  canInstrument: false,
  getCacheKey(source, file, options) {
    return createHash('sha256')
      .update([source, file, version, REPAIRED, options.configString].join('\0'))
      .digest('hex');
  },
  process(source, file) {
    if (file.includes('node_modules')) return { code: patched(file, source, REPAIRS) };
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'both',
      sourcefile: file,
      tsconfigRaw: {},
    });
    return { code, map };
  },
};
