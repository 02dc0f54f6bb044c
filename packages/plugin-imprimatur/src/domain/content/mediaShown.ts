import type { ContentField } from './ContentField.ts'
import { relationsOf, type Relation } from './relationsOf.ts'

/**
 * The media documents that readers of a document get to see or to download, each once, in the order in which
 * the document first names them: uploads and relations in its fields and blocks, uploads in its rich texts, and
 * internal links to a file.
 *
 * @param mediaCollections slugs of the collections that hold media
 * @throws ContentError as `contentOf` does
 */
export function mediaShown(
  doc: Readonly<Record<string, unknown>>,
  fields: readonly ContentField[],
  mediaCollections: readonly string[],
): Pick<Relation, 'collection' | 'id'>[] {
  const shown = relationsOf(doc, fields).filter(({ collection }) => mediaCollections.includes(collection))
  return [
    ...new Map(shown.map(({ collection, id }) => [JSON.stringify([collection, id]), { collection, id }])).values(),
  ]
}
