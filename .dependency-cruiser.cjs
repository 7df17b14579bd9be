/** Which way code may depend inside an app: graph, jobs → services → store → domain. compose.ts and main.ts see all. */
const inApp = (layer) => `^apps/([^/]+)/src/${layer}/`;
const own = (layer) => `^apps/$1/src/${layer}/`;
const service = '^apps/([^/]+)/src/[^/]+\\.service\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^(apps|libs|tools)/[^/]+/(src|bin)' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-app-in-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|tools)/' } },
    {
      name: 'domain-is-pure',
      comment: 'Rules know no database, no graph and no other layer of their service.',
      severity: 'error',
      from: { path: inApp('domain'), pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          own('(graph|store|jobs)'),
          '^apps/$1/src/[^/]+\\.ts$',
          'node_modules/(typeorm|type-graphql|fastify|bullmq|pg)/',
        ],
      },
    },
    {
      name: 'store-below-service',
      severity: 'error',
      from: { path: inApp('store') },
      to: { path: [own('(graph|jobs)'), '^apps/$1/src/[^/]+\\.ts$'] },
    },
    { name: 'service-below-graph', severity: 'error', from: { path: service }, to: { path: own('(graph|jobs)') } },
    { name: 'graph-beside-jobs', severity: 'error', from: { path: inApp('graph') }, to: { path: own('jobs') } },
    {
      name: 'no-unknown-dependency',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@charter/' },
    },
    {
      name: 'production-without-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src', pathNot: '(\\.test\\.tsx?$|^libs/testkit/)' },
      to: { path: '^libs/testkit/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.nx/)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'import', 'types'],
    },
  },
};
