import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { forgetSlugsOf, moveSlug } from '../store/index.ts'

type Doc = Readonly<Record<string, unknown>>

/** Has readers led on from the slug that a document leaves which is public without the workflow. */
export const keepFormerSlug: CollectionAfterChangeHook = async ({
  collection,
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const [after, given, before] = [doc, data, previousDoc] as readonly Doc[]
  // An answer with a `select` may lack it.
  const to = after?.slug ?? given?.slug
  if (typeof to !== 'string') return
  const from = operation === 'update' ? before?.slug : undefined
  await moveSlug(req, collection.slug, String(after?.id), { from, to })
}

/** Has them led nowhere once the document is deleted. */
export const forgetFormerSlugs: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await forgetSlugsOf(req, collection.slug, String(id))
}
