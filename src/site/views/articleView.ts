import { hasRichText } from '../richText/hasRichText.ts'
import { authorView, type AuthorView } from './authorView.ts'
import { bylineParts, joinedNames, type BylinePart } from './bylineParts.ts'
import {
  asInstant,
  asNumber,
  asRecord,
  asRecords,
  asText,
  languageView,
  type LanguageView,
  type Loose,
  pictureView,
  type PictureView,
  pieceHref,
  present,
  safeHref,
} from '../../bodies/index.ts'
import { printedAuthors, type PrintedAuthor } from './printedAuthors.ts'

/** An article in a list. */
export type ArticleCard = {
  readonly id: string
  readonly href: string
  readonly headline: string
  /** What stands above the headline, from the general to the particular. */
  readonly eyebrow: readonly string[]
  readonly standfirst?: string
  readonly excerpt?: string
  readonly byline: string
  readonly minutes?: number
  /** ISO 8601 instant. */
  readonly publishedAt?: string
  readonly picture?: PictureView
  /** The same picture in the wide shape of leads and link previews. */
  readonly wide?: PictureView
  readonly language: LanguageView
}

/** A note on what was changed after publication. */
export type CorrectionView = {
  readonly kind: 'correction' | 'clarification' | 'update'
  readonly text: string
  /** ISO 8601 instant. */
  readonly at?: string
}

/** A credit: whose it is, as printed, and the author where public. */
export type CreditView = {
  readonly role: string
  readonly name: string
  readonly author?: AuthorView
  /** Where the author worked when the piece came out; it goes before the present affiliations. */
  readonly affiliationThen?: string
}

/** An article on its own page. */
export type ArticleView = ArticleCard & {
  readonly bylineParts: readonly BylinePart[]
  readonly credits: readonly CreditView[]
  /** Who wrote it, those included whose names stand in the byline alone. */
  readonly authors: readonly PrintedAuthor[]
  readonly dateline?: string
  readonly section?: string
  readonly topics: readonly string[]
  /** The same with the paths of their pages. */
  readonly topicLinks: readonly { readonly name: string; readonly href: string }[]
  readonly places: readonly string[]
  readonly lead?: PictureView
  /** Lexical state; undefined when there is nothing in it. */
  readonly body: unknown
  readonly wordCount?: number
  readonly modifiedAt?: string
  readonly corrections: readonly CorrectionView[]
  readonly related: readonly ArticleCard[]
  readonly canonicalUrl?: string
  readonly seo: { readonly title?: string; readonly description?: string; readonly image?: PictureView }
  /** The BCP 47 tag as stored. */
  readonly languageTag?: string
}

/** Genres as readers see them. */
const GENRES: Readonly<Record<string, string>> = {
  analysis: 'Analysis',
  opinion: 'Opinion',
  report: 'Report',
  interview: 'Interview',
  communique: 'Communiqué',
  editorial: 'Editorial',
}

/** Genres that readers are told of wherever the headline stands: what is opinion must not look like a report. */
const ALWAYS_NAMED: readonly unknown[] = ['opinion', 'editorial']

const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const

/** An article document as lists show it; undefined when it is not populated, so not public. */
export function articleCard(value: unknown): ArticleCard | undefined {
  const doc = asRecord(value)
  const id = asText(doc?.id)
  const headline = asText(doc?.headline)
  const href = pieceHref('articles', doc)
  if (!doc || id === undefined || headline === undefined || href === undefined) return undefined
  const genre = ALWAYS_NAMED.includes(doc.genre) ? genreName(doc) : undefined
  return {
    id,
    href,
    headline,
    eyebrow: distinct([genre, asText(doc.kicker) ?? sectionName(doc)]),
    ...present('standfirst', asText(doc.standfirst)),
    ...present('excerpt', asText(doc.excerpt)),
    byline: printedByline(doc),
    ...present('minutes', positive(asNumber(doc.readingMinutes))),
    ...present('publishedAt', asInstant(doc.publishedAt)),
    ...present('picture', pictureView(doc.leadImage, 'card')),
    ...present('wide', pictureView(doc.leadImage, 'og')),
    language: languageView(doc.language),
  }
}

/**
 * An article document as its own page shows it; undefined when it lacks a headline or slug, which only a draft may.
 *
 * @param authors full documents by id, for those who are populated only in part
 */
