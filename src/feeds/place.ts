import { asInstant, asText, type Loose } from '../bodies/index.ts'

/** Between which articles one page of a list ends and the next one begins: behind the one of this time and id, newest first. */
export type Place = {
  /** ISO 8601 instant of its publication. */
  readonly at: string
  readonly id: string
  /** The same as it stands in addresses. */
  readonly text: string
}

/** An id as the databases make them: a UUID, an ObjectId, a number. */
const ID = /^[\w-]{1,64}$/

export function placeOf(doc: Loose | undefined): Place | undefined {
  const at = asInstant(doc?.publishedAt)
  const id = asText(doc?.id)
  return at === undefined || id === undefined ? undefined : { at, id, text: textOf(at, id) }
}

/** Reads a place from an address; undefined for what is none. */
export function parsePlace(text: string): Place | undefined {
  const [at = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const isPlace = rest.length === 0 && ID.test(id) && asInstant(at) === at && textOf(at, id) === text
  return isPlace ? { at, id, text } : undefined
}

/** What comes after a place. What was published meanwhile comes before it, so that no page shows anything twice. */
export function afterPlace({ at, id }: Place): Readonly<Record<string, unknown>> {
  return {
    or: [{ publishedAt: { less_than: at } }, { and: [{ publishedAt: { equals: at } }, { id: { less_than: id } }] }],
  }
}

function textOf(at: string, id: string): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}
