import type { PictureView } from '../bodies/index.ts'

/** Somebody who wrote a piece, with the address of their page where that is public. */
export type FeedAuthor = { readonly name: string; readonly url?: string }

/** A public article as feeds have it. Addresses are whole, times are ISO 8601 instants. */
export type FeedItem = {
  readonly id: string
  readonly document: { readonly collection: string; readonly id: string; readonly slug: string }
  readonly url: string
  readonly title: string
  readonly summary?: string
  /** Picture, text and corrections as HTML; left out where feeds have excerpts. */
  readonly html?: string
  readonly published: string
  readonly updated: string
  readonly language?: string
  readonly authors: readonly FeedAuthor[]
  readonly byline?: string
  readonly dateline?: string
  readonly section?: string
  readonly genre?: string
  readonly topics: readonly string[]
  readonly places: readonly string[]
  readonly wordCount?: number
  readonly picture?: PictureView & { readonly id: string; readonly type?: string }
  readonly corrections: readonly { readonly kind: string; readonly text: string; readonly at?: string }[]
}

/** A piece that was public and is retracted: what readers may know of it. */
export type FeedRetraction = { readonly id: string; readonly url: string; readonly notice: string; readonly at: string }

/** One page of a feed, newest first. */
export type Feed = {
  readonly id: string
  readonly title: string
  readonly description: string
  /** The newsroom. */
  readonly publisher: string
  readonly language: string
  /** The page of the site that it follows. */
  readonly page: string
  /** Its own address, and those of its first and next page. */
  readonly self: string
  readonly first: string
  readonly next?: string
  readonly hub?: string
  readonly updated: string
  readonly items: readonly FeedItem[]
  readonly retractions: readonly FeedRetraction[]
}
