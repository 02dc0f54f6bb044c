// Types alone: nothing is loaded by importing this.
export type { DossierView } from '../access/index.ts'
export type {
  BySlug,
  ListQuery,
  PublicDocument,
  PublicPage,
  PublicReads,
  PublicRetraction,
} from '../domain/public-query/index.ts'
export type { StyleRule } from '../domain/style/index.ts'
export type {
  Blocker,
  ErrorCode,
  Fault,
  Gate,
  GateFacts,
  Policy,
  RelatedPiece,
  Review,
  ShownMedia,
  Stage,
  TransitionName,
} from '../domain/workflow/index.ts'
export type {
  AuditReport,
  TransitionRequest,
  Offence,
  ExecutedTransition,
  QueueEntry,
  QueueQuery,
} from '../operations/index.ts'
export type { ImprimaturOptions, QueryableFields, WorkflowCollectionOptions } from '../runtime/index.ts'
export type { Translations } from '../translations/index.ts'
export type { Barrier, BarrierPoint, InPayload } from '../transaction/index.ts'
