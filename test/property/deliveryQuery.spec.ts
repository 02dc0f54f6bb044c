import fc from 'fast-check'
import { parse } from 'qs-esm'
import { describe, expect, it } from 'vitest'
import {
  checkPathsOnly,
  type FieldType,
  parsePublicQuery,
  type PublicWhere,
  type QueryRules,
  toSearchString,
} from '../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const FIELDS: Readonly<Record<string, FieldType>> = {
  headline: 'text',
  section: 'id',
  'section.slug': 'slug',
  'credits.author': 'id',
  publishedAt: 'date',
  wordCount: 'number',
  pinned: 'boolean',
  genre: 'select',
}
const RULES: QueryRules = {
  kind: 'list',
  fields: FIELDS,
  selectable: { headline: true, seo: { title: true, image: true } },
  populatable: { authors: { displayName: true, slug: true } },
  languages: ['en', 'zh-Hant'],
}

const VALUES: Readonly<Record<FieldType, fc.Arbitrary<string>>> = {
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((each) => !/[\p{Cc}\uFFFD]/u.test(each)),
  select: fc.constantFrom('analysis', 'a,b', 'communiqué'),
  id: fc.uuid(),
  slug: fc.constantFrom('world', 'a-b'),
  number: fc.integer().map(String),
  date: fc
    .date({ min: new Date('0000-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true })
    .map((each) => each.toISOString()),
  boolean: fc.constantFrom('true', 'false'),
}

type Pairs = readonly (readonly [key: string, value: string])[]

const condition: fc.Arbitrary<Pairs> = fc.constantFrom(...Object.keys(FIELDS)).chain((path) => {
  const type = FIELDS[path] ?? 'text'
  const single =
    type === 'number' || type === 'date'
      ? ['equals', 'not_equals', 'less_than', 'greater_than_equal']
      : ['equals', 'not_equals']
  const one = fc
    .tuple(fc.constantFrom(...single), VALUES[type])
    .map(([operator, value]): Pairs => [[`[${path}][${operator}]`, value]])
  const exists = VALUES.boolean.map((value): Pairs => [[`[${path}][exists]`, value]])
  const many = fc
    .tuple(fc.constantFrom('in', 'not_in'), fc.array(VALUES[type], { minLength: 1, maxLength: 5 }))
    .map(([operator, list]): Pairs => list.map((value, index) => [`[${path}][${operator}][${index}]`, value] as const))
  if (type === 'slug') return fc.oneof(one, many)
  return type === 'boolean' ? fc.oneof(one, exists) : fc.oneof(one, exists, many)
})

function junction(member: fc.Arbitrary<Pairs>): fc.Arbitrary<Pairs> {
  return fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(member, { minLength: 1, maxLength: 3 }))
    .map(([name, members]) =>
      members.flatMap((pairs, index) => pairs.map(([key, value]) => [`[${name}][${index}]${key}`, value] as const)),
    )
}

const where = fc.oneof(
  condition,
  junction(condition),
  junction(fc.oneof(condition, junction(condition))),
  junction(junction(junction(condition))),
)

const soundQuery: fc.Arbitrary<string> = fc
  .record(
    {
      where,
      limit: fc.integer({ min: 1, max: 100 }),
      page: fc.integer({ min: 1, max: 1000 }),
      depth: fc.integer({ min: 0, max: 2 }),
      sort: fc.uniqueArray(fc.constantFrom(...Object.keys(FIELDS).filter((path) => FIELDS[path] !== 'slug')), {
        minLength: 1,
        maxLength: 3,
      }),
      locale: fc.constantFrom('en', 'zh-Hant'),
      select: fc.constantFrom('[headline]', '[seo][title]'),
      populate: fc.constantFrom('[authors][slug]'),
      draft: fc.constant('false'),
    },
    { requiredKeys: [] },
  )
  .chain(({ where: conditions = [], select, populate, ...plain }) => {
    const pairs: (readonly [string, string])[] = [
      ...conditions.map(([key, value]) => [`where${key}`, value] as const),
      ...Object.entries(plain).map(([key, value]) => [key, String(value)] as const),
      ...(select === undefined ? [] : [[`select${select}`, 'true'] as const]),
      ...(populate === undefined ? [] : [[`populate${populate}`, 'false'] as const]),
    ]
    return fc.shuffledSubarray(pairs, { minLength: pairs.length })
  })
  .map((pairs) => pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&'))

const FRAGMENTS = [
  'where',
  'sort',
  'limit',
  'select',
  '[',
  ']',
  '[]',
  '[and]',
  '[or]',
  '[0]',
  '[headline]',
  '[equals]',
  '[in]',
  '[__proto__]',
  '=',
  '&',
  ',',
  '-',
  '%',
  '%5B',
  '%5D',
  'true',
  'headline',
  'credits.author',
  '5',
]
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...FRAGMENTS), maxLength: 40 }),
  fc
    .tuple(soundQuery, fc.nat(), fc.string({ unit: fc.constantFrom(...FRAGMENTS), maxLength: 3 }))
    .map(([text, at, more]) => {
      const index = at % (text.length + 1)
      return text.slice(0, index) + more + text.slice(index)
    }),
)

