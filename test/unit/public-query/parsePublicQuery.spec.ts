import { describe, expect, it } from 'vitest'
import {
  parsePublicQuery,
  type QueryKind,
  type QueryRules,
  toSearchString,
} from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

const RULES: QueryRules = {
  kind: 'list',
  fields: {
    headline: 'text',
    slug: 'text',
    section: 'id',
    'credits.author': 'id',
    publishedAt: 'date',
    wordCount: 'number',
    pinned: 'boolean',
    genre: 'select',
  },
  sortable: ['publishedAt', 'headline', 'slug', 'wordCount'],
  selectable: {
    headline: true,
    slug: true,
    body: { a: { b: { c: { d: true, e: { f: true } } } } },
    seo: { title: true, description: true, image: true },
  },
  populatable: { authors: { displayName: true, slug: true, biography: true } },
  languages: ['en', 'pt-BR'],
}

function rules(changes: Partial<QueryRules> = {}): QueryRules {
  return { ...RULES, ...changes }
}

function accepted(search: string | URLSearchParams, changes?: Partial<QueryRules>) {
  const result = parsePublicQuery(search, rules(changes))
  expect(result, String(search)).toMatchObject({ ok: true })
  return result.ok ? result.query : {}
}

function refused(search: string | URLSearchParams, changes?: Partial<QueryRules>) {
  const result = parsePublicQuery(search, rules(changes))
  if (result.ok) throw new Error(`accepted: ${String(search)}`)
  return { status: result.status, faults: result.errors.map(({ code, field }) => `${code} ${field ?? ''}`) }
}

/** `count` values written as the members of one list. */
function values(path: string, count: number): string {
  return Array.from({ length: count }, (_, n) => `where[${path}][in][]=${n}`).join('&')
}

describe('a public query that is sound', () => {
  it.each([
    ['', {}],
    ['?', {}],
    ['&', {}],
    ['limit=1', { limit: 1 }],
    ['?limit=100&', { limit: 100 }],
    ['page=2', { page: 2 }],
    ['page=1', {}],
    ['depth=0', { depth: 0 }],
    ['depth=2', { depth: 2 }],
    ['draft=false&trash=false', {}],
    ['locale=pt-BR', { locale: 'pt-BR' }],
    ['sort=-publishedAt,slug', { sort: '-publishedAt,slug' }],
    ['sort=slug%2C-publishedAt', { sort: 'slug,-publishedAt' }],
    ['where[section][equals]=abc', { where: { section: { equals: 'abc' } } }],
    ['where%5Bsection%5D%5Bequals%5D=abc', { where: { section: { equals: 'abc' } } }],
    ['where[credits.author][not_equals]=abc', { where: { 'credits.author': { not_equals: 'abc' } } }],
    ['where[headline][equals]=a%5D=b', { where: { headline: { equals: 'a]=b' } } }],
    ['where[headline][equals]=a]=b', { where: { headline: { equals: 'a]=b' } } }],
    [
      'where[headline][equals]=Comuniqu%C3%A9+de+Ant%C3%B3nio',
      { where: { headline: { equals: 'Comuniqué de António' } } },
    ],
    ['where[headline][equals]=a,b', { where: { headline: { equals: 'a,b' } } }],
    ['where[genre][in]=report,analysis', { where: { genre: { in: ['analysis', 'report'] } } }],
    ['where[genre][in][0]=b&where[genre][in][1]=a', { where: { genre: { in: ['a', 'b'] } } }],
    ['where[genre][in][]=b&where[genre][in][]=a', { where: { genre: { in: ['a', 'b'] } } }],
    ['where[genre][in][]=a,b', { where: { genre: { in: ['a,b'] } } }],
    ['where[genre][not_in]=a,a', { where: { genre: { not_in: ['a'] } } }],
    ['where[pinned][equals]=true', { where: { pinned: { equals: true } } }],
    ['where[pinned][exists]=false', { where: { pinned: { exists: false } } }],
    ['where[publishedAt][exists]=true', { where: { publishedAt: { exists: true } } }],
    ['where[wordCount][greater_than]=-0', { where: { wordCount: { greater_than: 0 } } }],
    ['where[wordCount][less_than_equal]=-12.50', { where: { wordCount: { less_than_equal: -12.5 } } }],
    ['where[wordCount][in]=10,9', { where: { wordCount: { in: [9, 10] } } }],
    ['where[publishedAt][equals]=2024-02-29', { where: { publishedAt: { equals: '2024-02-29T00:00:00.000Z' } } }],
    // 09:30 at +02:00 is 07:30 UTC.
    [
      'where[publishedAt][less_than]=2025-08-09T09:30%2B02:00',
      { where: { publishedAt: { less_than: '2025-08-09T07:30:00.000Z' } } },
    ],
    ['select[headline]=true&select[seo][title]=true', { select: { headline: true, seo: { title: true } } }],
    ['select[body]=false', { select: { body: false } }],
    ['populate[authors][displayName]=true', { populate: { authors: { displayName: true } } }],
    [
      'select[headline]=true&populate[authors][biography]=false',
      { select: { headline: true }, populate: { authors: { biography: false } } },
    ],
  ])('%s', (search, query) => {
    expect(accepted(search)).toStrictEqual(query)
  })

  it('may come as URLSearchParams', () => {
    const params = new URLSearchParams({ 'where[headline][equals]': 'António & co', limit: '5' })
    expect(accepted(params)).toStrictEqual({ where: { headline: { equals: 'António & co' } }, limit: 5 })
  })

  it('checks a locale for its form only and drops it where nothing is localized', () => {
    expect(accepted('locale=zh-Hant-TW', { languages: undefined })).toStrictEqual({})
    expect(refused('locale=*', { languages: undefined }).faults).toEqual(['invalid_value locale'])
  })
})

