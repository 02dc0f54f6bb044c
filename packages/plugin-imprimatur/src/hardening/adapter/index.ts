// What Payload's database adapters have in common that their types do not say.
export { type DatabaseId, idFor, idsFor, isNumbered } from './ids.ts'
export { openSession, type Session } from './openSession.ts'
export { READS } from './reads.ts'
export type { SnapshotPort } from './snapshotPort.ts'
export { buildQuery, eq, loadSqlParts, sql } from './sqlParts.ts'
export { Turns } from './turns.ts'
export { WRITES } from './writes.ts'
