import type { PayloadRequest } from 'payload'
import {
  MOST_PIECES,
  releaseRefusal,
  type Release,
  type ReleaseAct,
  type ReleasePiece,
} from '../../domain/releases/index.ts'
import {
  ERRORS,
  pieceKey,
  type Actor,
  type Digest,
  type TransitionName,
  type WorkflowEvent,
} from '../../domain/workflow/index.ts'
import { coded, CodedError, entriesOf, refused } from '../../errors/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import {
  addRelease,
  asOfNow,
  changeRelease,
  freePieces,
  holdersOf,
  putPiece,
  requireStaff,
  splitPiece,
  takePieces,
} from '../../store/index.ts'
import { inTransaction } from '../../transaction/index.ts'
import { executeTransitions, type ExecutedTransition } from '../executeTransitions.ts'
import { wholePiece } from '../transitionsOf.ts'
import { knownRelease, releaseView, rowsOf, type ReleaseView } from './releasesOf.ts'

/** A piece as a request names it. Without a digest its newest revision is meant. */
export type NamedPiece = { readonly collection: string; readonly id: string; readonly digest: Digest | null }

/**
 * Makes a release, with pieces or without.
 *
 * @throws CodedError `not_authenticated`, `forbidden`, and as {@link addToRelease}
 */
export function makeRelease(req: PayloadRequest, name: string, named: readonly NamedPiece[]): Promise<ReleaseView> {
  return inTransaction(req, async () => {
    const actor = await asOfNow(req, requireStaff(req))
    refuse('create', { actor, pieces: named.length, release: null })
    const at = runtimeOf(req.payload).now().toISOString()
    const release = await addRelease(req, {
      name,
      state: 'open',
      createdBy: actor.id,
      createdAt: at,
      scheduledAt: null,
      scheduledBy: null,
      publishedAt: null,
      publishedBy: null,
      missed: null,
      version: 1,
    })
    return releaseView(req, release, await put(req, release, [], named, actor))
  })
}

/**
 * Puts pieces into a release, with the text of each that is meant. Changes nothing of a piece. One that is in it already keeps its place, and the text that is
 * meant is the one that is named now.
 *
 * @throws CodedError `not_authenticated`, `not_found` for a release or piece that is not the asker's to see, `forbidden`, `wrong_stage`,
 *   `stale_digest`, `in_release` with the release that holds a piece, `release_full`
 */
export function addToRelease(req: PayloadRequest, id: string, named: readonly NamedPiece[]): Promise<ReleaseView> {
  return inTransaction(req, async () => {
    const { actor, pieces, release } = await begun(req, id)
    const all = new Set([...pieces, ...named.map(keyed)].map(({ piece }) => piece))
    refuse('add', { actor, pieces: all.size, release })
    const after = await put(req, release, pieces, named, actor)
    return releaseView(req, await changeRelease(req, release, {}), after)
  })
}

/**
 * Takes pieces out of a release; also those that are not there any more. Changes nothing of a piece.
 *
 * @throws CodedError `not_authenticated`, `not_found` for a piece that is not in it, too, `forbidden`, `wrong_stage`
 */
export function removeFromRelease(
  req: PayloadRequest,
  id: string,
  named: readonly { readonly collection: string; readonly id: string }[],
): Promise<ReleaseView> {
  return inTransaction(req, async () => {
    const { actor, pieces, release } = await begun(req, id)
    const keys = named.map((each) => pieceKey(each.collection, each.id))
    if (!keys.every((key) => pieces.some(({ piece }) => piece === key))) throw coded('not_found')
    refuse('remove', { actor, pieces: pieces.length, release })
    await takePieces(req, release.id, keys)
    const left = pieces.filter(({ piece }) => !keys.includes(piece))
    return releaseView(req, await changeRelease(req, release, {}), left)
  })
}

/**
 * Sets the time at which all pieces go out, or another one, or takes it back. Each piece makes its own move, all of them or none.
 *
 * @param at ISO 8601 with an offset or `Z`; null takes the release off the schedule
 * @param version of the release that the asker was looking at
 * @throws CodedError `not_authenticated`, `not_found`, `forbidden`, `wrong_stage`, `stale_digest`, `release_empty`, and what the pieces are refused for, each
 *   named by `collection` and `id`
 */
export function scheduleRelease(
  req: PayloadRequest,
  id: string,
  at: string | null,
  version?: number,
): Promise<ReleaseView> {
  return inTransaction(req, async () => {
    const { actor, pieces, release } = await begun(req, id)
    refuse(at === null ? 'unschedule' : 'schedule', { actor, pieces: pieces.length, release })
    refuseStale(release, version)
    const rows = await rowsOf(req, pieces)
    const set = release.state === 'scheduled' ? pieces.filter(({ piece }) => rows.get(piece)?.state.schedule) : []
    await moveAll(req, actor, set, 'unschedule')
    if (at !== null) await moveAll(req, actor, pieces, 'schedule', at)
    const after = await changeRelease(req, release, {
      state: at === null ? 'open' : 'scheduled',
      scheduledAt: at === null ? null : new Date(at).toISOString(),
      scheduledBy: at === null ? null : actor.id,
      missed: null,
    })
    return releaseView(req, after, pieces)
  })
}

/** A release that has gone out, with the event of each piece. */
export type PublishedRelease = {
  readonly release: ReleaseView
  readonly results: readonly { readonly collection: string; readonly id: string; readonly event: WorkflowEvent }[]
}

/**
 * Publishes all pieces of a release in one transaction, each with the text that was meant, or none.
 *
 * @throws CodedError as {@link scheduleRelease}
 */
