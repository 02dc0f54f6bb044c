import { blocker, ERRORS, type Blocker } from 'payload-plugin-imprimatur/workflow'
import type { Feed } from './Feed.ts'
import { feedHref, type FeedFormat } from '../site/views/feedHref.ts'
import { parseFeedPath, type FeedPath } from './feedPath.ts'
import type { FeedSource } from './FeedSource.ts'
import { correctionsFeed, loadCorrections } from './loadCorrections.ts'
import { loadFeed } from './loadFeed.ts'
import { parsePlace } from './place.ts'
import { newsSitemap, sitemapIndex, sitemapOfMonth, sitemapOfPages } from './sitemaps.ts'
import { writeAtom } from './writeAtom.ts'
import { writeJsonFeed } from './writeJsonFeed.ts'
import { writeNinjs } from './writeNinjs.ts'
import { writeRss } from './writeRss.ts'

/** An answer to a GET, whole. */
export type FeedAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const XML = 'application/xml; charset=utf-8'
const WRITERS: Readonly<Record<FeedFormat, { readonly type: string; readonly write: (feed: Feed) => string }>> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
  ninjs: { type: 'application/json; charset=utf-8', write: writeNinjs },
}

/**
 * Feeds, sitemaps, robots.txt and the list of corrections.
 *
 * @param target path and query as asked
 * @returns the answer, refusals included: 404 `not_found`, 410 `retracted` for a person whose page is, 308 for one whose page has moved, 400
 * `unknown_parameter` and `invalid_value`.
 */
export async function answerFeeds(source: FeedSource, target: string): Promise<FeedAnswer> {
  const [pathname = '', ...query] = target.split('?')
  const path = parseFeedPath(pathname)
  if (!path) return refusal(blocker('not_found'))
  const asked = new URLSearchParams(query.join('?'))
  const unknown = [...asked.keys()].find((name) => name !== parameterOf(path))
  if (unknown !== undefined) {
    const message = `There is no query parameter \`${unknown.slice(0, 100)}\` here.`
    return refusal(blocker('unknown_parameter', { field: unknown.slice(0, 100), message }))
  }
  switch (path.kind) {
    case 'feed':
      return feed(source, path, asked.getAll('after'))
    case 'corrections':
      return corrections(source, path.as, pathname, asked.getAll('limit'))
    default:
      return fixed(source, path)
  }
}

/** The one parameter that an address has. */
function parameterOf(path: FeedPath): string | undefined {
  if (path.kind === 'feed') return 'after'
  return path.kind === 'corrections' && path.as === 'list' ? 'limit' : undefined
}

async function corrections(
  source: FeedSource,
  as: 'rss' | 'json' | 'list',
  path: string,
  given: readonly string[],
): Promise<FeedAnswer> {
  if (as !== 'list') {
    const { type, write } = WRITERS[as]
    return { status: 200, headers: { 'content-type': type }, body: write(await correctionsFeed(source, path)) }
  }
  // Empty it counts as left out, as at the other addresses that are not Payload's.
  const limit = !given[0] ? 10 : /^[1-9]\d{0,2}$/.test(given[0]) ? Number(given[0]) : NaN
  if (given.length > 1 || !(limit <= 100)) {
    const message = '`limit` has to be a whole number from 1 to 100.'
    return refusal(blocker('invalid_value', { field: 'limit', message }))
  }
  const docs = await loadCorrections(source, limit)
  const type = 'application/json; charset=utf-8'
  return { status: 200, headers: { 'content-type': type }, body: JSON.stringify({ docs }) }
}

async function feed(
  source: FeedSource,
  { format, scope }: Extract<FeedPath, { kind: 'feed' }>,
  given: readonly string[],
): Promise<FeedAnswer> {
  const after = given[0] === undefined ? undefined : parsePlace(given[0])
  if (given.length > 1 || (given.length === 1 && !after)) {
    const message = '`after` has to be what a page of this feed says of its next one.'
    return refusal(blocker('invalid_value', { field: 'after', message }))
  }
  const found = await loadFeed(source, { format, ...(scope ? { scope } : {}), ...(after ? { after } : {}) })
  switch (found.kind) {
    case 'missing':
      return refusal(blocker('not_found'))
    case 'gone': {
      return refusal(blocker('retracted'), { notice: found.notice, retractedAt: found.at })
    }
    case 'moved': {
      const to = feedHref(format, scope && { ...scope, slug: found.slug })
      const location = given[0] === undefined ? to : `${to}?after=${given[0]}`
      return { status: 308, headers: { 'content-type': 'text/plain; charset=utf-8', location }, body: '' }
    }
    case 'found': {
      const { type, write } = WRITERS[format]
      const { self, hub } = found.value
      // WebSub §4 prefers headers, and not every format has a place for a hub.
      const links: FeedAnswer['headers'] =
        hub === undefined ? {} : { link: `<${hub}>; rel="hub", <${self}>; rel="self"` }
      return { status: 200, headers: { 'content-type': type, ...links }, body: write(found.value) }
    }
  }
}

async function fixed(
  source: FeedSource,
  path: Exclude<FeedPath, { kind: 'feed' | 'corrections' }>,
): Promise<FeedAnswer> {
  switch (path.kind) {
    case 'robots':
      return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: robots(source.origin) }
    case 'sitemaps':
      return xml(await sitemapIndex(source))
    case 'otherPages':
      return xml(await sitemapOfPages(source))
    case 'news':
      return xml(await newsSitemap(source))
    case 'articlesOfMonth':
      return xml(await sitemapOfMonth(source, path.month))
  }
}

function xml(body: string | undefined): FeedAnswer {
  return body === undefined ? refusal(blocker('not_found')) : { status: 200, headers: { 'content-type': XML }, body }
}

/** RFC 9309, with sitemaps as sitemaps.org has them. Previews are for staff. */
function robots(origin: string): string {
  return [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /preview/',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/news-sitemap.xml`,
    '',
  ].join('\n')
}

function refusal(error: Blocker, more: object = {}): FeedAnswer {
  return {
    status: ERRORS[error.code].status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify({ errors: [{ ...error, ...more }] }),
  }
}
