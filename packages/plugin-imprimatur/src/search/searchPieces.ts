import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { allowedByProject, canSeeDraft } from '../access/index.ts'
import {
  byRelevance,
  gain,
  isMeant,
  snippetOf,
  TIERS,
  type Ranked,
  type Term,
  type Tier,
} from '../domain/search/index.ts'
import { pieceKey, type Dossier, type Stage } from '../domain/workflow/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { pageOf } from '../hardening/queries/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff, splitPiece } from '../store/index.ts'
import type { InPayload } from '../transaction/index.ts'
import type { AskedSearch } from './askedSearch.ts'
import { postingOfId, rangeOf, type Posting } from './postings.ts'
import { chunks, findTexts, findWordIds, type SearchText, type Side } from './rows.ts'
import { outside, settledFor } from './settleSearch.ts'

/**
 * How much one search looks at, however much there is: words whose texts are listed, texts of a word in each place, the newest first, and texts that
 * are compared.
 */
const MOST = { listed: 4, inTier: 500, texts: 1_000 }

/** Values of one condition. */
const AT_ONCE = 500

/** One piece that was found. */
export type SearchHit = {
  readonly collection: string
  readonly id: string
  readonly title: string
  /** Plain text around the first word that was asked for. */
  readonly snippet: string
  /** For staff. */
  readonly stage?: Stage
}

export type SearchPage = ReturnType<typeof pageOf> & { readonly docs: readonly SearchHit[] }

/** `isWhole`: the asker sees the newest text of it. */
type Candidate = Ranked & { readonly side: Side; readonly stage: Stage; readonly isWhole: boolean }

/**
 * Pieces that have every word that was asked for, the best first: staff find the newest texts of pieces that they may see, everybody else what
 * readers have. What is counted and shown is what the asker may read now, whatever the index still knows.
 */
export async function searchPieces(req: PayloadRequest, asked: AskedSearch): Promise<SearchPage> {
  const { limit, page, terms } = asked
  const forStaff = isStaff(req)
  const found = terms.length === 0 ? [] : await readable(req, asked, await candidatesFor(req, asked, forStaff))
  const shown = found.slice((page - 1) * limit, page * limit)
  if (!forStaff) {
    await hangOnAll(req, asked)
    for (const collection of asked.collections) await hangOn(req, collection, shown)
  }
  return { docs: await hitsOf(req, shown, terms, forStaff), ...pageOf(found.length, limit, page) }
}

/** Ids of what readers may see in one collection and has all the words, the best first. */
export async function findForReaders(
  payload: Payload,
  collection: string,
  terms: readonly Term[],
): Promise<readonly string[]> {
  await settledFor(payload, 'live')
  const req = await createLocalReq({}, payload)
  const asked: AskedSearch = { terms, collections: [collection], limit: 1, page: 1 }
  const found = terms.length === 0 ? [] : await readable(req, asked, await candidatesFor(req, asked, false))
  await hangOnAll(req, asked)
  return found.map(({ piece }) => splitPiece(piece)[1])
}

/** Texts that have all the words and say what their pieces say now, of those that the asker may search. */
async function candidatesFor(
  req: PayloadRequest,
  { collections, stages, terms }: AskedSearch,
  forStaff: boolean,
): Promise<readonly Candidate[]> {
  const { transactionID } = req
  const bare: InPayload = { payload: req.payload, ...(transactionID === undefined ? {} : { transactionID }) }
  const seesDraft = canSeeDraft(req)
  // What the index says is no part of an answer that somebody keeps: only the documents are.
  return outside(async () => {
    const found: Candidate[] = []
    for (const side of forStaff ? (['newest', 'live'] as const) : (['live'] as const)) {
      const ranked = (await matching(bare, side, terms)).filter(({ piece }) =>
        collections.includes(splitPiece(piece)[0]),
      )
      const dossiers = await dossiersOf(bare, ranked)
      for (const each of ranked) {
        const dossier = dossiers.get(each.piece)
        if (!dossier) continue
        const isWhole = forStaff && seesDraft(dossier.state)
        const current = isWhole ? dossier.digest : dossier.state.live?.digest
        if (each.digest !== current || (side === 'newest' && !seesDraft(dossier.state))) continue
        // Where the next revision stands is known to those who may see it.
        const stage = isWhole ? dossier.state.stage : 'published'
        if (stages === undefined || stages.includes(stage)) found.push({ ...each, side, stage, isWhole })
      }
    }
    return found.sort(byRelevance)
  })
}

