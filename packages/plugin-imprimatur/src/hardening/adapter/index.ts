// What Payload's database adapters have in common that their types do not say.
export { type DatabaseId, idFor, idsFor, isNumbered } from './ids.ts'
export { INNER_PARTS, METHODS, rowsOf, type Kind, type MethodName, type Rows, type WriteName } from './methods.ts'
export { openSession, type Session } from './openSession.ts'
export type { OthersPort } from './othersPort.ts'
export type { SnapshotPort } from './snapshotPort.ts'
export { buildQuery, eq, loadSqlParts, sql } from './sqlParts.ts'
export { Turns } from './turns.ts'
export { methodsOf, wrapAdapter, type Arguments, type Ending, type Layer, type Method } from './wrapAdapter.ts'
