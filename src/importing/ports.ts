import type { CreditRole } from './creditLine.ts'
import type { ImportCollection } from './sourceKey.ts'

/** Where a piece came from; stored with it as its `source`, to which the store adds when. */
export type PieceSource = {
  kind: 'page'
  /** The file's name without its folder. */
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

/** A piece that an earlier import made. */
export type FoundPiece = {
  collection: ImportCollection
  id: string
  /** `hash` of the source as it was stored; left out, nothing is said about changes of the text. */
  hash?: string
  /** Whether it lies in the trash. */
  trashed?: boolean
}

/** Looks for pieces by the key of their source. Sees every stage, and the trash: who threw a piece away does not want it back from the next import. */
export type PieceFinder = {
  find(key: string): Promise<FoundPiece | null>
}

/** Makes drafts; what it made counts only if the transaction that it belongs to ends well. */
export type PieceWriter = {
  create<C extends ImportCollection>(collection: C, data: ImportData[C], source: PieceSource): Promise<{ id: string }>
} & PieceFinder

/** What planning needs: it only looks. */
export type PlanPorts = {
  /** Authors whose display name or full name is one of these, whatever case it is in. */
  authorsNamed(names: readonly string[]): Promise<{ id: string; displayName: string }[]>
} & PieceFinder

/** What running needs. */
export type RunPorts = {
  /** Runs `work` so that all it wrote is kept, or, when it rejects, nothing is; resolves or rejects as `work` does. */
  inTransaction<T>(work: (writer: PieceWriter) => Promise<T>): Promise<T>
}

/**
 * Reads at most `limit` bytes of a file, and one more when it is longer. Rejects with an error whose `code` is Node's (`ENOENT`,
 * `EISDIR`, `EACCES`, …).
 */
export type ReadFile = (path: string, limit: number) => Promise<Uint8Array>
