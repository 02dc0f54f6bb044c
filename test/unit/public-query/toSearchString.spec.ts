import { parseParams } from 'payload'
import { parse } from 'qs-esm'
import { describe, expect, it } from 'vitest'
import {
  type ParsedQuery,
  parsePublicQuery,
  type QueryRules,
  toSearchString,
} from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const RULES: QueryRules = {
  kind: 'list',
  fields: { headline: 'text', section: 'id', publishedAt: 'date', wordCount: 'number' },
}

/** What Payload's REST handlers get to see: `createPayloadRequest` and then `parseParams`. */
function asPayloadReads(search: string): Record<string, unknown> {
  const url = new URL(`http://localhost/api/articles?${search}`)
  const query = parse(url.search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true })
  return { ...parseParams(query) }
}

describe('toSearchString', () => {
  it('of no parameters is empty', () => {
    expect(toSearchString({})).toBe('')
  })

  it.each<[ParsedQuery, Record<string, unknown>]>([
    [
      { limit: 5, depth: 0, page: 2 },
      { limit: 5, depth: 0, page: 2 },
    ],
    [{ sort: '-publishedAt,headline' }, { sort: ['-publishedAt', 'headline'] }],
    [{ select: { headline: true, seo: { title: true } } }, { select: { headline: true, seo: { title: true } } }],
    [{ populate: { authors: { biography: false } } }, { populate: { authors: { biography: false } } }],
    [
      { where: { headline: { equals: "Q&A = 'x' #1 + [y]" } } },
      { where: { headline: { equals: "Q&A = 'x' #1 + [y]" } } },
    ],
    [{ where: { headline: { in: ['a,b', 'António 📰'] } } }, { where: { headline: { in: ['a,b', 'António 📰'] } } }],
    [
      {
        where: {
          or: [{ section: { exists: true } }, { and: [{ wordCount: { less_than: 3 } }, { section: { in: ['x'] } }] }],
        },
      },
      {
        where: {
          or: [
            { section: { exists: 'true' } },
            { and: [{ wordCount: { less_than: '3' } }, { section: { in: ['x'] } }] },
          ],
        },
      },
    ],
  ])('%j means the same to Payload', (query, read) => {
    expect(asPayloadReads(toSearchString(query))).toEqual(read)
  })

  it('of the deepest query allowed is still read whole by Payload', () => {
    const search = [
      'where[or][0][and][0][or][0][and][0][wordCount][equals]=1',
      'where[or][0][and][0][or][0][and][1][wordCount][less_than]=2',
      'where[or][0][and][0][or][1][wordCount][equals]=3',
      'where[or][0][and][1][wordCount][equals]=4',
      'where[or][1][wordCount][equals]=5',
    ].join('&')
    const result = parsePublicQuery(search, RULES)
    if (!result.ok) throw new Error(JSON.stringify(result.errors))
    const numbersAsText = (_: string, value: unknown) => (typeof value === 'number' ? String(value) : value)
    expect(asPayloadReads(toSearchString(result.query)).where).toEqual(
      JSON.parse(JSON.stringify(result.query.where, numbersAsText)),
    )
  })
})
