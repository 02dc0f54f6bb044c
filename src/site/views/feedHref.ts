/** Formats of a feed, by the last part of its address. */
export const FORMATS = { 'rss.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json', 'ninjs.json': 'ninjs' } as const
export type FeedFormat = (typeof FORMATS)[keyof typeof FORMATS]

/** Collections by whose documents feeds are narrowed. */
export const SCOPES = ['sections', 'authors', 'topics'] as const
export type Scope = (typeof SCOPES)[number]

/** The path of a feed, from the root of the site. */
export function feedHref(format: FeedFormat, scope?: { readonly of: Scope; readonly slug: string }): string {
  const [name = ''] = Object.entries(FORMATS).find(([, each]) => each === format) ?? []
  return scope === undefined ? `/feeds/${name}` : `/feeds/${scope.of}/${encodeURIComponent(scope.slug)}/${name}`
}
