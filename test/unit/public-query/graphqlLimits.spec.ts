import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { queryLimits, type QueryLimits } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

/** Shaped as Payload 3.90.2 builds it: pages with `docs`, joins with a `limit` of their own, rows, unions. */
const SCHEMA = buildSchema(`
  type Query {
    Articles(limit: Int, page: Int, pagination: Boolean, sort: String): Articles
    Article(id: String!): Article
    Sections(limit: Int, pagination: Boolean): Sections
    queue(limit: Int = 50): [Article!]!
    me: Author
  }
  type Mutation { deleteArticle(id: String!): Article }
  type Articles { docs: [Article!]! totalDocs: Int! hasNextPage: Boolean! }
  type Sections { docs: [Section!]! }
  type Section { id: String! name: String articles(limit: Int, sort: String): SectionArticles }
  type SectionArticles { docs: [Article!] hasNextPage: Boolean! }
  interface Named { name: String }
  type Author implements Named { name: String bio: String articles: [Article!] }
  type Credit { creditedAs: String author: Author }
  union Target = Article | Section
  type Article {
    id: String! headline: String slug: String body: String topics: [String!] section: Section
    credits: [Credit!] related: [Article!] target: Target subject: Named
  }
`)

const LIMITS: QueryLimits = { maxDepth: 8, maxCost: 10_000, listDefault: 10, variables: null }

function faults(query: string, changes: Partial<QueryLimits> = {}) {
  const errors = validate(SCHEMA, parse(query), [...specifiedRules, queryLimits({ ...LIMITS, ...changes })], {
    maxErrors: 1000,
  })
  return errors.map(({ extensions, message }) => {
    const { code, statusCode } = extensions
    return typeof code === 'string' ? `${code} ${String(statusCode)}` : message
  })
}

const TOO_COMPLEX = ['query_too_complex 400']
const BAD_LIMIT = ['invalid_value 400']

/** Whether a query costs exactly `cost`: it passes at that bound and no longer one below it. */
function expectCost(query: string, cost: number, changes: Partial<QueryLimits> = {}) {
  expect(faults(query, { ...changes, maxCost: cost })).toEqual([])
  expect(faults(query, { ...changes, maxCost: cost - 1 })).toEqual(TOO_COMPLEX)
}

describe('cost, calculated by hand', () => {
  it('of single fields', () => {
    expectCost('{ me { name bio } }', 3)
    expectCost('{ Article(id: "a") { headline topics section { name } } }', 5)
    expectCost('{ me { __typename } __typename }', 1)
    expectCost('mutation { deleteArticle(id: "a") { id } }', 2)
  })

  it('of pages: the page, its docs, and the fields of each member', () => {
    expectCost('{ Articles(limit: 7) { docs { headline slug } } }', 2 + 7 * 2)
    expectCost('{ Articles { docs { headline slug } totalDocs } }', 3 + 10 * 2)
    expectCost('{ queue { headline } }', 1 + 50)
    expectCost('{ queue(limit: 3) { headline slug } }', 1 + 3 * 2)
    expectCost('{ Sections(limit: 5) { docs { name articles(limit: 4) { docs { id } } } } }', 2 + 5 * (1 + 2 + 4))
  })

  it('of rows and relations without a limit', () => {
    expectCost('{ Articles(limit: 3) { docs { credits { author { name } } } } }', 2 + 3 * (1 + 10 * 2))
    expectCost('{ Article(id: "a") { related { related { id } } } }', 2 + 10 * (1 + 10))
  })

  it('of fragments, wherever they are spread', () => {
    expectCost(
      '{ Articles(limit: 3) { ...P } } fragment P on Articles { docs { ...A } } fragment A on Article { headline slug }',
      2 + 3 * 2,
    )
    expectCost(
      '{ a: Articles(limit: 3) { ...P } b: Articles(limit: 5) { ...P } } fragment P on Articles { docs { id } }',
      4 + 3 + 5,
    )
    expectCost('{ ... { ... on Query { me { ... on Author { name } } } } }', 2)
    expectCost(
      '{ Article(id: "a") { target { ... on Article { id } ... on Section { name } } subject { name ... on Author { bio } } } }',
      7,
    )
  })

  it('of what @skip and @include leave out', () => {
    expectCost('{ me @skip(if: true) { name bio @include(if: false) } }', 3)
  })

  it('of the same field twice', () => {
    expectCost('{ Articles(limit: 5) { docs { id } } Articles(limit: 5) { docs { slug } } }', 2 * (2 + 5))
  })

  it('of variables, by their values, then their defaults', () => {
    const query = 'query ($n: Int = 20) { Articles(limit: $n) { docs { id } } }'
    expectCost(query, 22)
    expectCost(query, 5, { variables: { n: 3 } })
    expectCost(query, 22, { variables: { n: undefined, other: 3 } })
    expectCost(query, 12, { variables: { n: null } })
    expectCost('query ($n: Int) { Articles(limit: $n) { docs { id } } }', 12)
    expectCost('query ($n: Int) { queue(limit: $n) { id } }', 51)
  })

  it('of documents, each beside its fields', () => {
    const documents = { types: new Set(['Article', 'Author', 'Section']), cost: 5 }
    // The field, its document, two fields of that.
    expectCost('{ Article(id: "a") { headline slug } }', 1 + 5 + 2, { documents })
    expectCost('{ Articles(limit: 7) { docs { headline section { name } } } }', 2 + 7 * (5 + 1 + (1 + 5 + 1)), {
      documents,
    })
    // A row is no document, its author is one.
    expectCost('{ Article(id: "a") { credits { creditedAs author { name } } } }', 1 + 5 + 1 + 10 * (1 + 1 + 5 + 1), {
      documents,
    })
    // One of what the union may give is a document.
    expectCost('{ Article(id: "a") { target { ... on Section { name } } } }', 1 + 5 + 1 + 5 + 1, { documents })
  })

  it('is counted for each operation by itself', () => {
    const both = 'query A { Articles(limit: 10) { docs { id } } } query B { Articles(limit: 9) { docs { id } } }'
    expectCost(both, 12)
  })
})

