import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import { canSeeAllPieces, isNarrowed, knownRows } from '../../access/index.ts'
import type { MissedRelease, Release, ReleasePiece } from '../../domain/releases/index.ts'
import { ERRORS, pieceKey, type Blocker, type Digest, type Stage } from '../../domain/workflow/index.ts'
import { coded } from '../../errors/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import {
  findDossiers,
  pageOfReleases,
  piecesIn,
  releasesWith,
  requireStaff,
  splitPiece,
  type DossierRow,
} from '../../store/index.ts'
import { blockersOf } from '../executeTransitions.ts'

/** A piece in a release, as the list has it. */
export type ReleaseEntry = Omit<ReleasePiece, 'piece'> & { readonly collection: string; readonly id: string }

/** A piece in a release, with where it stands. */
export type ReleasePieceView = ReleaseEntry & {
  /** Null, like the two below: it is not there any more. */
  readonly stage: Stage | null
  readonly title: string | null
  /** Digest of the newest revision; another one than `digest` when the piece was changed since it was added. */
  readonly newest: Digest | null
  readonly live: boolean
  /** Why the asker could not publish it with the others now, or at the time that is set. */
  readonly blockers: readonly Blocker[]
}

export type ReleaseView = Release & { readonly pieces: readonly ReleasePieceView[] }

export type ReleasePage = Pick<PaginatedDocs, 'totalDocs' | 'totalPages' | 'hasNextPage'> & {
  readonly page: number
  readonly docs: readonly (Release & { readonly pieces: readonly ReleaseEntry[] })[]
}

/**
 * One page of releases, the newest first, to be read in one snapshot. Who may not see every piece sees none of them.
 *
 * @throws CodedError `not_authenticated`
 */
export async function releasesOf(
  req: PayloadRequest,
  query: { readonly state: Release['state'] | null; readonly limit: number; readonly page: number },
): Promise<ReleasePage> {
  requireStaff(req)
  if (!canSeeAllPieces(req)) return { docs: [], totalDocs: 0, totalPages: 1, hasNextPage: false, page: query.page }
  const where: Where = query.state === null ? {} : { state: { equals: query.state } }
  const { docs, totalDocs, totalPages, hasNextPage } = await pageOfReleases(req, where, query)
  const pieces = await piecesIn(
    req,
    docs.map(({ id }) => id),
  )
  const hidden = await hiddenAmong(
    req,
    docs.flatMap((release) => namedBy(release, pieces.get(release.id) ?? [])),
  )
  return {
    docs: docs.map((release) => ({
      ...release,
      missed: missedFor(release, hidden),
      pieces: (pieces.get(release.id) ?? []).filter(({ piece }) => !hidden.has(piece)).map(entryOf),
    })),
    totalDocs,
    totalPages,
    hasNextPage,
    page: query.page,
  }
}

/**
 * One release with its pieces, where each of them stands and what is in its way, to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`, `not_found`
 */
export async function releaseOf(req: PayloadRequest, id: string): Promise<ReleaseView> {
  const { pieces, release } = await knownRelease(req, id)
  return releaseView(req, release, pieces)
}

/** A release that the asker may know of. @throws CodedError as {@link releaseOf} */
export async function knownRelease(
  req: PayloadRequest,
  id: string,
): Promise<{ release: Release; pieces: readonly ReleasePiece[] }> {
  requireStaff(req)
  const [release] = canSeeAllPieces(req) ? await releasesWith(req, [id]) : []
  if (!release) throw coded('not_found')
  return { release, pieces: (await piecesIn(req, [release.id])).get(release.id) ?? [] }
}

export async function releaseView(
  req: PayloadRequest,
  release: Release,
  pieces: readonly ReleasePiece[],
): Promise<ReleaseView> {
  const rows = await rowsOf(req, pieces)
  const hidden = await hiddenAmong(req, namedBy(release, pieces))
  const shown = pieces.filter(({ piece }) => !hidden.has(piece))
  const blockers =
    release.state === 'published' ? new Map<string, readonly Blocker[]>() : await inTheWay(req, release, shown, rows)
  return {
    ...release,
    missed: missedFor(release, hidden),
    pieces: shown.map((each): ReleasePieceView => {
      const row = rows.get(each.piece)
      return {
        ...entryOf(each),
        title: row?.title ?? null,
        stage: row?.state.stage ?? null,
        newest: row?.digest ?? null,
        live: row !== undefined && row.state.live !== null,
        blockers: blockers.get(each.piece) ?? [],
      }
    }),
  }
}

type Keyed = Pick<ReleasePiece, 'piece'>

/** The pieces of a release, and those that stood in its way, which may have been taken out since. */
function namedBy({ missed }: Release, pieces: readonly ReleasePiece[]): readonly Keyed[] {
  return [...pieces, ...(missed?.pieces ?? []).map(({ collection, id }) => ({ piece: pieceKey(collection, id) }))]
}

/** Why it did not go out, without what a hidden piece says of itself. */
function missedFor({ missed }: Release, hidden: ReadonlySet<string>): MissedRelease | null {
  if (missed === null) return null
  const pieces = missed.pieces.filter(({ collection, id }) => !hidden.has(pieceKey(collection, id)))
  const isTold = pieces.length === missed.pieces.length || pieces.some(({ message }) => message === missed.message)
  return { ...missed, message: isTold ? missed.message : ERRORS[missed.code].message, pieces }
}

/** Keys of those that the project's own rules hide from the asker. */
async function hiddenAmong(req: PayloadRequest, pieces: readonly Keyed[]): Promise<ReadonlySet<string>> {
  if (!(await isNarrowed(req, runtimeOf(req.payload).collections.keys()))) return new Set()
  const rows = [...(await rowsOf(req, pieces)).values()]
  const known = new Set(await knownRows(req, rows))
  return new Set(rows.filter((row) => !known.has(row)).map(({ state }) => state.piece))
}

/** The dossiers of these pieces, by the key of the piece; what was deleted is missing. */
export async function rowsOf(req: PayloadRequest, pieces: readonly Keyed[]): Promise<ReadonlyMap<string, DossierRow>> {
  if (pieces.length === 0) return new Map()
  const rows = await findDossiers(req, { piece: { in: pieces.map(({ piece }) => piece) } })
  return new Map(rows.map((row) => [row.state.piece, row]))
}

async function inTheWay(
  req: PayloadRequest,
  release: Release,
  pieces: readonly ReleasePiece[],
  rows: ReadonlyMap<string, DossierRow>,
): Promise<ReadonlyMap<string, readonly Blocker[]>> {
  const there = pieces.filter(({ piece }) => rows.has(piece))
  const items = there.map(({ digest, piece }) => {
    const [collection, id] = splitPiece(piece)
    return { collection, id, command: { transition: 'publish' as const, digest } }
  })
  const at = release.scheduledAt === null ? undefined : new Date(release.scheduledAt)
  const found = await blockersOf(req, requireStaff(req), items, at)
  return new Map(there.map(({ piece }, at) => [piece, found[at] ?? []]))
}

function entryOf({ piece, ...rest }: ReleasePiece): ReleaseEntry {
  const [collection, id] = splitPiece(piece)
  return { collection, id, ...rest }
}
