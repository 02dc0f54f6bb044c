import { ImportError } from '../ImportError.ts'
import type { ReadHtml } from '../ports.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { cutTo, printable, wellFormed } from './characters.ts'
import { feedArticle, type FeedItem } from './feedArticle.ts'
import type { NamedAuthor } from './feedAuthors.ts'
import { refuseTooMany } from './mostArticles.ts'
import type { ArchivedArticle } from './ParsedArchive.ts'
import { plainAddress } from './plainAddress.ts'
import { rfc3339Time } from './printedTimes.ts'

const FEED_MEMBERS = new Set(
  'version title home_page_url feed_url description user_comment next_url icon favicon author authors language expired hubs items'.split(
    ' ',
  ),
)
const ITEM_MEMBERS = new Set(
  'id url external_url title content_html content_text summary date_published date_modified author authors tags language'.split(
    ' ',
  ),
)

type Members = Readonly<Record<string, unknown>>

/** Whether a text is a JSON Feed: an object whose `version` is an address of that format. */
export function isJsonFeed(text: string): boolean {
  return (
    /^\s*\{/u.test(text) && /"version"\s*:\s*"https:(?:\\?\/){2}jsonfeed\.org(?:\\?\/)version(?:\\?\/)1/u.test(text)
  )
}

/** Reads a JSON Feed (versions 1 and 1.1). JSON has no lines that mean something: all is on the line of its item, counted from 1. */
export function readJsonFeed(
  text: string,
  read: ReadHtml,
  notes: ArchiveNotes,
): { title: string | null; articles: ArchivedArticle[] } {
  const root = parsed(text)
  const items = Array.isArray(root['items']) ? root['items'] : null
  if (items === null) {
    throw new ImportError('import_malformed', 'The feed has no list of items.', 'Download the feed again.')
  }
  refuseTooMany('articles', items.length)
  tellOthers(root, FEED_MEMBERS, 1, notes)
  const feed = plainAddress(word(root['feed_url']) || word(root['home_page_url']))
  const own = authorsOf(root, 1)
  const articles = items.flatMap((each: unknown, at) => {
    const line = at + 1
    if (!isMembers(each)) {
      notes.skip('items without a headline and a text', line)
      return []
    }
    return feedArticle(readItem(each, own, line, notes), { feed, language: word(root['language']), read, notes }) ?? []
  })
  return { title: word(root['title']) || null, articles }
}

function parsed(text: string): Members {
  try {
    const root: unknown = JSON.parse(text)
    if (isMembers(root)) return root
  } catch (cause) {
    throw new ImportError('import_malformed', 'The feed is no JSON that can be read.', 'Download the feed again.', {
      cause,
    })
  }
  throw new ImportError('import_malformed', 'The feed is no JSON that can be read.', 'Download the feed again.')
}

function readItem(item: Members, own: readonly NamedAuthor[], line: number, notes: ArchiveNotes): FeedItem {
  tellOthers(item, ITEM_MEMBERS, line, notes)
  const authors = authorsOf(item, line)
  const html = word(item['content_html'])
  return {
    line,
    id: typeof item['id'] === 'number' ? String(item['id']) : word(item['id']),
    url: word(item['url']) || word(item['external_url']),
    title: { text: word(item['title']), isHtml: false },
    content: html === '' ? { text: word(item['content_text']), isHtml: false } : { text: html, isHtml: true },
    summary: { text: word(item['summary']), isHtml: false },
    authors: authors.length > 0 ? authors : own.map((each) => ({ ...each, line })),
    printedTime: word(item['date_published']),
    time: rfc3339Time(word(item['date_published'])),
    tags: Array.isArray(item['tags']) ? item['tags'].map(word) : [],
    language: word(item['language']),
  }
}

/** Version 1 had one author, 1.1 has several. */
function authorsOf(members: Members, line: number): NamedAuthor[] {
  const several = Array.isArray(members['authors']) ? (members['authors'] as unknown[]) : []
  return (several.length > 0 ? several : [members['author']]).flatMap((each) =>
    isMembers(each) && word(each['name']) !== '' ? [{ name: word(each['name']), more: word(each['url']), line }] : [],
  )
}

function tellOthers(members: Members, known: ReadonlySet<string>, line: number, notes: ArchiveNotes): void {
  for (const name of Object.keys(members)) if (!known.has(name)) notes.unused(cutTo(wellFormed(name), 60), line)
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text without the control characters and halves of characters that references may have written; '' for what is none. */
function word(value: unknown): string {
  return typeof value === 'string' ? wellFormed(printable(value)).trim() : ''
}
