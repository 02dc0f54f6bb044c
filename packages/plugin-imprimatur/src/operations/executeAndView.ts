import type { PayloadRequest } from 'payload'
import type { Actor, WorkflowEvent } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { findDossier, newestRevision } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { executeTransitions, type TransitionRequest, type ExecutedTransition } from './executeTransitions.ts'
import { dossierView, type DossierView } from '../access/index.ts'

/** What a move made of a piece: the newest revision, the dossier and the event of the same moment. */
export type Moved = {
  readonly doc: unknown
  readonly dossier: DossierView
  readonly event: WorkflowEvent
}

/** `executeTransitions()`, with the result of each item as the asker may see it, read in the same transaction. */
export function executeAndView(
  req: PayloadRequest,
  actor: Actor,
  items: readonly TransitionRequest[],
): Promise<readonly Moved[]> {
  return inTransaction(req, async () => {
    const moved: Moved[] = []
    for (const each of await executeTransitions(req, actor, items, true)) moved.push(await viewOf(req, each))
    return moved
  })
}

async function viewOf(req: PayloadRequest, { collection, id, event }: ExecutedTransition): Promise<Moved> {
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
