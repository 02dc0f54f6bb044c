import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { contributorsOf, mayWrite } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { actorOf, findDossier, newestRevision } from '../store/index.ts'
import { scopeOf } from '../transaction/index.ts'
import { underWorkflow } from './underWorkflow.ts'

/**
 * Remembers the source of a duplicate, whose writers are the duplicate's writers too. What is in the trash is not
 * duplicated: Payload 3.90 would put the copy there too.
 */
export const trackDuplicateSource: CollectionBeforeOperationHook = async ({
  args: given,
  collection,
  // Only the value `read`, which is not looked at here, is deprecated.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create') return given
  const { duplicateFromID: from } = given as { duplicateFromID?: number | string }
  const duplicateFromID = from === undefined ? undefined : String(from)
  // Before the source is looked at, so that a hidden one and a missing one get the same answer.
  if (duplicateFromID && overrideAccess !== true && !mayBegin(req)) throw coded('forbidden')
  const source = duplicateFromID && (await newestRevision(req, underWorkflow(req, collection.slug), duplicateFromID))
  if (source && source.doc.deletedAt) throw coded('not_found')
  const scope = await scopeOf(req)
  scope.duplicateOf = duplicateFromID ?? null
  return given
}

function mayBegin(req: PayloadRequest): boolean {
  const actor = actorOf(req)
  return actor !== null && mayWrite(actor, undefined)
}

/** Whoever wrote the source of a duplicate that is being made; nobody for what is no duplicate. */
export async function writersOfSource(req: PayloadRequest, collection: string): Promise<readonly string[]> {
  const { duplicateOf } = await scopeOf(req)
  const row = duplicateOf === null ? null : await findDossier(req, collection, duplicateOf)
  return row ? [...new Set([...contributorsOf(row.state), ...(row.state.live?.writers ?? [])])] : []
}
