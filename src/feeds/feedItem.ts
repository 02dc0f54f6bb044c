import {
  asInstant,
  asRecord,
  asText,
  bodyAsHtml,
  figureAsHtml,
  pictureView,
  present,
  type Loose,
  type PictureView,
} from '../bodies/index.ts'
import { articleView, type ArticleView } from '../site/views/articleView.ts'
import { absolute } from '../site/views/siteView.ts'
import { escapeUTF8 } from 'entities/escape'
import type { FeedItem } from './Feed.ts'
import { lastingId } from './lasting.ts'

export type Texts = 'full' | 'excerpt'

/** Heads of the notes below a text. */
const KINDS = { correction: 'Correction', clarification: 'Clarification', update: 'Update' } as const

/** A public article, with its relations populated, as an item of a feed; undefined when it has no address. */
export function feedItem(doc: unknown, origin: string, texts: Texts): FeedItem | undefined {
  const article = articleView(doc)
  const row = asRecord(doc)
  const slug = asText(row?.slug)
  const published = article?.publishedAt
  if (!article || !row || slug === undefined || published === undefined) return undefined
  const site = { origin }
  const lead = leadPicture(row, origin)
  return {
    id: lastingId('articles', article.id),
    document: { collection: 'articles', id: article.id, slug },
    url: absolute(site, article.href),
    title: article.headline,
    ...present('summary', article.standfirst ?? article.excerpt),
    ...(texts === 'full' ? { html: htmlOf(article, lead, row, origin) } : {}),
    published,
    updated: latest([article.modifiedAt ?? published, asInstant(row.publishedAt)]),
    ...present('language', article.languageTag),
    authors: article.authors.map(({ name, author }) => ({
      name,
      ...present('url', author && absolute(site, author.href)),
    })),
    ...present('byline', article.byline === '' ? undefined : article.byline),
    ...present('dateline', article.dateline),
    ...present('section', article.section),
    ...present('genre', asText(row.genre)),
    topics: article.topics,
    places: article.places,
    ...present('wordCount', article.wordCount),
    ...present('picture', lead),
    corrections: article.corrections,
  }
}

function htmlOf(article: ArticleView, lead: PictureView | undefined, row: Loose, origin: string): string {
  const notes = article.corrections.map(({ kind, text, at }) => {
    const day = at === undefined ? '' : ` (<time datetime="${at}">${at.slice(0, 10)}</time>)`
    return `<aside class="correction"><p><strong>${KINDS[kind]}</strong>${day}: ${escapeUTF8(text)}</p></aside>`
  })
  return [
    lead ? figureAsHtml(lead, { origin }) : '',
    bodyAsHtml(row.body, { origin, page: absolute({ origin }, article.href) }),
    ...notes,
  ]
    .filter((each) => each !== '')
    .join('\n')
}

/** The picture as it was uploaded and not a cut of it, with the caption and credit that stand with the article before its own. */
function leadPicture(row: Loose, origin: string): FeedItem['picture'] {
  const document = asRecord(row.leadImage)
  const picture = pictureView(document)
  const id = asText(document?.id)
  if (!picture || id === undefined) return undefined
  return {
    ...picture,
    src: absolute({ origin }, picture.src),
    ...present('caption', asText(row.leadImageCaption) ?? picture.caption),
    ...present('credit', asText(row.leadImageCredit) ?? picture.credit),
    id: lastingId('media', id),
    ...present('type', asText(document?.mimeType)),
  }
}

function latest(times: readonly (string | undefined)[]): string {
  return times.reduce<string>((last, each) => (each !== undefined && each > last ? each : last), '')
}
