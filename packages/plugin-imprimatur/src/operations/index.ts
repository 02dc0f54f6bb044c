// What people and clocks do with pieces: transitions, the queue, proofs, the audit, public reads, due publications.
export { adopt, notAdopted, type AdoptReport } from './adopt.ts'
export { type AuditReport, type Offence, audit } from './audit/audit.ts'
export { publishDue } from './clock/publishDue.ts'
export { startOwnClock } from './clock/ownClock.ts'
export { startClock } from './clock/startClock.ts'
export { type Item, type Performed, perform } from './perform.ts'
export {
  differenceBetween,
  differenceQuery,
  drawnBetween,
  type DifferenceQuery,
  type DifferenceView,
} from './difference.ts'
export { inWords, reviewShortfalls, warnOfShortfalls } from './reviewShortfalls.ts'
export { performAndView } from './performAndView.ts'
export { proofOf } from './proof.ts'
export { type AsAsked, bySlug, publicReads } from './publicReads.ts'
export { reviewOf, type ReviewState, type ReviewView } from './reviewOf.ts'
export { type QueueEntry, type QueueQuery, queueQuery, reviewQueue } from './reviewQueue.ts'
export { knownPiece, transitionsOf, wholePiece } from './transitionsOf.ts'
export { noteWriter, otherWriters } from './writers.ts'
