import type { ReadHtml } from '../ports.ts'
import { asHtml } from './asHtml.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { cutTo } from './characters.ts'
import { feedArticle, type FeedItem, type FeedText } from './feedArticle.ts'
import type { NamedAuthor } from './feedAuthors.ts'
import { Fields } from './fields.ts'
import { plainText, unlessTooMuch } from './itemText.ts'
import { refuseTooMany } from './mostArticles.ts'
import type { ArchivedArticle } from './ParsedArchive.ts'
import { plainAddress } from './plainAddress.ts'
import { rfc3339Time } from './printedTimes.ts'
import { textOf, type XmlElement } from './readXml.ts'

const FEED_NEEDLESS = new Set('subtitle updated generator icon logo rights category contributor'.split(' '))
const ENTRY_NEEDLESS = new Set('updated rights'.split(' '))
const XML_LANG = 'xml:lang'

/** Reads a feed of Atom (RFC 4287). */
export function readAtom(
  root: XmlElement,
  read: ReadHtml,
  notes: ArchiveNotes,
): { title: string | null; articles: ArchivedArticle[] } {
  const fields = new Fields(root, 'atom')
  const self = fields.all('link').find(({ attributes }) => attributes.get('rel') === 'self')
  const feed = plainAddress(fields.text('id') || self?.attributes.get('href') || '')
  const own = fields.all('author')
  const language = root.attributes.get(XML_LANG) ?? ''
  const title =
    unlessTooMuch(root.line, notes, () => plainText(read, textIn(fields.first('title')).text, root.line)) || null
  const entries = fields.all('entry')
  refuseTooMany('articles', entries.length)
  const articles = entries.flatMap(
    (entry) => feedArticle(readEntry(new Fields(entry, 'atom'), own, notes), { feed, language, read, notes }) ?? [],
  )
  fields.tellOthers(notes, FEED_NEEDLESS)
  return { title, articles }
}

function readEntry(fields: Fields, ofFeed: readonly XmlElement[], notes: ArchiveNotes): FeedItem {
  const authors = fields.all('author')
  const content = fields.first('content')
  const links = fields.all('link')
  const published = fields.text('published')
  for (const link of links) {
    const rel = link.attributes.get('rel') ?? 'alternate'
    if (rel === 'enclosure') notes.unused('link enclosure', link.line)
  }
  if (content?.attributes.has('src')) notes.unused('content src', content.line)
  const item: FeedItem = {
    line: fields.element.line,
    id: fields.text('id'),
    url:
      links.find((link) => (link.attributes.get('rel') ?? 'alternate') === 'alternate')?.attributes.get('href') ?? '',
    title: textIn(fields.first('title')),
    content: textIn(content, notes),
    summary: textIn(fields.first('summary')),
    authors: (authors.length > 0 ? authors : ofFeed).map(authorOf),
    printedTime: published,
    time: rfc3339Time(published),
    tags: fields.all('category').map(({ attributes }) => attributes.get('label') ?? attributes.get('term') ?? ''),
    language: content?.attributes.get(XML_LANG) ?? fields.element.attributes.get(XML_LANG) ?? '',
  }
  fields.tellOthers(notes, ENTRY_NEEDLESS)
  return item
}

function authorOf(element: XmlElement): NamedAuthor {
  const fields = new Fields(element, 'atom')
  return { name: fields.text('name'), more: fields.text('uri') || fields.text('email'), line: element.line }
}

/** RFC 4287, 3.1 and 4.1.3: words, HTML as words, or XHTML as elements. Of any other type nothing is read. */
function textIn(element: XmlElement | undefined, notes?: ArchiveNotes): FeedText {
  const type = element?.attributes.get('type') ?? 'text'
  if (element === undefined) return { text: '', isHtml: false }
  if (type === 'xhtml' || type === 'application/xhtml+xml') return { text: asHtml(element.written), isHtml: true }
  if (type === 'html' || type === 'text/html') return { text: textOf(element).trim(), isHtml: true }
  if (type === 'text' || type === 'text/plain') return { text: textOf(element).trim(), isHtml: false }
  notes?.unused(`content ${cutTo(type, 60)}`, element.line)
  return { text: '', isHtml: false }
}
