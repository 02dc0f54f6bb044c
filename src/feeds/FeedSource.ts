import type { PublicReads } from 'payload-plugin-imprimatur/types'
import type { Texts } from './feedItem.ts'

/** Where feeds come from, and how they are to be. */
export type FeedSource = {
  /** What readers may read, and nothing else. */
  readonly reads: PublicReads
  /** Scheme, host and port of public addresses, no slash at the end. */
  readonly origin: string
  /** Whether feeds have whole texts. */
  readonly texts: Texts
  /** Articles on a page of a feed. */
  readonly items: number
  /** Address of a WebSub hub that feeds name. */
  readonly hub?: string | undefined
  readonly now: () => Date
}

/** What stands at an address of a feed. */
export type Found<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'moved'; readonly slug: string }
  | { readonly kind: 'gone'; readonly notice: string; readonly at: string }
