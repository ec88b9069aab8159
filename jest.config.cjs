'use strict';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/test/support/transform.cjs' },
  cacheDirectory: '<rootDir>/.cache/jest',
  coverageProvider: 'v8',
  collectCoverageFrom: ['scripts/**/*.ts', 'tools/**/*.ts'],
  // A slow machine is no failure; a hanging test still is.
  testTimeout: 300000,
  maxWorkers: '100%',
};
