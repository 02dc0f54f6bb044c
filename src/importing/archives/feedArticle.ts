import type { ReadHtml } from '../ports.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { cutTo, tidyLine } from './characters.ts'
import { feedAuthors, type NamedAuthor } from './feedAuthors.ts'
import { excerptFor, headlineFor, languageFor, plainText, readMarkup, tellOfText, unlessTooMuch } from './itemText.ts'
import type { ArchivedArticle } from './ParsedArchive.ts'
import { plainAddress } from './plainAddress.ts'
import type { PrintedTime } from './printedTimes.ts'
import { webAddressOf } from './webAddressOf.ts'

/** A text of a feed, and whether it is HTML. */
export type FeedText = { text: string; isHtml: boolean }

/** An item or entry as its format has it; '' for what it has not. */
export type FeedItem = {
  line: number
  id: string
  url: string
  title: FeedText
  content: FeedText
  summary: FeedText
  authors: readonly NamedAuthor[]
  printedTime: string
  time: PrintedTime | null
  tags: readonly string[]
  language: string
}

/** `feed`: what names the feed, '' where nothing does. */
export type AroundItem = { feed: string; language: string; read: ReadHtml; notes: ArchiveNotes }

const escaped = (text: string): string => text.replace(/[&<>]/gu, (mark) => `&#${String(mark.charCodeAt(0))};`)

/** An item of a feed as an article. Null, and told, if it has neither headline nor text. */
export function feedArticle(item: FeedItem, around: AroundItem): ArchivedArticle | null {
  return unlessTooMuch(item.line, around.notes, () => articleOf(item, around))
}

function articleOf(item: FeedItem, { feed, language, read, notes }: AroundItem): ArchivedArticle | null {
  const { line, content, summary } = item
  const url = webAddressOf(item.url)
  const hasContent = content.text.trim() !== ''
  const full = hasContent ? content : summary
  // The lines of plain text mean what blank lines mean in WordPress.
  const body = readMarkup(read, full.isHtml ? full.text : escaped(full.text), url, !full.isHtml)
  const asText = ({ text, isHtml }: FeedText): string => (isHtml ? plainText(read, text, line) : tidyLine(text))
  const title = item.title.isHtml ? plainText(read, item.title.text, line, notes) : asText(item.title)
  const headline = headlineFor(title, body.text, line, notes)
  if (headline === null) {
    notes.skip('items without a headline and a text', line)
    return null
  }
  if (!hasContent) {
    const message = `The feed has no whole text of “${headline}”; what it has as a summary is the text of the draft.`
    notes.say('summary_only', line, message)
  }
  tellOfText(body, headline, line, notes)
  if (item.time === null && item.printedTime !== '') {
    const message = `“${cutTo(item.printedTime, 40)}” is no time with a zone; the plan has no date of “${headline}”.`
    notes.say('date_not_understood', line, message)
  }
  const { authors, byline } = feedAuthors(item.authors, feed, notes)
  if (authors.length === 0 && byline === null) {
    const message = `The file does not say who wrote “${headline}”.`
    notes.say('no_byline', line, message)
  }
  return {
    identity: ['feed', ...identityOf(item, feed, headline, body.text)],
    headline,
    body: body.body,
    text: body.text,
    excerpt: hasContent ? excerptFor(asText(summary), headline, line, notes) : null,
    byline,
    authors,
    published: item.time,
    slug: null,
    url,
    language: languageFor(item.language || language, body.text, line, notes),
    filed: [...new Set(item.tags.map(tidyLine).filter(Boolean))].map((name) => ({
      name,
      kind: 'either',
    })),
    line,
  }
}

/** Names such as `17` or `post:17` are unique in their feed alone. */
function identityOf(item: FeedItem, feed: string, headline: string, text: readonly string[]): string[] {
  const { id, printedTime, url } = item
  if (isWorldwide(id)) return [plainAddress(id)]
  if (id !== '' && feed !== '') return [feed, id]
  if (isWorldwide(url)) return [plainAddress(url)]
  return [feed, id, headline, printedTime || text.join('\n')]
}

const isWorldwide = (id: string): boolean => /^(?:https?:\/\/|tag:|urn:)/iu.test(id)
