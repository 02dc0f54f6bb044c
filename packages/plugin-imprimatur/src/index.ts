// The workflow as a Payload plugin: machine collections, fields, hooks, access, endpoints and GraphQL for any collection.
// The door of the package on the server. Knows no collection of a project.
// Tests: test/int/workflow*.int.spec.ts, test/int/plugin*.int.spec.ts.
export { readingDrafts, readingDraftsAsAsked, type DraftReads } from './access/index.ts'
export { settleChanges, streamsOf } from './changes/index.ts'
export {
  coded,
  CodedError,
  entriesOf,
  fieldFaults,
  isLostRace,
  isPassing,
  isTransient,
  quietLog,
} from './errors/index.ts'
export { aheadOfOthers } from './hardening/adapter/index.ts'
export { alphabetical } from './hardening/alphabet/index.ts'
export { mendEndpoints } from './hardening/endpoints/index.ts'
export { refuseMisshapen, refuseMisshapenGlobal } from './hardening/input/index.ts'
export { afterError, refuseCondition } from './hooks/index.ts'
export { imprimatur } from './imprimatur.ts'
export {
  adopt,
  assignPiece,
  audit,
  commentByLink,
  mailNotifications,
  notify,
  openReviewLink,
  executeTransitions,
  publicReads,
  publishDue,
  reviewQueue,
  reviewShortfalls,
  sayProgress,
  startClock,
  warnOfShortfalls,
  wholePiece,
  type AdoptReport,
  type AuditReport,
  type GuestComment,
  type TransitionRequest,
  type Offence,
  type ExecutedTransition,
  type QueueEntry,
  type QueueQuery,
  type ShownRevision,
} from './operations/index.ts'
export { settleSearch } from './search/index.ts'
export {
  MACHINE_SLUGS,
  runtimeOf,
  type ImprimaturOptions,
  type PublicChange,
  type QueryableFields,
  type WorkflowCollectionOptions,
} from './runtime/index.ts'
export {
  actingAs,
  actorOf,
  findDossiers,
  forgetNotifications,
  isStaff,
  movedFrom,
  newestRevision,
  requireStaff,
} from './store/index.ts'
export {
  inSnapshot,
  inTransaction,
  remembered,
  retrying,
  transactionOf,
  type Barrier,
  type BarrierPoint,
  type InPayload,
  type Source,
} from './transaction/index.ts'
