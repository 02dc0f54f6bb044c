// Long runs of what `npm test` runs in short: `npm run campaign -- PART [--database sqlite|mongodb|postgres] [--commands N] [--rounds N] [--seed N] [--only NAME]
// [--instances 1|2] [--minutes N]`. NAME is a regular expression for names of races; the last two are for `following`, which begins no move after so many minutes.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { installPackages } from './installPackages.mjs'
import { mongoForTests } from './mongoForTests.mjs'
import { postgresForTests } from './postgresForTests.mjs'
import { requireNode } from './requireNode.mjs'
import { runVitest } from './runVitest.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const { values, positionals } = readArguments()
const [part] = positionals
const file = `test/campaign/${part}.campaign.spec.ts`
if (positionals.length !== 1 || !existsSync(file)) {
  stop(
    'Say which part to run: sequences, races, crash, following or words, such as `npm run campaign -- sequences --commands 5000`.',
  )
}
/** What starts a server, and which variable names it. */
const SERVERS = { mongodb: [mongoForTests, 'MONGODB_URI'], postgres: [postgresForTests, 'POSTGRES_URI'] }
if (values.database !== 'sqlite' && !(values.database in SERVERS)) stop('--database is sqlite, mongodb or postgres.')
if (!['1', '2', undefined].includes(values.instances)) stop('--instances is 1 or 2.')
if (values.minutes !== undefined && !(Number(values.minutes) > 0)) stop('--minutes is a number of minutes.')
if (!(await installPackages(root))) stop('The packages could not be installed.')

const [start, variable] = SERVERS[values.database] ?? []
const server = await start?.(root)
if (server && 'missing' in server) stop(`There is no ${values.database}: ${server.missing}.`)
const started = Date.now()
const counts = await runVitest(
  root,
  'campaign',
  {
    TEST_DATABASE: values.database,
    ...(server ? { [variable]: server.uri } : {}),
    ...(values.commands ? { COMMANDS: values.commands } : {}),
    ...(values.rounds ? { ROUNDS: values.rounds } : {}),
    ...(values.seed ? { FC_SEED: values.seed } : {}),
    ...(values.instances ? { INSTANCES: values.instances } : {}),
    ...(values.minutes ? { MINUTES: values.minutes } : {}),
  },
  { files: [file], only: values.only },
)
await server?.stop()
const minutes = ((Date.now() - started) / 60_000).toFixed(1)
console.log(
  `${part} on ${server?.title ?? 'SQLite'}: ${counts.passed} passed, ${counts.failed} failed, in ${minutes} minutes`,
)
process.exit(counts.failed === 0 ? 0 : 1)

function readArguments() {
  const text = { type: 'string' }
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        database: { ...text, default: 'sqlite' },
        commands: text,
        rounds: text,
        seed: text,
        only: text,
        instances: text,
        minutes: text,
      },
    })
  } catch (error) {
    return stop(error.message)
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
