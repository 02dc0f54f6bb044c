// The three databases: adapters with what the workflow needs of them (transactions, one writer on SQLite, migrations).
// Tests: test/int/server-start.int.spec.ts, test/int/postgres.int.spec.ts.
export { database } from './database.ts'
export { oneWriter } from 'payload-plugin-imprimatur/sqlite'
export { type Follower } from './following.ts'
export { followOthers } from './followOthers.ts'
