import type { PayloadRequest } from 'payload'
import { coded, type CodedError } from '../errors/index.ts'
import type { Digest, ShownMedia } from '../domain/workflow/index.ts'
import { transactionOf } from './transactionOf.ts'

/** A revision that a write says it is based on. */
export type Base = {
  readonly digest: Digest
  /** Whether it came as `If-Match` and not as `baseDigest`. */
  readonly header: boolean
}

/** One state of a piece's content, as stored. */
export type Revision = {
  /** The document at depth 0, unmarked by read hooks. */
  readonly doc: Readonly<Record<string, unknown>>
  readonly canonical: string
  readonly digest: Digest
  readonly media: readonly ShownMedia[]
}

/** What a transition may do to one main row. */
export type Grant = {
  readonly piece: string
  /** What becomes of the row. */
  readonly makes: 'public' | 'not_public'
}

/** Where something that is remembered was read from: documents, versions or a global. */
export type Source = `documents:${string}` | `versions:${string}` | `global:${string}`

/** What was read in a transaction. Nothing in it can be changed. */
export type Memo = {
  readonly known: Map<string, { readonly sources: readonly Source[]; readonly value: Promise<unknown> }>
  /** How many writes began and ended. */
  writes: number
}

/** What the hooks and the write path know of one transaction, for as long as it runs. */
export type TransactionScope = {
  readonly grants: Set<Grant>
  /** Pieces (`collection:id`) that it wrote to, to be proved at the commit. */
  readonly touched: Set<string>
  /** Pieces whose main row it wrote under a grant: what readers get may be different. */
  readonly forReaders: Set<string>
  /** What readers had of pieces that are published anew, by piece. */
  readonly readersHad: Map<string, Revision['doc']>
  /** Newest revisions as they were before a save, by piece. */
  readonly before: Map<string, Revision | null>
  /** Whether a write lost against another transaction, so that the same may be tried again. */
  lostRace: boolean
  /** What was refused of single documents in a bulk operation. */
  readonly refusals: Map<string, CodedError>
  /** The revisions that the write under way says it is based on. */
  bases: readonly Base[]
  /** Whether that write may take sign-offs and a publication back. */
  mayVoid: boolean
  /** Whether it is an autosave. */
  autosave: boolean
  /** Accounts of those whose suggested words a write puts into a piece, by piece. */
  readonly wordsOf: Map<string, readonly string[]>
  /** Id of the piece that is being duplicated. */
  duplicateOf: string | null
  /** What was read in it and is still so: see `memo.ts`. */
  readonly memo: Memo
}

export type Carrier = Pick<Partial<PayloadRequest>, 'transactionID'> | undefined

/**
 * By transaction id, as nothing else reaches from an operation to the adapter unchanged: Payload 3.90 copies requests
 * and drops contexts that have no string keys. Global, as Next bundles a second copy of this module.
 */
const scopes = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.transactions')] ??= new Map()) as Map<
  string,
  TransactionScope
>

/**
 * The scope of the transaction that `req` is in.
 *
 * @throws CodedError `use_transitions` outside a transaction: the workflow cannot promise anything there.
 */
export async function scopeOf(req: Carrier): Promise<TransactionScope> {
  const id = await transactionOf(req)
  if (id === undefined) {
    throw coded('use_transitions', { message: 'A piece can be written to inside a transaction only.' })
  }
  const key = String(id)
  const scope = scopes.get(key) ?? anEmptyScope()
  scopes.set(key, scope)
  return scope
}

function anEmptyScope(): TransactionScope {
  return {
    grants: new Set(),
    touched: new Set(),
    forReaders: new Set(),
    readersHad: new Map(),
    before: new Map(),
    lostRace: false,
    refusals: new Map(),
    bases: [],
    mayVoid: true,
    autosave: false,
    wordsOf: new Map(),
    duplicateOf: null,
    memo: { known: new Map(), writes: 0 },
  }
}

/** Runs `act` while the write path accepts `grant` in this transaction, and takes the grant back afterwards. */
export async function withGrant<T>(req: PayloadRequest, grant: Grant, act: () => Promise<T>): Promise<T> {
  const { grants } = await scopeOf(req)
  grants.add(grant)
  try {
    return await act()
  } finally {
    grants.delete(grant)
  }
}

/** The grant for `piece` in the transaction of `req`, if a transition gave one. */
export async function grantFor(req: Carrier, piece: string): Promise<Grant | undefined> {
  const id = await transactionOf(req)
  const scope = id === undefined ? undefined : scopes.get(String(id))
  return scope && [...scope.grants].find((grant) => grant.piece === piece)
}

/** Takes the scope of a transaction that ends. */
export function forgetScope(transactionID: number | string): TransactionScope | undefined {
  const scope = scopes.get(String(transactionID))
  scopes.delete(String(transactionID))
  return scope
}
