// One transaction: what is known for as long as it lasts, doing it again when it lost a race, snapshots that only read.
export type { InPayload } from './InPayload.ts'
export { type Barrier, type BarrierPoint, atBarrier, noBarrier } from './barrier.ts'
export { inSnapshot } from './inSnapshot.ts'
export { inTransaction } from './inTransaction.ts'
export { forgetWhatIsWritten, newestVersion, recall, remembered } from './memo.ts'
export { lostTooOften, noteLostRace, retrying } from './retrying.ts'
export { refuseWritesInSnapshots } from './snapshotWrites.ts'
export { type Base, type Revision, type Source, forgetScope, grantFor, scopeOf, withGrant } from './transactionScope.ts'
