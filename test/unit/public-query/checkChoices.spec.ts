import { describe, expect, it } from 'vitest'
import { checkChoices, type Takes } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const FIELDS: Readonly<Record<string, Takes>> = {
  genre: { kind: 'choice', choices: ['news', 'opinion'], isSearched: false },
  title: { kind: 'choice', choices: ['mr', 'dr'], isSearched: true },
  words: { kind: 'number' },
}
const faults = (where: unknown) => checkChoices(where, (path) => FIELDS[path]).map(({ field }) => field)

describe('checkChoices', () => {
  it.each([
    { genre: { equals: 'news' } },
    { genre: { in: ['news', 'opinion'] } },
    { genre: { in: 'news,opinion' } },
    { genre: { not_equals: 'null' } },
    { genre: { exists: 'true' } },
    { genre: { contains: 'OPIN' } },
    { genre: { like: 'new s' } },
    { title: { like: 'harbour' } },
    { words: { greater_than: '3' } },
    { words: { in: '3,-4.5' } },
    { words: { equals: 3 } },
    { words: { equals: null } },
    { words: { like: 'many' } },
    { other: { equals: 'many' } },
  ])('lets %j pass', (where) => {
    expect(faults(where)).toEqual([])
  })

  it.each([
    [{ genre: { equals: 'nosuch' } }, 'where[genre][equals]'],
    [{ genre: { not_in: ['news', 'nosuch'] } }, 'where[genre][not_in]'],
    [{ genre: { all: 'nosuch' } }, 'where[genre][all]'],
    [{ genre: { contains: 'nosuch' } }, 'where[genre][contains]'],
    [{ genre: { like: 'news such' } }, 'where[genre][like]'],
    [{ genre: { not_like: 'nosuch' } }, 'where[genre][not_like]'],
    [{ title: { equals: 'harbour' } }, 'where[title][equals]'],
    [{ words: { equals: 'many' } }, 'where[words][equals]'],
    [{ words: { in: '3,many' } }, 'where[words][in]'],
    [{ words: { less_than: 'Infinity' } }, 'where[words][less_than]'],
    [{ or: [{ and: [{ words: { not_equals: 'many' } }] }] }, 'where[words][not_equals]'],
  ])('refuses %j', (where, field) => {
    expect(faults(where)).toEqual([field])
  })
})
