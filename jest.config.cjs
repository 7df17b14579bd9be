// One runner for the whole repository: `jest --selectProjects <name>` runs one project, Nx caches it.
const { readdirSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const esmOnly = [
  '@fastify/static',
  'content-disposition',
  'cookie',
  'jose',
  'graphql-scalars',
  '@hyunbinseo/holidays-kr',
  // CommonJS that says import(), which Jest runs only once it is compiled.
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/otlp-exporter-base',
];
const swc = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const projects = ['libs', 'apps', 'tools'].flatMap((kind) =>
  readdirSync(join(__dirname, kind))
    .filter((name) => existsSync(join(__dirname, kind, name, 'package.json')))
    .map((name) => ({
      displayName: name,
      rootDir: join(__dirname, kind, name),
      testEnvironment: 'node',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
      transform: { '^.+\\.(m?[tj]sx?)$': ['@swc/jest', swc] },
      transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
      moduleNameMapper: {
        '^@charter/(attachments|service)/testing$': join(__dirname, 'libs/$1/testing/index.ts'),
        '^@charter/tool-(bench|stack|supergraph)$': join(__dirname, 'tools/$1/src/index.ts'),
        '^@charter/client/documents$': join(__dirname, 'libs/client/src/documents.ts'),
        '^@charter/(attachments|calendar|client|contracts|deadlines|korean|outbox|personal-data|privacy|record|service|testkit)$':
          join(__dirname, 'libs/$1/src/index.ts'),
      },
      setupFiles: ['reflect-metadata'],
    })),
);

module.exports = {
  projects,
  globalSetup: join(__dirname, 'libs/testkit/jest/global-setup.cjs'),
  globalTeardown: join(__dirname, 'libs/testkit/jest/global-teardown.cjs'),
  testTimeout: 60_000,
  maxWorkers: 2,
  // What a file has loaded is not all let go: a worker that has grown is replaced, before its garbage takes longer than its tests.
  workerIdleMemoryLimit: '1200MB',
};
