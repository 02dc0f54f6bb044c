// The two databases: adapters with what the workflow needs of them (transactions, one writer on SQLite, migrations).
// May import payload's adapters, src/payload/errors.
// Tests: test/int/database*.int.spec.ts.
export { database } from './database.ts'
export { oneWriter } from './oneWriter.ts'
export { isTransient } from './transient.ts'
