import { FORMATS, SCOPES, type FeedFormat, type Scope } from '../site/views/feedHref.ts'

/** What an address of this room asks for. */
export type FeedPath =
  | {
      readonly kind: 'feed'
      readonly format: FeedFormat
      readonly scope?: { readonly of: Scope; readonly slug: string }
    }
  | { readonly kind: 'sitemaps' }
  /** `month`: of the first publication, as `2026-11`. */
  | { readonly kind: 'articlesOfMonth'; readonly month: string }
  | { readonly kind: 'otherPages' }
  | { readonly kind: 'news' }
  | { readonly kind: 'robots' }
  | { readonly kind: 'corrections'; readonly as: 'rss' | 'json' | 'list' }

const OURS = /^\/(?:feeds|sitemaps)(?:\/|$)|^\/(?:sitemap\.xml|news-sitemap\.xml|robots\.txt|api\/corrections\/?)$/
const FIXED: Readonly<Record<string, FeedPath>> = {
  '/sitemap.xml': { kind: 'sitemaps' },
  '/sitemaps/pages.xml': { kind: 'otherPages' },
  '/news-sitemap.xml': { kind: 'news' },
  '/robots.txt': { kind: 'robots' },
  '/feeds/corrections.xml': { kind: 'corrections', as: 'rss' },
  '/feeds/corrections.json': { kind: 'corrections', as: 'json' },
  '/api/corrections': { kind: 'corrections', as: 'list' },
  '/api/corrections/': { kind: 'corrections', as: 'list' },
}

/** Whether an address belongs to this room, also where nothing is there. */
export function isFeedPath(path: string): boolean {
  return OURS.test(path)
}

/** Reads the path of an address, still percent-encoded; undefined where there is nothing. */
export function parseFeedPath(path: string): FeedPath | undefined {
  if (Object.hasOwn(FIXED, path)) return FIXED[path]
  const month = /^\/sitemaps\/articles-(\d{4}-(?:0[1-9]|1[0-2]))\.xml$/.exec(path)?.[1]
  if (month !== undefined) return { kind: 'articlesOfMonth', month }
  const [, of, encoded, name = ''] = /^\/feeds\/(?:([^/]+)\/([^/]+)\/)?([^/]+)$/.exec(path) ?? []
  if (!Object.hasOwn(FORMATS, name)) return undefined
  const format = FORMATS[name as keyof typeof FORMATS]
  if (of === undefined) return { kind: 'feed', format }
  const scope = SCOPES.find((each) => each === of)
  const slug = decoded(encoded ?? '')
  return scope === undefined || slug === undefined ? undefined : { kind: 'feed', format, scope: { of: scope, slug } }
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
