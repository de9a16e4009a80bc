import presets from 'jest-preset-angular/presets/index.js';

/** Packages that ship as ES modules only, in .js files: Jest must transform them. */
const esModules = [
  '@jsverse/utils',
  'd3-[a-z]+',
  'internmap',
  'marked',
  'marked-katex-extension',
  'uqr',
  'dompurify',
  'uuid',
  'zod',
];

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  roots: ['<rootDir>/src'],
  moduleNameMapper: { '^@cartable/contract$': '<rootDir>/../contract/src/index.ts' },
  transformIgnorePatterns: [`node_modules/(?!(.*\\.mjs$|(${esModules.join('|')})/))`],
};
