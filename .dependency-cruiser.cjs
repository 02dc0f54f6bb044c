/**
 * Which part may import which, outermost last: workflow, content, delivery and importing, payload, then admin, server and app.
 * An inner part knows nothing of an outer one.
 */
const OUTSIDE = {
  workflow: ['content', 'delivery', 'importing', 'payload', 'admin', 'server', 'app'],
  content: ['delivery', 'importing', 'payload', 'admin', 'server', 'app'],
  delivery: ['importing', 'payload', 'admin', 'server', 'app'],
  importing: ['delivery', 'payload', 'admin', 'server', 'app'],
  payload: ['admin', 'server', 'app'],
  admin: ['server', 'app'],
  server: ['admin', 'app'],
  app: ['server'],
}

/** The entries of the process and of Next boot, or render with, the config. */
const MAY_IMPORT_CONFIG = ['server', 'app']

/** Where a page says how the server is to send it: the one place in which the two meet. */
const SITE_EXCHANGE = '^src/app/\\(site\\)/exchange\\.ts$'

const inward = Object.entries(OUTSIDE).map(([part, outside]) => ({
  name: `inward-${part}`,
  comment: `src/${part} may import only what lies further in`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to: {
    path: [
      `^src/(${outside.join('|')})/`,
      '^(collections|test|scripts)/',
      ...(MAY_IMPORT_CONFIG.includes(part) ? [] : ['^src/payload\\.config\\.ts$']),
    ],
    ...(part === 'server' ? { pathNot: SITE_EXCHANGE } : {}),
  },
}))

const FRAMEWORK_FREE = '^src/(workflow|content|delivery|importing)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...inward,
    {
      name: 'workflow-alone',
      comment: 'src/workflow imports nothing but what Node has, and RFC 8785 for the digest',
      severity: 'error',
      from: { path: '^src/workflow/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/canonicalize/' },
    },
    {
      name: 'workflow-types-only',
      comment: 'src/content takes types from src/workflow, not code',
      severity: 'error',
      from: { path: '^src/content/' },
      to: { path: '^src/workflow/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'framework-free',
      comment: 'these parts talk to Payload, Next, React and Express through ports',
      severity: 'error',
      from: { path: FRAMEWORK_FREE },
      to: { path: 'node_modules/(payload|@payloadcms|next|react|react-dom|express|mongodb|mongoose|drizzle-orm)(/|$)' },
    },
    {
      name: 'payload-in-its-place',
      comment: 'server code reaches Payload through src/payload; admin, server and app may boot and render it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(payload|admin|server|app)/|^src/payload(\\.config|-types)\\.ts$' },
      to: { path: 'node_modules/(payload|@payloadcms)/' },
    },
    {
      name: 'collections-from-config-only',
      comment: 'src/payload.config.ts is the only importer of collections/',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/payload\\.config\\.ts$' },
      to: { path: '^collections/' },
    },
    {
      name: 'collections-declare',
      comment: 'collections declare: their logic is in src/content and src/payload',
      severity: 'error',
      from: { path: '^collections/' },
      to: { path: '^src/', pathNot: '^src/(content|workflow|payload)/' },
    },
    {
      name: 'by-the-door',
      comment: 'another part is entered by its index.ts',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/(workflow|content|delivery|importing)/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-dead-ends', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-test-code',
      comment: 'what ships imports no tests and no development packages',
      severity: 'error',
      from: { path: '^(src|collections)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next|\\.build' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
