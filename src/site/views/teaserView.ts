import {
  asInstant,
  asNumber,
  asRecord,
  asText,
  hostOf,
  languageView,
  type LanguageView,
  pictureView,
  type PictureView,
  pieceHref,
  present,
  safeHref,
} from '../../bodies/index.ts'

/** A news teaser in the rail. */
export type TeaserView = {
  readonly id: string
  readonly headline: string
  readonly kicker?: string
  /** As stored: cut excerpts end in `…` already. */
  readonly excerpt?: string
  readonly href?: string
  /** Named when the teaser leads to somebody else's page. */
  readonly source?: string
  readonly picture?: PictureView
  readonly language: LanguageView
  readonly publishedAt?: string
  readonly pinned: boolean
  /** Higher stands further up. */
  readonly rank: number
}

/** A news-teaser document as the site shows it; undefined when it is not populated, so not public. */
export function teaserView(value: unknown): TeaserView | undefined {
  const doc = asRecord(value)
  const id = asText(doc?.id)
  const headline = asText(doc?.headline)
  if (!doc || id === undefined || headline === undefined) return undefined
  const target = asRecord(doc.target)
  const own = pieceHref('articles', target?.article)
  const url = own === undefined ? safeHref(target?.url) : undefined
  return {
    id,
    headline,
    ...present('kicker', asText(doc.kicker)),
    ...present('excerpt', asText(doc.excerpt)),
    ...present('href', own ?? url),
    ...present('source', url === undefined ? undefined : (asText(target?.sourceName) ?? hostOf(url))),
    ...present('picture', pictureView(doc.image, 'card')),
    language: languageView(doc.language),
    ...present('publishedAt', asInstant(doc.publishedAt)),
    pinned: doc.pinned === true,
    rank: asNumber(doc.rank) ?? 0,
  }
}

/** The order that the rail is filled in: pinned first, then by rank, then the newest. Ties keep the order they came in. */
export function railOrder(teasers: readonly TeaserView[]): readonly TeaserView[] {
  const time = (each: TeaserView): number => (each.publishedAt === undefined ? 0 : Date.parse(each.publishedAt))
  return [...teasers].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.rank - a.rank || time(b) - time(a))
}
