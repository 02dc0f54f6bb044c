import type { PayloadRequest } from 'payload'
import { blocker, pieceKey, type Dossier, type WorkflowEvent } from '../domain/workflow/index.ts'
import { refused } from '../errors/index.ts'
import type { WorkflowCollection } from '../runtime/index.ts'
import { mainRevision, moveSlug } from '../store/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { scopeOf, type Revision, withGrant } from '../transaction/index.ts'
import { showMedia } from '../hooks/index.ts'

/**
 * What a transition does beyond the dossier: to the main row, to the public slug, and to the files that it shows.
 *
 * @param before the dossier as it was before the event
 */
export async function applyEffect(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  event: WorkflowEvent,
  revision: Revision,
  before: Dossier,
): Promise<void> {
  switch (event.transition) {
    case 'publish':
    case 'fast_track':
      await publish(req, collection, id, event, revision, before)
      return
    case 'withdraw':
    case 'retract':
      await takeDown(req, collection, id)
      return
    default:
      return
  }
}

/** Writes the signed-off revision to the main row. The write path proves at the commit that this is what stands there. */
async function publish(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  event: WorkflowEvent,
  revision: Revision,
  dossier: Dossier,
): Promise<void> {
  const wasPublic = dossier.firstPublishedAt !== null || Boolean(revision.doc.firstPublishedAt)
  const before = wasPublic ? await mainRevision(req, collection, id) : null
  if (before?.doc._status === 'published') {
    const { readersHad } = await scopeOf(req)
    if (!readersHad.has(event.piece)) readersHad.set(event.piece, before.doc)
  }
  const content = Object.fromEntries(Object.entries(revision.doc).filter(([name]) => !NOT_COPIED.has(name)))
  const data = {
    ...content,
    _status: 'published',
    publishedAt: before?.doc._status === 'published' ? before.doc.publishedAt : event.at,
    firstPublishedAt: before?.doc.firstPublishedAt ?? event.at,
  }
  const args = { draft: false, depth: 0, overrideAccess: true, overrideLock: true, req }
  await withGrant(req, { piece: pieceKey(collection.slug, id), makes: 'public' }, async () => {
    const own = idFor(req.payload, collection.slug, id)
    await req.payload.update({ collection: collection.slug, id: own, data, ...args }).catch(asFailedGates)
    await movePublicSlug(req, collection, id, before, revision)
    await showMedia(req, event.piece, {
      before: before?.doc._status === 'published' ? idsOf(before) : [],
      after: idsOf(revision),
    })
  })
}

/** Fields are validated only here, as drafts are saved without validation. A refusal counts like a quality gate. */
function asFailedGates(error: unknown): never {
  const { name, data } = error as { name?: unknown; data?: { errors?: readonly { message: string; path: string }[] } }
  if (name !== 'ValidationError' || !data?.errors) throw error
  throw refused(data.errors.map(({ message, path }) => blocker('gate_failed', { gate: 'valid', message, field: path })))
}

type Stored = Record<string, unknown> & { id: number | string }

const NOT_COPIED = new Set(['id', '_id', 'createdAt', 'updatedAt', '_status', 'publishedAt', 'firstPublishedAt'])

/**
 * Unpublishes the main row. A next revision is not changed, since sign-offs and a schedule refer to it. Without one,
 * the text that readers had becomes the newest draft.
 */
async function takeDown(req: PayloadRequest, collection: WorkflowCollection, id: string): Promise<void> {
  const piece = pieceKey(collection.slug, id)
  const before = await mainRevision(req, collection, id)
  await withGrant(req, { piece, makes: 'not_public' }, async () => {
    await req.payload.db.updateOne({
      collection: collection.slug,
      id: idFor(req.payload, collection.slug, id),
      data: { _status: 'draft' },
      req,
      returning: false,
    })
    await asDraft(req, collection, id)
    await showMedia(req, piece, { before: before ? idsOf(before) : [], after: [] })
  })
}

/** Not through Payload's update, whose hooks would change the text. */
async function asDraft(req: PayloadRequest, collection: WorkflowCollection, id: string): Promise<void> {
  const parent = idFor(req.payload, collection.slug, id)
  const { docs } = await req.payload.db.findVersions<Stored>({
    collection: collection.slug,
    where: { and: [{ parent: { equals: parent } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const [newest] = docs
  if (newest?.version._status !== 'published') return
  const now = new Date().toISOString()
  await req.payload.db.createVersion<Stored>({
    collectionSlug: collection.slug,
    parent,
    versionData: { ...newest.version, _status: 'draft', updatedAt: now },
    autosave: false,
    createdAt: now,
    updatedAt: now,
    req,
    returning: false,
  })
}

function idsOf(revision: Revision): readonly string[] {
  return revision.media.map((each) => each.id)
}

/** Keeps the public slug that a piece leaves as a redirect, and frees the one that it takes. */
async function movePublicSlug(
  req: PayloadRequest,
  { slug, slugField }: WorkflowCollection,
  id: string,
  before: Revision | null,
  after: Revision,
): Promise<void> {
  if (slugField === null) return
  const from = before?.doc.firstPublishedAt ? before.doc[slugField] : undefined
  await moveSlug(req, slug, id, { from, to: after.doc[slugField] })
}
