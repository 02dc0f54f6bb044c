// Dossiers, events, revisions and people as the database has them.
export { documentsOf } from './documentsOf.ts'
export {
  type DossierRow,
  eventAt,
  eventsOf,
  findDossier,
  findDossiers,
  pageOfDossiers,
  saveDossier,
  splitPiece,
} from './dossierStore.ts'
export { idsOfMedia, mediaKey } from './mediaKey.ts'
export { movedFrom } from './movedSlugs.ts'
export { pagesOf } from './pagesOf.ts'
export { actingAs, actorOf, asOfNow, isStaff, peopleOf, staffOf } from './people.ts'
export { mainRevision, newestRevision, versionsOf } from './revision.ts'
