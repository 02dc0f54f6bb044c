// The two databases: adapters with what the workflow needs of them (transactions, one writer on SQLite, migrations).
// May import payload's adapters, packages/plugin-imprimatur/src/errors.
// Tests: test/int/database*.int.spec.ts.
export { database } from './database.ts'
export { oneWriter } from '../../../packages/plugin-imprimatur/src/hardening/sqlite/oneWriter.ts'
export { isTransient } from '../../../packages/plugin-imprimatur/src/errors/transient.ts'
