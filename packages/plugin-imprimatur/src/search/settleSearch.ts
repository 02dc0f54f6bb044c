import { AsyncLocalStorage } from 'node:async_hooks'
import { createLocalReq, type Payload, type Where } from 'payload'
import { coded, isPassing, isUnavailable } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { findDossiers, isDuplicate, type DossierRow } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { indexPiece } from './indexPiece.ts'

/** Pieces that one transaction brings into step. */
const AT_ONCE = 20

/** How long somebody who searches waits for that, in milliseconds. */
const PATIENCE_MS = 5_000

/** Pieces behind which it is worth a line in the log that there is much to do, and how often one says how far it is. */
const MANY = 200
const SAY_EVERY_MS = 10_000

/** What is done from its start to its end, for all who waited for it to begin. */
type Pass = { running?: Promise<void>; next?: Promise<void> }

type State = {
  readonly everything: Pass
  /** Of what readers have: they wait for this alone. */
  readonly live: Pass
  /** The last batch that was asked for: no piece is in two at once. */
  batch: Promise<unknown>
  /** Pieces that could not be indexed, each with the text that it was about. The others do not wait for them, and another text is tried again. */
  readonly failed: Map<string, string>
}

/** Global, as Next bundles a second copy of this module. */
const states = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.search')] ??= new WeakMap()) as WeakMap<
  Payload,
  State
>

function stateOf(payload: Payload): State {
  const state = states.get(payload) ?? { everything: {}, live: {}, batch: Promise.resolve(), failed: new Map() }
  states.set(payload, state)
  return state
}

/** Runs what belongs to nobody's answer. */
export const outside = AsyncLocalStorage.snapshot()

/**
 * Brings what pieces are found by into step with everything that is committed when it is called. A save only marks its piece; this does the work,
 * before each search and by the clock, and goes on after a crash where it was. It also does all of it for pieces from before there was a search.
 *
 * @param signal ends it between two transactions
 */
export function settleSearch(payload: Payload, signal?: AbortSignal): Promise<void> {
  const state = stateOf(payload)
  return passOf(state.everything, async () => {
    // What readers have comes first.
    await settleLive(payload, signal)
    await settle(payload, state, [], signal)
  })
}

/** The same for what readers have. Whatever else is to be done meanwhile waits for it. */
function settleLive(payload: Payload, signal?: AbortSignal): Promise<void> {
  const state = stateOf(payload)
  return passOf(state.live, () => settle(payload, state, [IS_LIVE], signal))
}

function passOf(pass: Pass, work: () => Promise<void>): Promise<void> {
  const run = (): Promise<void> => {
    const running = work().finally(() => {
      if (pass.running === running) delete pass.running
    })
    pass.running = running
    return running
  }
  // What is under way may have looked before the last commit; one behind it serves all who wait.
  if (pass.running === undefined) return run()
  pass.next ??= pass.running
    .catch(() => undefined)
    .then(() => {
      delete pass.next
      return run()
    })
  return pass.next
}

/**
 * The same for somebody who searches, who does not wait for long.
 *
 * @param among what they could find: drafts that wait do not matter to readers
 * @throws CodedError `busy` when there is more to do
 */
export async function settledFor(payload: Payload, among: 'everything' | 'live'): Promise<void> {
  const settling = outside(() => (among === 'live' ? settleLive(payload) : settleSearch(payload)))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<true>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, true)))
  const isLate = await Promise.race([settling, late]).finally(() => {
    clearTimeout(timer)
  })
  if (isLate !== true) return
  settling.catch(() => undefined)
  const where: Where[] = among === 'live' ? [IS_LIVE] : []
  const left = await outside(() => countPending(payload, where))
  if (left > 0)
    throw coded('busy', { message: `The index is being made: ${String(left)} pieces to go. Try again later.` })
}

const PENDING: Where = { indexed: { exists: false } }
const IS_LIVE: Where = { live: { equals: true } }

async function settle(
  payload: Payload,
  state: State,
  further: readonly Where[],
  signal: AbortSignal | undefined,
): Promise<void> {
  let done = 0
  let said = 0
  for (let some = AT_ONCE; some === AT_ONCE; done += some) {
    some = await afterOthers(state, () => (signal?.aborted ? 0 : indexSome(payload, further, state.failed)))
    if (done + some >= MANY && Date.now() - said > SAY_EVERY_MS) {
      said = Date.now()
      const left = await countPending(payload, further)
      payload.logger.info({ msg: 'Pieces are made to be found.', done: done + some, left })
    }
  }
  if (done >= MANY && !signal?.aborted) payload.logger.info({ msg: 'Pieces can be found.', done })
}

/** Does `work` when every batch that was asked for before is done. */
function afterOthers<T>(state: State, work: () => Promise<T> | T): Promise<T> {
  const mine = state.batch.then(work)
  state.batch = mine.catch(() => undefined)
  return mine
}

/** @returns of how many pieces it was tried */
async function indexSome(payload: Payload, further: readonly Where[], failed: State['failed']): Promise<number> {
  if (failed.size > 0) await forgetChanged(payload, failed)
  const others: Where[] = failed.size > 0 ? [{ piece: { not_in: [...failed.keys()] } }] : []
  const where: Where = { and: [PENDING, ...further, ...others] }
  const rows = await findDossiers({ payload }, where, { limit: AT_ONCE })
  if (rows.length > 0) await indexTogether(payload, rows, failed)
  return rows.length
}

/** Lets go of pieces that say something else now, or that are not there any more. */
async function forgetChanged(payload: Payload, failed: State['failed']): Promise<void> {
  const rows = await findDossiers({ payload }, { piece: { in: [...failed.keys()] } })
  const now = new Map(rows.map((row) => [row.state.piece, textIn(row)]))
  for (const [piece, text] of failed) if (now.get(piece) !== text) failed.delete(piece)
}

/** Which text of a piece a dossier is about. */
function textIn({ digest, state }: DossierRow): string {
  return `${digest} ${String(state.seq)}`
}

async function countPending(payload: Payload, further: readonly Where[] = []): Promise<number> {
  const where: Where = { and: [PENDING, ...further] }
  return (await payload.db.count({ collection: runtimeOf(payload).slugs.dossiers, where })).totalDocs
}

/** One that fails does not keep the others from being found. What is wrong with the moment or the database says nothing of a piece. */
async function indexTogether(payload: Payload, rows: readonly DossierRow[], failed: State['failed']): Promise<void> {
  try {
    await indexed(payload, rows)
  } catch (error) {
    if (isPassing(error) || isUnavailable(error)) throw error
    for (const row of rows) {
      try {
        await indexed(payload, [row])
      } catch (err) {
        if (isPassing(err) || isUnavailable(err)) throw err
        failed.set(row.state.piece, textIn(row))
        payload.logger.error({ err, piece: row.state.piece, msg: 'A piece could not be indexed for searches.' })
      }
    }
  }
}

async function indexed(payload: Payload, rows: readonly DossierRow[]): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    for (const row of rows)
      await indexPiece(req, row).catch((error: unknown) => {
        throw isDuplicate(error) ? coded('conflict') : error
      })
  })
}
