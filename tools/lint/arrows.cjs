'use strict';

const importX = require('eslint-plugin-import-x');

/**
 * What the files of a folder may import by path; everything else in the repository is closed to them.
 * `test/lint/arrows.test.ts` shows each arrow at work.
 */
const MAY_IMPORT = {
  'scripts/policy': ['scripts/policy'],
  'scripts/panorama': ['scripts/panorama', 'scripts/policy'],
  'scripts/yaml': ['scripts/yaml', 'scripts/policy'],
  'scripts/xsoar': ['scripts/xsoar', 'scripts/yaml', 'scripts/panorama', 'scripts/policy'],
  'scripts/case': ['scripts/case', 'scripts/xsoar', 'scripts/panorama', 'scripts/policy'],
  'scripts/automations': ['scripts/automations', 'scripts/case', 'scripts/xsoar', 'scripts/panorama', 'scripts/policy'],
  'scripts/watcher': ['scripts/watcher', 'scripts/xsoar', 'scripts/policy'],
  'scripts/content': ['scripts/content'],
  'scripts/playbooks': [
    'scripts/playbooks',
    'scripts/automations',
    'scripts/watcher/manifest.ts',
    'scripts/xsoar/manifest.ts',
    'scripts/xsoar/outputs.ts',
  ],
  // Of package.json, the version that it prints.
  'tools/cli': ['tools/cli', 'scripts', 'package.json'],
  'tools/build': ['tools/build', 'tools/bundles', 'scripts'],
  'tools/bundles': ['tools/bundles'],
  'tools/lab': ['tools/lab'],
  // It runs the pack as it is built; of the sources it knows only what a table is.
  'tools/demo': ['tools/demo', 'tools/bundles', 'tools/lab', 'tools/cli', 'scripts/policy/views'],
};

/**
 * The rooms of a folder in the order of its flow: what stands in one imports from those before it, never from those
 * after. A file that stands in no room is the folder's entrance, and sees all of them.
 */
const ROOMS = {
  'scripts/policy/prove': ['read', 'rules', 'endpoints', 'verdict'],
  'scripts/panorama': ['api', 'state', 'prepare', 'apply', 'commit'],
  'scripts/watcher': ['api', 'snapshot', 'watch', 'report'],
};

/** The packages that a folder's files may bundle; the server has none, and no Node API either. */
const PACKAGES = {
  'scripts/**': [],
  'scripts/yaml/**': ['js-yaml'],
};

function zones() {
  const folders = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    target: folder,
    from: '.',
    except: [...allowed, 'node_modules'],
    message: `${folder} imports only from ${allowed.join(', ')}.`,
  }));
  return [...folders, ...rooms()];
}

function rooms() {
  return Object.entries(ROOMS).flatMap(([folder, names]) =>
    names.slice(0, -1).map((name, index) => ({
      target: `${folder}/${name}`,
      from: names.slice(index + 1).map((later) => `${folder}/${later}`),
      message: `${folder}/${name} stands before ${names.slice(index + 1).join(', ')} and imports nothing from there.`,
    })),
  );
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
 * What files of the proof may import from outside it: declarations alone.
 *
 * @param upward the path from a file of the proof out of its folder, as a regular expression
 */
function typesOnly(upward) {
  return {
    regex: `^${upward}(?!text/canonical$)`,
    allowTypeImports: true,
    message: 'The proof shares only type declarations (and text/canonical.ts) with what it judges.',
  };
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
    restrictImports('scripts/policy/!(prove|reach)/**', [
      noPackagesBut([]),
      { regex: '/(prove|reach)(/|$)', allowTypeImports: true, message: 'The compiler and its proof share no code.' },
    ]),
    restrictImports('scripts/policy/reach/**', [
      noPackagesBut([]),
      {
        regex: '/(compile|kubernetes|translate)(/|$)',
        allowTypeImports: true,
        message: 'What rules say is read from the rules, as the proof does, not from how they were compiled.',
      },
    ]),
    restrictImports('scripts/policy/prove/*.ts', [noPackagesBut([]), typesOnly('\\.\\./')]),
    restrictImports('scripts/policy/prove/*/*.ts', [noPackagesBut([]), typesOnly('\\.\\./\\.\\./')]),
    restrictImports('scripts/playbooks/**', [
      noPackagesBut([]),
      {
        regex: '/(automations|watcher)/',
        allowImportNamePattern: '^manifest$',
        message: 'A playbook knows the manifests of automations and the watcher, not their code.',
      },
    ]),
  ];
}

module.exports = { arrows, MAY_IMPORT, ROOMS };
