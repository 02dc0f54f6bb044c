import type { CollectionAfterDeleteHook, CollectionBeforeOperationHook } from 'payload'
import { pieceKey } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { forgetTexts } from '../search/index.ts'
import {
  deleteCommentsOn,
  deleteNotificationsAbout,
  deleteReviewLinksTo,
  deleteStyleExceptionsOn,
  documentsOf,
  findDossier,
  forgetLeases,
  readMainDocument,
} from '../store/index.ts'
import { eachOrNone } from './bulkIsAtomic.ts'
import { baseDigestIn, basesOf, bodyOfDelete } from './conditions.ts'
import { refuseStale } from './staleRevision.ts'
import { NOT_ADOPTED_HINT, underWorkflow } from './underWorkflow.ts'

/**
 * Refuses to delete what readers can see, or whose retraction they can see, and what has moved on from the revision that
 * the request is based on. Before the operation: Payload 3.90 deletes the versions of a piece first, and in bulk keeps
 * that although the piece itself was then refused.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const refuseDeleting: CollectionBeforeOperationHook = async ({ operation, ...asked }) => {
  const { args, collection, req } = asked
  if (operation !== 'delete') return args
  const bases = basesOf(req, baseDigestIn(await bodyOfDelete(req)))
  const own = underWorkflow(req, collection.slug)
  const documents = await documentsOf(asked, operation)
  for await (const ids of documents.pages()) {
    for (const id of ids) {
      const row = await findDossier(req, collection.slug, id)
      // Of what is not there, Payload says so.
      if (!row && (await readMainDocument(req, own, id)) === null) continue
      if (!row) throw coded('not_adopted', { hint: NOT_ADOPTED_HINT })
      if (row.state.live || row.state.retraction) {
        throw coded('use_transitions', { message: 'Readers can see this piece, or its retraction. Withdraw it first.' })
      }
    }
  }
  await eachOrNone(documents.pages(), (args as { id?: unknown }).id === undefined, (id) =>
    refuseStale(req, own, id, bases),
  )
  return args
}

/** A piece that never went out can be deleted; its dossier, its leases, the links to it, what it is found by and what was said of it go with it, its events stay. */
export const afterDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const key = pieceKey(collection.slug, String(id))
  const row = await findDossier(req, collection.slug, String(id))
  if (row)
    await req.payload.db.deleteOne({
      collection: runtimeOf(req.payload).slugs.dossiers,
      where: { id: { equals: row.id } },
      req,
    })
  await deleteCommentsOn(req, key)
  await deleteNotificationsAbout(req, key)
  await deleteStyleExceptionsOn(req, key)
  await forgetLeases(req, key)
  await deleteReviewLinksTo(req, key)
  await forgetTexts(req, key)
}
