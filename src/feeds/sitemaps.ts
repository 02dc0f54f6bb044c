import type { PublicDocument } from 'payload-plugin-imprimatur/types'
import { asInstant, asText, pictureView, readBody, type BodyPart, type Loose } from '../bodies/index.ts'
import { absolute, siteView } from '../site/views/siteView.ts'
import type { FeedSource } from './FeedSource.ts'
import { writeXml, type Xml } from './xml.ts'

/** Of Google News: how long an article stands in its sitemap, and how many do. */
const NEWS = { milliseconds: 48 * 60 * 60_000, articles: 1000 }

/** Of sitemaps.org, for one file. */
const MOST_ADDRESSES = 50_000

/** Documents that are read in one go. */
const AT_ONCE = 100

/** An answer that hangs on the time is kept until the next quarter of an hour, so what it counts in is quarters, too. */
const QUARTER = 15 * 60_000

/** When a document changed, as {@link lastmodOf} takes it. */
const CHANGED = { updatedAt: true, publishedAt: true } as const

/** What {@link articleUrl} takes of an article. */
const ADDRESS = { slug: true, leadImage: true, body: true } as const

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGES = 'http://www.google.com/schemas/sitemap-image/1.1'

/** The index: one sitemap for each month in which something was first published, which never moves to another, and one of the other pages. */
export async function sitemapIndex(source: FeedSource): Promise<string> {
  const { reads, origin } = source
  const select = { ...CHANGED, firstPublishedAt: true } as const
  const newest = async (collection: string, sort: string, where: Where = {}) =>
    (await reads.list(collection, { where, sort, limit: 1, depth: 0, select })).docs
  const [first, last] = [
    await newest('articles', 'firstPublishedAt'),
    await newest('articles', '-firstPublishedAt'),
  ].map(([doc]) => asInstant(doc?.firstPublishedAt))
  const sitemaps = [
    {
      loc: absolute({ origin }, '/sitemaps/pages.xml'),
      lastmod: lastmodOf([...(await newest('articles', '-updatedAt')), ...(await newest('authors', '-updatedAt'))]),
    },
  ]
  for (const month of first === undefined || last === undefined ? [] : monthsBetween(first, last)) {
    const docs = await newest('articles', '-updatedAt', inMonth(month))
    const loc = absolute({ origin }, `/sitemaps/articles-${month}.xml`)
    if (docs.length > 0) sitemaps.push({ loc, lastmod: lastmodOf(docs) })
  }
  return writeXml({ sitemapindex: { '@_xmlns': SITEMAP, sitemap: sitemaps } })
}

/** Articles that were first published in a month; undefined where there are none. */
export async function sitemapOfMonth(source: FeedSource, month: string): Promise<string | undefined> {
  const docs = await allOf(
    source,
    'articles',
    { where: inMonth(month), sort: 'firstPublishedAt,id', depth: 1, select: { ...ADDRESS, ...CHANGED } },
    MOST_ADDRESSES,
  )
  const urls = docs.flatMap((doc) => articleUrl(doc, source.origin, doc.updatedAt) ?? [])
  return urls.length === 0 ? undefined : urlset(urls)
}

/** Collections whose documents have pages without a date in their address. */
const OTHERS = ['authors', 'sections', 'topics'] as const

/** The front page, the list of all stories, and the pages of authors, sections and topics. */
export async function sitemapOfPages(source: FeedSource): Promise<string> {
  const { origin, reads } = source
  const newest = lastmodOf(
    (await reads.list('articles', { sort: '-updatedAt', limit: 1, depth: 0, select: CHANGED })).docs,
  )
  const urls: Url[] = ['/', '/articles'].map((path) => ({ loc: absolute({ origin }, path), lastmod: newest }))
  for (const collection of OTHERS) {
    const asked = { sort: 'slug,id', depth: 0, select: { slug: true, ...CHANGED } } as const
    const docs = await allOf(source, collection, asked, MOST_ADDRESSES - urls.length)
    urls.push(
      ...docs.flatMap((doc) => {
        const slug = asText(doc.slug)
        const loc = absolute({ origin }, `/${collection}/${encodeURIComponent(slug ?? '')}`)
        return slug === undefined ? [] : [{ loc, lastmod: lastmodOf([doc]) }]
      }),
    )
  }
  return urlset(urls)
}

