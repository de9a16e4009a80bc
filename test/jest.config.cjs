const { compilerOptions, esmOnly } = require('../backend/jest.shared.cjs');

/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/**/*.e2e.ts'],
  globalSetup: '<rootDir>/support/global-setup.ts',
  globalTeardown: '<rootDir>/support/global-teardown.ts',
  moduleNameMapper: { '^@cartable/contract$': '<rootDir>/../contract/src/index.ts' },
  transform: { '\\.[jt]s$': ['@swc/jest', compilerOptions] },
  transformIgnorePatterns: [esmOnly],
  maxWorkers: 2,
  testTimeout: 30_000,
};
