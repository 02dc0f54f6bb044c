// What the plugin adds to a config: its own collections, and which fields of a project's collections are content.
export { contentFields, describeField, lexicalBlocks } from './contentFields.ts'
export { eachOwnBlock } from './eachOwnBlock.ts'
export {
  changeBatches,
  changeLog,
  comments,
  dossiers,
  leases,
  movedSlugs,
  notifications,
  releasePieces,
  releases,
  reviewLinks,
  searchTexts,
  searchWords,
  styleExceptions,
  workflowEvents,
} from './machineCollections.ts'
export { SHOWN, SHOWN_BY, TAKEN } from './shownFields.ts'
