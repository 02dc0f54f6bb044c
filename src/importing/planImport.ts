import type { Doubt } from './doubts.ts'
import { folded } from './folded.ts'
import type { ParsedPage } from './parsePage.ts'
import { planPiece, sameNameDoubts } from './planPiece.ts'
import type { PlannedBase } from './planPiece.ts'
import type { ArticleData, AuthorData, PlanPorts, RichText, TeaserData } from './ports.ts'
import type { ParsedTeaser } from './rail.ts'
import type { ParsedAuthor } from './readAuthors.ts'
import { sourceKey } from './sourceKey.ts'

/** An author of the plan; the biography is plain paragraphs. */
export type PlannedAuthor = {
  collection: 'authors'
  data: Omit<AuthorData, 'biography'> & { biography: string[] }
} & PlannedBase

/** An article of the plan; the body is plain paragraphs or rich text, `credits[].author` the source key of an author of the plan. */
export type PlannedArticle = {
  collection: 'articles'
  data: Omit<ArticleData, 'body'> & { body: string[] | RichText }
} & PlannedBase

/** A teaser of the plan. */
export type PlannedTeaser = {
  collection: 'news-teasers'
  data: TeaserData
} & PlannedBase

/** One piece of a plan. */
export type PlannedPiece = PlannedAuthor | PlannedArticle | PlannedTeaser

/** What an import is going to do. Plain data: it can be printed, stored and compared. */
export type ImportPlan = {
  file: string
  parsed: ParsedPage
  /** Authors, then the article, then teasers: the order in which they are made. */
  pieces: PlannedPiece[]
  /** The page's doubts and those that looking for earlier pieces raised, in the order of the lines. */
  doubts: Doubt[]
}

/** What somebody decided who saw an earlier plan. */
export type PlanOptions = {
  /** Title keys of articles and teasers that are pieces of their own, or `all` where the plan doubts it. */
  asNew?: readonly string[] | 'all'
}

/** Decides about one piece; `canBeAnother`: one of the same title and another text may be another piece. */
type Decide = (
  title: string,
  line: number,
  titleKey: string,
  texts: readonly string[],
  canBeAnother?: boolean,
) => Promise<PlannedBase>

/**
 * Decides what importing a page will make and what is there already. Writes nothing.
 *
 * Pieces are found by their source keys alone. An article is the same if its headline is, a teaser if its headline is (on whatever
 * page it was printed), an author if name, full name and organisation are; an author without an organisation belongs to the
 * article. An author of the same name with another key is a doubt, never a match. An article or teaser of a title that was imported
 * before from another text is kept as it is, unless `asNew` says that it is another piece: then its text belongs to its key.
 * `file` is the file's name, for the record.
 */
export async function planImport(
  parsed: ParsedPage,
  ports: PlanPorts,
  file: string,
  { asNew = [] }: PlanOptions = {},
): Promise<ImportPlan> {
  const doubts: Doubt[] = [...parsed.doubts]
  const decide: Decide = async (title, line, titleKey, texts, canBeAnother = true) => {
    const source = { kind: 'page' as const, uri: file }
    const planned = await planPiece({ title, line, titleKey, texts, canBeAnother, source }, ports, asNew)
    doubts.push(...planned.doubts)
    return planned.piece
  }

  const article = articleData(parsed)
  const articlePiece: PlannedArticle = {
    ...(await decide(article.headline, parsed.headline.line, articleKey(parsed), [
      article.headline,
      article.byline ?? '',
      ...article.body,
    ])),
    collection: 'articles',
    data: article,
  }

  const authors: PlannedAuthor[] = []
  const keys = parsed.authors.map((author) => authorKey(parsed, author))
  // Somebody in two roles is one author.
  for (const author of parsed.authors.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)) {
    const texts = [author.displayName, ...author.biography]
    const base = await decide(author.displayName, author.line, authorKey(parsed, author), texts, false)
    if (base.action === 'make' && articlePiece.action === 'keep') {
      base.action = 'omit'
      const message = `The article is there already and its author ${author.displayName} no longer is; none is made.`
      doubts.push({ code: 'author_gone', message, line: author.line })
    }
    if (base.action === 'make') doubts.push(...(await sameNameDoubts([author], ports)))
    authors.push({ ...base, collection: 'authors', data: authorData(author) })
  }

  const teasers: PlannedTeaser[] = []
  for (const { teaser, key } of keyedTeasers(parsed.teasers)) {
    const base = await decide(teaser.headline, teaser.line, key, [teaser.headline, teaser.excerpt ?? ''])
    if (base.action === 'make') {
      const message = `The page does not say where “${teaser.headline}” leads; an editor has to set its target.`
      doubts.push({ code: 'teaser_target_missing', message, line: teaser.line })
    }
    teasers.push({ ...base, collection: 'news-teasers', data: teaserData(teaser, parsed.language) })
  }

  return {
    file,
    parsed,
    pieces: [...authors, articlePiece, ...teasers],
    doubts: doubts.sort((one, other) => one.line - other.line),
  }
}

