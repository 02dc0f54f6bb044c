// Dossiers, events, revisions and people as the database has them.
export { documentsOf, type Documents } from './documentsOf.ts'
export {
  type DossierRow,
  eventAt,
  eventsOf,
  findDossier,
  findDossiers,
  pageOfDossiers,
  pagesOfDossiers,
  pieceOfDossier,
  readDossier,
  saveDossier,
  splitPiece,
} from './dossierStore.ts'
export { idsOfMedia, mediaKey } from './mediaKey.ts'
export { movedFrom, redirectsFrom } from './movedSlugs.ts'
export { pagesOf, parentsOf } from './pagesOf.ts'
export { actingAs, actorOf, asKnown, asOfNow, everybody, isStaff, peopleOf, requireStaff } from './people.ts'
export { isPublicRow, publicRows } from './publicRows.ts'
export { mainRevision, newestRevision, readMainRevision, readNewestRevision, versionWith } from './revision.ts'
