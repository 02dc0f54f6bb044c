// Of a type parameter nothing is known yet; of a collection it is.
/* eslint-disable @typescript-eslint/no-generated-empty-object-type */
import { asking, errorOf, jsonOf, type AskOptions } from './ask.ts'
import type { ChangePage, Step } from './changes.ts'
import type { Answered, AnyConfig, CollectionOf, GlobalOf, Select, Shape } from './documents.ts'
import { follow, type FollowOptions } from './follow.ts'
import type { NewsroomConfig } from './NewsroomTypes.ts'
import { searchOf, type ListQuery, type Where } from './query.ts'
import type { Proof } from './verifyProof.ts'

export type Page<T> = {
  readonly docs: T[]
  readonly totalDocs: number
  readonly limit: number
  readonly totalPages: number
  readonly page: number
  readonly hasNextPage: boolean
  readonly hasPrevPage: boolean
  readonly nextPage: number | null
  readonly prevPage: number | null
  /** Where the next page begins; null on the last, and in orders that have no places. */
  readonly after: string | null
}

export type Counts = {
  readonly totalDocs: number
  /** By field; the values with most documents first, none without any. */
  readonly by: Readonly<
    Record<string, readonly { readonly id: string; readonly slug: string | null; readonly count: number }[]>
  >
}

/** What stands at an address. */
export type BySlug<T> =
  | { readonly kind: 'found'; readonly doc: T }
  /** It was there, and is at `slug` now: redirect your reader. */
  | { readonly kind: 'moved'; readonly slug: string; readonly doc: T }
  /** It was wrong: show the notice, with the status 410. */
  | { readonly kind: 'retracted'; readonly notice: string; readonly retractedAt: string }
  | { readonly kind: 'missing' }

type Signal = { readonly signal?: AbortSignal }
type Doc<C extends AnyConfig, S extends CollectionOf<C>> = C['collections'][S]
type GlobalShape<C extends AnyConfig, T> = Omit<Shape<C, T>, 'body' | 'select'> & { readonly select?: Select<T> }

/**
 * A client of one newsroom. Everything that it asks is a read.
 *
 * @typeParam C the types of its documents: those of this newsroom, or the `Config` that Payload generates in a project of your own
 */
export type Client<C extends AnyConfig = NewsroomConfig> = {
  /** One page. @throws ImprimaturError, as everything here does */
  readonly find: <S extends CollectionOf<C>, const Q extends ListQuery<C, Doc<C, S>> = object>(
    collection: S,
    query?: Q,
    options?: Signal,
  ) => Promise<Page<Answered<C, Doc<C, S>, Q>>>
  /** Every document of a list, page by page as they are asked for, none twice and none left out. `limit` is that of a page. */
  readonly all: <S extends CollectionOf<C>, const Q extends ListQuery<C, Doc<C, S>> = object>(
    collection: S,
    query?: Q,
    options?: Signal,
  ) => AsyncGenerator<Answered<C, Doc<C, S>, Q>, void, undefined>
  readonly count: (collection: CollectionOf<C>, query?: { readonly where?: Where }, options?: Signal) => Promise<number>
  /** How many documents there are, in all and for each value of relations such as `section` and `credits.author`. */
  readonly counts: (collection: CollectionOf<C>, by: readonly string[], options?: Signal) => Promise<Counts>
  /** @throws ImprimaturError `not_found`, or `retracted` with the notice among its refusals */
  readonly byId: <S extends CollectionOf<C>, const Q extends Shape<C, Doc<C, S>> = object>(
    collection: S,
    id: string,
    query?: Q,
    options?: Signal,
  ) => Promise<Answered<C, Doc<C, S>, Q>>
  readonly bySlug: <S extends CollectionOf<C>, const Q extends Shape<C, Doc<C, S>> = object>(
    collection: S,
    slug: string,
    query?: Q,
    options?: Signal,
  ) => Promise<BySlug<Answered<C, Doc<C, S>, Q>>>
  readonly global: <S extends GlobalOf<C>, const Q extends GlobalShape<C, C['globals'][S]> = object>(
    global: S,
    query?: Q,
    options?: Signal,
  ) => Promise<Answered<C, C['globals'][S], Q>>
  /** The public proof of a published piece; `verifyProof` says whether it holds. */
  readonly proof: (collection: CollectionOf<C>, id: string, options?: Signal) => Promise<Proof>
  /** One page of changes. `follow` asks for all of them. */
  readonly changes: (
    query?: {
      readonly since?: string
      readonly collection?: string
      readonly limit?: number
      readonly include?: 'doc'
    },
    options?: Signal,
  ) => Promise<ChangePage>
  readonly follow: (options?: FollowOptions) => AsyncGenerator<Step, void, undefined>
}

export function createClient<C extends AnyConfig = NewsroomConfig>(options: AskOptions): Client<C> {
  const ask = asking(options)
  const read = async (path: string, query: object, { signal }: Signal = {}): Promise<unknown> =>
    jsonOf(await ask(`/api/${path}${searchOf(query)}`, { signal }))
  const find = (collection: string, query: object = {}, signal?: Signal) =>
    read(collection, query, signal) as Promise<Page<unknown>>

  async function* all(collection: string, query: object = {}, signal?: Signal) {
    for (let place: object = { limit: 100, ...query }; ;) {
      const { docs, after, hasNextPage, nextPage } = await find(collection, place, signal)
      yield* docs
      if (!hasNextPage) return
      const { page: _, ...asked } = { page: undefined, ...place }
      place = after === null ? { ...asked, page: nextPage } : { ...asked, after }
    }
  }

  const bySlug = async (
    collection: string,
    slug: string,
    query: object = {},
    { signal }: Signal = {},
  ): Promise<BySlug<unknown>> => {
    const path = `/api/${collection}/by-slug/${encodeURIComponent(slug)}${searchOf(query)}`
    const answer = await ask(path, { signal, any: true })
    if (answer.ok) {
      const doc = await jsonOf<unknown>(answer)
      // `fetch` has followed the redirect: browsers show no other trace of one.
      const now = decodeURIComponent(new URL(answer.url || path, options.url).pathname.split('/').at(-1) ?? slug)
      return now === slug ? { kind: 'found', doc } : { kind: 'moved', slug: now, doc }
    }
    const error = await errorOf(answer)
    if (error.code === 'not_found') return { kind: 'missing' }
    if (error.code !== 'retracted') throw error
    const { notice, retractedAt } = error.refusals[0] as unknown as { notice: string; retractedAt: string }
    return { kind: 'retracted', notice, retractedAt }
  }

  const client: Client<never> | object = {
    find,
    all,
    count: async (collection: string, query: object = {}, signal?: Signal) =>
      ((await read(`${collection}/count`, query, signal)) as { totalDocs: number }).totalDocs,
    counts: (collection: string, by: readonly string[], signal?: Signal) =>
      read(`${collection}/counts`, { by }, signal),
    byId: (collection: string, id: string, query: object = {}, signal?: Signal) =>
      read(`${collection}/${encodeURIComponent(id)}`, query, signal),
    bySlug,
    global: (slug: string, query: object = {}, signal?: Signal) => read(`globals/${slug}`, query, signal),
    proof: (collection: string, id: string, signal?: Signal) =>
      read(`${collection}/${encodeURIComponent(id)}/imprimatur`, {}, signal),
    changes: (query: object = {}, signal?: Signal) => read('changes', query, signal),
    follow: (asked?: FollowOptions) => follow(ask, asked),
  }
  // What an answer holds follows from the question, which is known to the types alone.
  return client as Client<C>
}
