import { slugify } from 'payload-plugin-imprimatur/content'
import type { Doubt } from '../doubts.ts'
import { folded } from '../folded.ts'
import type { PlannedArticle, PlannedAuthor, PlannedPiece, PlanOptions } from '../planImport.ts'
import { planPiece, sameNameDoubts, type PlannedBase } from '../planPiece.ts'
import type { ArchivePorts, Filing, PlanPorts } from '../ports.ts'
import { slugTaken } from '../slugTaken.ts'
import { namedKey } from '../sourceKey.ts'
import { cutTo } from './characters.ts'
import type { ArchivedArticle, ArchivedAuthor, ParsedArchive } from './ParsedArchive.ts'

/** Nobody else writes on SQLite meanwhile: some 25 pieces take two seconds, 500 took 48. */
const PIECES_AT_ONCE = 25

/** What importing a file of several articles is going to do. Plain data. */
export type ArchivePlan = {
  file: string
  archive: Pick<ParsedArchive, 'kind' | 'format' | 'title' | 'skipped'> & {
    articles: Pick<ArchivedArticle, 'headline' | 'published' | 'url' | 'line'>[]
  }
  /** Authors, then articles: the order in which they are made. */
  pieces: PlannedPiece[]
  /** How many of them are made in one transaction. */
  piecesAtOnce: number
  doubts: Doubt[]
}

type Wanted = { article: ArchivedArticle; base: PlannedBase }

/**
 * Decides what importing a file of several articles will make and what is there already. Writes nothing.
 *
 * Pieces are found by what names them in the file: `guid`, `id`, or their number and the site; authors by their site, number, login and
 * name together. A second article of one such name and another text is kept, unless `asNew` says that it is another piece. A slug that
 * is taken, a category or a tag that nothing here is called by, are doubts.
 */
export async function planArchive(
  parsed: ParsedArchive,
  ports: ArchivePorts,
  file: string,
  { asNew = [] }: PlanOptions = {},
): Promise<ArchivePlan> {
  const doubts: Doubt[] = [...parsed.doubts]
  const wanted: Wanted[] = []
  for (const article of parsed.articles) {
    const planned = await planPiece(
      {
        title: article.headline,
        line: article.line,
        titleKey: namedKey('articles', article.identity),
        texts: [article.headline, article.excerpt ?? '', ...article.text],
        canBeAnother: true,
        source: { kind: parsed.kind, uri: article.url ?? file },
      },
      ports,
      asNew,
    )
    doubts.push(...planned.doubts)
    wanted.push({ article, base: planned.piece })
  }
  const toMake = wanted.filter(({ base }) => base.action === 'make')
  const authors = await planAuthors(wanted, parsed.kind, ports, file, doubts)
  const taken = new Set(await ports.takenSlugs(toMake.flatMap(({ article }) => article.slug ?? [])))
  const filer = new Filer(await ports.filings())
  const articles = wanted.map(({ article, base }): PlannedArticle => {
    const isMade = base.action === 'make'
    return {
      ...base,
      collection: 'articles',
      data: {
        headline: article.headline,
        body: article.body,
        ...(article.byline === null ? {} : { byline: article.byline }),
        credits: distinctBy(article.authors.map((author) => ({ key: keyOf(author), author }))).map(
          ({ key, author }) => ({
            author: key,
            creditedAs: author.displayName,
            role: 'author' as const,
          }),
        ),
        language: article.language,
        ...(article.excerpt === null ? {} : { excerpt: article.excerpt }),
        ...(isMade ? slugFor(article, taken, doubts) : {}),
        ...(isMade ? filer.file(article, doubts) : {}),
      },
    }
  })
  doubts.push(...filer.doubts)
  return {
    file,
    archive: {
      kind: parsed.kind,
      format: parsed.format,
      title: parsed.title,
      skipped: parsed.skipped,
      articles: parsed.articles.map(({ headline, published, url, line }) => ({ headline, published, url, line })),
    },
    pieces: [...authors, ...articles],
    piecesAtOnce: PIECES_AT_ONCE,
    doubts: doubts.sort((one, other) => one.line - other.line),
  }
}

const keyOf = (author: ArchivedAuthor): string => namedKey('authors', author.identity)

