import type { PayloadRequest } from 'payload'
import type { Actor, WorkflowEvent } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { findDossier, newestRevision } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { perform, type Item, type Performed } from './perform.ts'
import { dossierView, canSeePiece, type DossierView } from '../access/index.ts'

/** What a move made of a piece: the newest revision, the dossier and the event of the same moment. */
export type Moved = {
  readonly doc: unknown
  readonly dossier: DossierView
  readonly event: WorkflowEvent
}

/** `perform()`, with the result of each item as the asker may see it, read in the same transaction. */
export function performAndView(req: PayloadRequest, actor: Actor, items: readonly Item[]): Promise<readonly Moved[]> {
  return inTransaction(req, async () => {
    const moved: Moved[] = []
    for (const each of await perform(req, actor, items, canSeePiece(req))) moved.push(await viewOf(req, each))
    return moved
  })
}

async function viewOf(req: PayloadRequest, { collection, id, event }: Performed): Promise<Moved> {
  const [row, revision] = [await findDossier(req, collection.slug, id), await newestRevision(req, collection, id)]
  if (!row || !revision) throw coded('not_found')
  const doc = await req.payload.findByID({
    collection: collection.slug,
    id: idFor(req.payload, collection.slug, id),
    depth: 0,
    // What has just gone out has no draft beside it.
    draft: revision.doc._status !== 'published',
    overrideAccess: false,
    req,
  })
  return { doc, dossier: dossierView(row), event }
}
