import type { Doubt } from '../doubts.ts'
import type { RichText } from '../ports.ts'
import type { PrintedTime } from './printedTimes.ts'

/** What several articles come in: an export of WordPress, or a feed. */
export type ArchiveKind = 'wxr' | 'feed'

/** Somebody who wrote an article, as the file names them. */
export type ArchivedAuthor = {
  /** What tells this person from all others, in this file and in the next of the same site. */
  identity: readonly string[]
  displayName: string
  sortName: string
  fullName: string | null
  line: number
}

/** An article of a file; nothing of it is decided by what is here already. */
export type ArchivedArticle = {
  /** What tells this article from all others, in this file and in the next of the same site. */
  identity: readonly string[]
  headline: string
  body: RichText
  /** The words of the body, line by line. */
  text: readonly string[]
  excerpt: string | null
  /** As printed, where it is not the names of `authors` alone. */
  byline: string | null
  authors: readonly ArchivedAuthor[]
  published: PrintedTime | null
  /** The last part of its address there, in the alphabet of slugs. */
  slug: string | null
  /** Its address there. */
  url: string | null
  /** BCP 47. */
  language: string
  /** Names of what it was filed under; `tag` is never a section. */
  filed: readonly { name: string; kind: 'category' | 'tag' | 'either' }[]
  /** 1-based; where its item begins. */
  line: number
}

/** What a file of several articles says, nothing added. */
export type ParsedArchive = {
  kind: ArchiveKind
  /** “WXR”, “RSS”, “Atom” or “JSON Feed”. */
  format: string
  /** The name of the site or feed. */
  title: string | null
  articles: readonly ArchivedArticle[]
  /** What is no article, or was not to be imported, and how often it is there. */
  skipped: readonly { what: string; count: number }[]
  /** In the order of the lines. */
  doubts: Doubt[]
}
