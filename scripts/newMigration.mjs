// Writes the migrations that lead from the last ones to the schema of today, for each database that has a schema: `npm run migrate:new -- NAME`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where each has its migrations, and what makes the config take that database. Payload does not connect to it for this. */
const DATABASES = [
  { folder: 'src/newsroom/database/migrations', uri: '' },
  { folder: 'src/newsroom/database/migrations-postgres', uri: 'postgres://127.0.0.1/none' },
]
const name = process.argv[2] ?? 'schema'
let written = false

for (const { folder, uri } of DATABASES) {
  const before = countFiles(folder)
  const scratch = mkdtempSync(path.join(tmpdir(), 'migration-'))
  const { status } = spawnSync('npx', ['payload', 'migrate:create', name, '--skip-empty'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      // The plugin from its source.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=imprimatur-source`,
      DATA_DIR: scratch,
      UPLOADS_DIR: path.join(scratch, 'uploads'),
      DATABASE_URI: uri,
      PAYLOAD_SECRET: 'no secret is needed for this',
      LOG_LEVEL: 'info',
      NODE_ENV: 'development',
    },
  })
  rmSync(scratch, { recursive: true, force: true })
  if (status !== 0) process.exit(status ?? 1)
  written ||= countFiles(folder) > before
  mend(folder)
}
if (!written) {
  console.error('No migration was written. Either the schema has not changed, or Payload ended early: try once more.')
  process.exit(1)
}

function countFiles(folder) {
  return existsSync(folder) ? readdirSync(folder).length : 0
}

/** What Payload 3.90 writes imports types as values and leaves the extension of its own files out. */
function mend(folder) {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
    const source = readFileSync(path.join(folder, file), 'utf8')
    const mended = source
      .replace(
        /import \{ MigrateUpArgs, MigrateDownArgs, sql \} from/,
        'import { type MigrateDownArgs, type MigrateUpArgs, sql } from',
      )
      .replace(/from '(\.\/[\w-]+)'/g, "from '$1.ts'")
      .replace(/\(\{ db, payload, req \}/g, '({ db }')
    if (mended !== source) writeFileSync(path.join(folder, file), mended)
  }
}
