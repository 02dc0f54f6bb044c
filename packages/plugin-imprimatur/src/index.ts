// The workflow as a Payload plugin: machine collections, fields, hooks, access, endpoints and GraphQL for any collection.
// The door of the package on the server. Knows no collection of a project.
// Tests: test/int/workflow*.int.spec.ts, test/int/plugin*.int.spec.ts.
export { coded, CodedError, entriesOf, fieldFaults, isLostRace, isTransient, quietLog } from './errors/index.ts'
export { alphabetical } from './hardening/alphabet/index.ts'
export { mendEndpoints } from './hardening/endpoints/index.ts'
export { refuseMisshapen, refuseMisshapenGlobal } from './hardening/input/index.ts'
export { afterError, refuseCondition } from './hooks/index.ts'
export { imprimatur } from './imprimatur.ts'
export {
  adopt,
  audit,
  perform,
  publicReads,
  publishDue,
  reviewQueue,
  startClock,
  warnOfShortfalls,
  type AdoptReport,
  type AuditReport,
  type Item,
  type Offence,
  type Performed,
  type QueueEntry,
  type QueueQuery,
} from './operations/index.ts'
export {
  MACHINE_SLUGS,
  runtimeOf,
  type ImprimaturOptions,
  type QueryableFields,
  type WorkflowCollectionOptions,
} from './runtime/index.ts'
export { actingAs, actorOf, findDossiers, isStaff, movedFrom, newestRevision, requireStaff } from './store/index.ts'
export {
  inSnapshot,
  inTransaction,
  remembered,
  retrying,
  type Barrier,
  type BarrierPoint,
  type InPayload,
  type Source,
} from './transaction/index.ts'
