// What SQLite needs so that several requests can write at once, and reads can be of one state.
export type { OthersPort, SnapshotPort } from '../hardening/adapter/index.ts'
export { oneWriter } from '../hardening/sqlite/index.ts'
