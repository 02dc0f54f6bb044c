// Runs the checks and the tests, and counts them in its last line.
//   node scripts/test.mjs          the checks, the unit tests, and the integration tests on SQLite; with REQUIRE, everything
//   node scripts/test.mjs quick    types, the unit tests, and a few integration tests on SQLite
//   node scripts/test.mjs all      everything that this machine can run
import { fileURLToPath } from 'node:url'

import { buildApp, buildServer } from './buildApp.mjs'
import { findProgram } from './findProgram.mjs'
import { installPackages } from './installPackages.mjs'
import { mongoForTests } from './mongoForTests.mjs'
import { postgresForTests } from './postgresForTests.mjs'
import { requireNode } from './requireNode.mjs'
import { CHECKS, runCheck } from './runChecks.mjs'
import { runJobs } from './runJobs.mjs'
import { runVitest } from './runVitest.mjs'

/** Jobs at once: each keeps a core busy, and those with a browser more than that. */
const LANES = 2

/**
 * Where a run is cut off after some time, as on a server that tests every commit, TEST_MINUTES has what has not begun by then left out, and counted as
 * skipped: a slow machine says what it could not look at, in place of saying nothing.
 */
const LAST_BEGIN = Date.now() + Number(process.env.TEST_MINUTES || Infinity) * 60_000

/** How often a job says that it is still at it, in milliseconds. */
const HEARTBEAT_MS = 30_000

/** What FULL=1 makes more of (test/helpers/inFull.ts) is made more of on one database; on the others the campaigns do that. */
const SHORT = { FULL: '' }

/** Beside the unit tests, what breaks first when something is wrong: the way of a piece, and the guards of every write. */
const QUICK = ['workflow', 'write-path'].map(fileOf)

/**
 * What holds on a server of databases by its own doing: transactions and many writers, snapshots, queries and their order, what a table or an index
 * refuses, versions, what is told of a write. ALL=1 runs the rest there, too, which takes three times as long.
 */
const ON_SERVERS = [
  'autosave',
  'conditional-writes',
  'delivery-freshness',
  'lists-in-order',
  'memo',
  'plugin-strangers',
  'policy-data',
  'queries',
  'queries-lists',
  'queries-search',
  'queries-sort',
  'search',
  'snapshots',
  'stored-digests',
  'two-processes',
  'workflow',
  'write-path',
]
const ON_MONGODB = [
  ...ON_SERVERS,
  'accounts-busy',
  'accounts-sessions',
  'audit',
  'changes',
  'changes-stream',
  'comments',
  'content-model',
  'crash',
  'digest',
  'following',
  'guards',
  'half-made',
  'half-made-restored',
  'in-snapshot',
  'lease',
  'media-writers',
  'moved-slugs',
  'newsroom-health',
  'notifications',
  'older-versions',
  'outstanding',
  'query-plans',
  'races',
  'releases',
  'schedule',
  'sequences',
  'stage-filter',
  'suggestions',
  'webhooks',
].map(fileOf)
const ON_POSTGRES = [...ON_SERVERS, 'delivery-postgres', 'plugin', 'postgres', 'query-plans'].map(fileOf)

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** Parts that may be left out where they cannot run; REQUIRE=mongodb,postgres,browser,s3 makes that a failure. */
const required = new Set((process.env.REQUIRE ?? '').split(',').filter(Boolean))
for (const name of required) {
  if (!['mongodb', 'postgres', 'browser', 's3'].includes(name)) {
    stop(`REQUIRE may name mongodb, postgres, browser and s3, not "${name}".`)
  }
}
const [part = required.size > 0 ? 'all' : 'usual', ...more] = process.argv.slice(2)
if (!['quick', 'usual', 'all'].includes(part) || more.length > 0) stop('Say quick, all, or nothing.')
if (required.size > 0 && part !== 'all') stop('REQUIRE is for `npm test` and `npm run test:all`.')
if (!(await installPackages(root))) stop('The packages could not be installed, so nothing was tested.')

const sum = { passed: 0, failed: 0, skipped: 0 }
const remarks = []
const servers = []
try {
  await runJobs(await jobsOf(part), LANES)
} finally {
  for (const server of servers) await server.stop()
}
console.log(`\n${remarks.join('\n')}`)
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed === 0 ? 0 : 1)

async function jobsOf(part) {
  if (part === 'quick') {
    return [
      tests('unit', 'unit', {}, { files: ['test/unit'] }),
      check('types'),
      tests('a few integration tests on SQLite', 'int', { TEST_DATABASE: 'sqlite' }, { files: QUICK }),
    ]
  }
  // Some tests start the compiled server, which nobody else may compile meanwhile.
  if (!(await buildServer(root))) stop('The server could not be compiled.')
  const [lint, types, ...otherChecks] = Object.keys(CHECKS).map(check)
  // Lint and types read what the build of the pages writes, which one of the integration tests starts unless it is done.
  if (part === 'usual') {
    remarks.push('on MongoDB, on Postgres, in the browser, the packed plugin: left to `npm run test:all`')
    return [lint, types, tests('unit', 'unit'), ...onSqlite(['lint', 'types']), ...otherChecks]
  }
  const pages = job('pages', buildPages, ['lint', 'types'])
  const { inBrowser, packed } = withBrowser(['pages'])
  return [
    lint,
    types,
    tests('unit', 'unit'),
    pages,
    ...otherChecks,
    ...packed,
    ...onSqlite(['pages']),
    ...(await onMongo(['pages'])),
    ...(await onPostgres(['pages'])),
    ...onS3(['pages']),
    ...inBrowser,
  ]
}

