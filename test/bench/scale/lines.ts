import type { Filled } from './fillArticles.ts'
import { get } from './httpLoad.ts'
import { randomFrom } from './randomTexts.ts'

/** One line of the table: what is asked for again and again, on any newsroom that was filled. */
export type Line = {
  readonly what: string
  /** Readers' answers are kept in memory; staff's never are. */
  readonly of: 'readers' | 'staff'
  readonly request: (newsroom: Asked, nth: number) => string
}

/** A newsroom that serves. */
export type Asked = {
  readonly filled: Filled
  readonly tokens: Readonly<Record<'admin' | 'editor' | 'reviewer', string>>
  /** Words that stand together in some headline, the same in each size. */
  readonly searches: readonly string[]
}

/** The document that `GRAPHQL_DOCUMENTS` has, by its name. */
export const FRONT_PAGE = {
  name: 'front-page',
  document: `query {
  Articles(limit: 12, sort: "-publishedAt") {
    docs { id slug headline standfirst byline publishedAt section { name slug } topics { name slug } credits { author { displayName slug } } }
    totalDocs
  }
}
`,
}

const SEED = 7
const LIST = 'sort=-publishedAt&limit=10&select[body]=false'
const HTML = { Accept: 'text/html' }

const readers = (what: string, path: (newsroom: Asked, nth: number) => string, headers = {}): Line => ({
  what,
  of: 'readers',
  request: (newsroom, nth) => get(path(newsroom, nth), headers),
})

const staff = (what: string, who: keyof Asked['tokens'], path: string): Line => ({
  what,
  of: 'staff',
  request: ({ tokens }) => get(path, { Authorization: `JWT ${tokens[who]}` }),
})

/** One of `all` that has nothing to do with those before it, the same in each run. */
function anyOf<T>(all: readonly T[], nth: number): T {
  return all[Math.floor(randomFrom(SEED + nth)() * all.length)] as T
}

const aSearch = ({ searches }: Asked, nth: number) =>
  `/api/search?q=${encodeURIComponent(anyOf(searches, nth))}&limit=10`

export const LINES: readonly Line[] = [
  readers('by slug', ({ filled }, nth) => `/api/articles/by-slug/${anyOf(filled.slugs, nth)}`),
  readers('list of ten of a section', () => `/api/articles?where[section.slug][equals]=section-1&${LIST}`),
  readers('list of ten of an author', ({ filled }) => {
    const id = filled.world.authors[0]?.id ?? ''
    return `/api/articles?where[credits.author][equals]=${id}&${LIST}`
  }),
  readers('page 90 of all articles', () => `/api/articles?${LIST}&page=90`),
  readers('the last page but one of all', ({ filled }) => {
    return `/api/articles?${LIST}&page=${String(Math.floor(filled.slugs.length / 10) - 1)}`
  }),
  readers('page of an author', () => '/authors/ama-boateng', HTML),
  readers('feed', () => '/feeds/rss.xml'),
  readers('front page over GraphQL', () => `/api/graphql?documentId=${FRONT_PAGE.name}`),
  readers('search', aSearch),
  {
    what: 'search by an editor',
    of: 'staff',
    request: (newsroom, nth) => get(aSearch(newsroom, nth), { Authorization: `JWT ${newsroom.tokens.editor}` }),
  },
  staff('review queue', 'reviewer', '/api/review-queue'),
  staff('list of the panel, its data', 'editor', '/api/articles?draft=true&depth=0&limit=10&sort=-updatedAt'),
  {
    what: 'list of the panel, the page',
    of: 'staff',
    request: ({ tokens }) =>
      get('/admin/collections/articles?limit=10', { ...HTML, Cookie: `payload-token=${tokens.editor}` }),
  },
]
