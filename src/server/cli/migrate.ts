import { withNewsroom } from './withNewsroom.ts'

// Opening the newsroom runs the migrations (SQLite) or builds the indexes (MongoDB).
await withNewsroom((payload) => {
  process.stdout.write(`The database is up to date (${payload.db.name}).\n`)
  return Promise.resolve(0)
})
