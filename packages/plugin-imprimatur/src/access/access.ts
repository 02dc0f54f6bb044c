import type { Access, FieldAccess, Where } from 'payload'
import { mayWrite } from '../domain/workflow/index.ts'
import { actorOf, isStaff, publicRows } from '../store/index.ts'
import { SHOWN, TAKEN } from '../collections/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { mayReadDraft } from './draftReads.ts'
import { canSeeAllPieces } from './view.ts'

const NOT_TRASHED: Where = { deletedAt: { exists: false } }

/** Whose own pieces a contributor sees and writes: the field that the plugin adds. */
export const CREATED_BY = 'createdBy'

/**
 * Anonymous readers: what is public. Staff: everything. Contributors without another role: their own pieces and what is
 * public. Whoever showed a key or a token for drafts: those drafts.
 */
export function readPieces(collection: {
  slug: string
  publicRead?: Access
  expires?: string
  trash: boolean
}): Access {
  return async (args) => {
    const { req } = args
    const actor = actorOf(req)
    if (canSeeAllPieces(req)) return true
    if (mayReadDraft(collection.slug, args.id)) return collection.trash ? NOT_TRASHED : true
    const { expires } = collection
    const isPublic = publicRows(req.payload)
    const published: Where = collection.trash ? { and: [isPublic, NOT_TRASHED] } : isPublic
    const inTime: Where =
      expires === undefined ? published : { and: [published, notExpired(expires, runtimeOf(req.payload).now())] }
    const further = collection.publicRead ? await collection.publicRead(args) : true
    const asReader = further === true ? inTime : further === false ? false : { and: [inTime, further] }
    if (!actor || !isStaff(req)) return asReader
    const own: Where = { [CREATED_BY]: { equals: actor.id } }
    return asReader === false ? own : { or: [own, asReader] }
  }
}

function notExpired(field: string, now: Date): Where {
  return { or: [{ [field]: { exists: false } }, { [field]: { greater_than: now.toISOString() } }] }
}

/** Whoever may write any piece; contributors only their own. The same rule as `mayWrite()`, as a query. */
export const writePieces: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  if (mayWrite(actor, '')) return true
  return mayWrite(actor, actor.id) ? { [CREATED_BY]: { equals: actor.id } } : false
}

export const createPieces: Access = ({ req }) => {
  const actor = actorOf(req)
  return actor !== null && mayWrite(actor, undefined)
}

/** Versions hold unpublished text: staff who may read the piece itself. */
export const readVersions: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor || !isStaff(req)) return false
  return canSeeAllPieces(req) ? true : { [`version.${CREATED_BY}`]: { equals: actor.id } }
}

/**
 * A media file that a piece has referred to is readable by anyone only while a public piece shows it. For a file the answer is
 * always a query: for `true` Payload 3.90 looks for the file alone and not for its document.
 *
 * @param all whether this is true of the others, too
 */
export function readMedia(all: boolean): Access {
  const shown: Where = { [SHOWN]: { equals: true } }
  const free: Where = { or: [{ [TAKEN]: { equals: false } }, { [TAKEN]: { exists: false } }] }
  const any: Where = { id: { exists: true } }
  return ({ isReadingStaticFile, req }) => {
    if (!isStaff(req)) return all ? shown : { or: [shown, free] }
    return isReadingStaticFile === true ? any : true
  }
}

export const staffOnly: FieldAccess = ({ req }) => isStaff(req)

export const nobody: FieldAccess = () => false