async function buildPages() {
  return { passed: 0, failed: (await buildApp(root)) ? 0 : 1, skipped: 0 }
}

function check(name) {
  return job(name, async () => {
    const ok = await runCheck(root, name)
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  })
}

function tests(title, project, env = {}, options = {}, after = []) {
  return job(title, () => runVitest(root, project, env, { ...options, hold: true }), after)
}

/** Several jobs of some of the files each, so that the lanes end at about the same time, and that little is left out when time runs out. */
function inParts(count, title, project, env, after, files = []) {
  return Array.from({ length: count }, (_, at) => {
    const shard = `${at + 1}/${count}`
    return tests(`${title}, ${shard}`, project, env, { shard, files }, after)
  })
}

function onSqlite(after) {
  return inParts(8, 'integration on SQLite', 'int', { TEST_DATABASE: 'sqlite' }, after)
}

async function onMongo(after) {
  const mongo = await mongoForTests(root)
  if ('missing' in mongo) return leaveOut('mongodb', 'integration on MongoDB', mongo.missing)
  servers.push(mongo)
  const env = { TEST_DATABASE: 'mongodb', MONGODB_URI: mongo.uri, ...SHORT }
  const title = `integration on MongoDB (${mongo.title})`
  return process.env.ALL ? inParts(8, title, 'int', env, after) : inParts(4, title, 'int', env, after, ON_MONGODB)
}

async function onPostgres(after) {
  const postgres = await postgresForTests()
  if ('missing' in postgres) return leaveOut('postgres', 'integration on Postgres', postgres.missing)
  servers.push(postgres)
  const title = `integration on Postgres (${postgres.title})`
  const env = { TEST_DATABASE: 'postgres', POSTGRES_URI: postgres.uri, ...SHORT }
  return process.env.ALL ? inParts(8, title, 'int', env, after) : inParts(2, title, 'int', env, after, ON_POSTGRES)
}

function withBrowser(after) {
  // The shell has no window to draw, which saves a fifth of the work.
  const shells = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const names = [process.env.CHROMIUM_PATH, ...shells]
  const chromium = findProgram(names.filter(Boolean))
  const reason = 'no CHROMIUM_PATH, and no chromium-headless-shell, chromium or google-chrome on the PATH'
  if (!chromium) {
    leaveOut('browser', 'in the browser, and the packed plugin', reason)
    return { inBrowser: [], packed: [] }
  }
  const env = { CHROMIUM_PATH: chromium }
  return {
    inBrowser: inParts(8, `in the browser (${chromium})`, 'e2e', env, after),
    packed: [
      tests('the packed plugin in a project of its own, on SQLite', 'stranger', { ...env, TEST_DATABASE: 'sqlite' }),
    ],
  }
}

function onS3(after) {
  const rclone = findProgram([process.env.RCLONE_PATH, 'rclone'].filter(Boolean))
  if (!rclone) return leaveOut('s3', 'pictures in a bucket', 'no RCLONE_PATH, and no rclone on the PATH')
  return [tests(`pictures in a bucket (${rclone})`, 's3', { RCLONE_PATH: rclone }, {}, after)]
}

/** A job whose outcome is counted; one that throws counts as one failure. */
function job(name, run, after = []) {
  return {
    name,
    after,
    run: async () => {
      const from = Date.now()
      if (from > LAST_BEGIN) {
        leave(name, `its turn came after TEST_MINUTES=${process.env.TEST_MINUTES}`)
        return
      }
      const seconds = () => `${Math.round((Date.now() - from) / 1000)} s`
      console.log(`${name} …`)
      const heartbeat = setInterval(() => console.log(`${name} … ${seconds()}`), HEARTBEAT_MS)
      const counts = await run().catch((error) => {
        console.error(error)
        return { passed: 0, failed: 1, skipped: 0 }
      })
      clearInterval(heartbeat)
      add(name, counts, seconds())
    },
  }
}

function add(title, counts, took) {
  for (const key of Object.keys(sum)) sum[key] += counts[key]
  const { passed, failed, skipped, failures = [] } = counts
  const remark = `${title}: ${passed} passed, ${failed} failed, ${skipped} skipped (${took})`
  console.log(remark)
  remarks.push(remark, ...failures.map((each) => `  failed: ${each}`))
}

/** A part that cannot run counts as one skipped, or, if it was required, as one failed. */
function leaveOut(name, title, reason) {
  leave(title, reason, required.has(name) ? 'failed' : 'skipped')
  return []
}

function leave(title, reason, as = 'skipped') {
  sum[as] += 1
  remarks.push(`${title}: left out: ${reason}`)
}

function fileOf(name) {
  return `test/int/${name}.int.spec.ts`
}

function stop(sentence) {
  console.error(sentence)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
