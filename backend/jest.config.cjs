const { compilerOptions, esmOnly } = require('./jest.shared.cjs');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: 'src',
  testRegex: '\\.spec\\.ts$',
  moduleNameMapper: { '^@cartable/contract$': '<rootDir>/../../contract/src/index.ts' },
  transform: { '\\.[jt]s$': ['@swc/jest', compilerOptions] },
  transformIgnorePatterns: [esmOnly],
};
