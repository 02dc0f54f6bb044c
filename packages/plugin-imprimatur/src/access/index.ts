// Who may read and write what: access rules for Payload, what of a dossier somebody may know, references that readers may not follow.
export { both } from './both.ts'
export { createPieces, nobody, readPieces, readMedia, readVersions, staffOnly, writePieces } from './access.ts'
export {
  askForDrafts,
  type DraftReads,
  mayAskForDrafts,
  othersAsPublic,
  readingDrafts,
  readingDraftsAsAsked,
} from './draftReads.ts'
export { ALL_STAFF, type GetsAll, WHO_SEES_ALL, onlyPublicReferences } from './publicReferences.ts'
export { allowedByProject, isNarrowed, knownDrafts, knownRows } from './projectRules.ts'
export { type DossierView, dossierView, canSeeDraft, canSeeAllPieces } from './view.ts'
