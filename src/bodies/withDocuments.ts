import { asRecord, asText, type Loose } from './looseFields.ts'

/** Finds a document that readers may see; undefined for what they may not, or what is not there. */
export type FindDocument = (collection: string, id: string) => Promise<Loose | undefined>

/** Relations of blocks, by `blockType`: the field, and the collection that it refers to. */
const OF_BLOCKS: Readonly<Record<string, readonly [field: string, collection: string]>> = {
  figure: ['image', 'media'],
  relatedLink: ['article', 'articles'],
}

/** A Lexical state with the documents that it refers to in the place of their ids, however much of them it had. */
export async function withDocuments(state: unknown, find: FindDocument): Promise<unknown> {
  const found = async (collection: string, value: unknown): Promise<unknown> => {
    const id = asText(asRecord(value)?.id ?? value)
    return id === undefined ? null : ((await find(collection, id)) ?? null)
  }
  const inside = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(inside))
    const node = asRecord(value)
    if (!node) return value
    if (typeof node.relationTo === 'string' && 'value' in node)
      return { ...node, value: await found(node.relationTo, node.value) }
    const [field, collection] = OF_BLOCKS[asText(node.blockType) ?? ''] ?? []
    const entries = await Promise.all(
      Object.entries(node).map(async ([name, each]) => [
        name,
        name === field && collection !== undefined && each !== null
          ? await found(collection, each)
          : await inside(each),
      ]),
    )
    return Object.fromEntries(entries) as unknown
  }
  return inside(state)
}
