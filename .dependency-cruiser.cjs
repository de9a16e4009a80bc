const BACKEND_FEATURES =
  '^backend/src/(accounts|admin|classes|collections|notifications|realtime|demo)/';
const FRONTEND_FEATURES =
  '^frontend/src/app/(sign-in|library|collection|editor|share|import|notifications|profile|classes|admin|shell)/';

/** ARCHITECTURE.md says what may import what; each clause is a rule here, and test/boundaries shows that each bites. */
module.exports = {
  forbidden: [
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^contract/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^contract/src/', 'node_modules/zod/'] },
    },
    {
      name: 'config-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^backend/src/config/' },
      to: { path: '^(backend/src/(?!config/)|contract/)' },
    },
    {
      name: 'platform-imports-no-feature',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: BACKEND_FEATURES },
    },
    {
      name: 'realtime-imports-no-feature',
      severity: 'error',
      from: { path: '^backend/src/realtime/' },
      to: { path: '^backend/src/(accounts|admin|classes|collections|notifications|demo)/' },
    },
    {
      name: 'backend-features-meet-through-services',
      comment: 'Services, their module, and entities that a foreign key names.',
      severity: 'error',
      from: { path: '^backend/src/(accounts|admin|classes|collections|notifications|demo)/' },
      to: {
        path: '^backend/src/(accounts|admin|classes|collections|notifications|demo)/',
        pathNot: ['^backend/src/$1/', '\\.(service|module|entity)\\.ts$', 'password-hasher\\.ts$'],
      },
    },
    {
      name: 'frontend-features-do-not-meet',
      severity: 'error',
      from: { path: FRONTEND_FEATURES },
      to: { path: FRONTEND_FEATURES, pathNot: '^frontend/src/app/$1/' },
    },
    {
      name: 'frontend-core-imports-no-feature',
      severity: 'error',
      from: { path: '^frontend/src/app/core/' },
      to: { path: [FRONTEND_FEATURES, '^frontend/src/app/ui/'] },
    },
    {
      name: 'frontend-ui-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^frontend/src/app/ui/' },
      to: { path: '^(frontend/src/app/(?!(ui|i18n)/)|backend/)' },
    },
    {
      name: 'client-and-server-meet-in-the-contract',
      severity: 'error',
      from: { path: '^(frontend|backend)/src/' },
      to: { path: '^(frontend|backend)/src/', pathNot: '^$1/src/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(contract/)?dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
