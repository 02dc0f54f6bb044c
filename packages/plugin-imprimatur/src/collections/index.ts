// What the plugin adds to a config: its own collections, and which fields of a project's collections are content.
export { contentFields, describeField, lexicalBlocks } from './contentFields.ts'
export { dossiers, movedSlugs, workflowEvents } from './machineCollections.ts'
export { SHOWN, SHOWN_BY, TAKEN } from './shownFields.ts'
