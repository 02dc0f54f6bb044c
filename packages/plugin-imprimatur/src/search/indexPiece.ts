import type { PayloadRequest } from 'payload'
import { BETWEEN_TEXTS, tokensOf, TIERS, type Tier } from '../domain/search/index.ts'
import { insertIds, setIfStill } from '../hardening/adapter/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { readDossier, readMainDocument, readNewestDocument, type DossierRow } from '../store/index.ts'
import { idOfPosting } from './postings.ts'
import { chunks, findTexts, slugsOf, type SearchText, type Side } from './rows.ts'
import { textsOf, type Texts } from './textsOf.ts'
import { transactionOf } from '../transaction/index.ts'

/** A text of a piece is found by so many of its first different words, and shown from so many of its first UTF-16 code units. */
const MOST = { tokens: 5_000, text: 200_000 }

/** Ids that one statement names. */
const AT_ONCE = 500

type Wanted = Omit<SearchText, 'id' | 'number'>

/**
 * Has a piece found by what it says now, in the transaction of `req`: by what readers have of it, and by its newest text where that is another
 * one. Only words that came or went are written.
 */
export async function indexPiece(req: PayloadRequest, { collection: slug, pieceId }: DossierRow): Promise<void> {
  const collection = runtimeOf(req.payload).collections.get(slug)
  const row = await readDossier(req, slug, pieceId)
  if (!row) return
  const { live, piece, stageSince } = row.state
  if (collection) {
    const main = live && (await readMainDocument(req, collection, pieceId))
    await replace(req, 'live', piece, main && (await textOf(req, 'live', collection, main, { piece, ...live })))
    const newest = live?.digest === row.digest ? null : await readNewestDocument(req, collection, pieceId)
    const text =
      newest && (await textOf(req, 'newest', collection, newest, { piece, digest: row.digest, since: stageSince }))
    await replace(req, 'newest', piece, text)
  }
  const { dossiers } = runtimeOf(req.payload).slugs
  const as = { digest: row.digest, seq: row.state.seq }
  await setIfStill(req.payload, { collection: dossiers, id: row.id, as, set: { indexed: true } }, await idOf(req))
}

/** Has a piece that is deleted found by nothing. */
export async function forgetTexts(req: PayloadRequest, piece: string): Promise<void> {
  await replace(req, 'live', piece, null)
  await replace(req, 'newest', piece, null)
}

async function textOf(
  req: PayloadRequest,
  side: Side,
  collection: WorkflowCollection,
  doc: Readonly<Record<string, unknown>>,
  { digest, piece, since }: { readonly piece: string; readonly digest: string; readonly since: string },
): Promise<Wanted> {
  const texts = await textsOf(req, collection, doc, side)
  return {
    piece,
    digest,
    at: Date.parse(since),
    title: texts.title,
    text: [texts.text, ...texts.lead]
      .filter((each) => each !== '')
      .join(BETWEEN_TEXTS)
      .slice(0, MOST.text),
    tokens: tokensIn(texts).join(' '),
  }
}

/** Each token once, in the best of its places. */
function tokensIn({ lead, text, title }: Texts): readonly string[] {
  const found = new Map<string, Tier>()
  for (const [tier, from] of [
    [1, title],
    [2, lead.join('\n')],
    [3, text],
  ] as const)
    for (const token of tokensOf(from, MOST.tokens)) if (!found.has(token)) found.set(token, tier)
  return [...found].slice(0, MOST.tokens).map(([token, tier]) => `${String(tier)}${token}`)
}

async function replace(req: PayloadRequest, side: Side, piece: string, wanted: Wanted | null): Promise<void> {
  const { texts, words } = slugsOf(req, side)
  const [known] = await findTexts(req, side, 'piece', [piece], { tokens: true })
  if (!known && !wanted) return
  const number = known?.number ?? (await nextNumber(req, texts))
  const before = known ? idsOf(known, number) : new Set<string>()
  const after = wanted ? idsOf(wanted, number) : new Set<string>()
  if (!wanted) await req.payload.db.deleteOne({ collection: texts, where: { piece: { equals: piece } }, req })
  else if (known)
    await req.payload.db.updateOne({ collection: texts, id: known.id, data: { ...wanted }, req, returning: false })
  else await req.payload.db.create({ collection: texts, data: { ...wanted, number }, req, returning: false })
  for (const ids of chunks(
    [...before].filter((id) => !after.has(id)),
    AT_ONCE,
  ))
    await req.payload.db.deleteMany({ collection: words, where: { id: { in: ids } }, req })
  const came = [...after].filter((id) => !before.has(id))
  if (came.length > 0) await insertIds(req.payload, words, came, await idOf(req))
}

function idsOf({ at, tokens }: Pick<SearchText, 'at' | 'tokens'>, number: number): ReadonlySet<string> {
  const all = (tokens ?? '').split(' ').filter((each) => each !== '')
  return new Set(
    all.map((each) => {
      const tier = TIERS.find((one) => each.startsWith(String(one))) ?? 3
      return idOfPosting({ tier, token: each.slice(1), at, number })
    }),
  )
}

/** Numbers are unique: of two who draw the same one, one is turned away. */
async function nextNumber(req: PayloadRequest, texts: string): Promise<number> {
  const { docs } = await req.payload.db.find<{ id: number | string; number: number }>({
    collection: texts,
    sort: '-number',
    select: { number: true },
    limit: 1,
    pagination: false,
    req,
  })
  return (docs[0]?.number ?? 0) + 1
}

async function idOf(req: PayloadRequest): Promise<number | string> {
  const id = await transactionOf(req)
  if (id === undefined) throw new Error('imprimatur: what pieces are found by is written inside a transaction only.')
  return id
}
