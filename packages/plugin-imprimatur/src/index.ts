// The workflow as a Payload plugin: machine collections, fields, hooks, access, endpoints and GraphQL for any collection.
// May import payload, packages/plugin-imprimatur/src/domain/workflow, packages/plugin-imprimatur/src/domain/content, packages/plugin-imprimatur/src/domain/public-query, packages/plugin-imprimatur/src/errors; knows no collection of this newsroom.
// Tests: test/int/workflow*.int.spec.ts, test/int/plugin*.int.spec.ts.
export type { Barrier, BarrierPoint } from './transaction/barrier.ts'
export { newsroom } from './runtime/context.ts'
export { imprimatur } from './imprimatur.ts'
export type { ImprimaturOptions, QueryableFields, WorkflowCollectionOptions } from './runtime/options.ts'
export { actingAs, actorOf, isStaff, staffOf } from './store/people.ts'
export { perform, type Item, type Performed } from './operations/perform.ts'
export { inWords, reviewShortfalls, warnOfShortfalls } from './operations/reviewShortfalls.ts'
export { reviewQueue, type QueueEntry, type QueueQuery } from './operations/reviewQueue.ts'
export type { DossierView } from './access/view.ts'
