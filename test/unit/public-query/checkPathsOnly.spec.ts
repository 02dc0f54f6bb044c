import { describe, expect, it } from 'vitest'
import { checkPathsOnly } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const KNOWN = new Set([
  'id',
  'headline',
  'slug',
  '_status',
  'credits.author',
  'credits.author.displayName',
  'target',
  'place',
  'topics',
])

function check(where: unknown, sort?: unknown) {
  const result = checkPathsOnly(where, sort, (path) => KNOWN.has(path))
  return result.ok ? [] : result.errors.map(({ code, field }) => `${code} ${field ?? ''}`)
}

describe('checkPathsOnly', () => {
  it.each([
    [undefined],
    [null],
    [''],
    [{}],
    [{ headline: { like: 'x' } }],
    [{ headline: { equals: 'x', not_equals: 'y' }, slug: { contains: 'z' } }],
    [{ _id: { in: ['a'] } }],
    [{ credits__author: { equals: 'a' } }],
    [{ 'credits.author.displayName': { exists: 'true' } }],
    [{ and: [{ or: [{ headline: { equals: 'a' } }] }, {}] }],
    [{ AND: [{ Or: [{ credits__author: { equals: 'a' } }] }] }],
    [{ target: { equals: { relationTo: 'articles', value: '1' } } }],
    [{ target: { in: [{ relationTo: 'articles', value: 1 }] } }],
    [{ place: { within: { type: 'Polygon', coordinates: [[[0, 0]]] } } }],
    [{ credits: undefined }.credits],
    ['{"headline":{"equals":"a"}}'],
    [Object.assign(Object.create(null) as object, { headline: { equals: 'a' } })],
  ])('lets %j pass', (where) => {
    expect(check(where)).toEqual([])
  })

  it.each([
    [{ credits: { exists: true } }, 'field_not_queryable credits'],
    [{ 'credits.author.user.email': { exists: 'true' } }, 'field_not_queryable credits.author.user.email'],
    [{ credits__author__user__email: { exists: true } }, 'field_not_queryable credits__author__user__email'],
    [{ or: [{ headline: { equals: 'a' } }, { nowhere: { equals: 'a' } }] }, 'field_not_queryable nowhere'],
    [{ OR: [{ aNd: [{ nowhere: { equals: 'a' } }] }] }, 'field_not_queryable nowhere'],
    [{ '': { equals: 'a' } }, 'field_not_queryable '],
    [{ 'headline.': { equals: 'a' } }, 'field_not_queryable headline.'],
    [{ "headline'--": { equals: 'a' } }, "field_not_queryable headline'--"],
    [{ and: [{ slug: { equals: 'a' } }], or: [{ slug: { equals: 'b' } }] }, 'invalid_value where'],
    [{ and: [{ AND: [], or: [] }] }, 'invalid_value where[and][0]'],
    [{ and: { headline: { equals: 'a' } } }, 'invalid_value where[and]'],
    [{ or: 'headline' }, 'invalid_value where[or]'],
    [{ and: ['headline'] }, 'invalid_value where[and][0]'],
    [{ headline: 'a' }, 'invalid_value where[headline]'],
    [{ headline: null }, 'invalid_value where[headline]'],
    [{ headline: ['a'] }, 'invalid_value where[headline]'],
    [{ headline: { $gt: 'a' } }, 'unknown_parameter where[headline][$gt]'],
    [{ headline: { equals: { $gt: '' } } }, 'invalid_value where[headline][equals]'],
    [{ headline: { in: [{ $gt: '' }] } }, 'invalid_value where[headline][in]'],
    [{ headline: { in: [['a']] } }, 'invalid_value where[headline][in]'],
    [{ target: { equals: { relationTo: { $ne: 1 }, value: '1' } } }, 'invalid_value where[target][equals]'],
    [{ topics: { contains: { nowhere: { equals: 'a' } } } }, 'field_not_queryable topics.nowhere'],
    [
      { 'credits.author': { contains: { and: [{ 'user.email': { equals: 'a' } }] } } },
      'field_not_queryable credits.author.user.email',
    ],
    ['{"nowhere":{"equals":"a"}}', 'field_not_queryable nowhere'],
    ['{"headline"', 'invalid_value where'],
    ['null', 'invalid_value where'],
    [5, 'invalid_value where'],
    [[], 'invalid_value where'],
    [[{ headline: { equals: 'a' } }], 'invalid_value where'],
  ])('refuses %j', (where, fault) => {
    expect(check(where)).toEqual([fault])
    expect(checkPathsOnly(where, undefined, (path) => KNOWN.has(path))).toMatchObject({ ok: false, status: 400 })
  })

  it('follows a nested where on a relation', () => {
    expect(check({ 'credits.author': { contains: { displayName: { equals: 'a' } } } })).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'toString', 'headline.constructor', 'hasOwnProperty'])(
    'never asks about %s',
    (path) => {
      const where = Object.defineProperty({}, path, { value: { equals: 'a' }, enumerable: true })
      const asked: string[] = []
      const result = checkPathsOnly(where, path, (each) => asked.push(each) > 0)
      expect(result.ok).toBe(false)
      expect(asked).toEqual([])
    },
  )

  it.each([
    ['headline', []],
    ['-headline,slug', []],
    ['-_id', []],
    ['credits__author', []],
    [['-headline', 'slug'], []],
    [[], []],
    ['', ['field_not_queryable ']],
    ['-', ['field_not_queryable ']],
    ['--headline', ['field_not_queryable -headline']],
    ['headline, slug', ['field_not_queryable  slug']],
    ['credits.author.user.email', ['field_not_queryable credits.author.user.email']],
    ['credits__author__user__email', ['field_not_queryable credits__author__user__email']],
    ['nowhere,-neither', ['field_not_queryable nowhere', 'field_not_queryable neither']],
    [['headline', 5], ['invalid_value sort']],
    [{ headline: 1 }, ['invalid_value sort']],
    [5, ['invalid_value sort']],
  ])('sort %j', (sort, faults) => {
    expect(check(undefined, sort)).toEqual(faults)
  })

  it('gives up on bottomless conditions', () => {
    let where: object = { headline: { equals: 'a' } }
    for (let level = 0; level < 20; level += 1) where = { and: [where] }
    expect(check(where)).toEqual([])
    for (let level = 0; level < 100_000; level += 1) where = { and: [where] }
    expect(check(where)).toEqual(['query_too_complex where'])
  })

  it('names ten errors at most', () => {
    const where = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`nowhere${n}`, { equals: 'a' }]))
    expect(check(where)).toHaveLength(10)
  })
})
