import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { knownRows } from '../access/index.ts'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { findDossier, isStaff } from '../store/index.ts'

type Asked = Pick<Parameters<CollectionBeforeOperationHook>[0], 'args' | 'collection' | 'operation' | 'req'>

/**
 * Answers a write of staff to a piece that they may not know of like one to a piece that is not there, and both before anything is said of rights.
 * Payload alone says 403 where access is a query. It answers those who are no staff: 403 to both.
 */
export const refuseHidden: CollectionBeforeOperationHook = async ({ overrideAccess, ...asked }) => {
  const { args, collection, req } = asked
  if (overrideAccess === true || !isStaff(req)) return args
  const id = await pieceOf(asked)
  if (id !== undefined && !(await mayKnow(req, collection.slug, String(id)))) throw coded('not_found')
  return args
}

/** The one piece that is written, copied or restored; undefined where there is none, or many. */
// Only the value `read`, which is not looked at here, is deprecated.
// eslint-disable-next-line @typescript-eslint/no-deprecated
async function pieceOf({ args, collection, operation, req }: Asked): Promise<number | string | undefined> {
  const { duplicateFromID, id } = args as { duplicateFromID?: number | string; id?: number | string }
  if (operation === 'update' || operation === 'delete') return id
  if (operation === 'create') return duplicateFromID
  if (operation !== 'restoreVersion' || id === undefined) return undefined
  const where = { id: { equals: id } }
  const { docs } = await req.payload.db.findVersions({
    collection: collection.slug,
    where,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.parent
}

async function mayKnow(req: PayloadRequest, collection: string, id: string): Promise<boolean> {
  const row = await findDossier(req, collection, id)
  if (row) return (await knownRows(req, [row])).length > 0
  // What is older than the workflow has no dossier.
  const { totalDocs } = await req.payload.count({
    collection,
    where: { id: { equals: idFor(req.payload, collection, id) } },
    disableErrors: true,
    overrideAccess: false,
    trash: true,
    req,
  })
  return totalDocs > 0
}
