// Tells what is read from the database and what is committed to it, for whoever keeps answers.
// Tests: test/int/delivery*.int.spec.ts.
export { watchDatabase, type DatabaseChange, type DatabaseRead, type DatabaseWatcher } from './watchDatabase.ts'
