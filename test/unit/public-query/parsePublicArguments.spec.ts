import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parsePublicArguments,
  parsePublicQuery,
  toSearchString,
  type ArgumentKind,
} from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const FIELDS = {
  slug: 'text',
  genre: 'select',
  'credits.author': 'id',
  publishedAt: 'date',
  wordCount: 'number',
  pinned: 'boolean',
} as const

function parsed(args: Record<string, unknown>, kind: ArgumentKind = 'list') {
  const result = parsePublicArguments(args, kind, { fields: FIELDS }, ['id'])
  return result.ok ? result.query : result.errors.map(({ code, field }) => `${code} ${field ?? ''}`)
}

describe('arguments of GraphQL that readers may give', () => {
  it('come out as a query string comes out', () => {
    const args = {
      where: {
        OR: [{ credits__author: { equals: 'a' } }, { wordCount: { greater_than: 500 } }],
        publishedAt: { less_than: new Date('2026-08-09T10:00:00Z') },
        genre: { in: ['opinion', 'analysis'] },
        pinned: { equals: true },
      },
      sort: '-publishedAt,credits__author',
      limit: 20,
      page: 2,
      draft: false,
      trash: null,
      select: true,
    }
    const search =
      'where[or][0][credits.author][equals]=a&where[or][1][wordCount][greater_than]=500' +
      '&where[publishedAt][less_than]=2026-08-09T10:00:00Z&where[genre][in]=opinion,analysis&where[pinned][equals]=true' +
      '&sort=-publishedAt,credits.author&limit=20&page=2'
    const same = parsePublicQuery(search, { kind: 'list', fields: FIELDS })
    expect(parsed(args)).toEqual(same.ok && same.query)
  })

  it.each<[Record<string, unknown>, string]>([
    [{ where: { createdBy: { equals: 'a' } } }, 'field_not_queryable createdBy'],
    [{ where: { credits__author__user__email: { equals: 'a' } } }, 'field_not_queryable credits.author.user.email'],
    [{ where: { AND: [{ OR: [{ _status: { equals: 'draft' } }] }] } }, 'field_not_queryable _status'],
    [
      { where: { AND: [{ slug: { equals: 'a' } }, { source__key: { exists: true } }] } },
      'field_not_queryable source.key',
    ],
    [{ where: { slug: { like: 'a' } } }, 'field_not_queryable slug'],
    [{ where: { slug: { regex: 'a' } } }, 'unknown_parameter where[slug][regex]'],
    [{ where: { slug: { equals: null } } }, 'invalid_value where[slug][equals]'],
    [
      { where: { 'credits.author': { equals: { slug: { equals: 'a' } } } } },
      'invalid_value where[credits.author][equals]',
    ],
    [{ where: { publishedAt: { equals: new Date(Number.NaN) } } }, 'invalid_value where[publishedAt][equals]'],
    [{ sort: 'credits.author.displayName' }, 'field_not_queryable credits.author.displayName'],
    [{ sort: 'slug,slug' }, 'invalid_value sort'],
    [{ limit: 101 }, 'invalid_value limit'],
    [{ limit: 0 }, 'invalid_value limit'],
    [{ page: 0 }, 'invalid_value page'],
    [{ pagination: false }, 'unknown_parameter pagination'],
    [{ draft: true }, 'not_authenticated draft'],
    [{ trash: true }, 'not_authenticated trash'],
    [{ select: 'headline' }, 'invalid_value select'],
  ])('%j is refused', (args, fault) => {
    expect(parsed(args)).toEqual([fault])
  })

  // Guard: ARGUMENTS of parsePublicArguments.ts.
  it.each<[ArgumentKind, Record<string, unknown>, string]>([
    ['one', { id: 'a', where: {} }, 'unknown_parameter where'],
    ['count', { limit: 1 }, 'unknown_parameter limit'],
    ['join', { draft: false }, 'unknown_parameter draft'],
    ['relation', { where: {} }, 'unknown_parameter where'],
    ['richText', { draft: false }, 'unknown_parameter draft'],
    ['richText', { depth: 3 }, 'invalid_value depth'],
    ['global', { trash: false }, 'unknown_parameter trash'],
  ])('%s does not take %j', (kind, args, fault) => {
    expect(parsed(args, kind)).toEqual([fault])
  })

  it('does not follow conditions without end', () => {
    let where: object = { slug: { equals: 'a' } }
    for (let level = 0; level < 5000; level++) where = { AND: [where] }
    expect(parsed({ where })).toEqual(['query_too_complex where'])
  })

  it('gives Payload, whatever is asked, only declared paths, each object with one key, and what its REST would take', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.date())
    const comparisons = fc.dictionary(
      fc.constantFrom('equals', 'in', 'exists', 'not_equals', 'like', 'greater_than', '__proto__'),
      leaf,
    )
    const name = fc.constantFrom(
      'slug',
      'genre',
      'credits__author',
      'credits.author',
      'wordCount',
      '_status',
      'user__email',
    )
    const { where } = fc.letrec<{ where: object }>((tie) => ({
      where: fc.oneof(
        { maxDepth: 4 },
        fc.dictionary(name, comparisons, { maxKeys: 3 }),
        fc.dictionary(fc.constantFrom('AND', 'OR', 'and', 'Or'), fc.array(tie('where'), { maxLength: 3 }), {
          maxKeys: 2,
        }),
      ),
    }))
    fc.assert(
      fc.property(where, (given) => {
        const result = parsePublicArguments({ where: given }, 'list', { fields: FIELDS })
        if (!result.ok) return
        const search = toSearchString(result.query)
        expect(parsePublicQuery(search, { kind: 'list', fields: FIELDS })).toEqual({ ok: true, query: result.query })
      }),
    )
  })
})