type Match = Ranked & { readonly digest: string }

/** Texts of one side that have all the words. */
async function matching(req: InPayload, side: Side, terms: readonly Term[]): Promise<readonly Match[]> {
  const longest = [...terms].sort((a, b) => b.token.length - a.token.length).slice(0, MOST.listed)
  const lists: List[] = []
  for (const term of longest) {
    const list = await listOf(req, side, term)
    if (list.postings.length === 0) return []
    lists.push(list)
  }
  // A list that was cut leads only when all were: it lacks texts that the others have.
  const [leading, ...others] = lists.sort(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || a.postings.length - b.postings.length,
  )
  if (!leading) return []
  const whole = others.filter(({ isWhole }) => isWhole).map(({ postings }) => numbersOf(postings))
  const numbers = [...numbersOf(leading.postings)].filter((number) => whole.every((each) => each.has(number)))
  const texts = await findTexts(req, side, 'number', numbers.slice(0, MOST.texts), { tokens: true })
  return texts.flatMap(({ at, digest, piece, tokens }) => {
    const score = scoreOf(tokens ?? '', terms)
    return score === 0 ? [] : [{ piece, digest, at, score }]
  })
}

/** What a text gains by all the terms; 0 when it lacks one. */
function scoreOf(tokens: string, terms: readonly Term[]): number {
  const best = terms.map(() => 0)
  for (const each of tokens.split(' ')) {
    const token = each.slice(1)
    for (const [at, term] of terms.entries())
      if (isMeant(term, token)) best[at] = Math.max(best[at] ?? 0, gain(term, token, Number(each.charAt(0)) as Tier))
  }
  return best.includes(0) ? 0 : best.reduce((sum, each) => sum + each, 0)
}

type List = { readonly postings: readonly Posting[]; readonly isWhole: boolean }

/** Where a term stands: titles first, and in each place the newest texts. */
async function listOf(req: InPayload, side: Side, term: Term): Promise<List> {
  const postings: Posting[] = []
  let isWhole = true
  for (const tier of TIERS) {
    const ids = await findWordIds(req, side, rangeOf(term, tier), MOST.inTier)
    postings.push(...ids.map(postingOfId))
    if (ids.length === MOST.inTier) isWhole = false
  }
  return { postings, isWhole }
}

function numbersOf(postings: readonly Posting[]): ReadonlySet<number> {
  return new Set(postings.map(({ number }) => number))
}

type Known = { readonly digest: string; readonly state: Dossier }

async function dossiersOf(req: InPayload, found: readonly Ranked[]): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>()
  for (const pieces of chunks(
    found.map(({ piece }) => piece),
    AT_ONCE,
  )) {
    const { docs } = await req.payload.db.find<Known & { id: number | string; piece: string }>({
      collection: runtimeOf(req.payload).slugs.dossiers,
      where: { piece: { in: pieces } },
      select: { piece: true, digest: true, state: true },
      limit: 0,
      pagination: false,
      req,
    })
    for (const doc of docs) known.set(doc.piece, doc)
  }
  return known
}

/**
 * Those of the pieces that the asker may read, by the rules of their collections. Where the newest text is shown, the project's own rule is asked
 * about that, and not about what readers have; the plugin's was asked with the dossier.
 */
