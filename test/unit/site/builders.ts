import type {
  BySlug,
  ListQuery,
  PublicDocument,
  PublicReads,
} from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

type Node = Readonly<Record<string, unknown>>

/** A Lexical state. */
export const aState = (...children: readonly unknown[]) => ({ root: { type: 'root', children } })

/** A Lexical text node; `format` as Lexical's bits. */
export const aRun = (text: string, format = 0): Node => ({ type: 'text', text, format })

export const aParagraph = (...children: readonly (Node | string)[]): Node => ({
  type: 'paragraph',
  children: children.map((each) => (typeof each === 'string' ? aRun(each) : each)),
})

export const aBlock = (blockType: string, fields: object): Node => ({ type: 'block', fields: { blockType, ...fields } })

/** A media document with renditions as this newsroom makes them: `card` and `og` are cut, `hero` is not. */
export const aPicture = (more: object = {}) => ({
  id: 'm1',
  url: '/api/media/file/sea.jpg',
  mimeType: 'image/jpeg',
  width: 2400,
  height: 1500,
  alt: 'The sea at night',
  sizes: {
    card: { url: '/api/media/file/sea-card.webp', width: 768, height: 432, mimeType: 'image/webp' },
    cardAvif: { url: '/api/media/file/sea-cardAvif.avif', width: 768, height: 432, mimeType: 'image/avif' },
    hero: { url: '/api/media/file/sea-hero.webp', width: 1600, height: 1000, mimeType: 'image/webp' },
    heroAvif: { url: '/api/media/file/sea-heroAvif.avif', width: 1600, height: 1000, mimeType: 'image/avif' },
    og: { url: '/api/media/file/sea-og.webp', width: 1200, height: 630, mimeType: 'image/webp' },
    thumbnail: { url: null, width: null, height: null, mimeType: null },
  },
  ...more,
})

export const anAuthor = (more: object = {}): PublicDocument => ({
  id: 'au1',
  slug: 'ana-sousa',
  displayName: 'Ana Sousa',
  ...more,
})

export const anArticle = (more: object = {}): PublicDocument => ({
  id: 'a1',
  slug: 'the-strait',
  headline: 'The strait',
  byline: 'Ana Sousa',
  credits: [{ author: anAuthor(), role: 'author' }],
  language: 'en',
  body: aState(aParagraph('Some text.')),
  ...more,
})

export const aTeaser = (id: string, more: object = {}): PublicDocument => ({
  id,
  headline: `Teaser ${id}`,
  slug: id,
  language: 'en',
  pinned: false,
  rank: 0,
  target: { kind: 'external', url: 'https://news.example.org/', sourceName: 'Example News' },
  ...more,
})

/** What is public, in memory. Knows as much of Payload's `where` as the site asks with. */
export class MemoryReads implements PublicReads {
  readonly asked: (readonly [collection: string, query: ListQuery])[] = []

  constructor(
    private readonly collections: Readonly<Record<string, readonly PublicDocument[]>> = {},
    private readonly globals: Readonly<Record<string, object>> = {},
    private readonly elsewhere: Readonly<Record<string, BySlug>> = {},
  ) {}

  async bySlug(collection: string, slug: string): Promise<BySlug> {
    const doc = this.collections[collection]?.find((each) => each.slug === slug)
    return doc ? { kind: 'found', doc } : (this.elsewhere[slug] ?? { kind: 'missing' })
  }

  async list(collection: string, query: ListQuery = {}) {
    this.asked.push([collection, query])
    const { where = {}, sort, limit = 10, page = 1 } = query
    const found = (this.collections[collection] ?? []).filter((doc) => fits(doc, where))
    if (sort === '-publishedAt') found.sort((a, b) => time(b) - time(a))
    const totalPages = Math.max(1, Math.ceil(found.length / limit))
    return {
      docs: found.slice((page - 1) * limit, page * limit),
      totalDocs: found.length,
      page,
      totalPages,
      hasNextPage: page < totalPages,
    }
  }

  async retractions() {
    return []
  }

  async global(slug: string) {
    return (this.globals[slug] ?? {}) as Readonly<Record<string, unknown>>
  }
}

const time = (doc: PublicDocument): number => (typeof doc.publishedAt === 'string' ? Date.parse(doc.publishedAt) : 0)

function fits(doc: PublicDocument, where: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(where).every(([name, condition]) => {
    if (name === 'or') return (condition as Readonly<Record<string, unknown>>[]).some((each) => fits(doc, each))
    const values = name === 'credits.author' ? authorIds(doc) : [doc[name]]
    const {
      equals,
      in: list,
      greater_than: least,
    } = condition as { equals?: unknown; in?: unknown[]; greater_than?: number }
    if (list) return values.some((value) => list.includes(value))
    if (least !== undefined) return values.some((value) => typeof value === 'number' && value > least)
    return values.includes(equals)
  })
}

const authorIds = (doc: PublicDocument): readonly unknown[] =>
  (doc.credits as { author?: { id?: unknown } }[]).map(({ author }) => author?.id)
