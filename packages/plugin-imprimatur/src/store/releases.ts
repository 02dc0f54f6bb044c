import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import type { MissedRelease, Release, ReleasePiece } from '../domain/releases/index.ts'
import type { Digest } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idFor, idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { instantOf } from './instantOf.ts'
import { isDuplicate } from './isDuplicate.ts'
import { pagesOf } from './pagesOf.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** Those of `ids` that are there, in no particular order. */
export async function releasesWith(req: InPayload, ids: readonly string[]): Promise<readonly Release[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where: { id: { in: idsFor(req.payload, slugIn(req), ids) } },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(releaseOf)
}

/** One page of releases, the newest first. */
export async function pageOfReleases(
  req: InPayload,
  where: Where,
  page: { limit: number; page: number },
): Promise<Omit<PaginatedDocs, 'docs'> & { docs: readonly Release[] }> {
  const found = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where,
    sort: ['-madeAt', 'id'],
    ...page,
    req,
  })
  return { ...found, docs: found.docs.map(releaseOf) }
}

/** Scheduled releases whose time has come, page by page. */
export async function* pagesOfDueReleases(req: InPayload, now: Date): AsyncGenerator<readonly Release[]> {
  const due: Where[] = [{ state: { equals: 'scheduled' } }, { scheduledAt: { less_than_equal: now.toISOString() } }]
  const asked = { collection: slugIn(req), by: 'id', select: COLUMNS, where: { and: due } }
  for await (const page of pagesOf<Stored>(req, asked)) yield page.map(releaseOf)
}

const COLUMNS = {
  name: true,
  state: true,
  madeBy: true,
  madeAt: true,
  scheduledAt: true,
  scheduledBy: true,
  publishedAt: true,
  publishedBy: true,
  missed: true,
  version: true,
} as const

export async function addRelease(req: PayloadRequest, release: Omit<Release, 'id'>): Promise<Release> {
  const made: unknown = await req.payload.db.create({ collection: slugIn(req), data: rowOf(release), req })
  return { ...release, id: String((made as Stored).id) }
}

/** Writes what became of a release, with its next version: two who do that at once write one row, and one of them does it again. */
export async function changeRelease(
  req: PayloadRequest,
  release: Release,
  change: Partial<Omit<Release, 'id' | 'version'>>,
): Promise<Release> {
  const after = { ...release, ...change, version: release.version + 1 }
  await writeRelease(req, after)
  return after
}

/** Writes why a release did not go out. What a request is based on is the same as before, so the version stays. */
export async function writeMissed(req: PayloadRequest, release: Release, missed: MissedRelease): Promise<void> {
  await writeRelease(req, { ...release, missed })
}

async function writeRelease(req: PayloadRequest, release: Release): Promise<void> {
  await req.payload.db.updateOne({
    collection: slugIn(req),
    id: idFor(req.payload, slugIn(req), release.id),
    data: rowOf(release),
    returning: false,
    req,
  })
}

/** The pieces of these releases, by the id of the release, each in the order in which they were added. */
export async function piecesIn(
  req: InPayload,
  releases: readonly string[],
): Promise<ReadonlyMap<string, readonly ReleasePiece[]>> {
  const rows = releases.length === 0 ? [] : await findPieces(req, { release: { in: [...releases] } })
  return new Map(releases.map((id) => [id, rows.filter((row) => row.release === id).map(pieceOf)]))
}

/** Which release that has not gone out holds which of these pieces, by the key of the piece. */
export async function holdersOf(req: InPayload, pieces: readonly string[]): Promise<ReadonlyMap<string, Release>> {
  if (pieces.length === 0) return new Map()
  const rows = await findPieces(req, { hold: { in: [...pieces] } })
  const releases = await releasesWith(req, [...new Set(rows.map(({ release }) => String(release)))])
  const byId = new Map(releases.map((release) => [release.id, release]))
  return new Map(
    rows.flatMap(({ piece, release }) => {
      const holder = byId.get(String(release))
      return holder ? [[String(piece), holder] as const] : []
    }),
  )
}

/**
 * Puts a piece into a release that has not gone out, or says anew which text of it is meant.
 *
 * @throws CodedError `conflict` when somebody else has just put it into another one
 */
export async function putPiece(req: PayloadRequest, release: string, put: ReleasePiece, place: number): Promise<void> {
  const { piece } = put
  const data = { release, ...put, hold: piece, place }
  const own: Where = { and: [{ release: { equals: release } }, { piece: { equals: piece } }] }
  const [before] = await findPieces(req, own)
  if (before) {
    await req.payload.db.updateOne({
      collection: piecesSlugIn(req),
      id: before.id,
      data: { ...put, place: before.place },
      returning: false,
      req,
    })
    return
  }
  try {
    await req.payload.db.create({ collection: piecesSlugIn(req), data, req })
  } catch (error) {
    if (isDuplicate(error)) throw coded('conflict')
    throw error
  }
}

export async function takePieces(req: PayloadRequest, release: string, pieces: readonly string[]): Promise<void> {
  await req.payload.db.deleteMany({
    collection: piecesSlugIn(req),
    where: { and: [{ release: { equals: release } }, { piece: { in: [...pieces] } }] },
    req,
  })
}

/** Lets go of the pieces of a release that has gone out; which ones they were stays. */
export async function freePieces(req: PayloadRequest, release: string): Promise<void> {
  for (const { id } of await findPieces(req, { release: { equals: release } })) {
    const data = { hold: `${release} ${String(id)}` }
    await req.payload.db.updateOne({ collection: piecesSlugIn(req), id, data, returning: false, req })
  }
}

async function findPieces(req: InPayload, where: Where): Promise<readonly Stored[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: piecesSlugIn(req),
    where,
    sort: ['place', 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

function slugIn({ payload }: InPayload): string {
  return runtimeOf(payload).slugs.releases
}

function piecesSlugIn({ payload }: InPayload): string {
  return runtimeOf(payload).slugs.releasePieces
}

function rowOf({ createdAt, createdBy, ...columns }: Omit<Release, 'id'> & { id?: string }): Record<string, unknown> {
  const { id: _, ...rest } = columns
  return { ...rest, madeAt: createdAt, madeBy: createdBy }
}

function releaseOf(row: Stored): Release {
  return {
    id: String(row.id),
    name: String(row.name),
    state: row.state as Release['state'],
    createdBy: String(row.madeBy),
    createdAt: instantOf(row.madeAt) ?? '',
    scheduledAt: instantOf(row.scheduledAt),
    scheduledBy: textOf(row.scheduledBy),
    publishedAt: instantOf(row.publishedAt),
    publishedBy: textOf(row.publishedBy),
    missed: (row.missed as MissedRelease | null | undefined) ?? null,
    version: Number(row.version),
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function pieceOf(row: Stored): ReleasePiece {
  return {
    piece: String(row.piece),
    digest: row.digest as Digest,
    addedBy: String(row.addedBy),
    addedAt: instantOf(row.addedAt) ?? '',
  }
}
