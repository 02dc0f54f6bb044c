import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { record } from 'payload-plugin-imprimatur/content'
import { afterCommit } from './afterCommit.ts'
import { filesOf, isHash, removeFiles, widthsFolder } from './pictureFiles.ts'
import type { FileStore } from './store/index.ts'

/** Removes the files that a document no longer has, once it is sure that it does not have them any more. */
export function dropReplaced(store: FileStore): CollectionAfterChangeHook {
  return async ({ collection, doc, operation, previousDoc, req }) => {
    if (operation === 'update') {
      const kept = new Set(filesOf(doc))
      const replaced = filesOf(previousDoc).filter((name) => !kept.has(name))
      if (replaced.length > 0) await drop(req, store, collection.slug, replaced, previousDoc)
    }
    return doc as unknown
  }
}

/** The same for a document that is deleted. */
export function dropDeleted(store: FileStore): CollectionBeforeDeleteHook {
  return async ({ collection, id, req }) => {
    const where = { id: { equals: id } }
    const doc = await req.payload.db.findOne({ collection: collection.slug, where, req })
    await drop(req, store, collection.slug, filesOf(doc), doc)
  }
}

/** The widths of a picture that another document has, too, are made again when somebody asks for them. */
async function drop(
  req: PayloadRequest,
  store: FileStore,
  slug: string,
  files: readonly string[],
  doc: unknown,
): Promise<void> {
  const { sha256 } = record(doc)
  await afterCommit(req, async () => {
    await removeFiles(req.payload, store, slug, files)
    if (isHash(sha256)) await store.removeFolder(widthsFolder(sha256))
  })
}
