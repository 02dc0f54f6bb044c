import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterCursor,
  cursorFields,
  writeCursor,
  type Comparison,
  type FieldType,
  type PublicWhere,
} from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const FIELDS: Readonly<Record<string, FieldType>> = {
  id: 'id',
  at: 'date',
  changed: 'date',
  name: 'text',
  words: 'number',
}

type Doc = { readonly id: string; readonly at: string; readonly changed: string }

/** A condition as a database has it. */
function fits(doc: Doc, where: PublicWhere): boolean {
  return Object.entries(where).every(([path, given]) => {
    if (path === 'or') return (given as readonly PublicWhere[]).some((each) => fits(doc, each))
    if (path === 'and') return (given as readonly PublicWhere[]).every((each) => fits(doc, each))
    const value = doc[path as keyof Doc]
    const { equals, less_than: less, greater_than: more } = given as Comparison
    return equals !== undefined ? value === equals : less !== undefined ? value < less : value > String(more)
  })
}

const compare = (order: string) => (a: Doc, b: Doc) => {
  for (const key of order.split(',')) {
    const [path, sign] = key.startsWith('-') ? [key.slice(1), -1] : [key, 1]
    const [one, other] = [a[path as keyof Doc], b[path as keyof Doc]]
    if (one !== other) return one < other ? -sign : sign
  }
  return 0
}

const docs = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
    changed: fc.constantFrom('2026-02-01T00:00:00.000Z', '2026-02-02T00:00:00.000Z'),
  }),
  { selector: ({ id }) => id, minLength: 1 },
)

describe('a place in a list', () => {
  it.each(['-at,id', 'at,-id', '-at,-changed,id', 'changed,-at,id', 'id', '-id'])(
    'is followed by exactly what comes after it in the order %s',
    (order) => {
      fc.assert(
        fc.property(docs, fc.nat(), (list, chosen) => {
          const sorted = [...list].sort(compare(order))
          const place = chosen % sorted.length
          const where = afterCursor(String(writeCursor(order, FIELDS, sorted[place] ?? {})), order, FIELDS)
          expect(sorted.filter((doc) => where !== undefined && fits(doc, where))).toEqual(sorted.slice(place + 1))
        }),
      )
    },
  )

  it.each(['name,id', 'words,id', '-at', 'at,nosuch,id', 'id,at', 'toString,id'])(
    'is not named in the order %s',
    (order) => {
      expect(cursorFields(order, FIELDS)).toBeUndefined()
      expect(
        writeCursor(order, FIELDS, { id: 'a', at: '2026-01-01T00:00:00.000Z', name: 'x', words: 1 }),
      ).toBeUndefined()
    },
  )

  it('is not named by a document without a date', () => {
    expect(writeCursor('-at,id', FIELDS, { id: 'a', at: null })).toBeUndefined()
  })

  it('is nothing that somebody made up', () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      '',
      'x',
      made(null),
      made('-at,id'),
      made([]),
      made(['-at,id']),
      made(['-at,id', '2026-01-01T00:00:00.000Z']),
      made(['-at,id', '2026-01-01T00:00:00.000Z', 'a', 'b']),
      made(['-at,id', '2026-01-01', 'a']),
      made(['-at,id', 0, 'a']),
      made(['-at,id', '2026-01-01T00:00:00.000Z', { not_equals: 'a' }]),
      made(['-at,id', '2026-01-01T00:00:00.000Z', '']),
      made(['at,id', '2026-01-01T00:00:00.000Z', 'a']),
      made(['-at,id', '2026-01-01T00:00:00.000Z', 'a'.repeat(600)]),
    ])
      expect(afterCursor(cursor, '-at,id', FIELDS), cursor).toBeUndefined()
    expect(afterCursor(made(['-at,id', '2026-01-01T00:00:00.000Z', 'a']), '-at,id', FIELDS)).toBeDefined()
  })
})