export function publishRelease(req: PayloadRequest, id: string, version?: number): Promise<PublishedRelease> {
  return inTransaction(req, async () => {
    const { actor, pieces, release } = await begun(req, id)
    refuse('publish', { actor, pieces: pieces.length, release })
    refuseStale(release, version)
    const moved = await sendOut(req, actor, release, pieces)
    const results = moved.map((each) => ({ collection: each.collection.slug, id: each.id, event: each.event }))
    return { release: await releaseView(req, (await knownRelease(req, id)).release, pieces), results }
  })
}

/** Publishes all pieces, and writes down that the release has gone out. */
export async function sendOut(
  req: PayloadRequest,
  actor: Actor,
  release: Release,
  pieces: readonly ReleasePiece[],
): Promise<readonly ExecutedTransition[]> {
  const moved = await moveAll(req, actor, pieces, 'publish')
  await freePieces(req, release.id)
  await changeRelease(req, release, {
    state: 'published',
    publishedAt: runtimeOf(req.payload).now().toISOString(),
    publishedBy: actor.id,
    missed: null,
  })
  return moved
}

async function begun(
  req: PayloadRequest,
  id: string,
): Promise<{ actor: Actor; release: Release; pieces: readonly ReleasePiece[] }> {
  const known = await knownRelease(req, id)
  return { ...known, actor: await asOfNow(req, requireStaff(req)) }
}

function refuse(act: ReleaseAct, facts: Parameters<typeof releaseRefusal>[1]): void {
  const refusal = releaseRefusal(act, facts)
  if (refusal) throw refused([refusal])
}

function refuseStale({ version: now }: Release, version: number | undefined): void {
  if (version !== undefined && version !== now)
    throw coded('stale_digest', {
      field: 'version',
      message: 'The release has changed since you looked at it.',
      version: now,
    })
}

/** The pieces of the release afterwards. */
async function put(
  req: PayloadRequest,
  release: Release,
  before: readonly ReleasePiece[],
  named: readonly NamedPiece[],
  actor: Actor,
): Promise<readonly ReleasePiece[]> {
  const seen: { piece: string; title: string | null; digest: Digest; newest: Digest }[] = []
  for (const each of named) {
    const { row } = await wholePiece(req, each.collection, each.id)
    seen.push({ piece: row.state.piece, title: row.title, digest: each.digest ?? row.digest, newest: row.digest })
  }
  for (const { digest, newest, piece } of seen)
    if (digest !== newest)
      throw coded('stale_digest', { field: 'digest', hint: `The digest is now ${newest}.`, ...nameOf(piece) })
  const holders = await holdersOf(
    req,
    seen.map(({ piece }) => piece),
  )
  const held = seen.flatMap(({ piece, title }) => {
    const holder = holders.get(piece)
    return holder && holder.id !== release.id ? [{ holder, piece, title }] : []
  })
  if (held.length > 0)
    throw new CodedError(
      409,
      held.map(({ holder, piece }) => ({
        code: 'in_release',
        message: `This piece is in the release “${holder.name}” already.`,
        release: { id: holder.id, name: holder.name },
        ...nameOf(piece),
      })),
    )
  const at = runtimeOf(req.payload).now().toISOString()
  const after = new Map(before.map((each) => [each.piece, each]))
  for (const { digest, piece } of seen) {
    const each = { piece, digest, addedBy: actor.id, addedAt: at }
    // Behind all that was added before.
    await putPiece(req, release.id, each, release.version * MOST_PIECES + after.size)
    after.set(piece, each)
  }
  return [...after.values()]
}

/** Makes one move with all pieces, each with the text that was meant. */
async function moveAll(
  req: PayloadRequest,
  actor: Actor,
  pieces: readonly ReleasePiece[],
  transition: TransitionName,
  at?: string,
): Promise<readonly ExecutedTransition[]> {
  const rows = await rowsOf(req, pieces)
  const gone = pieces.filter(({ piece }) => !rows.has(piece))
  if (gone.length > 0)
    throw new CodedError(
      409,
      gone.map(({ piece }) => ({ code: 'wrong_stage', message: 'This piece was deleted.', ...nameOf(piece) })),
    )
  const items = pieces.map(({ digest, piece }) => {
    const [collection, id] = splitPiece(piece)
    // A time is taken back whatever was meant to go out at it.
    const about = transition === 'unschedule' ? (rows.get(piece)?.digest ?? digest) : digest
    return { collection, id, command: { transition, digest: about, ...(at === undefined ? {} : { at }) } }
  })
  try {
    return await executeTransitions(req, actor, items, actor.kind === 'person')
  } catch (error) {
    const entries = entriesOf(error)
    if (!entries || !(error instanceof Error)) throw error
    const { status } = error as CodedError
    // A release does not tell its pieces to whom the project's rules hide them.
    if (status === ERRORS.not_found.status) throw coded('not_found')
    throw new CodedError(
      status,
      entries.map(({ item, ...entry }) => {
        const [only] = pieces.length === 1 ? pieces : []
        return { ...entry, ...nameOf((typeof item === 'number' ? pieces[item] : only)?.piece) }
      }),
    )
  }
}

/** How a refusal names a piece. */
function nameOf(piece: string | undefined): { collection?: string; id?: string } {
  if (piece === undefined) return {}
  const [collection, id] = splitPiece(piece)
  return { collection, id }
}

function keyed({ collection, id }: { collection: string; id: string }): { piece: string } {
  return { piece: pieceKey(collection, id) }
}
