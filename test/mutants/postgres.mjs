const SOUND = 'packages/plugin-imprimatur/src/hardening/postgres/soundTransactions.ts'
const NEWSROOM = 'src/newsroom/database/postgres.ts'
const POSTGRES_INT = ['test/int/postgres.int.spec.ts']
const PLUGIN_INT = ['test/int/plugin.int.spec.ts']

/** What only a run on Postgres can notice: `TEST_DATABASE=postgres POSTGRES_URI=… npm run mutants -- Postgres`. */
export const POSTGRES = [
  {
    file: SOUND,
    find: `isolationLevel: 'serializable'`,
    put: `isolationLevel: 'repeatable read'`,
    holds: 'I4',
    without: 'that nothing is decided by what another one changes (Postgres)',
    tests: POSTGRES_INT,
    only: 'rests on what another one changed',
  },
  {
    file: SOUND,
    find: `    if (failed === null) return session.resolve()
`,
    put: `    if (failed === null) return session.resolve().catch(() => undefined)
`,
    holds: 'I4',
    without: 'that a commit which fails is an error (Postgres)',
    tests: POSTGRES_INT,
    only: 'fails when its commit fails',
  },
  {
    file: SOUND,
    find: `failures.behind(id, await anyFailed(session.db))`,
    put: `failures.behind(id, session.db === id ? await anyFailed(session.db) : null)`,
    holds: 'I4',
    without: 'that the commit of a transaction in which something failed is an error (Postgres)',
    tests: POSTGRES_INT,
    only: 'something in it failed',
  },
  {
    file: 'packages/plugin-imprimatur/src/hardening/postgres/firstFailures.ts',
    find: `(first.get(id) ?? error)`,
    put: `error`,
    holds: 'I4',
    without: 'that what failed first is told (Postgres)',
    tests: POSTGRES_INT,
    only: 'says what failed first',
  },
  {
    file: SOUND,
    find: `const leave = await turns.take(PATIENCE.turn)`,
    put: `await turns.take(PATIENCE.turn).then((leave) => leave())
    const leave = () => undefined`,
    holds: 'front door',
    without: 'that transactions leave connections to reads (Postgres)',
    tests: POSTGRES_INT,
    only: 'takes no connection that reads need',
  },
  {
    file: SOUND,
    find: `lostTooOften() ? 'exclusive' : 'row exclusive'`,
    put: `lostTooOften() ? 'row exclusive' : 'row exclusive'`,
    holds: 'front door',
    without: 'that who lost twice runs alone (Postgres)',
    tests: POSTGRES_INT,
    only: 'forty saves',
  },
  {
    file: 'packages/plugin-imprimatur/src/hardening/postgres/surviveLostConnections.ts',
    find: `    client.on('error', () => undefined)
`,
    put: '',
    holds: 'front door',
    without: 'that the process survives a connection that the server ends (Postgres)',
    tests: POSTGRES_INT,
    only: 'ends no process',
  },
  {
    file: 'packages/plugin-imprimatur/src/hardening/queries/postgres.ts',
    find: `orderBy.map(withNothingFirst)`,
    put: `orderBy`,
    holds: 'the same answer from each database',
    without: 'that what has no value is sorted first (Postgres)',
    tests: POSTGRES_INT,
    only: 'has no value first',
  },
  {
    file: NEWSROOM,
    find: `await client.query('select pg_advisory_lock($1)', [MIGRATING])`,
    put: '',
    holds: 'front door',
    without: 'that one of several servers migrates (Postgres)',
    tests: POSTGRES_INT,
    only: 'make one database',
  },
  {
    file: NEWSROOM,
    find: `if (!MADE_BY_ANOTHER.has(codeOf(error))) throw`,
    put: `throw`,
    holds: 'front door',
    without: 'that several servers make one database (Postgres)',
    tests: POSTGRES_INT,
    only: 'make one database',
  },
  {
    file: 'packages/plugin-imprimatur/src/guard/guardDatabase.ts',
    find: `payload.db.name === 'postgres'`,
    put: `payload.db.name === 'none'`,
    holds: 'I4',
    without: 'that five saves leave one newest revision (Postgres)',
    tests: PLUGIN_INT,
    only: 'five saves at once',
  },
  {
    file: 'packages/plugin-imprimatur/src/hardening/alphabet/fillSortKeys.ts',
    find: `isolationLevel: 'repeatable read'`,
    put: `isolationLevel: 'read committed'`,
    holds: 'Q7',
    without: 'that a start of another server gives a text no key of the text before it (Postgres)',
    tests: POSTGRES_INT,
    only: 'gives no text the key',
  },
  {
    file: 'packages/plugin-imprimatur/src/hardening/alphabet/alphabetical.ts',
    find: 'await sortByBytes(payload)',
    put: '',
    holds: 'Q7',
    without: 'that keys are compared by their bytes, whatever the language of the database (Postgres)',
    tests: POSTGRES_INT,
    only: 'as a language has them',
  },
].map((mutant) => ({ ...mutant, database: 'postgres' }))
