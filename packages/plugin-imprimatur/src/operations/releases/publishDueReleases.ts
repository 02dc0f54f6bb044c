import { isDeepStrictEqual } from 'node:util'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import {
  hasItsTime,
  isHeldBack,
  releaseRefusal,
  type MissedRelease,
  type Release,
} from '../../domain/releases/index.ts'
import { CLOCK, ERRORS, pieceKey, type ErrorCode } from '../../domain/workflow/index.ts'
import {
  CodedError,
  entriesOf,
  isPassing,
  isPassingCode,
  isTransient,
  refused,
  type ErrorEntry,
} from '../../errors/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import {
  pagesOfDueReleases,
  piecesIn,
  releasesWith,
  splitPiece,
  writeMissed,
  writeNotifications,
} from '../../store/index.ts'
import { inTransaction } from '../../transaction/index.ts'
import { sendOut } from './changeRelease.ts'
import { rowsOf } from './releasesOf.ts'

type Port = {
  /** Whether what was told of at this time, in milliseconds, is tried now. */
  readonly isItsTurn: (told: number) => boolean
  readonly isStopped: () => boolean
  /** Told which request has a transaction open. */
  readonly opened: (req: PayloadRequest | null) => void
}

/**
 * Publishes every release whose time has come, each in one transaction with every condition of every piece checked again. One that cannot go out stays as it is
 * with all of its pieces, says why (`missed`), and is tried again when its turn comes; who made, filled or scheduled it is told once of each time.
 *
 * @returns how many pieces went out, and how many did not
 */
export async function publishDueReleases(
  payload: Payload,
  port: Port,
): Promise<{ published: number; refused: number }> {
  let published = 0
  let refused = 0
  for await (const page of pagesOfDueReleases({ payload }, runtimeOf(payload).now())) {
    for (const release of page) {
      if (port.isStopped()) return { published, refused }
      if (isHeldBack(release) && !port.isItsTurn(Date.parse(release.missed?.at ?? ''))) continue
      const { count, entries } = await publish(payload, port, release.id)
      published += entries === null ? count : 0
      refused += entries === null ? 0 : count
      if (entries !== null && !port.isStopped()) await tell(payload, release.id, entries)
    }
  }
  return { published, refused }
}

/** How many pieces it is about, and what stood in the way; null when nothing did. */
async function publish(
  payload: Payload,
  port: Port,
  id: string,
): Promise<{ count: number; entries: readonly ErrorEntry[] | null }> {
  let count = 0
  try {
    const req = await createLocalReq({}, payload)
    port.opened(req)
    await inTransaction(req, async () => {
      const [release] = await releasesWith(req, [id])
      const pieces = (await piecesIn(req, [id])).get(id) ?? []
      // Somebody may have moved it in the meantime.
      if (!release || !isDue(release, runtimeOf(payload).now())) return
      count = pieces.length
      const refusal = releaseRefusal('publish', { actor: CLOCK, pieces: count, release })
      if (refusal) throw refused([refusal])
      const rows = await rowsOf(req, pieces)
      const strayed = pieces.flatMap(({ digest, piece }) => {
        const schedule = rows.get(piece)?.state.schedule
        if (schedule?.digest !== digest) return [stray(piece, GONE)]
        return hasItsTime(release, schedule) ? [] : [stray(piece, OWN_TIME)]
      })
      if (strayed.length > 0) throw new CodedError(ERRORS.wrong_stage.status, strayed)
      await sendOut(req, CLOCK, release, pieces)
    })
    return { count, entries: null }
  } catch (error) {
    const entries = entriesOf(error)
    if (entries) return { count, entries }
    if (isTransient(error)) return { count, entries: [entryOf('conflict')] }
    if (!port.isStopped())
      payload.logger.error({ err: error, msg: 'A due release could not be published.', release: id })
    return { count, entries: [entryOf('internal_error')] }
  } finally {
    port.opened(null)
  }
}

function isDue({ scheduledAt, state }: Release, now: Date): boolean {
  return state === 'scheduled' && scheduledAt !== null && Date.parse(scheduledAt) <= now.getTime()
}

const GONE = 'This piece was changed or moved after the time was set, and is not scheduled any more.'
const OWN_TIME = 'This piece was given a time of its own after that of the release was set.'

function stray(piece: string, message: string): ErrorEntry {
  const [collection, id] = splitPiece(piece)
  return { code: 'wrong_stage', message, collection, id }
}

function entryOf(code: ErrorCode): ErrorEntry {
  return { code, message: ERRORS[code].message }
}

async function tell(payload: Payload, id: string, entries: readonly ErrorEntry[]): Promise<void> {
  const [first] = entries
  // What says nothing about the release is tried again in the next round.
  if (!first || isPassingCode(first.code)) return
  try {
    const req = await createLocalReq({}, payload)
    const told = await inTransaction(req, () => recordMissed(req, id, first, entries))
    if (told) payload.logger.warn({ msg: 'A due release was not published.', release: id, code: first.code })
  } catch (error) {
    if (isPassing(error)) return
    payload.logger.error({ err: error, msg: 'The desk could not be told of a due release.', release: id })
  }
}

/** Whether somebody was told: not of what is known of this time already. What stands in the way is kept as it is now. */
async function recordMissed(
  req: PayloadRequest,
  id: string,
  first: ErrorEntry,
  entries: readonly ErrorEntry[],
): Promise<boolean> {
  const { now: time, slugs } = runtimeOf(req.payload)
  const now = time()
  const [release] = await releasesWith(req, [id])
  if (!release?.scheduledAt || !isDue(release, now)) return false
  const isKnown = isHeldBack(release)
  const missed: MissedRelease = {
    due: release.scheduledAt,
    at: isKnown && release.missed ? release.missed.at : now.toISOString(),
    code: first.code,
    message: first.message,
    pieces: entries.flatMap(({ code, collection, id: piece, message }) =>
      typeof collection === 'string' && typeof piece === 'string' ? [{ collection, id: piece, code, message }] : [],
    ),
  }
  // Whatever the order of the keys: Postgres has one of its own.
  if (isKnown && isDeepStrictEqual(release.missed, missed)) return false
  await writeMissed(req, release, missed)
  if (isKnown) return false
  const pieces = (await piecesIn(req, [id])).get(id) ?? []
  await writeNotifications(
    req,
    // Nobody owns a release: it is for those who see every piece.
    { piece: pieceKey(slugs.releases, id), owner: '', live: null },
    {
      kind: 'release_missed',
      to: [release.scheduledBy, release.createdBy, ...pieces.map(({ addedBy }) => addedBy)].flatMap((who) => who ?? []),
      actor: CLOCK.id,
    },
  )
  return true
}
