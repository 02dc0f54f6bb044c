import { slugify } from 'payload-plugin-imprimatur/content'
import { ImportError } from '../ImportError.ts'
import { canBeName, isNoPerson, sortName, tidyName } from '../personNames.ts'
import type { ReadHtml } from '../ports.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { cutTo, tidyLine } from './characters.ts'
import { MAX_BYLINE, tellOfNoSite } from './feedAuthors.ts'
import { Fields } from './fields.ts'
import { excerptFor, headlineFor, languageFor, plainText, readMarkup, tellOfText, unlessTooMuch } from './itemText.ts'
import { refuseTooMany } from './mostArticles.ts'
import type { ArchivedArticle, ArchivedAuthor } from './ParsedArchive.ts'
import { plainAddress } from './plainAddress.ts'
import { rfc822Time, wordPressTime, type PrintedTime } from './printedTimes.ts'
import { textOf, type XmlElement } from './readXml.ts'
import { webAddressOf } from './webAddressOf.ts'
import { hasBlocks, tellOfBlocks, tellOfShortcodes, withoutShortcodes } from './wordPressText.ts'

const CHANNEL_NEEDLESS = new Set(
  'description pubDate generator image wp:wxr_version wp:category wp:tag wp:term atom:link cloud lastBuildDate'.split(
    ' ',
  ),
)
const ITEM_NEEDLESS = new Set(
  (
    'description wp:post_modified wp:post_modified_gmt wp:comment_status wp:ping_status wp:post_parent wp:menu_order ' +
    'wp:is_sticky wp:post_type wp:attachment_url'
  ).split(' '),
)

/** What WordPress calls a type of item, in words; of any other type the plan has the name. */
const TYPES: Readonly<Record<string, string>> = {
  attachment: 'pictures and other attachments',
  nav_menu_item: 'menu items',
  page: 'pages that are no articles',
  revision: 'earlier versions',
}
const STATUSES: Readonly<Record<string, string>> = {
  'auto-draft': 'drafts that were never saved',
  trash: 'articles in the trash',
}

/** Reads the channel of an export of WordPress (WXR 1.1 and 1.2). */
export function readWxr(
  channel: XmlElement,
  read: ReadHtml,
  notes: ArchiveNotes,
): { title: string | null; articles: ArchivedArticle[] } {
  const fields = new Fields(channel)
  const version = fields.text('wp:wxr_version')
  if (!/^1\.[12]$/u.test(version)) {
    throw new ImportError(
      'import_other_format',
      `This is an export of WordPress in the version “${cutTo(version, 20)}”; 1.1 and 1.2 can be read.`,
      'Export it again from a WordPress of today.',
      { line: channel.line },
    )
  }
  const address = fields.text('wp:base_blog_url') || fields.text('wp:base_site_url') || fields.text('link')
  const site = plainAddress(cutTo(address, 2_000))
  for (const name of ['wp:base_site_url', 'link']) fields.all(name)
  const people = readPeople(fields.all('wp:author'), site, notes)
  const language = fields.text('language')
  const items = fields.all('item').map((item) => new Fields(item))
  refuseTooMany('articles', items.filter(isArticle).length)
  const around = { site, people, language, read, notes }
  const articles = items.flatMap((item) => unlessTooMuch(item.element.line, notes, () => readItem(item, around)) ?? [])
  const title = unlessTooMuch(channel.line, notes, () => plainText(read, fields.text('title'), channel.line)) || null
  fields.tellOthers(notes, CHANNEL_NEEDLESS)
  return { title, articles }
}

const tidyPerson = (name: string): string => tidyName(tidyLine(name))

/** Those who wrote, by the name that they log in with; two of one such name are both kept, and neither is chosen. */
type People = ReadonlyMap<string, readonly ArchivedAuthor[]>

