// What the plugin adds to a config: its own collections, and which fields of a project's collections are content.
export { contentFields, describeField, lexicalBlocks, uploadCollections } from './contentFields.ts'
export { DOSSIERS, EVENTS, MOVED_SLUGS, dossiers, movedSlugs, workflowEvents } from './machineCollections.ts'
export { SHOWN, SHOWN_BY } from './shownFields.ts'
