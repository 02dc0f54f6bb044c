import type { PayloadRequest, Where } from 'payload'
import type { LoggedMove } from '../domain/reports/index.ts'
import type { Stage } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { instantOf } from './instantOf.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** Pieces that one query names. */
const AT_ONCE = 200

const MOVE = { piece: true, seq: true, transition: true, from: true, to: true, at: true } as const

/** What a report needs of the events from a time on and before another one, the latest first, at most `limit`. */
export function movesWithin(
  req: PayloadRequest,
  { from, to }: { readonly from: string; readonly to: string },
  limit: number,
): Promise<readonly LoggedMove[]> {
  return findMoves(req, { and: [{ at: { greater_than_equal: from } }, { at: { less_than: to } }] }, limit)
}

/** The events of these pieces before a time, at most `limit` of all; `complete` when those were all. */
export async function earlierMoves(
  req: PayloadRequest,
  pieces: readonly string[],
  before: string,
  limit: number,
): Promise<{ readonly moves: readonly LoggedMove[]; readonly complete: boolean }> {
  const moves: LoggedMove[] = []
  for (const some of chunksOf(pieces)) {
    if (moves.length >= limit) return { moves, complete: false }
    const left = limit - moves.length
    const found = await findMoves(req, { and: [{ piece: { in: some } }, { at: { less_than: before } }] }, left + 1)
    moves.push(...found.slice(0, left))
    if (found.length > left) return { moves, complete: false }
  }
  return { moves, complete: true }
}

async function findMoves(req: PayloadRequest, where: Where, limit: number): Promise<readonly LoggedMove[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.events,
    where,
    select: MOVE,
    sort: ['-at', '-seq'],
    limit,
    pagination: false,
    req,
  })
  return docs.map((doc) => ({
    piece: String(doc.piece),
    seq: Number(doc.seq),
    transition: doc.transition as LoggedMove['transition'],
    from: (doc.from as Stage | null | undefined) ?? null,
    to: doc.to as Stage,
    at: String(doc.at),
  }))
}

/** Those of the pieces whose dossiers meet all of `where`. */
export async function piecesWith(
  req: PayloadRequest,
  pieces: readonly string[],
  where: readonly Where[],
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  for (const some of chunksOf(pieces)) {
    const { docs } = await req.payload.db.find<Stored>({
      collection: runtimeOf(req.payload).slugs.dossiers,
      where: { and: [{ piece: { in: some } }, ...where] },
      select: { piece: true },
      limit: some.length,
      pagination: false,
      req,
    })
    for (const { piece } of docs) kept.add(String(piece))
  }
  return kept
}

/** Pieces at some stages, the one that has been there longest first. */
export async function waitingAt(
  req: PayloadRequest,
  stages: readonly Stage[],
  where: readonly Where[],
  limit: number,
): Promise<readonly { piece: string; title: string | null; stage: Stage; since: string }[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.dossiers,
    where: { and: [{ stage: { in: [...stages] } }, ...where] },
    select: { piece: true, title: true, stage: true, stageSince: true },
    sort: ['stageSince', 'id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map((doc) => ({
    piece: String(doc.piece),
    title: typeof doc.title === 'string' ? doc.title : null,
    stage: doc.stage as Stage,
    since: instantOf(doc.stageSince) ?? '',
  }))
}

function chunksOf(pieces: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(pieces.length / AT_ONCE) }, (_, at) =>
    pieces.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
}
