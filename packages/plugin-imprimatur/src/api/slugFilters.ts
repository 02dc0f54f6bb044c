import type { FlattenedField, Payload, Where } from 'payload'
import type { Comparison, FieldType, PublicWhere } from '../domain/public-query/index.ts'

type Fields = Readonly<Record<string, FieldType>>

/** What nothing fulfils, on each database. There is no such condition for what everything does, so that is said apart. */
const NOTHING: PublicWhere = { id: { exists: false } }

/**
 * A condition that names documents by their slugs as one that names them by their ids. They are looked up with a reader's rights: what readers may
 * not see is not there for them, also as something to filter by. The lookups are reads like any others, so that an answer hangs on them.
 *
 * @returns `everything` for a condition that every document fulfils
 */
export async function bySlugs(
  payload: Payload,
  collection: string,
  where: PublicWhere,
  fields: Fields,
): Promise<PublicWhere | 'everything'> {
  const [path, given] = Object.entries(where)[0] ?? []
  if (path === undefined || given === undefined) return where
  if (Array.isArray(given)) {
    const members = await Promise.all(
      (given as readonly PublicWhere[]).map((each) => bySlugs(payload, collection, each, fields)),
    )
    const conditions = members.filter((each) => each !== 'everything')
    const holdsAnyway = path === 'or' ? conditions.length < members.length : conditions.length === 0
    return holdsAnyway ? 'everything' : { [path]: conditions }
  }
  if (!Object.hasOwn(fields, path) || fields[path] !== 'slug') return where
  const relation = path.slice(0, path.lastIndexOf('.'))
  const target = targetOf(payload, collection, relation)
  if (target === undefined) return NOTHING
  const { equals, in: among, not_equals: not, not_in: none } = given as Comparison
  const isNegative = not !== undefined || none !== undefined
  const ids = await idsAt(payload, target, [equals ?? among ?? not ?? none ?? []].flat().map(String))
  if (ids.length === 0) return isNegative ? 'everything' : NOTHING
  return { [relation]: { [isNegative ? 'not_in' : 'in']: ids } }
}

async function idsAt(payload: Payload, collection: string, slugs: readonly string[]): Promise<readonly string[]> {
  const where: Where = slugs.length === 1 ? { slug: { equals: slugs[0] } } : { slug: { in: [...slugs] } }
  const { docs } = await payload.find({
    collection,
    where,
    limit: slugs.length,
    pagination: false,
    depth: 0,
    draft: false,
    overrideAccess: false,
    user: null,
    select: { slug: true },
  })
  return docs.map(({ id }) => String(id))
}

/** The collection that a path of a relation leads to, through rows and groups. */
export function targetOf(payload: Payload, collection: string, path: string): string | undefined {
  const follow = (fields: readonly FlattenedField[], names: readonly string[]): string | undefined => {
    const [name, ...rest] = names
    const field = fields.find((each) => each.name === name)
    if (!field) return undefined
    if (rest.length > 0) return 'flattenedFields' in field ? follow(field.flattenedFields, rest) : undefined
    const isOne = field.type === 'relationship' && typeof field.relationTo === 'string'
    return isOne ? (field.relationTo as string) : undefined
  }
  return follow(payload.collections[collection]?.config.flattenedFields ?? [], path.split('.'))
}
