import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { adoptPublic, ADOPTER, noteChange, openDossier, pieceKey, type Actor } from '../domain/workflow/index.ts'
import { entriesOf } from '../errors/index.ts'
import { idFor, type DatabaseId } from '../hardening/adapter/index.ts'
import { showMedia, takeMedia } from '../hooks/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { findDossier, isPublicRow, mainRevision, newestRevision, pagesOf, saveDossier } from '../store/index.ts'
import { inTransaction, withGrant, type Revision } from '../transaction/index.ts'

export type AdoptReport = {
  /** Documents that were public, and are recorded as that now. */
  readonly published: number
  /** Documents that were no more than drafts. */
  readonly drafts: number
  /** Files whose hash was made. */
  readonly hashed: number
  /** What could not be recorded, as sentences. */
  readonly failed: readonly { readonly what: string; readonly why: string }[]
}

const ACTOR: Actor = { kind: 'system', id: ADOPTER }

/**
 * Records what was there before the workflow: what is public as public (event `adopt`), everything else as drafts. Each document in a
 * transaction of its own, so it can be broken off and begun anew; what has a dossier already is left alone.
 */
export async function adopt(payload: Payload): Promise<AdoptReport> {
  const report = { published: 0, drafts: 0, hashed: 0, failed: [] as { what: string; why: string }[] }
  const trying = async (what: string, act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      const why = entriesOf(error)?.[0]?.message ?? (error instanceof Error ? error.message : String(error))
      report.failed.push({ what, why })
    }
  }
  for (const collection of runtimeOf(payload).media) {
    for await (const rows of pagesOf<FileRow>(
      { payload },
      { collection, by: 'id', select: { id: true, filename: true }, where: NOT_HASHED },
    )) {
      for (const row of rows)
        await trying(`${collection}:${String(row.id)}`, async () => {
          if (await keepHash(payload, collection, row)) report.hashed++
        })
    }
  }
  for (const collection of runtimeOf(payload).collections.values()) {
    for await (const rows of pagesOf<{ id: DatabaseId }>(
      { payload },
      { collection: collection.slug, by: 'id', select: { id: true } },
    )) {
      for (const id of rows.map((row) => String(row.id)))
        await trying(pieceKey(collection.slug, id), async () => {
          const became = await adoptOne(payload, collection, id)
          if (became !== null) report[became]++
        })
    }
  }
  return report
}

/** How many documents are not recorded, by collection: as many as can be counted without reading them. */
export async function notAdopted(payload: Payload): Promise<ReadonlyMap<string, number>> {
  const { collections, slugs } = runtimeOf(payload)
  const found = new Map<string, number>()
  for (const { slug } of collections.values()) {
    const [all, known] = await Promise.all([
      payload.db.count({ collection: slug }),
      payload.db.count({ collection: slugs.dossiers, where: { collection: { equals: slug } } }),
    ])
    if (all.totalDocs > known.totalDocs) found.set(slug, all.totalDocs - known.totalDocs)
  }
  return found
}

async function adoptOne(
  payload: Payload,
  collection: WorkflowCollection,
  id: string,
): Promise<'published' | 'drafts' | null> {
  const req = await createLocalReq({ context: { imprimaturSystem: 'adopt' } }, payload)
  return inTransaction(req, async () => {
    if (await findDossier(req, collection.slug, id)) return null
    const main = await mainRevision(req, collection, id)
    const newest = await newestRevision(req, collection, id)
    if (!main || !newest) return null
    const now = runtimeOf(payload).now()
    const piece = { collection: collection.slug, id, now }
    await takeMedia(
      req,
      newest.media.map((each) => each.id),
    )
    if (!isPublicRow(main.doc)) {
      const { event, dossier } = openDossier({ ...piece, actor: ADOPTER, digest: newest.digest })
      await saveDossier(req, collection, { row: null, state: dossier, event, revision: newest })
      return 'drafts'
    }
    await keepPublic(req, collection, id, main)
    const { event, dossier } = adoptPublic({ ...piece, digest: main.digest })
    await saveDossier(req, collection, { row: null, state: dossier, event, revision: main })
    const row = await findDossier(req, collection.slug, id)
    const next = noteChange(dossier, { actor: ACTOR, before: main.digest, after: newest.digest, now })
    if (row && next.event)
      await saveDossier(req, collection, { row, state: next.dossier, event: next.event, revision: newest })
    return 'published'
  })
}

/** The row as readers have it, with what the plugin keeps on a public piece and on the files that it shows. */
async function keepPublic(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  { doc, media }: Revision,
): Promise<void> {
  const since = doc.publishedAt ?? doc.createdAt ?? runtimeOf(req.payload).now().toISOString()
  const data = {
    ...doc,
    _status: 'published',
    publishedAt: since,
    firstPublishedAt: doc.firstPublishedAt ?? since,
  }
  const piece = pieceKey(collection.slug, id)
  const shown = media.map((each) => each.id)
  await takeMedia(req, shown)
  await withGrant(req, { piece, makes: 'public' }, async () => {
    await req.payload.db.updateOne({
      collection: collection.slug,
      id: idFor(req.payload, collection.slug, id),
      data,
      req,
      returning: false,
    })
    await showMedia(req, piece, { before: [], after: shown })
  })
}

type FileRow = { readonly id: DatabaseId; readonly filename?: string | null }

const NOT_HASHED = { or: [{ sha256: { exists: false } }, { sha256: { equals: '' } }] }

/** Reads the file from where Payload keeps files; one that lies elsewhere has to be uploaded again. */
async function keepHash(payload: Payload, collection: string, { id, filename }: FileRow): Promise<boolean> {
  const upload = payload.collections[collection]?.config.upload
  const folder = upload?.staticDir
  if (!filename || !folder) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(path.resolve(folder, filename)), hash)
  await payload.db.updateOne({ collection, id, data: { sha256: hash.digest('hex') }, returning: false })
  return true
}