async function readable(
  req: PayloadRequest,
  { collections }: AskedSearch,
  found: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const keysOf = (isWhole: boolean) => found.filter((each) => each.isWhole === isWhole).map(({ piece }) => piece)
  const there = await keysUnder(req, collections, keysOf(true), true)
  const allowed = await allowedByProject(req, 'read', [...there])
  const known = new Set([...allowed, ...(await keysUnder(req, collections, keysOf(false), false))])
  return found.filter(({ piece }) => known.has(piece))
}

/** Those of the pieces that are there and not in the trash; unless `overrideAccess`, only what the rules of their collections let the asker read. */
async function keysUnder(
  req: PayloadRequest,
  collections: readonly string[],
  pieces: readonly string[],
  overrideAccess: boolean,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const collection of collections) {
    for (const some of chunks(idsIn(collection, pieces), AT_ONCE)) {
      // Payload writes into it.
      const where = (): Where => ({ id: { in: idsFor(req.payload, collection, some) } })
      const there = (await hasAll(req, collection, { where: where(), count: some.length, overrideAccess }))
        ? some
        : await idsOf(req, collection, { where: where(), limit: 0, overrideAccess })
      for (const id of there) known.add(pieceKey(collection, id))
    }
  }
  return known
}

/** Whether so many documents meet it, which is so for almost everybody: Payload takes far longer to read each of a thousand than to count them. */
async function hasAll(
  req: PayloadRequest,
  collection: string,
  { count, overrideAccess, where }: { where: Where; count: number; overrideAccess: boolean },
): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection, where, disableErrors: true, overrideAccess, req })
  return totalDocs === count
}

/** Whoever keeps the answer is to know that it hangs on which documents readers have: the next one may be found by the same words. */
async function hangOnAll(req: PayloadRequest, { collections }: AskedSearch): Promise<void> {
  for (const collection of collections) await idsOf(req, collection, { where: NONE, limit: 1 })
}

/** The same of the documents that the answer shows. */
async function hangOn(req: PayloadRequest, collection: string, shown: readonly Candidate[]): Promise<void> {
  const ids = idsIn(
    collection,
    shown.map(({ piece }) => piece),
  )
  const where: Where = { id: { in: idsFor(req.payload, collection, ids) } }
  if (ids.length > 0) await idsOf(req, collection, { where, limit: 0 })
}

function idsIn(collection: string, pieces: readonly string[]): readonly string[] {
  return pieces.map(splitPiece).flatMap(([of, id]) => (of === collection ? [id] : []))
}

/** What no document has. */
const NONE: Where = { id: { exists: false } }

async function idsOf(
  req: PayloadRequest,
  collection: string,
  { limit, overrideAccess = false, where }: { where: Where; limit: number; overrideAccess?: boolean },
): Promise<readonly string[]> {
  const { docs } = await req.payload.find({
    collection,
    where,
    depth: 0,
    draft: false,
    disableErrors: true,
    limit,
    overrideAccess,
    pagination: false,
    select: {},
    req,
  })
  return docs.map(({ id }) => String(id))
}

async function hitsOf(
  req: PayloadRequest,
  shown: readonly Candidate[],
  terms: readonly Term[],
  forStaff: boolean,
): Promise<readonly SearchHit[]> {
  const texts = new Map<string, SearchText>()
  for (const side of ['newest', 'live'] as const) {
    const pieces = shown.filter((each) => each.side === side).map(({ piece }) => piece)
    const found = await outside(() => findTexts(req, side, 'piece', pieces, { title: true, text: true }))
    for (const text of found) texts.set(text.piece, text)
  }
  return shown.map(({ piece, stage }): SearchHit => {
    const [collection, id] = splitPiece(piece)
    const { text, title } = texts.get(piece) ?? {}
    const hit = { collection, id, title: title ?? '', snippet: snippetOf(text ?? '', terms) }
    return forStaff ? { ...hit, stage } : hit
  })
}
