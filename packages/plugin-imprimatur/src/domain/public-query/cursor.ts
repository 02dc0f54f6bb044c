import { type FieldType, type PublicWhere } from './queryRules.ts'
import { readValue } from './readValue.ts'

type Doc = Readonly<Record<string, unknown>>
type Key = { readonly path: string; readonly type: 'date' | 'id'; readonly descends: boolean }

/** Longer than any that is written: an order has three keys and an id at most. */
const LONGEST = 500

/**
 * The keys of an order in which a place can be named by values: dates and the id, which no document is without and which each database sorts alike. Undefined
 * for any other order.
 *
 * @param order paths of fields parted by commas, `-` before one for descending, the id last
 */
function keysOf(order: string, fields: Readonly<Record<string, FieldType>>): readonly Key[] | undefined {
  const keys = order.split(',').flatMap((each): Key[] => {
    const path = each.replace(/^-/, '')
    const descends = each.startsWith('-')
    if (path === 'id') return [{ path, type: 'id', descends }]
    return Object.hasOwn(fields, path) && fields[path] === 'date' ? [{ path, type: 'date', descends }] : []
  })
  return keys.length === order.split(',').length && keys.at(-1)?.path === 'id' ? keys : undefined
}

/** The fields that a place in this order is named by; undefined where none can be named. */
export function cursorFields(
  order: string,
  fields: Readonly<Record<string, FieldType>>,
): readonly string[] | undefined {
  return keysOf(order, fields)?.map(({ path }) => path)
}

/** The place behind a document in a list of this order, for an address; undefined where none can be named. */
export function writeCursor(order: string, fields: Readonly<Record<string, FieldType>>, doc: Doc): string | undefined {
  const values = keysOf(order, fields)?.map(({ path, type }) => written(type, doc[path]))
  return values?.every((value) => value !== undefined)
    ? Buffer.from(JSON.stringify([order, ...values])).toString('base64url')
    : undefined
}

function written(type: FieldType, value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'number' ? String(value) : value
  return readValue(type, text) as string | undefined
}

/**
 * What comes after a place in a list: the condition that selects it, in canonical form. What is added before the place meanwhile does not move it.
 *
 * @returns undefined for what is no place in a list of this order
 */
export function afterCursor(
  cursor: string,
  order: string,
  fields: Readonly<Record<string, FieldType>>,
): PublicWhere | undefined {
  const keys = keysOf(order, fields)
  const [of, ...values] = cursor.length <= LONGEST ? listIn(cursor) : []
  if (!keys || of !== order || values.length !== keys.length) return undefined
  const sound = keys.map(({ type }, at) => readValue(type, values[at]))
  if (!sound.every((value, at) => value !== undefined && value === values[at])) return undefined
  const beyond = keys.map(({ path, descends }, at): PublicWhere => {
    const equal = keys.slice(0, at).map((key, before): PublicWhere => ({ [key.path]: { equals: sound[before] ?? '' } }))
    const further: PublicWhere = { [path]: { [descends ? 'less_than' : 'greater_than']: sound[at] ?? '' } }
    return equal.length === 0 ? further : { and: [...equal, further] }
  })
  const [only] = beyond
  return beyond.length === 1 ? only : { or: beyond }
}

function listIn(cursor: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
