// Of a type parameter nothing is known yet; of a collection it is.
/* eslint-disable @typescript-eslint/no-generated-empty-object-type */
/*
 * What an answer holds, said by the question: which fields (`select`), how far relations are replaced by documents (`depth`), and which
 * fields those have (`populate`). Any `Config` that Payload generates will do.
 */

/** What of a Payload config the client goes by. */
export type AnyConfig = { readonly collections: object; readonly globals: object }

export type CollectionOf<C extends AnyConfig> = keyof C['collections'] & string
export type GlobalOf<C extends AnyConfig> = keyof C['globals'] & string

/** How far relations are replaced by documents. */
export type Depth = 0 | 1 | 2

/** Fields to have (`true`) or to leave out (`false`), one kind or the other; also inside of groups and rows. */
export type Select<T> = { readonly [K in FieldOf<T>]?: boolean | Select<Inside<NonNullable<T[K]>>> }

/** For each collection, which fields its documents have where others refer to them. */
export type Populate<C extends AnyConfig> = {
  readonly [S in CollectionOf<C>]?: Select<C['collections'][S]>
}

/** Forms of a text. */
export type BodyForm = 'html' | 'lexical' | 'markdown' | 'text'

/** As much of a question as says what the documents of the answer hold. */
export type Shape<C extends AnyConfig, T> = {
  readonly depth?: Depth
  readonly select?: Select<T>
  readonly populate?: Populate<C>
  /** The text of an article, the biography of a person: in this form. */
  readonly body?: BodyForm
}

/** A document as it is answered to a question. */
export type Answered<C extends AnyConfig, T, Q> = Selected<
  InForm<AtDepth<C, T, DepthOf<Q>, Asked<Q, 'populate'>>, Asked<Q, 'body'>>,
  Asked<Q, 'select'>
>

type FieldOf<T> = keyof T & string
type Inside<T> = T extends readonly (infer E)[] ? E : T
type Asked<Q, K extends string> = Q extends Readonly<Record<K, infer V>> ? V : undefined
type DepthOf<Q> = Q extends { readonly depth: infer D extends Depth } ? D : 1

/** One less; 0 stays. */
type Less = { 0: 0; 1: 0; 2: 1 }

type AnyDocument<C extends AnyConfig> = C['collections'][CollectionOf<C>]

/** The collections that documents of this type can be of: one, where their types differ. */
type CollectionOfDocument<C extends AnyConfig, T> = {
  [S in CollectionOf<C>]: T extends C['collections'][S] ? (C['collections'][S] extends T ? S : never) : never
}[CollectionOf<C>]

/** Relations as ids at depth 0, as documents above; those that are not public are `null`, and missing in lists. */
type AtDepth<C extends AnyConfig, T, D extends Depth, P> = { [K in FieldOf<T>]: Value<C, T[K], D, P> }

type Value<C extends AnyConfig, V, D extends Depth, P> = [Extract<V, AnyDocument<C>>] extends [never]
  ? Plain<C, V, D, P>
  : D extends 0
    ? Exclude<V, AnyDocument<C>> | null
    : Related<C, Extract<V, AnyDocument<C>>, Less[D], P> | null | Extract<V, undefined>

type Plain<C extends AnyConfig, V, D extends Depth, P> = V extends readonly (infer E)[]
  ? NonNullable<Value<C, E, D, P>>[]
  : V extends { root: unknown }
    ? V
    : V extends object
      ? AtDepth<C, V, D, P>
      : V

/** With the fields that `populate` names; without it with those that cards need, which the newsroom decides. */
type Related<C extends AnyConfig, T, D extends Depth, P> = T extends unknown
  ? Populated<AtDepth<C, T, D, P>, Asked<P, CollectionOfDocument<C, T>>>
  : never

type Populated<T, S> = S extends object ? Selected<T, S> : Pick<T, 'id' & keyof T> & Partial<T>

type InForm<T, B> = B extends 'html' | 'markdown' | 'text'
  ? {
      [K in keyof T]: Extract<T[K], { root: unknown }> extends never ? T[K] : Exclude<T[K], { root: unknown }> | string
    }
  : T

type Selected<T, S> = S extends object
  ? true extends Leaves<S>
    ? Pick<T, 'id' & keyof T> & { [K in keyof T & keyof S]: S[K] extends true ? T[K] : Part<T[K], S[K]> }
    : { [K in keyof T as K extends keyof S ? (S[K] extends false ? never : K) : K]: Left<T, S, K> }
  : T

type Part<V, S> = V extends readonly (infer E)[] ? Part<E, S>[] : V extends object ? Selected<V, S> : V
type Left<T, S, K extends keyof T> = K extends keyof S ? Part<T[K], S[K]> : T[K]

/** Whether something of a selection is to be had, or all that it says is to be left out. */
type Leaves<S> = S extends object ? { [K in keyof S]: Leaves<S[K]> }[keyof S] : S
