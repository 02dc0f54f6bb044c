import type { PublicDocument, PublicReads } from 'payload-plugin-imprimatur/types'

/** More than this are not read in one go. */
const MOST = 100

/** The public documents with these ids, in the order of the ids; what is not public is left out. Relations are populated. */
export async function loadByIds(
  reads: PublicReads,
  collection: string,
  ids: readonly string[],
): Promise<readonly PublicDocument[]> {
  const wanted = [...new Set(ids)].slice(0, MOST)
  if (wanted.length === 0) return []
  const { docs } = await reads.list(collection, { where: { id: { in: wanted } }, limit: wanted.length, depth: 1 })
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  return wanted.flatMap((id) => byId.get(id) ?? [])
}
