// Transactions of Postgres that keep what the workflow promises when several servers write at once.
// Tests: test/int/postgres.int.spec.ts.
export { soundTransactions } from './soundTransactions.ts'
export { compareByBytes, type Columns } from './compareByBytes.ts'
