import { asInstant, asRecords, asText, present, type Loose } from '../bodies/index.ts'
import { absolute, siteView } from '../site/views/siteView.ts'
import type { Feed, FeedItem } from './Feed.ts'
import type { FeedSource } from './FeedSource.ts'
import { lastingFeedId } from './lasting.ts'

/** Something that readers were told about a piece after it came out. */
export type CorrectionEntry = {
  readonly kind: 'correction' | 'clarification' | 'retraction'
  /** ISO 8601 instant, as the newsroom gives it. */
  readonly at: string
  readonly text: string
  readonly piece: {
    readonly collection: keyof typeof PAGES
    readonly id: string
    readonly slug: string
    /** Its page, or the front page, where teasers stand. */
    readonly url: string
    /** Not of what is retracted. */
    readonly headline?: string
  }
  /** Of the entry, for good. */
  readonly id: string
}

/** Where each kind of piece has its page; teasers have none. */
const PAGES = { articles: '/articles/', authors: '/authors/', 'news-teasers': null } as const

/** Corrected articles that are read at once. */
const AT_ONCE = 100

const KINDS = ['correction', 'clarification'] as const

/** The newest corrections, clarifications and retractions, at most so many. */
export async function loadCorrections(
  { reads, origin }: FeedSource,
  most: number,
): Promise<readonly CorrectionEntry[]> {
  const urlOf: UrlOf = (collection, slug) => {
    const page = PAGES[collection]
    return absolute({ origin }, page === null ? '/' : `${page}${encodeURIComponent(slug)}`)
  }
  const all = [...(await correctedOf(reads, most, urlOf)), ...(await retractedOf(reads, urlOf))]
  return newestFirst(all).slice(0, most)
}

type UrlOf = (collection: CorrectionEntry['piece']['collection'], slug: string) => string

/**
 * Corrections and clarifications, the newest `most` of all among them. An article may have changed long after its correction: so once that many are known,
 * only articles that have a later one are read on.
 */
async function correctedOf(
  reads: FeedSource['reads'],
  most: number,
  urlOf: UrlOf,
): Promise<readonly CorrectionEntry[]> {
  const read: string[] = []
  let found: readonly CorrectionEntry[] = []
  for (;;) {
    const later = found[most - 1]
    const when = later ? { greater_than: later.at } : { exists: true }
    const where = { and: [{ 'corrections.at': when }, ...(read.length > 0 ? [{ id: { not_in: read } }] : [])] }
    const { docs, hasNextPage } = await reads.list('articles', {
      where,
      sort: '-updatedAt,id',
      limit: AT_ONCE,
      depth: 0,
    })
    found = newestFirst([...found, ...docs.flatMap((doc) => ofArticle(doc, urlOf))])
    if (!hasNextPage) return found
    read.push(...docs.map(({ id }) => id))
  }
}

async function retractedOf(reads: FeedSource['reads'], urlOf: UrlOf): Promise<readonly CorrectionEntry[]> {
  const found: CorrectionEntry[] = []
  for (const collection of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
    // The ids of articles are those that feeds had when they alone were told.
    const name = collection === 'articles' ? 'retraction' : `retraction:${collection}`
    for (const { id, slug, notice, at } of await reads.retractions(collection))
      found.push({
        kind: 'retraction',
        at,
        text: notice,
        piece: { collection, id, slug, url: urlOf(collection, slug) },
        id: lastingFeedId(`${name}:${id}:${at}`),
      })
  }
  return found
}

function newestFirst(entries: readonly CorrectionEntry[]): readonly CorrectionEntry[] {
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function ofArticle(doc: Loose, urlOf: UrlOf): readonly CorrectionEntry[] {
  const [id, slug] = [asText(doc.id), asText(doc.slug)]
  if (id === undefined || slug === undefined) return []
  return asRecords(doc.corrections).flatMap((row, index): readonly CorrectionEntry[] => {
    const kind = KINDS.find((each) => each === row.kind)
    const [at, text] = [asInstant(row.at), asText(row.text)]
    if (kind === undefined || at === undefined || text === undefined) return []
    const piece = {
      collection: 'articles',
      id,
      slug,
      url: urlOf('articles', slug),
      ...present('headline', asText(doc.headline)),
    } as const
    return [{ kind, at, text, piece, id: lastingFeedId(`correction:${id}:${asText(row.id) ?? String(index)}`) }]
  })
}

const TITLES = { correction: 'Correction', clarification: 'Clarification', retraction: 'Retraction' } as const

/** The same as a feed. */
export async function correctionsFeed(source: FeedSource, path: string): Promise<Feed> {
  const { origin, reads, hub } = source
  const newsroom = await reads.global('newsroom')
  const { name } = siteView(newsroom, origin)
  const entries = await loadCorrections(source, source.items)
  const self = absolute({ origin }, path)
  return {
    id: lastingFeedId(`corrections:${origin}`),
    title: `Corrections – ${name}`,
    description: `What ${name} has corrected, clarified and retracted`,
    publisher: name,
    language: 'en',
    page: absolute({ origin }, '/'),
    self,
    first: self,
    ...present('hub', hub),
    updated: entries[0]?.at ?? asInstant(newsroom.createdAt) ?? new Date(0).toISOString(),
    items: entries.map(({ id, kind, at, text, piece }): FeedItem => ({
      id,
      document: { collection: piece.collection, id: piece.id, slug: piece.slug },
      url: piece.url,
      title: piece.headline === undefined ? TITLES[kind] : `${TITLES[kind]}: ${piece.headline}`,
      summary: text,
      published: at,
      updated: at,
      authors: [],
      topics: [],
      places: [],
      corrections: [],
    })),
    retractions: [],
  }
}