function readPeople(elements: readonly XmlElement[], site: string, notes: ArchiveNotes): People {
  const people = new Map<string, ArchivedAuthor[]>()
  for (const element of elements) {
    const fields = new Fields(element)
    const login = fields.text('wp:author_login')
    const given = [fields.text('wp:author_first_name'), fields.text('wp:author_last_name')].map(tidyPerson)
    const fullName = given.filter(Boolean).join(' ')
    const displayName = cutTo(tidyPerson(fields.text('wp:author_display_name')) || fullName || login, 160)
    const [first = '', last = ''] = given
    const author: ArchivedAuthor = {
      identity: ['wxr', site, fields.text('wp:author_id'), login, displayName],
      displayName,
      sortName: first !== '' && last !== '' && displayName === fullName ? `${last}, ${first}` : sortName(displayName),
      fullName: fullName === '' || fullName === displayName ? null : fullName,
      line: element.line,
    }
    const same = people.get(login) ?? []
    if (same.some(({ identity }) => identity.join() === author.identity.join())) continue
    people.set(login, [...same, author])
    // The address of a person's mailbox is nobody's business here.
    for (const name of ['wp:author_email', 'wp:author_id']) fields.all(name)
    fields.tellOthers(notes, new Set())
  }
  return people
}

type Around = {
  site: string
  people: People
  language: string
  read: ReadHtml
  notes: ArchiveNotes
}

const isArticle = (fields: Fields): boolean => fields.text('wp:post_type') === 'post'

function readItem(fields: Fields, around: Around): ArchivedArticle | null {
  const { notes, read } = around
  const { line } = fields.element
  const type = fields.text('wp:post_type')
  const status = fields.text('wp:status')
  const left = isArticle(fields) ? STATUSES[status] : (TYPES[type] ?? `items of the type ${cutTo(type, 60)}`)
  if (left !== undefined) {
    notes.skip(left, line)
    return null
  }
  const url = webAddressOf(fields.text('link'))
  const written = fields.text('content:encoded')
  const text = readMarkup(read, written, url, !hasBlocks(written))
  const headline = headlineFor(plainText(read, fields.text('title'), line, notes), text.text, line, notes)
  if (headline === null) {
    notes.skip('items without a headline and a text', line)
    return null
  }
  tellOfText({ ...text, text: text.text.map(withoutShortcodes) }, headline, line, notes)
  tellOfBlocks(written, headline, line, notes)
  tellOfShortcodes(text.text, headline, line, notes)
  tellOfStatus(status, fields.text('wp:post_password'), headline, line, notes)
  tellOfOthers(fields, notes)
  return {
    // A guid may be there twice, and copies of a site have those of the first.
    identity: ['wxr', around.site, fields.text('guid'), fields.text('wp:post_id') || headline],
    headline,
    body: text.body,
    text: text.text,
    excerpt: excerptFor(plainText(read, fields.text('excerpt:encoded'), line), headline, line, notes),
    ...whoWrote(fields, headline, around),
    published: timeOf(fields, status, headline, notes),
    slug: slugOf(fields.text('wp:post_name'), headline, line, notes),
    url,
    language: languageFor(around.language, text.text, line, notes),
    filed: fields.all('category').flatMap((category) => {
      const name = plainText(read, textOf(category).trim(), line)
      const domain = category.attributes.get('domain') ?? 'category'
      if (domain === 'author') return []
      if (domain === 'category' || domain === 'post_tag')
        return name === '' ? [] : [{ name, kind: domain === 'category' ? ('category' as const) : ('tag' as const) }]
      notes.unused(`category ${cutTo(domain, 60)}`, category.line)
      return []
    }),
    line,
  }
}

type WhoWrote = Pick<ArchivedArticle, 'authors' | 'byline'>

const NOBODY: WhoWrote = { authors: [], byline: null }

function whoWrote(fields: Fields, headline: string, around: Around): WhoWrote {
  const { notes, read } = around
  const { line } = fields.element
  // The plugin Co-Authors Plus writes them so; whoever logged in to save the article may be none of them.
  const names = fields
    .all('category')
    .filter(({ attributes }) => attributes.get('domain') === 'author')
    .map((category) => tidyName(plainText(read, textOf(category), line)))
    .filter(Boolean)
  if (names.length === 0) return creator(fields.text('dc:creator'), headline, line, around)
  const byline = cutTo(names.join(', '), MAX_BYLINE)
  const message = `The authors of “${headline}” stand in categories; the byline has “${byline}”, and nobody is credited.`
  notes.say('authors_in_category', line, message)
  return { authors: [], byline }
}