/** Everybody who wrote one of the articles. Who wrote only some that are there already, and is there no longer, is not made again. */
async function planAuthors(
  wanted: readonly Wanted[],
  kind: ParsedArchive['kind'],
  ports: PlanPorts,
  file: string,
  doubts: Doubt[],
): Promise<PlannedAuthor[]> {
  const isWriter = new Set(
    wanted.flatMap(({ article, base }) => (base.action === 'make' ? article.authors.map(keyOf) : [])),
  )
  const all = wanted.flatMap(({ article }) => article.authors.map((author) => ({ key: keyOf(author), author })))
  const authors: PlannedAuthor[] = []
  const made: ArchivedAuthor[] = []
  for (const { key, author } of distinctBy(all)) {
    const { displayName, sortName, fullName, line } = author
    const planned = await planPiece(
      {
        title: displayName,
        line,
        titleKey: key,
        texts: [displayName, fullName ?? ''],
        canBeAnother: false,
        source: { kind, uri: file },
      },
      ports,
      [],
    )
    const base = planned.piece
    doubts.push(...planned.doubts)
    if (base.action === 'make' && !isWriter.has(key)) {
      base.action = 'omit'
      const message = `The article is there already and its author ${displayName} no longer is; none is made.`
      doubts.push({ code: 'author_gone', message, line })
    }
    if (base.action === 'make') made.push(author)
    const data = { displayName, sortName, ...(fullName === null ? {} : { fullName }), biography: [] }
    authors.push({ ...base, collection: 'authors', data })
  }
  doubts.push(...(await sameNameDoubts(made, ports)))
  return authors
}

function distinctBy<T extends { key: string }>(all: readonly T[]): T[] {
  const known = new Map<string, T>()
  for (const each of all) if (!known.has(each.key)) known.set(each.key, each)
  return [...known.values()]
}

/** The slug that the article had, if it is free; `taken` gets it then. */
function slugFor({ headline, line, slug }: ArchivedArticle, taken: Set<string>, doubts: Doubt[]): { slug?: string } {
  if (slug === null) return {}
  if (taken.has(slug)) {
    doubts.push({ code: 'slug_taken', message: slugTaken(slug, headline), line })
    return {}
  }
  taken.add(slug)
  return { slug }
}

/** Finds sections and topics by their names or slugs. None is made: which there are is for editors to say. */
class Filer {
  readonly #sections: ReadonlyMap<string, Filing>
  readonly #topics: ReadonlyMap<string, Filing>
  readonly #unknown = new Map<string, { count: number; line: number }>()

  constructor({ sections, topics }: { sections: readonly Filing[]; topics: readonly Filing[] }) {
    this.#sections = byName(sections)
    this.#topics = byName(topics)
  }

  file({ filed, headline, line }: ArchivedArticle, doubts: Doubt[]): { section?: string; topics?: string[] } {
    let section: string | undefined
    const topics = new Set<string>()
    for (const { name, kind } of filed) {
      const asSection = kind === 'tag' ? undefined : found(this.#sections, name)
      const asTopic = found(this.#topics, name)
      if (asSection !== undefined && (section === undefined || section === asSection.id)) section = asSection.id
      else if (asTopic !== undefined) topics.add(asTopic.id)
      else if (asSection !== undefined) {
        const message = `“${headline}” is in one section here; “${name}” would be a second one.`
        doubts.push({ code: 'section_second', message, line })
      } else {
        const known = this.#unknown.get(name)
        this.#unknown.set(name, { count: (known?.count ?? 0) + 1, line: known?.line ?? line })
      }
    }
    return { ...(section === undefined ? {} : { section }), ...(topics.size === 0 ? {} : { topics: [...topics] }) }
  }

  get doubts(): Doubt[] {
    return [...this.#unknown].map(([name, { count, line }]) => {
      const message = `No section or topic is called “${cutTo(name, 120)}”; it was left out (articles: ${String(count)}).`
      return { code: 'category_unknown', message, line }
    })
  }
}

function byName(filings: readonly Filing[]): Map<string, Filing> {
  return new Map([
    ...filings.map((each) => [`slug ${each.slug}`, each] as const),
    ...filings.map((each) => [`name ${folded(each.name)}`, each] as const),
  ])
}

function found(filings: ReadonlyMap<string, Filing>, name: string): Filing | undefined {
  return filings.get(`name ${folded(name)}`) ?? filings.get(`slug ${slugify(name)}`)
}