describe('a parameter that does not exist', () => {
  it.each([
    'foo=1',
    'fallback-locale=en',
    'fallbackLocale=en',
    'pagination=false',
    'joins[x][limit]=1',
    'showHiddenFields=true',
    'overrideAccess=true',
    'overrideLock=true',
    'autosave=true',
    'data=%7B%7D',
    'user=1',
    'Limit=5',
    'LIMIT=5',
    'limit%20=5',
    'toString=1',
    'constructor=1',
    '__proto__=1',
    '$where=1',
    '%3Flimit=5',
    'flattenLocales=false',
  ])('%s', (search) => {
    const name = decodeURIComponent(search.split('=')[0] ?? '').split('[')[0]
    expect(refused(search)).toEqual({ status: 400, faults: [`unknown_parameter ${name}`] })
  })

  it.each([
    ['__proto__[polluted]=1', '__proto__[polluted]'],
    ['constructor[prototype][polluted]=1', 'constructor[prototype][polluted]'],
    ['where[__proto__][equals]=1', 'where[__proto__][equals]'],
    ['where[section][__proto__]=1', 'where[section][__proto__]'],
    ['where[section][constructor]=1', 'where[section][constructor]'],
    ['where[hasOwnProperty][equals]=1', 'where[hasOwnProperty][equals]'],
    ['select[__proto__]=true', 'select[__proto__]'],
    ['select[toString]=true', 'select[toString]'],
    ['populate[constructor][x]=true', 'populate[constructor][x]'],
    ['where%5B__proto__%5D%5Bequals%5D=1', 'where[__proto__][equals]'],
    ['where[a]junk[equals]=1', 'where[a]junk[equals]'],
    ['where[section][equals]]=1', 'where[section][equals]]'],
    ['where[section=1', 'where[section'],
    ['where]=1', 'where]'],
    ['[where][section][equals]=1', '[where][section][equals]'],
    ['=5', ''],
    ['limit=a]=b', 'limit=a]'],
  ])('%s: a name that Payload would drop, cut or misread', (search, named) => {
    expect(refused(search)).toEqual({ status: 400, faults: [`unknown_parameter ${named}`] })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each<[QueryKind, string[]]>([
    ['byId', ['where[slug][equals]=a', 'sort=slug', 'limit=1', 'page=2']],
    ['bySlug', ['where[slug][equals]=a', 'sort=slug', 'limit=1', 'page=2']],
    ['global', ['where[slug][equals]=a', 'sort=slug', 'limit=1', 'page=2']],
    ['count', ['sort=slug', 'limit=1', 'page=2', 'depth=1', 'select[headline]=true', 'populate[authors][slug]=true']],
  ])('%s has no use for some', (kind, searches) => {
    for (const search of searches) {
      const name = search.split(/[=[]/)[0]
      expect(refused(search, { kind })).toEqual({ status: 400, faults: [`unknown_parameter ${name}`] })
    }
    expect(accepted('draft=false&trash=false&locale=en', { kind })).toStrictEqual({ locale: 'en' })
  })

  it('is named in the answer, shortened and without control characters', () => {
    const result = parsePublicQuery(`${'x'.repeat(300)}=1&a%0Ab%E2%80%A8c=1`, RULES)
    expect(result).toMatchObject({
      ok: false,
      errors: [{ field: `${'x'.repeat(100)}…` }, { field: 'a\uFFFDb\uFFFDc' }],
    })
  })
})

describe('a value of the wrong form', () => {
  it.each([
    ...[
      'abc',
      '',
      '0',
      '-1',
      '101',
      '1e2',
      '%205',
      '5%20',
      '+5',
      '05',
      '1.0',
      '0x10',
      '%D9%A5',
      'Infinity',
      'NaN',
      'null',
      '99999999999999999999',
    ].map((v) => ['limit', v]),
    ...['0', '-1', '', '1.5', '1000001', '1e3', 'last'].map((v) => ['page', v]),
    ...['3', '-1', '', '01', '1e0', 'two', '50'].map((v) => ['depth', v]),
    ...['', '1', '0', 'TRUE', 'yes', 'null'].map((v) => ['draft', v]),
    ...['', '1', 'False'].map((v) => ['trash', v]),
    ...['', 'fr', 'EN', 'pt-br', '*', 'all', '__proto__'].map((v) => ['locale', v]),
    ...[
      '',
      '-',
      'slug,',
      ',slug',
      'slug,,headline',
      'slug,slug',
      'slug,-slug',
      'slug,headline,wordCount,publishedAt',
    ].map((v) => ['sort', v]),
    ['where', ''],
    ['where', 'slug'],
    ['where', encodeURIComponent('{"slug":{"equals":"a"}}')],
    ['select', ''],
    ['select', 'headline'],
    ['populate', ''],
    ['populate', 'authors'],
  ])('%s=%s', (name, value) => {
    expect(refused(`${name}=${value}`)).toEqual({ status: 400, faults: [`invalid_value ${name}`] })
  })

  it.each(['limit', 'sort', 'where', 'draft'])('%s without a value', (name) => {
    expect(refused(name)).toEqual({ status: 400, faults: [`invalid_value ${name}`] })
  })

  it.each([
    ['limit[]=5', 'limit[]'],
    ['limit[0]=5', 'limit[0]'],
    ['sort[]=slug', 'sort[]'],
    ['draft[x]=false', 'draft[x]'],
    ['where[section]=abc', 'where[section]'],
    ['where[section][]=abc', 'where[section]'],
    ['where[0][section][equals]=abc', 'where'],
    ['where[and]=abc', 'where[and]'],
    ['where[and][section][equals]=abc', 'where[and]'],
    ['where[or][]=', 'where[or]'],
    ['where[and][0]=abc', 'where[and][0]'],
    ['where[and][][section][equals]=abc', 'where[and][][section][equals]'],
    ['where[][equals]=abc', 'where[][equals]'],
    ['where[section][equals][]=abc', 'where[section][equals]'],
    ['where[section][equals][x]=abc', 'where[section][equals]'],
    ['where[section][exists]=', 'where[section][exists]'],
    ['where[section][exists]=1', 'where[section][exists]'],
    ['where[section][in]=', 'where[section][in]'],
    ['where[section][in][]=', 'where[section][in]'],
    ['where[section][in]=a,,b', 'where[section][in]'],
    ['where[section][in][a]=b', 'where[section][in]'],
    ['where[section][in][0][0]=b', 'where[section][in]'],
    ['where[section][in][1001]=b', 'where[section][in]'],
    ['select[]=true', 'select'],
    ['select[headline]=1', 'select[headline]'],
    ['select[headline]=', 'select[headline]'],
    ['select[headline][]=true', 'select[headline]'],
    ['select[headline]=true&select[body]=false', 'select'],
    ['select[seo][title]=true&select[seo][image]=false', 'select'],
    ['populate[authors]=true', 'populate[authors]'],
    ['populate[authors][slug]=true&populate[authors][biography]=false', 'populate[authors]'],
  ])('%s', (search, named) => {
    expect(refused(search)).toEqual({ status: 400, faults: [`invalid_value ${named}`] })
  })

  it.each<[string, string[]]>([
    [
      'wordCount',
      [
        'abc',
        '1e2',
        '0x1',
        '%201',
        '',
        '1,2',
        'Infinity',
        'NaN',
        '01',
        '.5',
        '5.',
        '1.1234567',
        '1234567890123456',
        'null',
        'true',
      ],
    ],
    [
      'publishedAt',
      [
        'yesterday',
        '',
        '2025',
        '2025-08',
        '20250809',
        '2025-8-9',
        '2025-02-29',
        '2025-02-30',
        '2025-04-31',
        '2025-13-01',
        '2025-00-10',
        '2025-08-09T24:00Z',
        '2025-08-09T10:60Z',
        '2025-08-09T10:00',
        '2025-08-09T10:00:00',
        '2025-08-09%2010:00Z',
        '2025-08-09T10:00+02:00',
        '2025-08-09T10:00:60Z',
        '1723190400000',
        '%2B012025-08-09',
        '-000001-01-01',
        '0000-01-01T00:00%2B01:00',
        'Sat,%2009%20Aug%202025%2010:00:00%20GMT',
        'null',
        '2025-W32-6',
      ],
    ],
    ['pinned', ['1', '0', 'yes', 'TRUE', '', 'null']],
    ['section', ['', 'null', 'undefined', 'a%20b', "a'b", 'a.b', 'a%00b', 'x'.repeat(65), 'é']],
    ['headline', ['', 'a%00b', 'a%0Ab', 'x'.repeat(501)]],
    ['genre', ['', 'a%09b']],
  ])('%s', (path, wrong) => {
    for (const value of wrong) {
      expect(refused(`where[${path}][equals]=${value}`), value).toEqual({
        status: 400,
        faults: [`invalid_value where[${path}][equals]`],
      })
    }
  })

  it('one of a list', () => {
    expect(refused('where[publishedAt][in]=2025-08-09,never').faults).toEqual(['invalid_value where[publishedAt][in]'])
    expect(refused('where[section][not_in][0]=a&where[section][not_in][1]=a.b').faults).toEqual([
      'invalid_value where[section][not_in]',
    ])
  })

  it.each([
    ['limit=%', 'limit'],
    ['limit=%zz', 'limit'],
    ['where[headline][equals]=%C3%28', 'where[headline][equals]'],
    ['where[headline][equals]=%ED%A0%80', 'where[headline][equals]'],
    ['where[headline][equals]=%EF%BF%BD', 'where[headline][equals]'],
    ['where[headline][equals]=\uD800', 'where[headline][equals]'],
    ['%E0%A4=1', '%E0%A4'],
    ['limit= 5', 'query'],
    ['limit=5#x', 'query'],
    ['limit=5\n', 'query'],
  ])('broken encoding: %j', (search, named) => {
    expect(refused(search)).toEqual({ status: 400, faults: [`invalid_value ${named}`] })
  })

  it('what URLSearchParams left of broken encoding', () => {
    expect(refused(new URLSearchParams('where[headline][equals]=%C3%28')).faults).toEqual([
      'invalid_value where[headline][equals]',
    ])
  })
})

describe('a parameter given more than once', () => {
  it.each([
    ['limit=1&limit=2', 'limit'],
    ['limit=1&limit=1', 'limit'],
    ['limit=1&%6Cimit=2', 'limit'],
    ['draft=false&draft=true', 'draft'],
    ['sort=slug&sort=headline', 'sort'],
    ['where[slug][equals]=a&where[slug][equals]=b', 'where[slug][equals]'],
    ['where[slug][equals]=a&where%5Bslug%5D%5Bequals%5D=b', 'where[slug][equals]'],
    ['where[slug]=a&where[slug][equals]=b', 'where[slug]'],
    ['where=a&where[slug][equals]=b', 'where'],
    ['where[slug][in]=a&where[slug][in][]=b', 'where[slug][in]'],
    ['where[slug][in][0]=a&where[slug][in][0]=b', 'where[slug][in][0]'],
    ['select[seo]=true&select[seo][title]=true', 'select[seo]'],
  ])('%s', (search, named) => {
    expect(refused(search)).toEqual({ status: 400, faults: [`invalid_value ${named}`] })
  })
})

describe('a field that is not declared', () => {
  it.each([
    'status',
    '_status',
    'body',
    'password',
    'credits',
    'credits.author.user.email',
    'author',
    'credits__author',
    'section.name',
    'id',
    '_id',
    'deletedAt',
    'Headline',
    'headline ',
    'where',
    '$where',
    'AND',
    'Or',
    'headline.constructor',
    'version.headline',
  ])('%s', (path) => {
    expect(refused(`where[${encodeURIComponent(path)}][equals]=a`)).toEqual({
      status: 400,
      faults: [`field_not_queryable ${path}`],
    })
    expect(refused(`where[or][0][and][0][${encodeURIComponent(path)}][exists]=true`).faults).toEqual([
      `field_not_queryable ${path}`,
    ])
    expect(refused(`sort=-${encodeURIComponent(path)}`)).toEqual({
      status: 400,
      faults: [`field_not_queryable ${path}`],
    })
  })

  it('stays hidden behind a junction of that name', () => {
    expect(refused('sort=and', { fields: { and: 'text' }, sortable: undefined }).faults).toEqual([
      'field_not_queryable and',
    ])
    expect(refused('where[OR][equals]=a', { fields: { OR: 'text' } }).faults).toEqual(['field_not_queryable OR'])
  })

  it('is told in the same words whether it exists or not', () => {
    const [real, made] = ['where[body][exists]=true', 'where[ydob][exists]=true'].map((search) =>
      parsePublicQuery(search, RULES),
    )
    expect(JSON.stringify(real).replaceAll('body', 'ydob')).toBe(JSON.stringify(made))
  })

  it('or may be filtered by but not sorted by', () => {
    expect(refused('sort=credits.author').faults).toEqual(['field_not_queryable credits.author'])
    expect(accepted('sort=credits.author', { sortable: undefined })).toStrictEqual({ sort: 'credits.author' })
  })

  it.each([
    ['select[password]=true', 'password'],
    ['select[0]=true', ''],
    ['select[seo][a.b]=true', 'a.b'],
    ['select[seo][$x]=true', '$x'],
    [`select[seo][${'x'.repeat(70)}]=true`, 'x'.repeat(70)],
    ['populate[users][email]=true', 'users'],
    ['populate[Authors][slug]=true', 'Authors'],
    ['populate[authors][a-b]=true', 'a-b'],
  ])('%s is not given out', (search, named) => {
    const { status, faults } = refused(search)
    expect(status).toBe(400)
    expect(faults).toEqual([named === '' ? 'invalid_value select' : `field_not_queryable ${named}`])
  })

  it('has to have a sound name even when any may be selected', () => {
    const open = { selectable: undefined, populatable: undefined }
    expect(accepted('select[anything]=true&populate[news-teasers][headline]=true', open)).toMatchObject({
      select: { anything: true },
    })
    expect(refused('select[a.b]=true', open).faults).toEqual(['field_not_queryable a.b'])
    expect(refused('populate[../users][a]=true', open).faults).toEqual(['field_not_queryable ../users'])
  })
})

describe('an operator', () => {
  const ALL = [
    'equals',
    'not_equals',
    'in',
    'not_in',
    'exists',
    'greater_than',
    'greater_than_equal',
    'less_than',
    'less_than_equal',
  ]
  const SEARCHES = ['contains', 'all', 'like', 'not_like', 'within', 'intersects', 'near']
  const SAMPLE: Record<string, string> = {
    headline: 'a',
    genre: 'a',
    section: 'a',
    pinned: 'true',
    wordCount: '1',
    publishedAt: '2025-08-09',
  }
  const OFFERED: Record<string, string[]> = {
    headline: ALL.slice(0, 5),
    genre: ALL.slice(0, 5),
    section: ALL.slice(0, 5),
    pinned: ['equals', 'not_equals', 'exists'],
    wordCount: ALL,
    publishedAt: ALL,
  }

  it.each(Object.keys(OFFERED).flatMap((path) => [...ALL, ...SEARCHES].map((operator) => [path, operator])))(
    '%s %s',
    (path, operator) => {
      const value = operator === 'exists' ? 'true' : SAMPLE[path]
      const search = `where[${path}][${operator}]=${value}`
      if (OFFERED[path]?.includes(operator)) accepted(search)
      else expect(refused(search)).toEqual({ status: 400, faults: [`field_not_queryable ${path}`] })
    },
  )

  it.each(['$gt', '$ne', 'regex', 'Equals', 'equals ', 'and', 'or', '0'])('%s is unknown', (operator) => {
    const faults = refused(`where[section][${encodeURIComponent(operator)}]=a`).faults
    expect(faults).toEqual([
      operator === '0' ? 'invalid_value where[section]' : `unknown_parameter where[section][${operator}]`,
    ])
  })

  it('of a nested kind cannot reach into a relation', () => {
    expect(refused('where[section][contains][name][equals]=a').faults).toEqual(['field_not_queryable section'])
    expect(refused('where[section][equals][relationTo]=users&where[section][equals][value]=1').faults).toEqual([
      'invalid_value where[section][equals]',
    ])
  })
})

describe('staff switches', () => {
  it.each(['draft', 'trash'])('%s=true needs a login, and tells nothing else', (name) => {
    expect(refused(`${name}=true`)).toEqual({ status: 401, faults: [`not_authenticated ${name}`] })
    expect(refused(`limit=abc&where[secret][equals]=1&${name}=true`)).toEqual({
      status: 401,
      faults: [`not_authenticated ${name}`],
    })
  })

  it('both are named', () => {
    expect(refused('draft=true&trash=true')).toEqual({
      status: 401,
      faults: ['not_authenticated draft', 'not_authenticated trash'],
    })
  })
})

describe('bounds', () => {
  const conditions = (count: number) =>
    Array.from({ length: count }, (_, n) => `where[or][${n}][wordCount][equals]=${n}`).join('&')
  const nested = (levels: number, rest: string) => {
    const path = Array.from({ length: levels }, (_, n) => (n % 2 === 0 ? '[or][0]' : '[and][0]'))
    return [
      `where${path.join('')}${rest}`,
      // A second member on each level, so that none of them falls away.
      ...path.map((_, n) => `where${path.slice(0, n).join('')}${path[n]?.replace('0', '1')}[wordCount][equals]=${n}`),
    ].join('&')
  }

  it('30 conditions and no more', () => {
    accepted(conditions(30))
    expect(refused(conditions(31))).toEqual({ status: 400, faults: ['query_too_complex where'] })
    expect(
      refused(Array.from({ length: 31 }, (_, n) => `where[and][${n}][slug][equals]=same`).join('&')).faults,
    ).toEqual(['query_too_complex where'])
  })

  it('100 values in a list and no more', () => {
    expect(accepted(values('section', 100)).where).toMatchObject({ section: { in: expect.any(Array) as unknown } })
    expect(refused(values('section', 101)).faults).toEqual(['query_too_complex where[section][in]'])
    expect(refused(`where[wordCount][in]=${Array.from({ length: 101 }, (_, n) => n).join(',')}`).faults).toEqual([
      'query_too_complex where[wordCount][in]',
    ])
  })

  it('four levels of junctions and no more, three above a list', () => {
    accepted(nested(4, '[slug][equals]=a'))
    accepted(nested(3, '[slug][in][0]=a'))
    expect(refused(nested(4, '[slug][in]=a')).faults).toEqual(['query_too_complex where'])
    expect(refused(nested(4, '[slug][equals]=a&where[genre][equals]=a')).faults).toEqual(['query_too_complex where'])
    expect(
      refused(nested(5, '[slug][equals]=a')).faults.every((each) =>
        each.startsWith('query_too_complex where[or][0][and]'),
      ),
    ).toBe(true)
  })

  it('levels that say nothing do not count, as far as Payload can read them', () => {
    expect(accepted('where[and][0][and][0][or][0][and][0][slug][equals]=a')).toStrictEqual({
      where: { slug: { equals: 'a' } },
    })
    const deep = `where${'[and][0]'.repeat(5)}[slug][equals]`
    expect(refused(`${deep}=a`).faults).toEqual([`query_too_complex ${deep}`])
  })

  it('the values that a field has, where they are known', () => {
    const choices = (path: string) => (path === 'genre' ? ['analysis', 'opinion'] : undefined)
    for (const query of [
      'where[genre][equals]=opinion',
      'where[genre][in]=opinion,analysis',
      'where[genre][exists]=false',
    ])
      expect(parsePublicQuery(query, rules({ choices })).ok, query).toBe(true)
    for (const operator of ['equals', 'not_equals', 'in', 'not_in'])
      expect(parsePublicQuery(`where[genre][${operator}]=nosuch`, rules({ choices }))).toEqual({
        ok: false,
        status: 400,
        errors: [
          {
            code: 'invalid_value',
            field: `where[genre][${operator}]`,
            message: `\`where[genre][${operator}]\` has to be one of analysis, opinion.`,
          },
        ],
      })
    expect(refused('where[or][0][genre][in]=opinion,nosuch', { choices }).faults).toEqual([
      'invalid_value where[or][0][genre][in]',
    ])
  })

  it('five levels of selection and 100 fields', () => {
    accepted('select[body][a][b][c][d]=true')
    expect(refused('select[body][a][b][c][d][e]=true').faults).toEqual(['query_too_complex select[body][a][b][c][d]'])
    const many = (count: number) => Array.from({ length: count }, (_, n) => `select[seo][f${n}]=true`).join('&')
    const seo = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, true as const]))
    const selectable = { seo }
    expect(parsePublicQuery(many(100), rules({ selectable })).ok).toBe(true)
    expect(refused(many(101), { selectable }).faults).toEqual(['query_too_complex select'])
  })

  it('8192 characters', () => {
    const padded = (length: number) => `limit=5${'&'.repeat(length - 7)}`
    expect(refused(padded(8193))).toEqual({ status: 413, faults: ['too_large query'] })
    expect(refused(padded(8192)).faults).toEqual(['query_too_complex query'])
    accepted(padded(1000))
    expect(refused(`?${padded(8193)}`).status).toBe(413)
  })

  it('8192 characters also for what the query stands for', () => {
    // Each of 200 dates of 10 characters becomes an instant of 28, percent-encoded, with at least 26 before it.
    const dates = Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
    accepted(`where[publishedAt][in]=${dates.join(',')}`)
    const both = `where[publishedAt][in]=${dates.join(',')}&where[publishedAt][not_in]=${dates.join(',')}`
    expect(both.length).toBeLessThan(2500)
    expect(refused(both)).toEqual({ status: 413, faults: ['too_large query'] })
  })

  it('no part beyond the thousandth goes unread', () => {
    expect(refused(`${'&'.repeat(1000)}draft=true`).faults).toEqual(['query_too_complex query'])
  })

  it('ten errors in one answer, none twice', () => {
    expect(refused(Array.from({ length: 40 }, (_, n) => `x${n}=1`).join('&')).faults).toHaveLength(10)
    expect(refused('where[and][0][x][exists]=true&where[and][1][x][exists]=true').faults).toEqual([
      'field_not_queryable x',
    ])
  })
})

