'use strict';

const process = require('node:process');

// What is printed is compared as text; where CI is set, colours would come even into pipes.
process.env.NO_COLOR = '1';
delete process.env.FORCE_COLOR;

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': '<rootDir>/test/support/transform.cjs',
    'js-yaml/lib/loader\\.js$': '<rootDir>/test/support/transform.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!js-yaml/lib/)'],
  cacheDirectory: '<rootDir>/.cache/jest',
  coverageProvider: 'v8',
  collectCoverageFrom: ['scripts/**/*.ts', 'tools/**/*.ts'],
  // A slow machine is no failure; a hanging test still is.
  testTimeout: 300000,
  maxWorkers: '100%',
};