describe('a list of 100 with scalar fields and body', () => {
  it('is within the limit', () => {
    expect(
      faults(
        '{ Articles(limit: 100, sort: "-publishedAt") { docs { id headline slug body topics } totalDocs hasNextPage } }',
      ),
    ).toEqual([])
    const wide = Array.from({ length: 20 }, () => 'id headline slug body').join(' ')
    expect(faults(`{ Articles(limit: 100) { docs { ${wide} } } }`)).toEqual([])
  })

  it('with the articles of the authors of each is not', () => {
    expect(faults('{ Articles(limit: 100) { docs { credits { author { articles { id } } } } } }')).toEqual(TOO_COMPLEX)
  })
})

describe('a limit', () => {
  it.each(['0', '-1', '101', '2147483647', '-2147483648'])('of %s', (limit) => {
    expect(faults(`{ Articles(limit: ${limit}) { docs { id } } }`)).toEqual(BAD_LIMIT)
    expect(faults(`{ Sections { docs { articles(limit: ${limit}) { docs { id } } } } }`)).toEqual(BAD_LIMIT)
    expect(
      faults('query ($n: Int) { Articles(limit: $n) { docs { id } } }', { variables: { n: Number(limit) } }),
    ).toEqual(BAD_LIMIT)
    expect(faults(`query ($n: Int = ${limit}) { Articles(limit: $n) { docs { id } } }`)).toEqual(BAD_LIMIT)
    expect(faults(`{ ...F } fragment F on Query { Articles(limit: ${limit}) { docs { id } } }`)).toEqual(BAD_LIMIT)
  })

  it.each(['50', 1.5, Number.NaN, true, [1], { valueOf: () => 1 }])('in a variable that is %j', (n) => {
    expect(faults('query ($n: Int) { Articles(limit: $n) { docs { id } } }', { variables: { n } })).toEqual(BAD_LIMIT)
  })

  it.each(['"5"', '5.5', 'FIVE', '[5]', '{}'])('written %s', (limit) => {
    expect(faults(`{ Articles(limit: ${limit}) { docs { id } } }`)).toContain('invalid_value 400')
  })

  it('left out below the root, where Payload would give everything', () => {
    expect(faults('{ Sections { docs { articles { docs { id } } } } }')).toEqual(BAD_LIMIT)
    expect(faults('{ Sections { docs { articles(limit: null) { docs { id } } } } }')).toEqual(BAD_LIMIT)
    expect(faults('query ($n: Int) { Sections { docs { articles(limit: $n) { docs { id } } } } }')).toEqual(BAD_LIMIT)
    expect(faults('{ Sections { docs { articles(limit: 5) { docs { id } } } } }')).toEqual([])
  })

  it('left out together with pagination', () => {
    expect(faults('{ Articles(pagination: false) { docs { id } } }')).toEqual(BAD_LIMIT)
    expect(faults('query ($p: Boolean = false) { Articles(pagination: $p) { docs { id } } }')).toEqual(BAD_LIMIT)
    expect(
      faults('query ($p: Boolean) { Articles(pagination: $p) { docs { id } } }', { variables: { p: false } }),
    ).toEqual(BAD_LIMIT)
    expect(faults('{ Articles(pagination: false, limit: 0) { docs { id } } }')).toEqual(BAD_LIMIT)
    expect(faults('{ Articles(pagination: false, limit: 100) { docs { id } } }')).toEqual([])
    expect(faults('{ Articles(pagination: true) { docs { id } } }')).toEqual([])
  })

  it('may be set higher', () => {
    expect(faults('{ Articles(limit: 500) { docs { id } } }', { maxLimit: 500 })).toEqual([])
    expect(faults('{ Articles(limit: 501) { docs { id } } }', { maxLimit: 500 })).toEqual(BAD_LIMIT)
  })

  it('is not taken from the prototype of the variables', () => {
    const variables = Object.create({ n: 3 }) as Record<string, unknown>
    expectCost('query ($n: Int) { Articles(limit: $n) { docs { id } } }', 12, { variables })
  })
})

