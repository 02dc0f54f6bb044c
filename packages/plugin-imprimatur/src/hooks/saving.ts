import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { mayWrite, openDossier, pieceKey, recordChange, voidedByChange, type Actor } from '../domain/workflow/index.ts'
import { coded, refused } from '../errors/index.ts'
import { dropAutosaveBefore } from '../guard/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { actorOf, asOfNow, newestRevision, prolongOwnLease, saveDossier, type DossierRow } from '../store/index.ts'
import { grantFor, scopeOf, type Revision } from '../transaction/index.ts'
import { baseDigestIn, basesOf, mayVoidIn, refuseCondition } from './conditions.ts'
import { writersOfSource } from './duplicating.ts'
import { takeMedia } from './shownMedia.ts'
import { refuseStale } from './staleRevision.ts'
import { dossierOf, underWorkflow } from './underWorkflow.ts'

/** Arguments of Payload's create, update and restore operations, as far as the workflow turns them. */
type OperationArgs = {
  id?: number | string
  data?: Record<string, unknown>
  draft?: boolean
  autosave?: boolean
  trash?: boolean
  unpublishAllLocales?: boolean
}

/**
 * Turns every ordinary write into a draft save: `draft` is forced whatever was asked, and asking to publish is refused.
 * On which revisions the write is based is remembered for {@link beforeSave}.
 */
export const saveAsDraft: CollectionBeforeOperationHook = async ({
  args: given,
  collection,
  // Only the value `read`, which is not looked at here, is deprecated.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  operation,
  overrideAccess,
  req,
}) => {
  const args = given as OperationArgs
  if (operation === 'restoreVersion') {
    if (args.draft !== true)
      throw coded('use_transitions', { hint: 'Restore with draft=true: the restored text becomes the newest draft.' })
    await rememberConditions(req, req.data)
    return given
  }
  if (operation !== 'create' && operation !== 'update') return given
  // A restore in the same GraphQL document leaves it behind (3.90), and it would switch checks off.
  delete req.context.isRestoringVersion
  const id = args.id ?? null
  if (id !== null && (await grantFor(req, pieceKey(collection.slug, String(id))))) return given
  if (args.data?._status === 'published') throw coded('use_transitions', { field: '_status' })
  if (operation === 'create') {
    if (overrideAccess !== true) refuseCondition(req, args.data)
    return { ...given, draft: true }
  }
  const { baseDigest, mayVoid, ...data } = args.data ?? {}
  await rememberConditions(req, { baseDigest, mayVoid })
  const scope = await scopeOf(req)
  scope.autosave = args.autosave === true
  // Payload 3.90 puts a save with `unpublishAllLocales` in the place of the version before it.
  return { ...given, data, draft: !movesTrash(args), unpublishAllLocales: false }
}

/** Remembers the conditions of the write, until it is known which pieces it is about and that the asker may write them. */
async function rememberConditions(req: PayloadRequest, body: unknown): Promise<void> {
  const bases = basesOf(req, baseDigestIn(body))
  const mayVoid = mayVoidIn((body as { mayVoid?: unknown } | undefined)?.mayVoid)
  const scope = await scopeOf(req)
  Object.assign(scope, { bases, mayVoid })
}

/** Into the trash and out of it: Payload keeps that in the main row, which the write path allows for unseen pieces. */
function movesTrash({ data, trash }: OperationArgs): boolean {
  return data?.deletedAt != null || (data?.deletedAt === null && trash === true)
}

/**
 * Refuses a save without an actor who may write this piece, and one that is based on an older revision than the newest;
 * remembers what the piece was before it.
 */
export const beforeSave: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const id = (originalDoc as { id?: unknown } | undefined)?.id
  const key = pieceKey(collection.slug, String(id))
  if (operation === 'update' && (await grantFor(req, key))) return data as unknown
  const actor = await actorNow(req)
  if (operation === 'create') {
    if (!mayWrite(actor, undefined)) throw coded('forbidden')
    return signed(data, { createdBy: actor.id, changedBy: actor.id })
  }
  const row = await dossierOf(req, collection.slug, String(id))
  if (!mayWrite(actor, row.state.owner)) throw coded('forbidden')
  const { bases, before } = await scopeOf(req)
  const own = underWorkflow(req, collection.slug)
  await refuseStale(req, own, String(id), bases)
  before.set(key, await newestRevision(req, own, String(id)))
  await runtimeOf(req.payload).barrier('judged')
  // Restoring a version (Payload 3.90) drops what nobody may write, and brings back whether the piece was in the trash.
  const kept = req.context.isRestoringVersion === true ? { deletedAt: trashedAt(originalDoc) } : {}
  return signed(data, { ...kept, createdBy: row.state.owner, changedBy: actor.id })
}

function trashedAt(doc: unknown): unknown {
  return (doc as { deletedAt?: unknown } | undefined)?.deletedAt ?? null
}

/** Records what a save means for the workflow: a new dossier, an event, or just the new digest. */
export const afterSave: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const id = String((doc as { id: unknown }).id)
  const key = pieceKey(collection.slug, id)
  if (await grantFor(req, key)) return doc as unknown
  const actor = await actorNow(req)
  const own = underWorkflow(req, collection.slug)
  const revision = await newestRevision(req, own, id)
  if (!revision) throw coded('not_found')
  await takeMedia(
    req,
    revision.media.map((each) => each.id),
  )
  if (operation === 'create') await open(req, own, id, actor, revision)
  else await recordSave(req, own, await dossierOf(req, collection.slug, id), actor, revision)
  return doc as unknown
}

async function actorNow(req: PayloadRequest): Promise<Actor> {
  const actor = actorOf(req)
  if (!actor) throw coded('not_authenticated')
  return asOfNow(req, actor)
}

async function open(req: PayloadRequest, collection: WorkflowCollection, id: string, actor: Actor, revision: Revision) {
  const now = runtimeOf(req.payload).now()
  const writers = await writersOfSource(req, collection.slug)
  const { event, dossier } = openDossier({
    collection: collection.slug,
    id,
    actor: actor.id,
    accounts: actor.kind === 'person' ? (actor.accounts ?? []) : [],
    digest: revision.digest,
    now,
    writers,
  })
  await saveDossier(req, collection, { row: null, state: dossier, event, revision })
}

async function recordSave(
  req: PayloadRequest,
  collection: WorkflowCollection,
  row: DossierRow,
  actor: Actor,
  revision: Revision,
) {
  const now = runtimeOf(req.payload).now()
  const { autosave, before: known, mayVoid, wordsOf } = await scopeOf(req)
  const before = known.get(row.state.piece)?.digest ?? row.digest
  const change = { actor, before, after: revision.digest, now, wordsOf: wordsOf.get(row.state.piece) ?? [] }
  const decision = recordChange(row.state, change)
  if (!decision.ok) throw refused(decision.blockers)
  if (!mayVoid && decision.event?.transition === 'void') throw coded('would_void', { voids: voidedByChange(row.state) })
  const autosavedBy = autosave ? actor.id : null
  await saveDossier(req, collection, { row, state: decision.dossier, event: decision.event, revision, autosavedBy })
  if (autosavedBy === null) return
  if (row.autosavedBy === autosavedBy) await dropAutosaveBefore(req, collection.slug, row)
  await prolongOwnLease(req, row.state.piece, autosavedBy)
}

function signed(data: unknown, marks: Readonly<Record<string, unknown>>): unknown {
  return Object.assign(data as object, marks)
}
