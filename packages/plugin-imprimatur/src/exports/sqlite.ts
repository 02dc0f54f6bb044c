// What SQLite needs so that several requests can write at once, and reads can be of one state.
export { oneWriter, type SnapshotPort } from '../hardening/sqlite/index.ts'
