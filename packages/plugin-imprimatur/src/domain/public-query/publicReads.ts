/** A document as the public API gives it: Payload's own shape, nothing that is not public in it. */
export type PublicDocument = Readonly<Record<string, unknown>> & { readonly id: string }

export interface PublicPage {
  readonly docs: readonly PublicDocument[]
  readonly totalDocs: number
  readonly page: number
  readonly totalPages: number
  readonly hasNextPage: boolean
}

/** What stands at a public address. */
export type BySlug =
  | { readonly kind: 'found'; readonly doc: PublicDocument }
  /** The piece is public under another slug now: 308. */
  | { readonly kind: 'moved'; readonly slug: string }
  /** The piece was retracted: 410 with the notice. */
  | { readonly kind: 'gone'; readonly notice: string; readonly at: string }
  | { readonly kind: 'missing' }

export interface ListQuery {
  /** Payload's `where`. */
  readonly where?: Readonly<Record<string, unknown>>
  readonly sort?: string
  readonly limit?: number
  readonly page?: number
  /** 0 to 2. */
  readonly depth?: number
  /** Names of the fields that are wanted; all of them without it. */
  readonly select?: Readonly<Record<string, true>>
}

/** A piece that was public, is retracted, and is not public again: by its last public slug, with what readers are told. */
export interface PublicRetraction {
  readonly id: string
  readonly slug: string
  readonly notice: string
  /** ISO 8601 instant. */
  readonly at: string
}

/** Port: anonymous reads of what is public, and of nothing else. */
export interface PublicReads {
  bySlug(collection: string, slug: string, options?: { readonly depth?: number }): Promise<BySlug>
  list(collection: string, query?: ListQuery): Promise<PublicPage>
  /** What is retracted of a collection, newest first, at most a thousand; `where` is of the text that readers had. */
  retractions(
    collection: string,
    query?: { readonly where?: Readonly<Record<string, unknown>> },
  ): Promise<readonly PublicRetraction[]>
  global(slug: string, options?: { readonly depth?: number }): Promise<Readonly<Record<string, unknown>>>
}
