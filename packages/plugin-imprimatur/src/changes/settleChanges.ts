import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { pagesOf, publicRows } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { recordAndTell, recordChanges } from './recordChanges.ts'
import { findBatches, findRows, newestBatch } from './rows.ts'

/** Rows that one transaction numbers, and pieces that one writes down. */
const AT_ONCE = { numbered: 100, filled: 20, expired: 100 }

/** How long somebody waits for the log to be made, in milliseconds, before they are told to come again. */
const PATIENCE_MS = 2_000

type State = { filling?: Promise<void>; running?: Promise<void>; next?: Promise<void> }

/** Global, as Next bundles a second copy of this module. */
const states = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.changes')] ??= new WeakMap()) as WeakMap<
  Payload,
  State
>

function stateOf(payload: Payload): State {
  const state = states.get(payload) ?? {}
  states.set(payload, state)
  return state
}

/**
 * Brings the log into step with everything that is committed when it is called: writes down what time alone has taken away, and gives numbers to
 * rows that have none.
 *
 * Rows are written in the transactions of the moves, and numbered only when those are committed. A transaction that commits late cannot come in
 * between numbers that somebody has read: it gets later ones.
 *
 * @throws CodedError `busy` while the log is being made.
 */
export async function settleChanges(payload: Payload): Promise<void> {
  await made(payload)
  const state = stateOf(payload)
  // What is under way may have looked before the last commit; one behind it serves all who wait.
  if (state.running === undefined) return run(payload, state)
  state.next ??= state.running
    .catch(() => undefined)
    .then(() => {
      delete state.next
      return run(payload, state)
    })
  return state.next
}

function run(payload: Payload, state: State): Promise<void> {
  const running = settle(payload).finally(() => {
    if (state.running === running) delete state.running
  })
  state.running = running
  return running
}

async function settle(payload: Payload): Promise<void> {
  await recordExpired(payload)
  while (await hasPending(payload)) await inOwn(payload, number)
}

async function hasPending(payload: Payload): Promise<boolean> {
  return (await findRows({ payload }, { seq: { equals: 0 } }, { limit: 1 })).length > 0
}

/** Numbers the rows that were written first. Two who do so at once would both go on from the same number, which is unique. */
async function number(req: PayloadRequest): Promise<void> {
  const { changes } = runtimeOf(req.payload).slugs
  const newest = await newestBatch(req)
  const rows = await findRows(req, { seq: { equals: 0 } }, { sort: 'noted', limit: AT_ONCE.numbered })
  if (!newest || rows.length === 0) return
  const mark = await makeBatch(req, newest.seq, newest.seq + rows.length)
  for (const [at, { id }] of rows.entries()) {
    const data = { seq: newest.seq + at + 1, mark }
    await req.payload.db.updateOne({ collection: changes, id, data, req, returning: false })
  }
}

async function makeBatch(req: PayloadRequest, after: number, seq: number): Promise<string> {
  const { now, slugs } = runtimeOf(req.payload)
  const mark = randomBytes(8).toString('hex')
  const data = { after, seq, mark, at: now().toISOString() }
  await req.payload.db.create({ collection: slugs.changeBatches, data, req }).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'ValidationError' ? coded('conflict') : error
  })
  return mark
}

async function recordExpired(payload: Payload): Promise<void> {
  const due = { expiresAt: { less_than_equal: runtimeOf(payload).now().toISOString() } }
  const where = { and: [{ op: { equals: 'upsert' } }, due] }
  for (;;) {
    const rows = await findRows({ payload }, where, { sort: 'expiresAt', limit: AT_ONCE.expired })
    if (rows.length === 0) return
    const pieces = rows.map(({ piece }) => piece)
    const changes = await inOwn(payload, (req) => recordAndTell(req, pieces))
    if (changes.length === 0 || rows.length < AT_ONCE.expired) return
  }
}

/** Waits until what was public before there was a log is in it. Made once for each database; begun anew where it was broken off. */
async function made(payload: Payload): Promise<void> {
  const state = stateOf(payload)
  state.filling ??= fill(payload).catch((error: unknown) => {
    delete state.filling
    throw error
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(coded('busy', { message: 'The log of changes is being made. Try again in a moment.' }))
    }, PATIENCE_MS)
  })
  try {
    await Promise.race([state.filling, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The first batch, which has no rows, says that it is done. */
async function fill(payload: Payload): Promise<void> {
  if (await newestBatch({ payload })) return
  for (const { slug } of runtimeOf(payload).collections.values()) {
    const asked = { collection: slug, by: 'id', select: { id: true }, where: publicRows(payload) } as const
    for await (const rows of pagesOf<{ id: number | string }>({ payload }, asked)) {
      const pieces = rows.map(({ id }) => pieceKey(slug, String(id)))
      for (let from = 0; from < pieces.length; from += AT_ONCE.filled)
        await inOwn(payload, (req) => recordChanges(req, pieces.slice(from, from + AT_ONCE.filled)))
    }
  }
  await inOwn(payload, async (req) => {
    if ((await findBatches(req, { seq: { equals: 0 } }, { limit: 1 })).length === 0) await makeBatch(req, -1, 0)
  })
}

async function inOwn<T>(payload: Payload, act: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, () => act(req))
}
