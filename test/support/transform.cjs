'use strict';

// Strips types with esbuild, which takes milliseconds; types are checked by `npm run typecheck`. `jest.mock` is not hoisted:
// pass dependencies as arguments instead.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

module.exports = {
  canInstrument: false,
  getCacheKey(source, file, options) {
    return createHash('sha256').update([source, file, version, options.configString].join('\0')).digest('hex');
  },
  process(source, file) {
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
