/**
 * Which room may import which: docs/architecture.md draws them. Each list goes from the inside out; a room may import those before it,
 * by their doors, and none behind it. Types count like code.
 */
const PLUGIN = 'packages/plugin-imprimatur/src'

/** The rooms of the plugin, innermost first. */
const PLUGIN_ROOMS = [
  'domain/workflow',
  'domain/content',
  'domain/difference',
  'domain/comments',
  'domain/style',
  'domain/notifications',
  'domain/releases',
  'domain/reports',
  'domain/search',
  'domain/public-query',
  'translations',
  'errors',
  'scope',
  'hardening/adapter',
  'hardening/endpoints',
  'hardening/input',
  'hardening/postgres',
  'hardening/sqlite',
  'transaction',
  'hardening/alphabet',
  'hardening/queries',
  'hardening/watch',
  'collections',
  'runtime',
  'store',
  'access',
  'changes',
  'search',
  'guard',
  'hooks',
  'operations',
  'api',
  'admin',
  'setup',
]

/** The rooms of this newsroom, innermost first; the plugin is further in than all of them. */
const ROOMS = [
  'importing',
  'bodies',
  'delivery',
  'environment',
  'accounts',
  'webhooks',
  'previews',
  'newsroom',
  'openapi',
  'public-api',
  'site',
  'feeds',
  'server',
  'app',
]

/** A room has one door; the panel's has two more, for what runs in the browser and for what React runs on the server. */
const DOORS = '(index|client|rsc|time)\\.ts$'

const pattern = (names) => names.map((name) => name.replaceAll('/', '\\/')).join('|')

const inward = (base, rooms, outside = []) =>
  rooms.map((room, index) => ({
    name: `inward-${room.replaceAll('/', '-')}`,
    comment: `${base}/${room} may import only rooms further in`,
    severity: 'error',
    from: { path: `^${base}/${room}/` },
    to: {
      path: [...(index + 1 < rooms.length ? [`^${base}/(${pattern(rooms.slice(index + 1))})/`] : []), ...outside],
    },
  }))

const FRAMEWORK_FREE = `^(${PLUGIN}/domain|src/importing|src/bodies|src/delivery|src/feeds)/`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...inward(PLUGIN, PLUGIN_ROOMS, [`^${PLUGIN}/(exports/|imprimatur\\.ts|index\\.ts)`]),
    ...inward('src', ROOMS, ['^collections/']).map((rule) =>
      ['inward-server', 'inward-app'].includes(rule.name)
        ? rule
        : { ...rule, to: { path: [...rule.to.path, '^src/payload\\.config\\.ts$'] } },
    ),
    {
      name: 'plugin-alone',
      comment: 'the plugin knows nothing of this newsroom',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: ['^(src|collections|test|scripts)/'] },
    },
    {
      name: 'client-alone',
      comment: 'the client runs anywhere: it imports nothing but itself',
      severity: 'error',
      from: { path: '^packages/client/' },
      to: { pathNot: '^packages/client/src/' },
    },
    {
      name: 'plugin-by-its-name',
      comment: 'this newsroom uses the plugin as anybody does: by the name of its package',
      severity: 'error',
      from: { path: '^(src|collections)/' },
      to: { path: `^${PLUGIN}/`, pathNot: `^${PLUGIN}/(index\\.ts|exports/)` },
    },
    {
      name: 'plugin-by-the-door',
      comment: 'another room of the plugin is entered by its door',
      severity: 'error',
      from: { path: `^${PLUGIN}/(${pattern(PLUGIN_ROOMS)})/` },
      to: { path: `^${PLUGIN}/(${pattern(PLUGIN_ROOMS)})/`, pathNot: [`^${PLUGIN}/$1/`, DOORS] },
    },
    {
      name: 'plugin-exports-by-the-door',
      comment: 'what the package exports comes from the doors of its rooms',
      severity: 'error',
      from: { path: `^${PLUGIN}/(exports/|index\\.ts|imprimatur\\.ts)` },
      to: { path: `^${PLUGIN}/(${pattern(PLUGIN_ROOMS)})/`, pathNot: DOORS },
    },
    {
      name: 'by-the-door',
      comment: 'another room is entered by its door',
      severity: 'error',
      from: { path: '^(?:src/([^/]+)/|collections/|src/[^/]+$)' },
      to: {
        path: `^src/(${pattern(ROOMS.filter((room) => !['site', 'server', 'app'].includes(room)))})/`,
        pathNot: ['^src/$1/', DOORS],
      },
    },
    {
      name: 'workflow-alone',
      comment: 'the workflow imports nothing but what Node has, and RFC 8785 for the digest',
      severity: 'error',
      from: { path: `^${PLUGIN}/domain/workflow/` },
      to: { path: 'node_modules/', pathNot: 'node_modules/canonicalize/' },
    },
    {
      name: 'workflow-types-only',
      comment: 'what is said of content takes types from the workflow, not code',
      severity: 'error',
      from: { path: `^${PLUGIN}/domain/content/` },
      to: { path: `^${PLUGIN}/domain/workflow/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'framework-free',
      comment: 'these rooms know no framework and no database',
      severity: 'error',
      from: { path: FRAMEWORK_FREE },
      to: { path: 'node_modules/(payload|@payloadcms|next|react|react-dom|express|mongodb|mongoose|drizzle-orm)(/|$)' },
    },
    {
      name: 'components-by-path',
      comment: 'a config names components by their path: React would come to every script that reads it',
      severity: 'error',
      from: { path: `^${PLUGIN}/(?!admin/|exports/(client|rsc)\\.ts)` },
      to: { path: `^${PLUGIN}/admin/(client|rsc)\\.ts$` },
    },
    {
      name: 'next-in-its-place',
      comment: 'the framework beneath Payload 3 is named in one folder: another version of Payload has another',
      severity: 'error',
      from: {
        path: '^(packages|collections|src)/',
        pathNot: [`^${PLUGIN}/admin/payload3/`, '^src/(app|server)/', '^src/instrumentation\\.ts$'],
      },
      to: { path: 'node_modules/(next|@payloadcms/next)/' },
    },
    {
      name: 'payload3-from-the-panel',
      comment: 'what is Payload 3’s alone is for the panel, which hands on what others need of it',
      severity: 'error',
      from: { path: '^(packages|collections|src)/', pathNot: `^${PLUGIN}/admin/` },
      to: { path: `^${PLUGIN}/admin/payload3/` },
    },
    {
      name: 'payload-in-its-place',
      comment: 'environment and server reach Payload through the rooms that bind it',
      severity: 'error',
      from: { path: '^src/environment/' },
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
      comment: 'collections declare: their logic is in src/newsroom, src/accounts, src/previews and src/webhooks',
      severity: 'error',
      from: { path: '^collections/' },
      to: { path: '^src/', pathNot: '^src/(newsroom|accounts|previews|webhooks)/' },
    },
    {
      name: 'no-circles',
      comment: 'no circle of imports, of types neither',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-dead-ends', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-test-code',
      comment: 'what ships imports no tests and no development packages',
      severity: 'error',
      from: { path: '^(src|packages|collections)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next|\\.build|packages/[^/]+/dist' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['imprimatur-source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
}
