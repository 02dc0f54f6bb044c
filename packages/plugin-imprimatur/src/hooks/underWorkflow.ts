import type { PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { findDossier, type DossierRow } from '../store/index.ts'

export const NOT_ADOPTED_HINT = 'Run `payload imprimatur:adopt` once.'

/** @throws CodedError `not_adopted` for a document from before its collection came under the workflow */
export async function dossierOf(req: PayloadRequest, collection: string, id: string): Promise<DossierRow> {
  const row = await findDossier(req, collection, id)
  if (!row) throw coded('not_adopted', { hint: NOT_ADOPTED_HINT })
  return row
}

export function underWorkflow(req: PayloadRequest, slug: string): WorkflowCollection {
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw new Error(`imprimatur: “${slug}” is not under the workflow.`)
  return collection
}
