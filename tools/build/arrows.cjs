'use strict';

const importX = require('eslint-plugin-import-x');

/**
 * What the files of a folder may import by path; everything else in the repository is closed to them.
 * `test/build/arrows.test.ts` shows each arrow at work.
 */
const MAY_IMPORT = {
  'scripts/policy': ['scripts/policy'],
  'scripts/panorama': ['scripts/panorama', 'scripts/policy'],
  'scripts/xsoar': ['scripts/xsoar', 'scripts/panorama', 'scripts/policy'],
  'scripts/automations': ['scripts/automations', 'scripts/xsoar', 'scripts/panorama', 'scripts/policy'],
  'scripts/integration': ['scripts/integration', 'scripts/xsoar', 'scripts/panorama', 'scripts/policy'],
  'scripts/content': ['scripts/content'],
  'scripts/playbooks': [
    'scripts/playbooks',
    'scripts/automations',
    'scripts/integration/manifest.ts',
    'scripts/xsoar/manifest.ts',
  ],
  'tools/cli': ['tools/cli', 'scripts'],
  'tools/build': ['tools/build', 'tools/bundles', 'scripts'],
  'tools/bundles': ['tools/bundles'],
  'tools/lab': ['tools/lab'],
  // It runs the pack as it is built; of the sources it knows only what a table is.
  'tools/demo': ['tools/demo', 'tools/bundles', 'tools/lab', 'tools/cli', 'scripts/policy/views'],
};

/** What the second opinion judges, and therefore must not lend its code to, nor borrow from it. */
const JUDGED_BY_PROOF = ['attributes', 'compile', 'kubernetes', 'panos', 'plan', 'profile', 'values'];

/** The packages that a folder's files may bundle; the server has none, and no Node API either. */
const PACKAGES = {
  'scripts/**': ['js-yaml'],
  'scripts/policy/**': [],
  'scripts/playbooks/**': [],
  'scripts/content/**': [],
};

function zones() {
  const folders = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    target: folder,
    from: '.',
    except: [...allowed, 'node_modules'],
    message: `${folder} imports only from ${allowed.join(', ')}.`,
  }));
  const proof = JUDGED_BY_PROOF.map((folder) => ({
    target: `scripts/policy/${folder}`,
    from: 'scripts/policy/prove',
    message: 'The compiler and its proof share no code.',
  }));
  return [...folders, ...proof];
}

function noPackagesBut(allowed) {
  const names = allowed.map((name) => `${name}$`);
  return {
    regex: `^(?!${['\\.', ...names].join('|')})`,
    message: 'A script bundles no such package, and Node is not there.',
  };
}

function restrictImports(files, patterns) {
  return { files: [files], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

/**
 * ESLint configurations that hold the arrows for the repository (or a model of it) at `root`. The caller has the
 * TypeScript plugin and parser in place.
 */
function arrows(root) {
  return [
    {
      files: ['**/*.ts'],
      plugins: { 'import-x': importX },
      settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
      rules: { 'import-x/no-restricted-paths': ['error', { basePath: root, zones: zones() }] },
    },
    ...Object.entries(PACKAGES).map(([files, allowed]) => restrictImports(files, [noPackagesBut(allowed)])),
    restrictImports('scripts/policy/prove/**', [
      noPackagesBut([]),
      {
        regex: '^\\.\\./(?!canonical$)',
        allowTypeImports: true,
        message: 'The proof shares only type declarations (and canonical.ts) with what it judges.',
      },
    ]),
    restrictImports('scripts/playbooks/**', [
      noPackagesBut([]),
      {
        regex: '/(automations|integration)/',
        allowImportNamePattern: '^manifest$',
        message: 'A playbook knows the manifests of automations and the integration, not their code.',
      },
    ]),
  ];
}

module.exports = { arrows, MAY_IMPORT };
