// What readers can follow: one row for each public address of a piece, in one total order, with cursors and a stream.
// Tests: test/int/changes*.int.spec.ts.
export { askedChanges } from './askedChanges.ts'
export { exportChanges } from './exportChanges.ts'
export { pruneChanges } from './pruneChanges.ts'
export { readChanges } from './readChanges.ts'
export { recordAndTell, type Proved } from './recordChanges.ts'
export { settleChanges } from './settleChanges.ts'
export { ChangeStreams, streamsOf } from './streams.ts'
