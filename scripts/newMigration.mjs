// Writes the migration that leads from the last one to the schema of today: `npm run migrate:new -- NAME`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const FOLDER = 'src/newsroom/database/migrations'
const name = process.argv[2] ?? 'schema'

const before = readdirSync(FOLDER).length
const scratch = mkdtempSync(path.join(tmpdir(), 'migration-'))
const { status } = spawnSync('npx', ['payload', 'migrate:create', name, '--skip-empty'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DATA_DIR: scratch,
    UPLOADS_DIR: path.join(scratch, 'uploads'),
    DATABASE_URI: '',
    LOG_LEVEL: 'info',
    NODE_ENV: 'development',
  },
})
rmSync(scratch, { recursive: true, force: true })
if (status !== 0) process.exit(status ?? 1)
if (readdirSync(FOLDER).length === before) {
  console.error('No migration was written. Either the schema has not changed, or Payload ended early: try once more.')
  process.exit(1)
}

// What Payload 3.90 writes imports types as values and leaves the extension of its own files out.
for (const file of readdirSync(FOLDER).filter((each) => each.endsWith('.ts'))) {
  const source = readFileSync(path.join(FOLDER, file), 'utf8')
  const mended = source
    .replace(
      /import \{ MigrateUpArgs, MigrateDownArgs, sql \} from/,
      'import { type MigrateDownArgs, type MigrateUpArgs, sql } from',
    )
    .replace(/from '(\.\/[\w-]+)'/g, "from '$1.ts'")
    .replace(/\(\{ db, payload, req \}/g, '({ db }')
  if (mended !== source) writeFileSync(path.join(FOLDER, file), mended)
}
