import type { DatabaseAdapter, Payload, PayloadRequest, Where } from 'payload'
import { pieceKey } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import type { DossierRow } from '../store/index.ts'
import { scopeOf } from '../transaction/index.ts'

type Update = Parameters<DatabaseAdapter['updateVersion']>[0]
type Create = Parameters<DatabaseAdapter['createVersion']>[0]
type Version = {
  readonly autosave?: unknown
  readonly parent: number | string
  readonly version: { readonly changedBy?: unknown }
}

/**
 * The version to be made beside one that must not be written over, or null when it may be. Payload 3.90 puts an autosave
 * in the place of the autosave before it, whoever that is from. It may do so with what the same account saved by itself
 * a moment ago; not with what somebody else wrote, nor with a text that an event of the piece names, such as one that
 * was submitted or signed off.
 */
export async function besideAutosave(payload: Payload, args: Update): Promise<Create | null> {
  const { collection, req, versionData } = args
  const where: Where = args.where ?? { id: { equals: args.id } }
  const inSame = req ? { req } : {}
  const { docs } = await payload.db.findVersions({ collection, where, limit: 1, pagination: false, ...inSame })
  const stored = docs[0] as Version | undefined
  if (stored?.autosave !== true) return null
  const version = versionData.version
  const own = Boolean(version.changedBy) && version.changedBy === stored.version.changedBy
  if (own && !(await isNamed(payload, pieceKey(collection, String(stored.parent)), req))) return null
  const at = String(versionData.updatedAt)
  return {
    collectionSlug: collection,
    parent: stored.parent,
    versionData: version,
    autosave: true,
    createdAt: at,
    updatedAt: at,
    ...inSame,
  }
}

/**
 * Takes away the version before the newest one, an autosave of the same account, where Payload (3.90) has put the newest beside it: it
 * knows autosaves only in collections with autosave of its own. What an event names stays.
 */
export async function dropAutosaveBefore(req: PayloadRequest, collection: string, row: DossierRow): Promise<void> {
  const { payload } = req
  const drafts = payload.collections[collection]?.config.versions?.drafts
  if (drafts && drafts.autosave) return
  if (await isNamed(payload, row.state.piece, req)) return
  const { docs } = await payload.db.findVersions({
    collection,
    where: { parent: { equals: idFor(payload, collection, row.pieceId) } },
    sort: '-updatedAt',
    limit: 2,
    pagination: false,
    req,
  })
  const before = docs[1]
  if (before) await payload.db.deleteVersions({ collection, where: { id: { equals: before.id } }, req })
}

/** Whether an event names the text that was the newest before this save. */
async function isNamed(payload: Payload, piece: string, req?: Partial<PayloadRequest>): Promise<boolean> {
  const digest = (await scopeOf(req)).before.get(piece)?.digest
  if (digest === undefined) return true
  const event = await payload.db.findOne({
    collection: runtimeOf(payload).slugs.events,
    where: { and: [{ piece: { equals: piece } }, { digest: { equals: digest } }] },
    ...(req ? { req } : {}),
  })
  return event !== null
}
