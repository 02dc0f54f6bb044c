// Long runs of what `npm test` runs in short: `npm run campaign -- PART [--database sqlite|mongodb] [--commands N] [--rounds N] [--seed N] [--only NAME]`, the last a
// regular expression for names of races.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { installPackages } from './installPackages.mjs'
import { mongoForTests } from './mongoForTests.mjs'
import { requireNode } from './requireNode.mjs'
import { runVitest } from './runVitest.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const { values, positionals } = readArguments()
const [part] = positionals
const file = `test/campaign/${part}.campaign.spec.ts`
if (positionals.length !== 1 || !existsSync(file)) {
  stop('Say which part to run: sequences, races or crash, such as `npm run campaign -- sequences --commands 5000`.')
}
if (!['sqlite', 'mongodb'].includes(values.database)) stop('--database is sqlite or mongodb.')
if (!(await installPackages(root))) stop('The packages could not be installed.')

const mongo = values.database === 'mongodb' ? await mongoForTests(root) : undefined
if (mongo && 'missing' in mongo) stop(`There is no MongoDB: ${mongo.missing}.`)
const started = Date.now()
const counts = await runVitest(
  root,
  'campaign',
  {
    TEST_DATABASE: values.database,
    ...(mongo ? { MONGODB_URI: mongo.uri } : {}),
    ...(values.commands ? { COMMANDS: values.commands } : {}),
    ...(values.rounds ? { ROUNDS: values.rounds } : {}),
    ...(values.seed ? { FC_SEED: values.seed } : {}),
  },
  { files: [file], only: values.only },
)
await mongo?.stop()
const minutes = ((Date.now() - started) / 60_000).toFixed(1)
console.log(
  `${part} on ${mongo?.title ?? 'SQLite'}: ${counts.passed} passed, ${counts.failed} failed, in ${minutes} minutes`,
)
process.exit(counts.failed === 0 ? 0 : 1)

function readArguments() {
  const text = { type: 'string' }
  try {
    return parseArgs({
      allowPositionals: true,
      options: { database: { ...text, default: 'sqlite' }, commands: text, rounds: text, seed: text, only: text },
    })
  } catch (error) {
    return stop(error.message)
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
