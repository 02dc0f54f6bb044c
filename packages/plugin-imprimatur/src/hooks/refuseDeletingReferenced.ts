import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { documentsOf, findDossiers, type Documents } from '../store/index.ts'
import { referrerOf, refuseNamed } from '../guard/index.ts'
import { knownDrafts } from '../access/index.ts'

/**
 * Refuses to delete a document that a piece refers to, in what readers get of it or in its newest revision: SQLite
 * empties the reference, and with it changes what was signed off. The same of what the workflow's rules name
 * ({@link refuseNamed}). Files have `guardShownMedia`.
 *
 * @throws CodedError `in_use`.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const refuseDeletingReferenced: CollectionBeforeOperationHook = async ({ operation, ...asked }) => {
  const { args, collection, req } = asked
  if (operation !== 'delete') return args
  const documents = await documentsOf(asked, operation)
  for await (const ids of documents.pages()) {
    await refuseNamed(req, collection.slug, ids)
    await refuseReferred(req, collection.slug, ids, documents)
  }
  return args
}

async function refuseReferred(
  req: PayloadRequest,
  to: string,
  ids: readonly string[],
  going: Documents,
): Promise<void> {
  const holder = await referrerOf(req, to, ids, going)
  if (holder === undefined) return
  const [row] = await findDossiers(req, { piece: { equals: holder } }, { limit: 1 })
  // The title is that of the newest text.
  const [known] = row ? await knownDrafts(req, [row]) : []
  const title = known?.title ?? null
  throw coded('in_use', {
    message: title === null ? 'A piece still refers to this.' : `“${title}” still refers to this.`,
    hint: 'Take it out of the piece first. If the piece is public, that takes a new revision.',
  })
}