export function articleView(
  value: unknown,
  authors: ReadonlyMap<string, unknown> = new Map(),
): ArticleView | undefined {
  const card = articleCard(value)
  const doc = asRecord(value)
  if (!card || !doc) return undefined
  const credits = creditViews(doc, authors)
  const seo = asRecord(doc.seo)
  const modifiedAt = asInstant(doc.updatedAt)
  return {
    ...card,
    eyebrow: distinct([genreName(doc), sectionName(doc), asText(doc.kicker)]),
    bylineParts: bylineParts(
      card.byline,
      credits.flatMap(({ name, author }) => (author ? [{ name, href: author.href }] : [])),
    ),
    credits,
    authors: printedAuthors(
      card.byline,
      credits.filter(({ role }) => role === 'author'),
      unnamedAuthors(doc),
      card.language.lang,
    ),
    ...present('dateline', asText(doc.dateline)),
    ...present('section', sectionName(doc)),
    topics: names(doc.topics),
    topicLinks: asRecords(doc.topics).flatMap(topicLink),
    places: names(doc.places),
    ...present('lead', leadPicture(doc)),
    body: hasRichText(doc.body) ? doc.body : undefined,
    ...present('wordCount', asNumber(doc.wordCount)),
    // The row is also written to by what is no change of the text; it is never older than its publication.
    ...present(
      'modifiedAt',
      card.publishedAt !== undefined && modifiedAt !== undefined && modifiedAt > card.publishedAt
        ? modifiedAt
        : card.publishedAt,
    ),
    corrections: asRecords(doc.corrections).flatMap(correctionView),
    related: asRecords(doc.related).flatMap((each) => articleCard(each) ?? []),
    ...present('canonicalUrl', safeHref(doc.canonicalUrl)),
    seo: {
      ...present('title', asText(seo?.title)),
      ...present('description', asText(seo?.description)),
      ...present('image', pictureView(seo?.image, 'og')),
    },
    ...present('languageTag', asText(doc.language)),
  }
}

/** The ids of the authors in an article's credits that are public. */
export function creditedAuthorIds(value: unknown): readonly string[] {
  const ids = asRecords(asRecord(value)?.credits).flatMap((credit) => asText(asRecord(credit.author)?.id) ?? [])
  return [...new Set(ids)]
}

/** The byline as printed; made from the credits when none is kept. */
function printedByline(doc: Loose): string {
  const written = (credit: CreditView): boolean => credit.role === 'author'
  return (
    asText(doc.byline) ??
    joinedNames(
      creditViews(doc, new Map())
        .filter(written)
        .map(({ name }) => name),
    )
  )
}

/** How many are credited with writing it of whom no name is public. */
function unnamedAuthors(doc: Loose): number {
  const rows = asRecords(doc.credits).filter((credit) => (asText(credit.role) ?? 'author') === 'author')
  const unnamed = rows.filter(({ author, creditedAs }) => !authorView(author) && asText(creditedAs) === undefined)
  return new Set(unnamed.map(({ author }, at) => asText(author) ?? at)).size
}

/** Whoever is credited; somebody who is credited twice with one thing only once. */
function creditViews(doc: Loose, authors: ReadonlyMap<string, unknown>): readonly CreditView[] {
  const credits = namedCredits(doc, authors)
  const keys = credits.map(({ role, name, author }) => JSON.stringify([role, author?.id ?? name]))
  return credits.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}

function namedCredits(doc: Loose, authors: ReadonlyMap<string, unknown>): readonly CreditView[] {
  return asRecords(doc.credits).flatMap((credit) => {
    const populated = asRecord(credit.author)
    const author = authorView(authors.get(asText(populated?.id) ?? '') ?? populated)
    const name = asText(credit.creditedAs) ?? author?.name
    if (name === undefined) return []
    return [
      {
        role: asText(credit.role) ?? 'author',
        name,
        ...present('author', author),
        ...present('affiliationThen', asText(credit.affiliationAtPublication)),
      },
    ]
  })
}

/** The lead picture; a caption or credit that stands with the article goes before the picture's own. */
function leadPicture(doc: Loose): PictureView | undefined {
  const picture = pictureView(doc.leadImage, 'hero')
  if (!picture) return undefined
  return {
    ...picture,
    ...present('caption', asText(doc.leadImageCaption) ?? picture.caption),
    ...present('credit', asText(doc.leadImageCredit) ?? picture.credit),
  }
}

function topicLink({ name, slug }: Loose): readonly { readonly name: string; readonly href: string }[] {
  const [title, at] = [asText(name), asText(slug)]
  return title === undefined || at === undefined ? [] : [{ name: title, href: `/topics/${encodeURIComponent(at)}` }]
}

function correctionView(row: Loose): readonly CorrectionView[] {
  const text = asText(row.text)
  if (text === undefined) return []
  const kind = CORRECTION_KINDS.find((each) => each === row.kind) ?? 'correction'
  return [{ kind, text, ...present('at', asInstant(row.at)) }]
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined
}

function genreName(doc: Loose): string | undefined {
  return GENRES[asText(doc.genre) ?? '']
}

function sectionName(doc: Loose): string | undefined {
  return asText(asRecord(doc.section)?.name)
}

function names(docs: unknown): readonly string[] {
  return distinct(asRecords(docs).map((each) => asText(each.name)))
}

/** Without what is missing, and without what was there before in whatever case. */
function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  const there = texts.filter((text) => text !== undefined)
  return there.filter((text, index) => there.findIndex((other) => other.toLowerCase() === text.toLowerCase()) === index)
}
