'use strict';

const js = require('@eslint/js');
const jest = require('eslint-plugin-jest');
const tseslint = require('typescript-eslint');
const { arrows } = require('./tools/lint/arrows.cjs');
const { docstrings } = require('./tools/lint/docstrings.cjs');

module.exports = tseslint.config(
  { ignores: ['Packs/', 'dist/', 'coverage/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      eqeqeq: 'error',
      'arrow-body-style': 'error',
      'object-shorthand': 'error',
      'prefer-arrow-callback': 'error',
      // One import for each module; types are marked where they stand, or the whole import where it holds nothing else.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // A number has one text; what the rule is after is objects and undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A look-up in a list or a map may miss, although its type does not say so without `noUncheckedIndexedAccess`.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // An index signature names its key, which says what the map is for; Record does not.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
    },
  },
  ...arrows(__dirname),
  docstrings(),
  {
    // Scripts have ES5 semantics: what the server's engine lacks, or lowers badly, cannot be preferred.
    files: ['scripts/**/*.ts'],
    rules: {
      // `startsWith`, `endsWith`, `includes` and `find` are ES2015.
      '@typescript-eslint/prefer-string-starts-ends-with': 'off',
      '@typescript-eslint/prefer-includes': 'off',
      '@typescript-eslint/prefer-find': 'off',
      // A spread call needs a helper in ES5, `apply` is there.
      'prefer-spread': 'off',
      // `?.` and `??` become chains of comparisons with null and void 0 in the shipped script, which people read.
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ClassDeclaration[superClass]', message: 'instanceof fails on subclasses of Error in ES5.' },
        { selector: 'MemberExpression[property.name="localeCompare"]', message: 'Its order differs; use compareText.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { jest },
    rules: { 'jest/consistent-test-it': ['error', { fn: 'it', withinDescribe: 'it' }] },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
);
