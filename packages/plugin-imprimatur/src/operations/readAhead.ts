import { ContentError, relationsOf } from '../domain/content/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { dossiersOf, newestDocument } from '../store/index.ts'
import type { InPayload } from '../transaction/index.ts'

/**
 * Reads the dossiers of pieces, and of the pieces that their newest texts refer to, in one go: what judges these pieces then finds them remembered.
 * Decides nothing, and says nothing of what is there.
 */
export async function readAhead(
  req: InPayload,
  pieces: readonly { readonly collection: string; readonly id: string }[],
): Promise<void> {
  const keys: string[] = []
  for (const { collection: slug, id } of pieces) {
    const collection = runtimeOf(req.payload).collections.get(slug)
    if (!collection) continue
    const doc = await newestDocument(req, collection, id)
    keys.push(pieceKey(slug, id), ...(doc ? referredTo(req, collection, doc) : []))
  }
  await dossiersOf(req, keys)
}

/** None of a text that cannot be read: whoever reads it next says why. */
function referredTo(
  { payload }: InPayload,
  { fields }: WorkflowCollection,
  doc: Readonly<Record<string, unknown>>,
): readonly string[] {
  try {
    return relationsOf(doc, fields)
      .filter(({ collection }) => runtimeOf(payload).collections.has(collection))
      .map(({ collection, id }) => pieceKey(collection, id))
  } catch (error) {
    if (error instanceof ContentError) return []
    throw error
  }
}
