/** The arrows between the folders of the screens: routes → features → api, ui, lib. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: 'routeTree\\.gen\\.ts' },
      to: { circular: true, viaOnly: { pathNot: 'routeTree\\.gen\\.ts' } },
    },
    {
      name: 'no-feature-imports-another',
      comment: 'a route introduces two features to each other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-know-no-route',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/(routes/|router\\.tsx|main\\.tsx)' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(api|features|routes)/' },
    },
    {
      name: 'api-draws-nothing',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(ui|features|routes)/' },
    },
    {
      name: 'lib-knows-nobody',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/(api|ui|features|routes)/' },
    },
    {
      name: 'tests-only-from-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test\\.tsx?$|^src/testing/)' },
      to: { path: '^src/testing/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
}