/** What was first published within the last two days, newest first: Google News' sitemap. */
export async function newsSitemap(source: FeedSource): Promise<string> {
  const { origin, reads, now } = source
  // Of the end of the quarter of an hour, so that nothing is older than that while the answer is kept.
  const since = (Math.floor(now().getTime() / QUARTER) + 1) * QUARTER - NEWS.milliseconds
  const where = { firstPublishedAt: { greater_than_equal: new Date(since).toISOString() } }
  const select = { ...ADDRESS, headline: true, language: true, firstPublishedAt: true } as const
  const asked = { where, sort: '-firstPublishedAt,-id', depth: 1, select }
  const docs = await allOf(source, 'articles', asked, NEWS.articles)
  const { name } = siteView(await reads.global('newsroom'), origin)
  return urlset(
    docs.flatMap((doc) => {
      const headline = asText(doc.headline)
      const url = articleUrl(doc, origin, undefined)
      if (headline === undefined || !url) return []
      const news = {
        'news:publication': { 'news:name': name, 'news:language': newsLanguage(asText(doc.language)) },
        'news:publication_date': asInstant(doc.firstPublishedAt),
        'news:title': headline,
      }
      return [{ ...url, news }]
    }),
  )
}

type Where = Readonly<Record<string, unknown>>

/** An entry of a sitemap. Addresses are whole. */
type Url = {
  readonly loc: string
  readonly lastmod: string | undefined
  readonly news?: Xml
  readonly images?: readonly string[]
}

function articleUrl(doc: PublicDocument, origin: string, updated: unknown): Url | undefined {
  const slug = asText(doc.slug)
  if (slug === undefined) return undefined
  const shown = [pictureView(doc.leadImage), ...picturesIn(readBody(doc.body))].flatMap((each) => each ?? [])
  const images = [...new Set(shown.map(({ src }) => absolute({ origin }, src)))].slice(0, 1000)
  return {
    loc: absolute({ origin }, `/articles/${encodeURIComponent(slug)}`),
    lastmod: updated === undefined ? undefined : lastmodOf([doc]),
    images,
  }
}

function picturesIn(parts: readonly BodyPart[]) {
  return parts.flatMap((part) => (part.kind === 'figure' ? [part.picture] : []))
}

function urlset(urls: readonly Url[]): string {
  return writeXml({
    urlset: {
      '@_xmlns': SITEMAP,
      '@_xmlns:image': IMAGES,
      '@_xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      // In the order that the schemas of Google News ask for.
      url: urls.map(({ loc, lastmod, news, images = [] }) => ({
        loc,
        lastmod,
        'news:news': news,
        'image:image': images.map((each) => ({ 'image:loc': each })),
      })),
    },
  })
}

/** Google News takes the language alone (ISO 639), but for Chinese. */
function newsLanguage(tag: string | undefined): string {
  const locale = new Intl.Locale(tag ?? 'en')
  if (locale.language !== 'zh') return locale.language
  return locale.maximize().script === 'Hant' ? 'zh-tw' : 'zh-cn'
}

/** The newest change of these documents that readers may have seen. The row is also written to by what is no change of the text; it is never older than its publication. */
function lastmodOf(docs: readonly Loose[]): string | undefined {
  const times = docs.flatMap((doc) => asInstant(doc.updatedAt) ?? asInstant(doc.publishedAt) ?? [])
  return times.length === 0 ? undefined : times.reduce((last, each) => (each > last ? each : last))
}

function inMonth(month: string): Where {
  const from = new Date(`${month}-01T00:00:00.000Z`)
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1))
  return {
    and: [
      { firstPublishedAt: { greater_than_equal: from.toISOString() } },
      { firstPublishedAt: { less_than: to.toISOString() } },
    ],
  }
}

/** From the newest to the oldest, in UTC. */
function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = []
  const [from, to] = [new Date(first), new Date(last)]
  for (
    let at = Date.UTC(to.getUTCFullYear(), to.getUTCMonth());
    at >= Date.UTC(from.getUTCFullYear(), from.getUTCMonth());
  ) {
    const day = new Date(at)
    months.push(day.toISOString().slice(0, 7))
    at = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1)
  }
  return months
}

type Asked = {
  readonly where?: Where
  readonly sort: string
  readonly depth: number
  readonly select: Readonly<Record<string, true>>
}

/** Documents page by page, as many as are wanted. */
async function allOf(
  { reads }: FeedSource,
  collection: string,
  asked: Asked,
  most: number,
): Promise<readonly PublicDocument[]> {
  const found: PublicDocument[] = []
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await reads.list(collection, { ...asked, limit: AT_ONCE, page })
    found.push(...docs)
    if (!hasNextPage || found.length >= most) return found.slice(0, most)
  }
}
