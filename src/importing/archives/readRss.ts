import { tidyName } from '../personNames.ts'
import type { ReadHtml } from '../ports.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { feedArticle, type FeedItem } from './feedArticle.ts'
import type { NamedAuthor } from './feedAuthors.ts'
import { Fields } from './fields.ts'
import { plainText, unlessTooMuch } from './itemText.ts'
import { refuseTooMany } from './mostArticles.ts'
import type { ArchivedArticle } from './ParsedArchive.ts'
import { plainAddress } from './plainAddress.ts'
import { rfc3339Time, rfc822Time } from './printedTimes.ts'
import { textOf, type XmlElement } from './readXml.ts'

const CHANNEL_NEEDLESS = new Set(
  (
    'description copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput ' +
    'skipHours skipDays items'
  ).split(' '),
)
const ITEM_NEEDLESS = new Set(['comments'])

/** Reads a channel of RSS 2.0, or of what came before it. */
export function readRss(
  channel: XmlElement,
  items: readonly XmlElement[],
  read: ReadHtml,
  notes: ArchiveNotes,
): { title: string | null; articles: ArchivedArticle[] } {
  const fields = new Fields(channel)
  fields.all('item')
  refuseTooMany('articles', items.length)
  const own = fields.all('atom:link').find(({ attributes }) => attributes.get('rel') === 'self')
  const feed = plainAddress(fields.text('link') || own?.attributes.get('href') || '')
  const language = fields.text('language') || fields.text('dc:language')
  const title = unlessTooMuch(channel.line, notes, () => plainText(read, fields.text('title'), channel.line)) || null
  const articles = items.flatMap(
    (item) => feedArticle(readItem(new Fields(item), notes), { feed, language, read, notes }) ?? [],
  )
  fields.tellOthers(notes, CHANNEL_NEEDLESS)
  return { title, articles }
}

function readItem(fields: Fields, notes: ArchiveNotes): FeedItem {
  const { line } = fields.element
  const link = fields.text('link')
  const guid = fields.first('guid')
  const id = guid === undefined ? '' : textOf(guid).trim()
  const isAddress = guid?.attributes.get('isPermaLink') !== 'false'
  const [published, modern] = [fields.text('pubDate'), fields.text('dc:date')]
  const item: FeedItem = {
    line,
    id,
    url: link || (isAddress ? id : ''),
    title: { text: fields.text('title'), isHtml: true },
    content: { text: fields.html('content:encoded'), isHtml: true },
    summary: { text: fields.html('description'), isHtml: true },
    authors: authorsOf(fields, notes),
    printedTime: published || modern,
    time: rfc822Time(published) ?? rfc3339Time(modern),
    tags: fields.all('category').map((category) => textOf(category).trim()),
    language: fields.text('dc:language'),
  }
  fields.tellOthers(notes, ITEM_NEEDLESS)
  return item
}

/** RSS has the address of a mailbox in `author`, at times with the name behind or before it; many feeds have the name alone. */
function authorsOf(fields: Fields, notes: ArchiveNotes): NamedAuthor[] {
  const named = ({ name }: NamedAuthor): boolean => name !== ''
  const creators = fields
    .all('dc:creator')
    .map((each) => ({ name: tidyName(textOf(each)), more: '', line: each.line }))
    .filter(named)
  const authors = fields.all('author').map(mailboxOf).filter(named)
  if (creators.length === 0) return authors
  for (const { name, line } of authors) {
    if (!creators.some((creator) => creator.name === name)) notes.unused('author', line)
  }
  return creators
}

const MAILBOX = /[^\s()<>"]{1,200}@[^\s()<>"]{1,200}/u

function mailboxOf(element: XmlElement): NamedAuthor {
  const text = textOf(element)
  const [mail = ''] = MAILBOX.exec(text) ?? []
  const name = tidyName(text.replace(mail, '').replace(/[(<]\s*[)>]/gu, ''))
  // What is left where the mailbox stood outside of the brackets.
  return { name: name.replace(/^\((.*)\)$|^"(.*)"$/u, '$1$2').trim(), more: mail, line: element.line }
}
