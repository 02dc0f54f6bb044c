// The workflow as a Payload plugin: machine collections, fields, hooks, access, endpoints and GraphQL for any collection.
// May import payload, src/workflow, src/content, src/delivery, src/payload/errors; knows no collection of this newsroom.
// Tests: test/int/workflow*.int.spec.ts, test/int/plugin*.int.spec.ts.
export type { Barrier, BarrierPoint } from './barrier.ts'
export { newsroom } from './context.ts'
export { imprimatur } from './imprimatur.ts'
export type { ImprimaturOptions, QueryableFields, WorkflowCollectionOptions } from './options.ts'
export { actingAs, actorOf, isStaff, staffOf } from './people.ts'
export { perform, type Item, type Performed } from './perform.ts'
export { reviewQueue, type QueueEntry, type QueueQuery } from './reviewQueue.ts'
export type { DossierView } from './view.ts'
