import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { afterCommit } from './afterCommit.ts'
import { filesOf, removeFiles } from './pictureFiles.ts'

/** Takes the files that a document no longer has off the disk, once it is sure that it does not have them any more. */
export const dropReplaced: CollectionAfterChangeHook = async ({ collection, doc, operation, previousDoc, req }) => {
  if (operation === 'update') {
    const kept = new Set(filesOf(doc))
    const replaced = filesOf(previousDoc).filter((name) => !kept.has(name))
    if (replaced.length > 0) await afterCommit(req, () => removeFiles(req.payload, collection.slug, replaced))
  }
  return doc as unknown
}

/** The same for a document that is deleted. */
export const dropDeleted: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const where = { id: { equals: id } }
  const files = filesOf(await req.payload.db.findOne({ collection: collection.slug, where, req }))
  await afterCommit(req, () => removeFiles(req.payload, collection.slug, files))
}
