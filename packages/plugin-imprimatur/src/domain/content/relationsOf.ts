import type { ContentField } from './ContentField.ts'
import { readContent } from './readContent.ts'

/**
 * A document that another one refers to. `field` is the path of the field, with row numbers: `credits.0.author`; of a
 * rich text, the path of that.
 */
export type Relation = {
  readonly collection: string
  readonly id: string
  readonly field: string
}

/**
 * The documents that the content of a document refers to, in the order of its fields and rows, each once for a field:
 * relations, uploads, and in rich texts uploads, relationships, internal links and the relations of blocks.
 *
 * @throws ContentError as `contentOf` does
 */
export function relationsOf(doc: Readonly<Record<string, unknown>>, fields: readonly ContentField[]): Relation[] {
  const relations = new Map<string, Relation>()
  readContent(doc, fields, (collection, id, field) =>
    relations.set(JSON.stringify([collection, id, field]), { collection, id, field }),
  )
  return [...relations.values()]
}
