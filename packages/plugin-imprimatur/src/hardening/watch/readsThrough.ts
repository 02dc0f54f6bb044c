import type { FlattenedField, Payload, SelectType } from 'payload'
import { getSelectMode } from 'payload/shared'

type Asked = {
  readonly collection?: string
  readonly collectionSlug?: string
  readonly where?: unknown
  readonly sort?: string | string[]
  readonly joins?: unknown
  readonly select?: Readonly<Record<string, unknown>>
}

/**
 * Collections beside its own that a read of a collection looks into: those that its conditions and its order lead to through relations, and those
 * that its join fields list.
 */
export function readsThrough(payload: Payload, asked: Asked): readonly string[] {
  const config = payload.collections[asked.collection ?? asked.collectionSlug ?? '']?.config
  if (!config) return []
  const sorted = [asked.sort ?? []].flat().flatMap((keys) => keys.split(','))
  const paths = [...pathsIn(asked.where), ...sorted.map((key) => key.replace(/^-/, ''))]
  const through = paths.flatMap((path) => alongPath(payload, config.flattenedFields, path.split(/\.|__/)))
  const joined = asked.joins === false ? [] : joinsOf(config.joins, config.polymorphicJoins, asked)
  return [...new Set([...through, ...joined])]
}

function pathsIn(where: unknown): readonly string[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([key, value]: [string, unknown]) =>
    Array.isArray(value) && /^(?:and|or)$/i.test(key) ? value.flatMap(pathsIn) : [key],
  )
}

/** What stands behind a relation is taken for something that was looked at, even where it is only its id. */
function alongPath(payload: Payload, fields: readonly FlattenedField[], names: readonly string[]): readonly string[] {
  const [name, ...rest] = names
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return []
  if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') {
    const to = [field.type === 'join' ? field.collection : field.relationTo].flat()
    const further = to.flatMap((each) =>
      alongPath(payload, payload.collections[each]?.config.flattenedFields ?? [], rest),
    )
    return [...to, ...further]
  }
  if ('flattenedFields' in field) return alongPath(payload, field.flattenedFields, rest)
  if (field.type === 'blocks') return field.blocks.flatMap((block) => alongPath(payload, block.flattenedFields, rest))
  return []
}

type Joins = Readonly<Record<string, readonly { readonly joinPath: string }[]>>
type PolymorphicJoins = readonly {
  readonly joinPath: string
  readonly field: { readonly collection: string | string[] }
}[]

function joinsOf(joins: Joins, polymorphic: PolymorphicJoins, { joins: asked, select }: Asked): readonly string[] {
  const isRead = ({ joinPath }: { readonly joinPath: string }) =>
    (asked as Readonly<Record<string, unknown>> | undefined)?.[joinPath] !== false &&
    isSelected(select, joinPath.split('.')[0] ?? '')
  const single = Object.entries(joins).flatMap(([collection, each]) => (each.some(isRead) ? [collection] : []))
  return [...single, ...polymorphic.filter(isRead).flatMap(({ field }) => [field.collection].flat())]
}

/** `select` names either what is wanted or what is not. */
function isSelected(select: Asked['select'], name: string): boolean {
  if (!select) return true
  return getSelectMode(select as SelectType) === 'include' ? Boolean(select[name]) : select[name] !== false
}
