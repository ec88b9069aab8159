'use strict';

const jsdoc = require('eslint-plugin-jsdoc');

/** Types and constants; functions, classes and their methods are options of the rule itself. */
const DECLARATIONS = [
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'ExportNamedDeclaration > VariableDeclaration',
];

const FUNCTIONS = ['ExportNamedDeclaration > FunctionDeclaration', 'MethodDefinition:not([accessibility="private"])'];

const EXPORTS = [
  ...FUNCTIONS,
  'ExportNamedDeclaration > :matches(ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration, VariableDeclaration)',
];

/**
 * The ESLint configuration by which every export says what it is for, and what it throws itself. Signatures tell types,
 * so a docstring names none; it names a parameter only where there is something to say of it.
 */
function docstrings() {
  return {
    files: ['scripts/**/*.ts', 'tools/**/*.ts'],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          // A constructor's parameters are what the class is made of; its docstring tells of them.
          checkConstructors: false,
          require: {
            ArrowFunctionExpression: true,
            ClassDeclaration: true,
            ClassExpression: true,
            FunctionDeclaration: true,
            FunctionExpression: true,
            MethodDefinition: true,
          },
          contexts: DECLARATIONS,
        },
      ],
      // `@default` alone says all that there is to say of an option; an export needs a sentence.
      'jsdoc/require-description': ['error', { contexts: EXPORTS }],
      // Only what stands in the function itself; what it calls says so there.
      'jsdoc/require-throws': ['error', { contexts: FUNCTIONS }],
      'jsdoc/require-throws-description': 'error',
      'jsdoc/require-param-description': 'error',
      'jsdoc/require-returns-description': 'error',
      'jsdoc/require-returns-check': 'error',
      'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true, checkDestructured: false }],
      'jsdoc/check-tag-names': ['error', { typed: true }],
      'jsdoc/no-types': 'error',
      'jsdoc/no-undefined-types': 'error',
      'jsdoc/informative-docs': 'error',
      'jsdoc/empty-tags': 'error',
      'jsdoc/check-syntax': 'error',
      'jsdoc/check-alignment': 'error',
      'jsdoc/multiline-blocks': 'error',
      'jsdoc/no-bad-blocks': 'error',
      'jsdoc/no-blank-blocks': 'error',
      'jsdoc/no-multi-asterisks': 'error',
      'jsdoc/require-asterisk-prefix': 'error',
      'jsdoc/require-hyphen-before-param-description': ['error', 'never'],
      'jsdoc/tag-lines': ['error', 'never', { startLines: 1 }],
    },
  };
}

module.exports = { docstrings };
