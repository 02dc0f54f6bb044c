import type { ContentField, JsonObject } from './ContentField.ts'
import { readContent } from './readContent.ts'

/**
 * What of a document counts as content, as plain JSON that is ready for RFC 8785: the digest that a reviewer signs is
 * made of it. Two documents that read differently never have the same content; one document has the same content on
 * every database, populated or not, before and after somebody opened and saved it untouched.
 *
 * - Only the described fields, under their names. Within a rich text, where Payload keeps whatever was sent, everything
 *   counts but what the editor writes for itself (see `readRichText`).
 * - Null, undefined, `''`, `[]` and `{}` are absent, as are groups and rows with nothing in them; `false` and `0` are
 *   content. Inside a JSON value nothing is left out.
 * - Ids that Payload gave to rows are dropped, any other id stays. `blockType` stays, `blockName` if there is one. A
 *   block of a kind that is not described keeps all it has.
 * - Relations are the ids of documents as strings, `{relationTo, value}` if polymorphic.
 * - `Date` objects become ISO 8601 in UTC; strings stay as they are, to the code point: bring dates into one form
 *   before.
 *
 * The properties of all objects stand in the order of their names. The document is not changed; nothing of it is
 * shared.
 *
 * @throws ContentError if a value cannot be kept by JSON or one of the databases, or does not have the shape of its
 *   field
 */
export function contentOf(doc: Readonly<Record<string, unknown>>, fields: readonly ContentField[]): JsonObject {
  return readContent(doc, fields, () => undefined)
}
