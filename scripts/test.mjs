// Runs the checks and the tests, and counts them in its last line.
//   node scripts/test.mjs          the checks, the unit tests, and the integration tests on SQLite; with REQUIRE, everything
//   node scripts/test.mjs quick    types, the unit tests, and a few integration tests on SQLite
//   node scripts/test.mjs all      everything that this machine can run
import { readdirSync } from 'node:fs'
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

/** Jobs at once: each keeps one core busy. */
const LANES = 2

/** How often a job says that it is still at it, in milliseconds. */
const HEARTBEAT_MS = 30_000

/** What FULL=1 makes more of (test/helpers/inFull.ts) is made more of on one database; on the others the campaigns do that. */
const SHORT = { FULL: '' }

/** Beside the unit tests, what breaks first when something is wrong: the way of a piece, and the guards of every write. */
const QUICK = ['workflow', 'write-path'].map(fileOf)

/**
 * What holds on Postgres by Postgres' own doing: transactions, many writers, queries, migrations, ids. ALL=1 runs the rest there, too, which takes
 * as long again.
 */
const ON_POSTGRES = [
  'memo',
  'plugin',
  'plugin-strangers',
  'postgres',
  'queries',
  'queries-search',
  'queries-sort',
  'snapshots',
  'stored-digests',
  'workflow',
  'write-path',
].map(fileOf)

/** What the database has no part in: who comes in, requests and answers, pictures, start and stop. On MongoDB only with ALL=1. */
const WITHOUT_DATABASE = [
  'accounts-log',
  'accounts-passwords',
  'answers',
  'clean-text',
  'clock',
  'delivery-http',
  'delivery-same',
  'demo',
  'front-door',
  'front-door-errors',
  'front-door-requests',
  'import',
  'media',
  'media-load',
  'payload-faults',
  'routes',
  'routes-around',
  'routes-register',
  'server',
  'server-start',
  'site',
].map(fileOf)

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** Parts that may be left out where they cannot run; REQUIRE=mongodb,postgres,browser makes that a failure. */
const required = new Set((process.env.REQUIRE ?? '').split(',').filter(Boolean))
for (const name of required) {
  if (!['mongodb', 'postgres', 'browser'].includes(name)) {
    stop(`REQUIRE may name mongodb, postgres and browser, not "${name}".`)
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
  return [
    lint,
    types,
    tests('unit', 'unit'),
    pages,
    ...inBrowser(['pages']),
    ...(await onMongo(['pages'])),
    ...onSqlite(['pages']),
    ...(await onPostgres(['pages'])),
    ...otherChecks,
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

/** Two jobs of half the integration tests each, so that the lanes end at about the same time. */
function integration(title, env, after, files = []) {
  return ['1/2', '2/2'].map((shard) => tests(`${title}, ${shard}`, 'int', env, { shard, files }, after))
}

function onSqlite(after) {
  return integration('integration on SQLite', { TEST_DATABASE: 'sqlite' }, after)
}

async function onMongo(after) {
  const mongo = await mongoForTests(root)
  if ('missing' in mongo) return leaveOut('mongodb', 'integration on MongoDB', mongo.missing)
  servers.push(mongo)
  const env = { TEST_DATABASE: 'mongodb', MONGODB_URI: mongo.uri, ...SHORT }
  const files = readdirSync('test/int').map((name) => `test/int/${name}`)
  const own = process.env.ALL ? [] : files.filter((file) => !WITHOUT_DATABASE.includes(file))
  return integration(`integration on MongoDB (${mongo.title})`, env, after, own)
}

async function onPostgres(after) {
  const postgres = await postgresForTests()
  if ('missing' in postgres) return leaveOut('postgres', 'integration on Postgres', postgres.missing)
  servers.push(postgres)
  const title = `integration on Postgres (${postgres.title})`
  const env = { TEST_DATABASE: 'postgres', POSTGRES_URI: postgres.uri, ...SHORT }
  if (process.env.ALL) return integration(title, env, after)
  return [tests(title, 'int', env, { files: ON_POSTGRES }, after)]
}

function inBrowser(after) {
  const names = [process.env.CHROMIUM_PATH, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const chromium = findProgram(names.filter(Boolean))
  const reason = 'no CHROMIUM_PATH, and no chromium or google-chrome on the PATH'
  if (!chromium) return leaveOut('browser', 'in the browser, and the packed plugin', reason)
  const env = { CHROMIUM_PATH: chromium }
  return [
    tests(`in the browser (${chromium})`, 'e2e', env, {}, after),
    tests('the packed plugin in a project of its own, on SQLite', 'stranger', { ...env, TEST_DATABASE: 'sqlite' }),
  ]
}

/** A job whose outcome is counted; one that throws counts as one failure. */
function job(name, run, after = []) {
  return {
    name,
    after,
    run: async () => {
      const from = Date.now()
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
  const { passed, failed, skipped } = counts
  const remark = `${title}: ${passed} passed, ${failed} failed, ${skipped} skipped (${took})`
  console.log(remark)
  remarks.push(remark)
}

/** A part that cannot run counts as one skipped, or, if it was required, as one failed. */
function leaveOut(name, title, reason) {
  sum[required.has(name) ? 'failed' : 'skipped'] += 1
  remarks.push(`${title}: left out: ${reason}`)
  return []
}

function fileOf(name) {
  return `test/int/${name}.int.spec.ts`
}

function stop(sentence) {
  console.error(sentence)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