describe('the canonical form', () => {
  it.each([
    ['where[slug][equals]=a&where[genre][equals]=b', 'where[genre][equals]=b&where[slug][equals]=a'],
    ['where[slug][equals]=a&where[genre][equals]=b', 'where[and][0][slug][equals]=a&where[and][1][genre][equals]=b'],
    [
      'where[or][0][slug][equals]=a&where[or][1][slug][equals]=b',
      'where[or][4][slug][equals]=b&where[or][2][slug][equals]=a',
    ],
    [
      'where[wordCount][greater_than]=1&where[wordCount][less_than]=9',
      'where[and][0][wordCount][less_than]=9&where[and][1][wordCount][greater_than]=1.0',
    ],
    ['where[or][0][slug][equals]=a', 'where[slug][equals]=a'],
    ['where[and][0][slug][equals]=a&where[and][1][slug][equals]=a', 'where[slug][equals]=a'],
    ['where[genre][in]=a,b', 'where[genre][in][]=b&where[genre][in][]=a&where[genre][in][]=b'],
    ['where[publishedAt][equals]=2025-08-09', 'where[publishedAt][equals]=2025-08-09T02:00:00.0%2B02:00'],
    ['limit=5&depth=1', 'depth=1&limit=5&page=1&draft=false'],
    ['select[slug]=true&select[headline]=true', 'select[headline]=true&select[slug]=true'],
    ['limit=5', '%6cimit=%35'],
  ])('%s is %s', (one, other) => {
    expect(accepted(one)).toStrictEqual(accepted(other))
    expect(toSearchString(accepted(one))).toBe(toSearchString(accepted(other)))
  })

  it.each([
    ['sort=slug,headline', 'sort=headline,slug'],
    ['where[slug][in]=a,b', 'where[slug][in][]=a,b'],
    [
      'where[or][0][slug][equals]=a&where[genre][equals]=b',
      'where[or][0][slug][equals]=a&where[or][1][genre][equals]=b',
    ],
    ['page=2', 'page=3'],
  ])('%s is not %s', (one, other) => {
    expect(toSearchString(accepted(one))).not.toBe(toSearchString(accepted(other)))
  })

  it('never has two keys beside each other in where', () => {
    const search =
      'where[and][0][slug][equals]=a&where[or][0][slug][equals]=b&where[or][1][genre][equals]=c&where[section][equals]=d'
    expect(accepted(search)).toStrictEqual({
      where: {
        and: [
          { or: [{ genre: { equals: 'c' } }, { slug: { equals: 'b' } }] },
          { section: { equals: 'd' } },
          { slug: { equals: 'a' } },
        ],
      },
    })
  })
})
