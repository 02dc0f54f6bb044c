// What people and clocks do with pieces: transitions, the queue, proofs, the audit, public reads, due publications.
export { adopt, notAdopted, type AdoptReport } from './adopt.ts'
export { assignmentChangeOf, assignPiece } from './assignPiece.ts'
export { type AuditReport, type Offence, audit, sayProgress } from './audit/index.ts'
export { type Companion, companionsOf } from './companionsOf.ts'
export { publishDue } from './clock/publishDue.ts'
export { startOwnClock } from './clock/ownClock.ts'
export { startClock } from './clock/startClock.ts'
export { deskReport, reportAsCsv, reportQuery, type DeskReport } from './deskReport.ts'
export { deskOf, type DeskEntry, type DeskView } from './deskOf.ts'
export { type LeaseView, holdPiece, leaseOf, leavePiece } from './lease.ts'
export { type TransitionRequest, type ExecutedTransition, executeTransitions } from './executeTransitions.ts'
export { differenceBetween, differenceQuery } from './difference.ts'
export { reviewShortfalls, warnOfShortfalls } from './reviewShortfalls.ts'
export { executeAndView } from './executeAndView.ts'
export { comment, commentsOf, editComment, removeComment, type CommentInput, type CommentsView } from './comments.ts'
export type { CommentView, SuggestionView } from './commentView.ts'
export { mailNotifications } from './mailNotifications.ts'
export { notificationsOf, readNotifications, type NotificationPage, type NotificationView } from './notifications.ts'
export { notify } from './notify.ts'
export { commentByLink, openReviewLink, type GuestComment, type ShownRevision } from './openReviewLink.ts'
export {
  makeReviewLink,
  reviewLinksOf,
  revokeReviewLink,
  type ReviewLinkInput,
  type ReviewLinksView,
  type ReviewLinkView,
} from './reviewLinks.ts'
export { proofOf } from './proof.ts'
export { type AsAsked, bySlug, publicReads } from './publicReads.ts'
export {
  addToRelease,
  makeRelease,
  publishRelease,
  releaseOf,
  releasesOf,
  removeFromRelease,
  scheduleRelease,
  type NamedPiece,
  type PublishedRelease,
  type ReleasePage,
  type ReleasePieceView,
  type ReleaseView,
} from './releases/index.ts'
export { type ReviewedAlong, reviewOf, type ReviewView } from './reviewOf.ts'
export { dossierOf, type ReviewState } from './reviewsOn.ts'
export {
  attributeNames,
  QUEUE_PARAMETERS,
  type QueueEntry,
  type QueueQuery,
  queueQuery,
  reviewQueue,
} from './reviewQueue.ts'
export { letStand, letStandNoMore, styleOf, type StyleNote, type StyleView } from './style.ts'
export { leaveSuggestion, takeSuggestion, type TakingInput } from './suggestions.ts'
export { knownPiece, transitionsOf, wholePiece } from './transitionsOf.ts'
