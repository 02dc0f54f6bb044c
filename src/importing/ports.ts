import type { CreditRole } from './creditLine.ts'
import type { ImportCollection } from './sourceKey.ts'

/** Where a piece came from; stored with it as its `source`, to which the store adds when. */
export type PieceSource = {
  /** What it was read from. */
  kind: 'page' | 'wxr' | 'feed'
  /** The address of the piece there, or the file's name without its folder. */
  uri: string
  /** Unique among all pieces: what a second run finds the piece by. */
  key: string
  /** SHA-256 in hex of the piece's text as the file had it. */
  hash: string
}

/** An author as an import makes one: field names of the collection `authors`. Rich text is Lexical JSON. */
export type AuthorData = {
  displayName: string
  sortName: string
  fullName?: string
  honorificPrefix?: string
  jobTitle?: string
  /** `country` is an ISO 3166-1 alpha-2 code. */
  affiliations?: { organization: string; department?: string; country?: string }[]
  biography?: unknown
  shortBio?: string
}

/** An article as an import makes one: field names of the collection `articles`. */
export type ArticleData = {
  headline: string
  body: unknown
  byline?: string
  /** `author` is the id of an author. */
  credits: { author: string; creditedAs: string; role: CreditRole; affiliationAtPublication?: string }[]
  language: string
  slug?: string
  excerpt?: string
  /** The id of a section. */
  section?: string
  /** Ids of topics. */
  topics?: string[]
}

/** A teaser as an import makes one: field names of the collection `news-teasers`. It has no target: pages of text name none. */
export type TeaserData = {
  headline: string
  excerpt?: string
  excerptTruncated: boolean
  language: string
}

/** What `create` gets in each collection. */
export type ImportData = {
  authors: AuthorData
  articles: ArticleData
  'news-teasers': TeaserData
}

/** Rich text as the editor of bodies stores it. */
export type RichText = { root: Readonly<Record<string, unknown>> }

/** What HTML says: the rich text, the words line by line, and a sentence for each kind of thing that could not be kept. */
export type ReadText = { body: RichText; text: readonly string[]; left: readonly string[] }

/**
 * Reads the HTML of an article. `base`: what relative addresses in it start from. `blankLines`: whether a blank line between words parts
 * paragraphs, as WordPress has it. Null for HTML that is larger, or nested deeper, than any article has.
 */
export type ReadHtml = (html: string, how: { base: string | null; blankLines: boolean }) => ReadText | null

/** A section or topic that is here. */
export type Filing = { id: string; name: string; slug: string }

/** A piece that an earlier import made. */
export type FoundPiece = {
  collection: ImportCollection
  id: string
  /** `hash` of the source as it was stored; left out, nothing is said about changes of the text. */
  hash?: string
  /** Whether it lies in the trash. */
  trashed?: boolean
  /** Whether whoever asks may not see it; a plan then says that it is there, and nothing else of it. */
  hidden?: boolean
}

/** Looks for pieces by the key of their source. Sees every stage, and the trash: who threw a piece away does not want it back from the next import. */
export type PieceFinder = {
  find(key: string): Promise<FoundPiece | null>
}

/** Which of these slugs no new article can have. */
type Slugs = { takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> }

/** Makes drafts; what it made counts only if the transaction that it belongs to ends well. */
export type PieceWriter = {
  create<C extends ImportCollection>(collection: C, data: ImportData[C], source: PieceSource): Promise<{ id: string }>
} & PieceFinder &
  Slugs

/** What planning needs: it only looks. */
export type PlanPorts = {
  /** Authors whose display name or full name is one of these, whatever case it is in. */
  authorsNamed(names: readonly string[]): Promise<{ id: string; displayName: string; fullName?: string | null }[]>
} & PieceFinder

/** What planning a file of several articles needs beside that: such a file says more than the text of a page. */
export type ArchivePorts = {
  /** What articles can be filed under. */
  filings(): Promise<{ sections: readonly Filing[]; topics: readonly Filing[] }>
} & PlanPorts &
  Slugs

/** What running needs. */
export type RunPorts = {
  /** Runs `work` so that all it wrote is kept, or, when it rejects, nothing is; anew from its start when it lost against other work. */
  inTransaction<T>(work: (writer: PieceWriter) => Promise<T>): Promise<T>
  /** Whether what was thrown says nothing of a piece, only of the moment: the store is busy, and the same may succeed later. */
  isPassing(error: unknown): boolean
}

/**
 * Reads at most `limit` bytes of a file, and one more when it is longer. Rejects with an error whose `code` is Node's (`ENOENT`,
 * `EISDIR`, `EACCES`, …).
 */
export type ReadFile = (path: string, limit: number) => Promise<Uint8Array>