function articleKey(parsed: ParsedPage): string {
  return sourceKey('articles', [parsed.headline.text])
}

function authorKey(parsed: ParsedPage, author: ParsedAuthor): string {
  const identity =
    author.affiliation === null
      ? [author.displayName, 'of', parsed.headline.text]
      : [author.displayName, 'at', author.fullName ?? '', author.affiliation.organization]
  return sourceKey('authors', identity)
}

/** The key of a teaser is its headline; a second teaser of the same headline on the page has its excerpt in the key as well. */
function keyedTeasers(teasers: readonly ParsedTeaser[]): { teaser: ParsedTeaser; key: string }[] {
  const headlines = new Set<string>()
  return teasers.map((teaser) => {
    const headline = folded(teaser.headline)
    const identity = headlines.has(headline) ? [teaser.headline, teaser.excerpt ?? ''] : [teaser.headline]
    headlines.add(headline)
    return { teaser, key: sourceKey('news-teasers', identity) }
  })
}

function authorData(author: ParsedAuthor): PlannedAuthor['data'] {
  const { affiliation } = author
  return {
    displayName: author.displayName,
    sortName: author.sortName,
    ...(author.fullName === null ? {} : { fullName: author.fullName }),
    ...(author.honorificPrefix === null ? {} : { honorificPrefix: author.honorificPrefix }),
    ...(author.jobTitle === null ? {} : { jobTitle: author.jobTitle }),
    ...(affiliation === null
      ? {}
      : {
          affiliations: [
            {
              organization: affiliation.organization,
              ...(affiliation.department === null ? {} : { department: affiliation.department }),
              ...(affiliation.country === null ? {} : { country: affiliation.country.code }),
            },
          ],
        }),
    ...(author.shortBio === null ? {} : { shortBio: author.shortBio }),
    biography: author.biography,
  }
}

function articleData(parsed: ParsedPage): Omit<ArticleData, 'body'> & { body: string[] } {
  return {
    headline: parsed.headline.text,
    body: parsed.body.map((paragraph) => paragraph.text),
    ...(parsed.byline === null ? {} : { byline: parsed.byline.text }),
    credits: parsed.authors.map((author) => ({
      author: authorKey(parsed, author),
      creditedAs: author.creditedAs,
      role: author.role,
      ...(author.affiliation === null ? {} : { affiliationAtPublication: affiliationLine(author) }),
    })),
    language: parsed.language,
  }
}

/** "School of X, Jilin University, China": where the author was when the article appeared, in one line. */
function affiliationLine({ affiliation }: ParsedAuthor): string {
  return [affiliation?.department, affiliation?.organization, affiliation?.country?.name]
    .filter((part) => part !== null && part !== undefined)
    .join(', ')
}

function teaserData(teaser: ParsedTeaser, language: string): TeaserData {
  return {
    headline: teaser.headline,
    ...(teaser.excerpt === null ? {} : { excerpt: teaser.excerpt }),
    excerptTruncated: teaser.excerptTruncated,
    language,
  }
}
