import { fileURLToPath } from 'node:url'

import { buildApp, buildServer } from './buildApp.mjs'
import { findProgram } from './findProgram.mjs'
import { installPackages } from './installPackages.mjs'
import { mongoForTests } from './mongoForTests.mjs'
import { postgresForTests } from './postgresForTests.mjs'
import { requireNode } from './requireNode.mjs'
import { runChecks } from './runChecks.mjs'
import { runVitest } from './runVitest.mjs'

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
if (!(await installPackages(root))) stop('The packages could not be installed, so nothing was tested.')

/**
 * What holds on Postgres by Postgres' own doing: transactions, many writers, queries, migrations, ids. All of it takes as long again as
 * another database; ALL_ON_POSTGRES=1 runs it.
 */
const ON_POSTGRES = [
  'plugin',
  'plugin-strangers',
  'postgres',
  'queries',
  'queries-search',
  'queries-sort',
  'snapshots',
  'workflow',
  'write-path',
].map((name) => `test/int/${name}.int.spec.ts`)

const sum = { passed: 0, failed: 0, skipped: 0 }
const remarks = []

const checks = await runChecks(root)
add('checks', {
  passed: checks.filter(({ ok }) => ok).length,
  failed: checks.filter(({ ok }) => !ok).length,
  skipped: 0,
})
add('unit', await runVitest(root, 'unit'))
// Two at a time, on the same compiled server: each has a database and files of its own, and keeps one core busy.
// What all but the first print is held until they have ended.
if (!(await buildServer(root))) stop('The server could not be compiled.')
const databases = [testOnSqlite, testOnMongo, testOnPostgres]
await Promise.all([testTheNext(), testTheNext()])
await testInBrowser()

console.log(`\n${remarks.join('\n')}`)
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed === 0 ? 0 : 1)

async function testTheNext() {
  for (let test = databases.shift(); test; test = databases.shift()) await test()
}

async function testOnSqlite() {
  add('integration on SQLite', await runVitest(root, 'int', { TEST_DATABASE: 'sqlite' }))
}

async function testOnMongo() {
  const mongo = await mongoForTests(root)
  if ('missing' in mongo) return leaveOut('mongodb', 'integration on MongoDB', mongo.missing)
  try {
    const counts = await runVitest(root, 'int', { TEST_DATABASE: 'mongodb', MONGODB_URI: mongo.uri }, { hold: true })
    add(`integration on MongoDB (${mongo.title})`, counts)
  } finally {
    await mongo.stop()
  }
}

async function testOnPostgres() {
  const postgres = await postgresForTests()
  if ('missing' in postgres) return leaveOut('postgres', 'integration on Postgres', postgres.missing)
  try {
    const env = { TEST_DATABASE: 'postgres', POSTGRES_URI: postgres.uri }
    const files = process.env.ALL_ON_POSTGRES ? [] : ON_POSTGRES
    add(`integration on Postgres (${postgres.title})`, await runVitest(root, 'int', env, { hold: true, files }))
  } finally {
    await postgres.stop()
  }
}

async function testInBrowser() {
  const chromium = findProgram(
    [process.env.CHROMIUM_PATH, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].filter(
      Boolean,
    ),
  )
  if (!chromium)
    return leaveOut('browser', 'in the browser', 'no CHROMIUM_PATH, and no chromium or google-chrome on the PATH')
  if (!(await buildApp(root))) return add('in the browser', { passed: 0, failed: 1, skipped: 0 })
  add(`in the browser (${chromium})`, await runVitest(root, 'e2e', { CHROMIUM_PATH: chromium }))
}

function add(title, counts) {
  for (const key of Object.keys(sum)) sum[key] += counts[key]
  remarks.push(`${title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
}

/** A part that cannot run counts as one skipped, or, if it was required, as one failed. */
function leaveOut(name, title, reason) {
  sum[required.has(name) ? 'failed' : 'skipped'] += 1
  remarks.push(`${title}: left out: ${reason}`)
}

function stop(sentence) {
  console.error(sentence)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
