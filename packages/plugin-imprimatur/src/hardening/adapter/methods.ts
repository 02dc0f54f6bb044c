import type { BaseDatabaseAdapter } from 'payload'

/** Names of what an adapter does, as against what it is told or keeps (`name`, `sessions`, `migrationDir`, …). */
export type MethodName = {
  [Name in keyof BaseDatabaseAdapter]-?: NonNullable<BaseDatabaseAdapter[Name]> extends (...args: never[]) => unknown
    ? Name
    : never
}[keyof BaseDatabaseAdapter]

/** `lifecycle` is whatever is about no document: transactions, the connection, the schema. */
export type Kind = 'reads' | 'writes' | 'lifecycle'

/**
 * Every method of Payload's adapters (3.90). This is the only list: a newer Payload that has another one does not compile, and where it runs
 * all the same, that method is refused when it is called.
 */
export const METHODS = {
  beginTransaction: 'lifecycle',
  commitTransaction: 'lifecycle',
  connect: 'lifecycle',
  count: 'reads',
  countGlobalVersions: 'reads',
  countVersions: 'reads',
  create: 'writes',
  createGlobal: 'writes',
  createGlobalVersion: 'writes',
  createMigration: 'lifecycle',
  createVersion: 'writes',
  deleteMany: 'writes',
  deleteOne: 'writes',
  deleteVersions: 'writes',
  destroy: 'lifecycle',
  find: 'reads',
  findDistinct: 'reads',
  findGlobal: 'reads',
  findGlobalVersions: 'reads',
  findOne: 'reads',
  findVersions: 'reads',
  generateSchema: 'lifecycle',
  init: 'lifecycle',
  migrate: 'lifecycle',
  migrateDown: 'lifecycle',
  migrateFresh: 'lifecycle',
  migrateRefresh: 'lifecycle',
  migrateReset: 'lifecycle',
  migrateStatus: 'lifecycle',
  queryDrafts: 'reads',
  rollbackTransaction: 'lifecycle',
  updateGlobal: 'writes',
  updateGlobalVersion: 'writes',
  updateJobs: 'writes',
  updateMany: 'writes',
  updateOne: 'writes',
  updateVersion: 'writes',
  upsert: 'writes',
} as const satisfies Record<MethodName, Kind>

type NameOf<K extends Kind> = { [Name in MethodName]: (typeof METHODS)[Name] extends K ? Name : never }[MethodName]

export type WriteName = NameOf<'writes'>

/** The rows that a method reads or writes. */
export type Rows = 'documents' | 'versions' | 'globals' | 'globalVersions' | 'jobs'

export const ROWS = {
  count: 'documents',
  countGlobalVersions: 'globalVersions',
  countVersions: 'versions',
  create: 'documents',
  createGlobal: 'globals',
  createGlobalVersion: 'globalVersions',
  createVersion: 'versions',
  deleteMany: 'documents',
  deleteOne: 'documents',
  deleteVersions: 'versions',
  find: 'documents',
  findDistinct: 'documents',
  findGlobal: 'globals',
  findGlobalVersions: 'globalVersions',
  findOne: 'documents',
  findVersions: 'versions',
  queryDrafts: 'versions',
  updateGlobal: 'globals',
  updateGlobalVersion: 'globalVersions',
  updateJobs: 'jobs',
  updateMany: 'documents',
  updateOne: 'documents',
  updateVersion: 'versions',
  upsert: 'documents',
} as const satisfies Record<NameOf<'reads' | 'writes'>, Rows>

/** The rows that `method` is about; null for one of the lifecycle. */
export function rowsOf(method: MethodName): Rows | null {
  return method in ROWS ? ROWS[method as keyof typeof ROWS] : null
}

/** What Payload's adapters (3.90) call within themselves, with the connection in their hands: no way in from outside. */
export const INNER_PARTS: ReadonlySet<string> = new Set([
  'afterCreateConnection',
  'afterOpenConnection',
  'convertPathToJSONTraversal',
  'countDistinct',
  'createDatabase',
  'createExtensions',
  'createJSONQuery',
  'deleteWhere',
  'dropDatabase',
  'execute',
  // A model of Mongoose, which is a class.
  'globals',
  'insert',
  'rejectInitializing',
  'requireDrizzleKit',
  'resolveInitializing',
  // Ours: see SnapshotPort and OthersPort.
  'beginSnapshot',
  'stampOfOthers',
])
