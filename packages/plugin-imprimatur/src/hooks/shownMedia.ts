import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'
import { mayWrite, noteChange } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import {
  documentsOf,
  findDossiers,
  idsOfMedia,
  mediaKey,
  pagesOfDossiers,
  saveDossier,
  actorOf,
  asOfNow,
  newestRevision,
} from '../store/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { SHOWN, SHOWN_BY, TAKEN } from '../collections/index.ts'
import { knownDrafts } from '../access/index.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** Notes that `piece`, as readers get it from now on, shows the media documents `after` and no longer `before`; see {@link mediaKey}. */
export async function showMedia(
  req: PayloadRequest,
  piece: string,
  shown: { before: readonly string[]; after: readonly string[] },
): Promise<void> {
  const touched = [...new Set([...shown.before, ...shown.after])]
  if (touched.length === 0) return
  for (const collection of runtimeOf(req.payload).media) {
    const ids = idsFor(req.payload, collection, idsOfMedia(req.payload, collection, touched))
    if (ids.length === 0) continue
    const { docs } = await req.payload.db.find<Stored>({
      collection,
      where: { id: { in: ids } },
      select: { [SHOWN_BY]: true },
      pagination: false,
      limit: 0,
      req,
    })
    for (const doc of docs) {
      const known = Array.isArray(doc[SHOWN_BY]) ? doc[SHOWN_BY].map(String) : []
      const others = known.filter((each) => each !== piece)
      const shownBy = shown.after.includes(mediaKey(req.payload, collection, doc.id))
        ? [...others, piece].sort()
        : others
      await req.payload.db.updateOne({
        collection,
        id: doc.id,
        data: { [SHOWN_BY]: shownBy, [SHOWN]: shownBy.length > 0 },
        req,
        returning: false,
      })
    }
  }
}

/** Notes that a piece has referred to these media documents, where it makes a difference to who may have them; see {@link mediaKey}. */
export async function takeMedia(req: PayloadRequest, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  for (const collection of runtimeOf(req.payload).media) {
    const hasMark = req.payload.collections[collection]?.config.flattenedFields.some(({ name }) => name === TAKEN)
    const ids = hasMark ? idsFor(req.payload, collection, idsOfMedia(req.payload, collection, keys)) : []
    if (ids.length === 0) continue
    const free: Where = { or: [{ [TAKEN]: { equals: false } }, { [TAKEN]: { exists: false } }] }
    const where: Where = { and: [{ id: { in: ids } }, free] }
    const { docs } = await req.payload.db.find<Stored>({ collection, where, pagination: false, limit: 0, req })
    for (const { id } of docs)
      await req.payload.db.updateOne({ collection, id, data: { [TAKEN]: true }, req, returning: false })
  }
}

/**
 * Refuses to change or delete media documents while a public or signed-off piece shows them: their files and texts are
 * part of what was signed off. Before the operation, as Payload 3.90 deletes the old file before any later hook runs.
 *
 * @throws CodedError `media_in_use`.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const guardShownMedia: CollectionBeforeOperationHook = async ({ operation, ...asked }) => {
  const { args, collection, req } = asked
  if (operation === 'update' || operation === 'delete') {
    const documents = await documentsOf(asked, operation)
    for await (const ids of documents.pages()) await refuseChangeOfShown(req, collection.slug, ids)
    for await (const ids of documents.pages()) await refuseChangeOfForeign(req, collection.slug, ids)
  }
  return args
}

async function refuseChangeOfShown(req: PayloadRequest, collection: string, ids: readonly string[]): Promise<void> {
  const shown: Where = { and: [{ id: { in: idsFor(req.payload, collection, ids) } }, { [SHOWN]: { equals: true } }] }
  const { totalDocs } = await req.payload.db.count({ collection, where: shown, req })
  const signed =
    totalDocs > 0
      ? []
      : await findDossiers(req, { and: [{ signed: { equals: true } }, showing(req, collection, ids)] }, { limit: 1 })
  const [row] = signed
  const [known] = row ? await knownDrafts(req, [row]) : []
  const holder = known?.title
  if (totalDocs > 0 || signed.length > 0) {
    throw coded('media_in_use', {
      message: holder
        ? `“${holder}” shows this file and is signed off.`
        : totalDocs > 0
          ? 'A public piece shows this file.'
          : 'A piece that is signed off shows this file.',
      hint: 'Upload the new file as a media document of its own and put it into the piece.',
    })
  }
}

/**
 * Refuses to change pictures that a piece shows to one who may not write that piece: it would be a change of its text.
 * Before the operation, as a file that Payload took off the disk does not come back with a rollback.
 *
 * @throws CodedError `media_in_use`.
 */
async function refuseChangeOfForeign(req: PayloadRequest, collection: string, ids: readonly string[]): Promise<void> {
  const actor = actorOf(req)
  if (!actor) return
  for await (const rows of pagesOfDossiers(req, showing(req, collection, ids))) {
    if (rows.every((row) => mayWrite(actor, row.state.owner))) continue
    throw coded('media_in_use', {
      message: 'Somebody else’s piece shows this file.',
      hint: 'Upload the new file as a media document of its own.',
    })
  }
}

/** That a piece shows one of the documents, in its newest revision. */
function showing({ payload }: PayloadRequest, collection: string, ids: readonly string[]): Where {
  return { shows: { in: ids.map((id) => mediaKey(payload, collection, id)) } }
}

/** Whoever changes a picture changes every draft that shows it, and becomes one of its writers. */
export const afterChangeOfShown: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation === 'update') await noteInDrafts(req, collection.slug, String((doc as { id: unknown }).id))
  return doc as unknown
}

/** The same for a picture that is gone. */
export const afterDeletionOfShown: CollectionAfterDeleteHook = async ({ collection, id, req }) =>
  noteInDrafts(req, collection.slug, String(id))

async function noteInDrafts(req: PayloadRequest, media: string, id: string): Promise<void> {
  const { collections, now } = runtimeOf(req.payload)
  for await (const rows of pagesOfDossiers(req, showing(req, media, [id]))) {
    for (const row of rows) {
      const collection = collections.get(row.collection)
      const revision = collection && (await newestRevision(req, collection, row.pieceId))
      if (!revision || revision.digest === row.digest) continue
      const actor = actorOf(req)
      if (!actor) throw coded('not_authenticated')
      const change = { actor: await asOfNow(req, actor), before: row.digest, after: revision.digest, now: now() }
      const { event, dossier } = noteChange(row.state, change)
      await saveDossier(req, collection, { row, state: dossier, event, revision })
    }
  }
}
