import type { Endpoint, PayloadRequest } from 'payload'
import { cleanText, isRecord } from '../domain/content/index.ts'
import { MOST_PIECES, RELEASE_STATES, type Release } from '../domain/releases/index.ts'
import { instant, isDigest, pieceKey } from '../domain/workflow/index.ts'
import { coded, pageAsked, type CodedError } from '../errors/index.ts'
import { refuseCondition } from '../hooks/index.ts'
import {
  addToRelease,
  makeRelease,
  publishRelease,
  releaseOf,
  releasesOf,
  removeFromRelease,
  scheduleRelease,
  type NamedPiece,
} from '../operations/index.ts'
import { requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { bodyOf, idOf, parametersOf, refuseParameters } from './asked.ts'

const PAGES = { usual: 20, mostPages: 10_000 }

const LONGEST_NAME = 200

/** Releases, at the address of their collection. */
export const releaseEndpoints: Endpoint[] = [
  {
    path: '/',
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      const query = pageOf(req)
      return inSnapshot(req, async (seen) => Response.json(await releasesOf(seen, query)))
    },
  },
  {
    path: '/:id',
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      return inSnapshot(req, async (seen) => Response.json(await releaseOf(seen, idOf(req))))
    },
  },
  writes('/', async (req, body) => {
    const { items, name } = recordOf(body, ['name', 'items'])
    return Response.json(
      { doc: await makeRelease(req, nameIn(name), items === undefined ? [] : piecesIn(items)) },
      { status: 201 },
    )
  }),
  writes('/:id/add', async (req, body) =>
    Response.json({ doc: await addToRelease(req, idOf(req), piecesIn(recordOf(body, ['items']).items)) }),
  ),
  writes('/:id/remove', async (req, body) =>
    Response.json({ doc: await removeFromRelease(req, idOf(req), piecesIn(recordOf(body, ['items']).items)) }),
  ),
  writes('/:id/schedule', async (req, body) => {
    const { at, version } = recordOf(body, ['at', 'version'])
    return Response.json({ doc: await scheduleRelease(req, idOf(req), timeIn(at), versionIn(version)) })
  }),
  writes('/:id/publish', async (req, body) => {
    const { version } = recordOf(body ?? {}, ['version'])
    const { release, results } = await publishRelease(req, idOf(req), versionIn(version))
    return Response.json({ doc: release, results })
  }),
]

function writes(path: string, answer: (req: PayloadRequest, body: unknown) => Promise<Response>): Endpoint {
  return {
    path,
    method: 'post',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      refuseCondition(req)
      return answer(req, await bodyOf(req))
    },
  }
}

function pageOf(req: PayloadRequest): { state: Release['state'] | null; limit: number; page: number } {
  const { limit, page, state } = parametersOf(req, ['state', 'limit', 'page'])
  const known = RELEASE_STATES.find((each) => each === state)
  if (state !== undefined && !known) throw invalid('state', `A state is one of ${RELEASE_STATES.join(', ')}.`)
  return {
    state: known ?? null,
    ...pageAsked({ limit, page }, PAGES),
  }
}

function nameIn(value: unknown): string {
  const name = typeof value === 'string' && !/\p{Surrogate}/u.test(value) ? cleanText(value).trim() : ''
  if (name === '' || name.length > LONGEST_NAME)
    throw invalid('name', `Give the release a name of 1 to ${String(LONGEST_NAME)} characters.`)
  return name
}

function piecesIn(value: unknown): readonly NamedPiece[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_PIECES)
    throw invalid('items', `Give 1 to ${String(MOST_PIECES)} items.`)
  const pieces = value.map((each: unknown, at): NamedPiece => {
    const { collection, digest, id } = recordOf(each, ['collection', 'id', 'digest'], `items.${String(at)}`)
    if (typeof collection !== 'string' || (typeof id !== 'string' && typeof id !== 'number'))
      throw invalid(`items.${String(at)}`, 'Each item names its collection and id.')
    if (digest !== undefined && digest !== null && !isDigest(digest))
      throw invalid(`items.${String(at)}.digest`, 'A digest is sha256: and 64 hex digits.')
    return { collection, id: String(id), digest: digest ?? null }
  })
  if (new Set(pieces.map(({ collection, id }) => pieceKey(collection, id))).size < pieces.length)
    throw invalid('items', 'Name each piece once.')
  return pieces
}

function timeIn(value: unknown): string | null {
  if (value === null) return null
  if (typeof value === 'string' && instant(value) !== null) return value
  throw invalid(
    'at',
    'Give a time in ISO 8601 with an offset or Z, such as 2026-03-01T06:00:00+01:00, or null to take it off the schedule.',
  )
}

function versionIn(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw invalid('version', 'Give the version of the release that you were looking at.')
}

function recordOf<Name extends string>(
  value: unknown,
  names: readonly Name[],
  field?: string,
): Partial<Record<Name, unknown>> {
  if (!isRecord(value))
    throw coded('invalid_value', { ...(field ? { field } : {}), message: 'This has to be a JSON object.' })
  const odd = Object.keys(value).find((name) => !names.some((known) => known === name))
  if (odd !== undefined) throw invalid(field ? `${field}.${odd}` : odd, 'There is no such value here.')
  return value as Partial<Record<Name, unknown>>
}

function invalid(field: string, message: string): CodedError {
  return coded('invalid_value', { field, message })
}