function pathsIn(conditions: PublicWhere): string[] {
  return Object.entries(conditions).flatMap(([key, value]) =>
    Array.isArray(value) ? (value as PublicWhere[]).flatMap(pathsIn) : [key],
  )
}

describe('parsePublicQuery', () => {
  it('never throws, and refuses with a status, a code and a field', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, soundQuery), (text) => {
        for (const search of [text, new URLSearchParams(text)]) {
          const result = parsePublicQuery(search, RULES)
          if (result.ok) continue
          expect([400, 401, 413]).toContain(result.status)
          expect(result.errors.length).toBeGreaterThan(0)
          for (const { code, field, message } of result.errors) {
            expect(code).toMatch(
              /^(invalid_value|unknown_parameter|field_not_queryable|query_too_complex|not_authenticated|too_large)$/,
            )
            expect(field).toBeTypeOf('string')
            expect(`${message}${field ?? ''}`).not.toMatch(/[\u0000-\u001F]/)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('accepts every sound query, canonically: its own search string means the same', () => {
    fc.assert(
      fc.property(soundQuery, (search) => {
        const result = parsePublicQuery(search, RULES)
        fc.pre(result.ok || result.status !== 413)
        if (!result.ok) throw new Error(JSON.stringify(result.errors))
        const written = toSearchString(result.query)
        expect(parsePublicQuery(written, RULES)).toStrictEqual(result)
        expect(parsePublicQuery(`?${written}`, RULES)).toStrictEqual(result)
        expect(parsePublicQuery(new URLSearchParams(written), RULES)).toStrictEqual(result)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same for any order of the parameters', () => {
    fc.assert(
      fc.property(soundQuery, fc.infiniteStream(fc.nat()), (search, keys) => {
        const parts = search.split('&')
        const ranks = [...keys.take(parts.length)]
        const shuffled = parts
          .map((part, index): [number, string] => [ranks[index] ?? 0, part])
          .sort(([a], [b]) => a - b)
          .map(([, part]) => part)
          .join('&')
        const [one, other] = [parsePublicQuery(search, RULES), parsePublicQuery(shuffled, RULES)]
        expect(other.ok).toBe(one.ok)
        if (one.ok && other.ok) expect(toSearchString(other.query)).toBe(toSearchString(one.query))
      }),
    )
  })

  it('accepts nothing that names an undeclared field or goes beyond the bounds', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, soundQuery), (search) => {
        const result = parsePublicQuery(search, RULES)
        fc.pre(result.ok)
        const {
          depth = 0,
          limit = 1,
          page = 1,
          populate = {},
          select = {},
          sort = '',
          where: conditions,
        } = result.query
        expect(depth).toBeLessThanOrEqual(2)
        expect(limit).toBeGreaterThan(0)
        expect(limit).toBeLessThanOrEqual(100)
        expect(page).toBeGreaterThan(0)
        const asked = [
          ...(conditions ? pathsIn(conditions) : []),
          ...sort
            .split(',')
            .filter(Boolean)
            .map((each) => each.replace('-', '')),
        ]
        for (const path of asked) expect(Object.keys(FIELDS)).toContain(path)
        for (const name of Object.keys(select)) expect(Object.keys(RULES.selectable ?? {})).toContain(name)
        for (const slug of Object.keys(populate)) expect(Object.keys(RULES.populatable ?? {})).toContain(slug)
      }),
      { numRuns: 400 },
    )
  })

  it('writes search strings in which Payload finds no parameter and no path that was not checked', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, soundQuery), (search) => {
        const result = parsePublicQuery(search, RULES)
        fc.pre(result.ok)
        const read = parse(toSearchString(result.query), {
          allowEmptyArrays: true,
          arrayLimit: 1000,
          depth: 10,
          ignoreQueryPrefix: true,
        })
        expect(Object.keys(read).sort()).toEqual(Object.keys(result.query).sort())
        expect(checkPathsOnly(read.where, read.sort, (path) => Object.hasOwn(FIELDS, path))).toEqual({ ok: true })
      }),
      { numRuns: 400 },
    )
  })
})

describe('checkPathsOnly', () => {
  it('never throws, and passes nothing when no path is known', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.jsonValue(), fc.json()),
        fc.oneof(fc.anything(), fc.string()),
        (given, sort) => {
          checkPathsOnly(given, sort, () => true)
          const result = checkPathsOnly(given, sort, () => false)
          if (result.ok) expect(typeof sort === 'string' && sort !== '').toBe(false)
        },
      ),
      { numRuns: 400 },
    )
  })
})