function creator(login: string, headline: string, line: number, { people, notes, site }: Around): WhoWrote {
  if (login === '') {
    const message = `The file does not say who wrote “${headline}”.`
    notes.say('no_byline', line, message)
    return NOBODY
  }
  const found = people.get(login) ?? []
  const [author] = found
  if (author === undefined || found.length > 1) {
    const message = `The file does not say for certain who “${login}” is; nobody is credited with “${headline}”.`
    notes.say('author_unknown', line, message)
    return NOBODY
  }
  const { displayName, fullName } = author
  const isLogin = displayName.toLowerCase() === login.toLowerCase() && fullName === null
  if (isLogin || !canBeName(displayName) || isNoPerson(displayName)) {
    const message = `“${displayName}” seems to be no person; nobody is credited with “${headline}”.`
    notes.say('byline_not_a_person', line, message)
    return isLogin ? NOBODY : { authors: [], byline: displayName }
  }
  if (site === '') {
    tellOfNoSite(displayName, line, notes)
    return { authors: [], byline: displayName }
  }
  return { authors: [author], byline: null }
}

function tellOfStatus(status: string, password: string, headline: string, line: number, notes: ArchiveNotes): void {
  if (status === 'publish' && password === '') return
  const why = status === 'publish' ? 'with a password' : status
  const message = `“${headline}” was not public in WordPress (${cutTo(why, 40)}).`
  notes.say('was_not_public', line, message)
}

/** What articles here have no place for. */
function tellOfOthers(fields: Fields, notes: ArchiveNotes): void {
  const comments = fields.all('wp:comment')
  const [first] = comments
  if (first !== undefined) notes.skip('comments of readers', first.line, comments.length)
  for (const meta of fields.all('wp:postmeta')) {
    const name = new Fields(meta).text('wp:meta_key')
    if (name === '_thumbnail_id') notes.skip('lead pictures', meta.line)
    else if (name.startsWith('_')) notes.skip('custom fields that WordPress hides', meta.line)
    else notes.unused(`wp:postmeta ${cutTo(name, 60)}`, meta.line)
  }
  for (const name of ['title', 'pubDate', 'wp:post_date', 'wp:post_date_gmt', 'category']) fields.all(name)
  for (const name of ['dc:creator', 'excerpt:encoded', 'guid', 'wp:post_id', 'wp:post_name']) fields.all(name)
  fields.tellOthers(notes, ITEM_NEEDLESS)
}

/** When it was published, with the zone of the site. An article that never was has no such time. */
function timeOf(fields: Fields, status: string, headline: string, notes: ArchiveNotes): PrintedTime | null {
  if (status !== 'publish' && status !== 'future' && status !== 'private') return null
  const [local, greenwich, printed] = ['wp:post_date', 'wp:post_date_gmt', 'pubDate'].map((name) => fields.text(name))
  const time = wordPressTime(local ?? '', greenwich ?? '') ?? rfc822Time(printed ?? '')
  if (time === null) {
    const said = cutTo(local || printed || '', 40)
    const message = `“${said}” is no time with a zone; the plan has no date of “${headline}”.`
    notes.say('date_not_understood', fields.element.line, message)
  }
  return time
}

/** WordPress keeps letters beyond ASCII as they stand in an address. */
function slugOf(name: string, headline: string, line: number, notes: ArchiveNotes): string | null {
  if (name === '') return null
  let decoded = name
  try {
    decoded = decodeURIComponent(name)
  } catch {
    // Cut in the middle of a letter: it is read as it stands.
  }
  const slug = slugify(decoded)
  if (slug !== name) {
    const message = `The slug “${cutTo(name, 200)}” of “${headline}” cannot stay as it is; it becomes “${slug}”.`
    notes.say('slug_changed', line, message)
  }
  return slug === '' ? null : slug
}
