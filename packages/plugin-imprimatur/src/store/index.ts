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
  saveDossier,
  splitPiece,
} from './dossierStore.ts'
export { idsOfMedia, mediaKey } from './mediaKey.ts'
export { movedFrom } from './movedSlugs.ts'
export { pagesOf, parentsOf } from './pagesOf.ts'
export { actingAs, actorOf, asOfNow, everybody, isStaff, peopleOf, staffOf } from './people.ts'
export { mainRevision, newestRevision, versionWith } from './revision.ts'
