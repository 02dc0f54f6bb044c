// Dossiers, events, revisions and people as the database has them.
export { addComment, changeComment, commentsOn, commentsWith, deleteCommentsOn } from './comments.ts'
export { documentsOf, type Documents } from './documentsOf.ts'
export { attributeKey, attributesOf, splitPiece, type DossierRow } from './dossierRow.ts'
export {
  dossiersOf,
  findDossier,
  idsAtStage,
  findDossiers,
  pageOfDossiers,
  pagesOfDossiers,
  pieceOfDossier,
  readDossier,
  saveAssignment,
  saveDossier,
} from './dossierStore.ts'
export { eventAt, eventsNumbered, eventsOf, lastEvents } from './eventStore.ts'
export {
  beginLease,
  forgetLeases,
  lasts,
  leasesOf,
  prolongLease,
  prolongOwnLease,
  type LeaseRow,
} from './leaseStore.ts'
export { isDuplicate } from './isDuplicate.ts'
export { idsOfMedia, mediaKey } from './mediaKey.ts'
export { forgetSlugsOf, movedFrom, moveSlug } from './movedSlugs.ts'
export {
  deleteNotificationsAbout,
  forgetNotifications,
  markNotificationsRead,
  claimUnsent,
  noteSent,
  releaseUnsent,
  pageOfNotifications,
  unsentNotifications,
  writeNotifications,
  type NotificationRow,
} from './notifications.ts'
export { pagesOf, parentsOf } from './pagesOf.ts'
export {
  addReviewLink,
  changeReviewLink,
  deleteReviewLinksTo,
  reviewLinksOn,
  reviewLinkWith,
  type ReviewLinkRow,
} from './reviewLinks.ts'
export { actingAs, actorOf, asKnown, asOfNow, everybody, isStaff, peopleOf, requireStaff } from './people.ts'
export {
  addStyleException,
  deleteStyleExceptionsOn,
  removeStyleException,
  styleExceptionsOn,
} from './styleExceptions.ts'
export { isPublicRow, publicRows } from './publicRows.ts'
export {
  addRelease,
  changeRelease,
  freePieces,
  holdersOf,
  pageOfReleases,
  pagesOfDueReleases,
  piecesIn,
  putPiece,
  releasesWith,
  takePieces,
  writeMissed,
} from './releases.ts'
export { earlierMoves, movesWithin, piecesWith, waitingAt } from './reports.ts'
export { mayRefer, referrersOf } from './referrers.ts'
export {
  mainRevision,
  newestDocument,
  newestRevision,
  readMainDocument,
  readMainRevision,
  readNewestDocument,
  readNewestRevision,
  versionWith,
} from './revision.ts'
