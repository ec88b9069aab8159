'use strict';

const process = require('node:process');

// What is printed is compared as text; where CI is set, colours would come even into pipes.
process.env.NO_COLOR = '1';
delete process.env.FORCE_COLOR;

module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/globalsetup.ts',
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
  // Jest waits half a second for a worker to end, and calls whatever takes longer a leak. Freeing a heap of more than a gigabyte
  // takes longer; a worker that has grown is replaced between two test files.
  workerIdleMemoryLimit: '600MB',
};
