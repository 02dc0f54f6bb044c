import { ImportError } from '../ImportError.ts'
import type { ReadHtml } from '../ports.ts'
import { ArchiveNotes } from './archiveNotes.ts'
import { archiveText } from './archiveText.ts'
import { nameOf } from './fields.ts'
import { refuseTooMany } from './mostArticles.ts'
import type { ArchivedArticle, ArchiveKind, ParsedArchive } from './ParsedArchive.ts'
import { readAtom } from './readAtom.ts'
import { isJsonFeed, readJsonFeed } from './readJsonFeed.ts'
import { readRss } from './readRss.ts'
import { readWxr } from './readWxr.ts'
import { elementsOf, readXml, type XmlElement } from './readXml.ts'

const ONE_OF_BOTH = 'Leave --as out to have the format found, or import the text of one article with --as page.'

/**
 * What a file is for certain, by how it begins: an export of WordPress, a feed, or neither. Looks at the first 64 KB, which hold the
 * namespaces of the root.
 */
export function archiveKindOf(bytes: Uint8Array): ArchiveKind | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536))
  if (isJsonFeed(head)) return 'feed'
  const [, prefix = '', root = '', rest = ''] =
    /^\s*(?:<\?[^<>]{0,1000}\?>\s*|<!--(?:(?!-->)[^]){0,10000}-->\s*){0,20}<([a-z]{1,20}:)?(rss|feed|RDF)\b([^<>]{0,20000})>/u.exec(
      head,
    ) ?? []
  if (root === 'rss' && prefix === '') return /wordpress\.org\/export\/1\.\d\//u.test(rest) ? 'wxr' : 'feed'
  const isAtom = root === 'feed' && /["']http:\/\/www\.w3\.org\/2005\/Atom["']/u.test(rest)
  const isRdf = root === 'RDF' && /["']http:\/\/purl\.org\/rss\/1\.0\/["']/u.test(rest)
  return isAtom || isRdf ? 'feed' : null
}

/**
 * Reads an export of WordPress (WXR 1.1 and 1.2) or a feed (RSS, Atom, JSON Feed) into its articles. `read` reads the HTML of their
 * texts. Whatever is not used or not understood is in `doubts`.
 *
 * Throws ImportError (`import_empty`, `import_binary`, `import_too_large`, `import_other_format`, `import_malformed`) and nothing else.
 */
export function parseArchive(bytes: Uint8Array, kind: ArchiveKind, read: ReadHtml): ParsedArchive {
  const text = archiveText(bytes)
  const notes = new ArchiveNotes()
  const isJson = kind === 'feed' && /^\s*\{/u.test(text)
  const { format, title, articles } = isJson ? fromJson(text, read, notes) : fromXml(text, kind, read, notes)
  if (articles.length === 0 && notes.skipped.length === 0) {
    throw new ImportError('import_empty', 'The file has no articles.', 'Check that it is the right file.')
  }
  const once = distinct(articles, notes)
  tellOfNamesakes(once, notes)
  const [dated] = once.filter(({ published }) => published !== null)
  if (dated !== undefined) {
    const message = 'The plan has the dates of publication; the drafts do not, as publishing here makes them.'
    notes.say('date_read', dated.line, message)
  }
  return { kind, format, title, articles: once, skipped: notes.skipped, doubts: notes.doubts }
}

type Read = { format: string; title: string | null; articles: ArchivedArticle[] }

function fromJson(text: string, read: ReadHtml, notes: ArchiveNotes): Read {
  if (!isJsonFeed(text)) throw otherFormat('feed')
  return { format: 'JSON Feed', ...readJsonFeed(text, read, notes) }
}

function fromXml(text: string, kind: ArchiveKind, read: ReadHtml, notes: ArchiveNotes): Read {
  if (!/^\s*</u.test(text)) throw otherFormat(kind)
  const root = readXml(text)
  const name = nameOf(root)
  const children = elementsOf(root)
  const channel = children.find((child) => nameOf(child) === 'channel')
  const isWxr = channel !== undefined && elementsOf(channel).some((child) => nameOf(child) === 'wp:wxr_version')
  if (kind === 'wxr') {
    if (name !== 'rss' || channel === undefined || !isWxr) throw otherFormat('wxr')
    return { format: 'WXR', ...readWxr(channel, read, notes) }
  }
  if (isWxr) {
    throw new ImportError(
      'import_other_format',
      'This is an export of WordPress, not a feed.',
      'Import it with --as wxr, or leave --as out.',
    )
  }
  if (name === 'atom:feed') return { format: 'Atom', ...readAtom(root, read, notes) }
  if ((name === 'rss' || name === 'rdf:RDF') && channel !== undefined) {
    const items = (parent: XmlElement): XmlElement[] => elementsOf(parent).filter((child) => nameOf(child) === 'item')
    return { format: 'RSS', ...readRss(channel, [...items(channel), ...items(root)], read, notes) }
  }
  throw otherFormat('feed')
}

function otherFormat(kind: ArchiveKind): ImportError {
  const what = kind === 'wxr' ? 'export of WordPress (WXR)' : 'feed (RSS, Atom or JSON Feed)'
  return new ImportError('import_other_format', `This is no ${what}.`, ONE_OF_BOTH)
}

/** Without articles that have the identity of an earlier one. */
function distinct(articles: readonly ArchivedArticle[], notes: ArchiveNotes): ArchivedArticle[] {
  const lines = new Map<string, number>()
  return articles.filter(({ headline, identity, line }) => {
    const key = JSON.stringify(identity)
    const before = lines.get(key)
    if (before === undefined) {
      lines.set(key, line)
      return true
    }
    const message = `“${headline}” has the identity of the item on line ${String(before)} and was left out.`
    notes.say('repeated_in_file', line, message)
    return false
  })
}

/** Tells of people of one name, and refuses more people than can be. */
function tellOfNamesakes(articles: readonly ArchivedArticle[], notes: ArchiveNotes): void {
  const known = new Set<string>()
  const lines = new Map<string, number>()
  for (const { displayName, identity, line } of articles.flatMap(({ authors }) => authors)) {
    const key = JSON.stringify(identity)
    if (known.has(key)) continue
    known.add(key)
    const other = lines.get(displayName)
    if (other !== undefined) {
      const message = `Two people of the file are called ${displayName}, here and on line ${String(other)}; they stay two.`
      notes.say('author_same_name', line, message)
    }
    lines.set(displayName, line)
  }
  refuseTooMany('authors', known.size)
}