describe('depth', () => {
  const deep = (levels: number) =>
    `{ Article(id: "a") ${'{ section { articles(limit: 1) { docs '.repeat(levels)} { id } ${'} } }'.repeat(levels)} }`

  it.each([
    ['{ me { name } }', 2],
    ['{ Articles(limit: 1) { docs { section { name } } } }', 4],
    ['{ me { ...F } } fragment F on Author { ... on Author { ... { name } } }', 2],
    [deep(1), 5],
    [deep(2), 8],
  ])('of %s', (query, depth) => {
    expect(faults(query, { maxDepth: depth })).toEqual([])
    expect(faults(query, { maxDepth: depth - 1 })).toEqual(TOO_COMPLEX)
  })

  it('cannot be hidden in fragments', () => {
    const chain = Array.from({ length: 20 }, (_, n) => `fragment F${n} on Article { related { ...F${n + 1} } }`).join(
      ' ',
    )
    const query = `{ Article(id: "a") { ...F0 } } ${chain} fragment F20 on Article { id }`
    expect(faults(query, { maxCost: Infinity })).toEqual(TOO_COMPLEX)
    expect(faults(query, { maxDepth: 22, maxCost: Infinity })).toEqual([])
  })
})

describe('an attack', () => {
  it('by fragments that hold themselves is refused, and ends', () => {
    for (const query of [
      '{ me { ...A } } fragment A on Author { name ...A }',
      '{ Article(id: "a") { ...A } } fragment A on Article { related { ...B } } fragment B on Article { related { ...A } }',
    ]) {
      expect(faults(query)).toContain('query_too_complex 400')
      const alone = validate(SCHEMA, parse(query), [queryLimits(LIMITS)])
      expect(alone.map((each) => each.extensions.code)).toEqual(['query_too_complex'])
    }
  })

  it('by fragments that double each other is weighed in one pass', () => {
    const chain = Array.from({ length: 100 }, (_, n) => `fragment F${n} on Author { ...F${n + 1} ...F${n + 1} }`).join(
      ' ',
    )
    const query = parse(`{ me { ...F0 } } ${chain} fragment F100 on Author { name }`)
    const errors = validate(SCHEMA, query, [queryLimits(LIMITS)])
    expect(errors.map((each) => each.message)).toEqual([
      `A query may cost at most 10000; this one costs ${1 + 2 ** 100}.`,
      'A query has at most 10000 selections, with its fragments written out.',
    ])
  })

  it('by fragments that double each other over what costs nothing', () => {
    const doubling = (levels: number) =>
      Array.from({ length: levels }, (_, n) => `fragment F${n} on Author { ...F${n + 1} ...F${n + 1} }`).join(' ')
    const query = (levels: number) =>
      `{ me { ...F0 } } ${doubling(levels)} fragment F${levels} on Author { __typename }`
    // me, ...F0, then 2 + 4 + … + 2^11 spreads, and 2^11 names: 2 + 4094 + 2048.
    expect(faults(query(11))).toEqual([])
    // 2 + 8190 + 4096 = 12,288.
    expect(faults(query(12))).toEqual(TOO_COMPLEX)
    expect(faults(query(60))).toEqual(TOO_COMPLEX)
  })

  it('by lists in lists is refused even where the cost is beyond numbers', () => {
    const nested = `${'{ related '.repeat(190)}{ id }${'}'.repeat(190)}`
    const huge = { ...LIMITS, listDefault: 1e10, maxDepth: 1000, maxCost: Number.MAX_VALUE }
    const errors = validate(SCHEMA, parse(`{ Article(id: "a") ${nested} }`), [queryLimits(huge)])
    expect(errors.map((each) => each.extensions.code)).toEqual(['query_too_complex'])
  })

  it('by nesting without end is refused without running out of stack', () => {
    const errorsOf = (text: string) =>
      validate(SCHEMA, parse(text), [queryLimits({ ...LIMITS, maxDepth: 1e6, maxCost: Infinity })])
    const fragments = `{ me ${'{ ... '.repeat(500)} { name } ${'}'.repeat(500)} }`
    expect(errorsOf(fragments).map((each) => each.extensions.code)).toEqual(['query_too_complex'])
    const chain = Array.from({ length: 5000 }, (_, n) => `fragment F${n} on Author { ...F${n + 1} }`).join(' ')
    expect(
      errorsOf(`{ me { ...F0 } } ${chain} fragment F5000 on Author { name }`).map((each) => each.extensions.code),
    ).toEqual(['query_too_complex'])
  })

  it('by many root fields', () => {
    const root = (count: number) => Array.from({ length: count }, () => 'me { name }').join(' ')
    expect(faults(`{ ${root(20)} }`)).toEqual([])
    expect(faults(`{ ${root(21)} }`)).toEqual(TOO_COMPLEX)
    expect(faults(`{ ...F ... { ${root(10)} } } fragment F on Query { ${root(11)} }`)).toEqual(TOO_COMPLEX)
    expect(faults(`{ ${root(3)} }`, { maxRootFields: 2 })).toEqual(TOO_COMPLEX)
    expect(
      faults(`mutation { ${Array.from({ length: 21 }, () => 'deleteArticle(id: "a") { id }').join(' ')} }`),
    ).toEqual(TOO_COMPLEX)
  })

  it('by many aliases', () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, n) => `a${n}: name`).join(' ')
    expect(faults(`{ me { ${aliases(20)} } }`)).toEqual([])
    expect(faults(`{ me { ${aliases(21)} } }`)).toEqual(TOO_COMPLEX)
    expect(faults(`{ me { ...F } x: me { ...F } } fragment F on Author { ${aliases(10)} }`)).toEqual(TOO_COMPLEX)
    expect(faults(`{ me { ${aliases(3)} } }`, { maxAliases: 2 })).toEqual(TOO_COMPLEX)
  })

  it('in the second of two operations', () => {
    expect(
      faults('query A { me { name } } query B { Articles(limit: 100) { docs { related { related { id } } } } }'),
    ).toEqual(TOO_COMPLEX)
  })

  it('in a document that is not valid besides does not throw', () => {
    expect(
      faults('{ nothing { here(limit: 0) { a } } ...Missing ... on Nowhere { a } me { ... on Target { x } } }').length,
    ).toBeGreaterThan(0)
  })
})

describe('introspection', () => {
  it.each([
    '{ __schema { queryType { name } } }',
    '{ x: __type(name: "Author") { name } }',
    '{ ...F } fragment F on Query { __schema { __typename } }',
  ])('%s is off unless it is switched on', (query) => {
    expect(faults(query)).toEqual(['forbidden 403'])
    expect(faults(query, { introspection: false })).toEqual(['forbidden 403'])
    expect(faults(query, { introspection: true })).toEqual([])
  })

  it('as tools ask for it fits into the limits', () => {
    expect(faults(getIntrospectionQuery(), { introspection: true })).toEqual([])
  })

  it('leaves __typename alone', () => {
    expect(faults('{ __typename me { __typename } }')).toEqual([])
  })
})
