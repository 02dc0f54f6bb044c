import { createHash, timingSafeEqual } from 'node:crypto'
import {
  addDataAndFileToRequest,
  docAccessOperation,
  parseParams,
  restoreVersionOperation,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { coded } from '../errors/index.ts'
import {
  bySlug,
  differenceBetween,
  differenceQuery,
  type AsAsked,
  type Item,
  performAndView,
  publishDue,
  proofOf,
  queueQuery,
  reviewQueue,
  knownPiece,
  transitionsOf,
  wholePiece,
  noteWriter,
  otherWriters,
} from '../operations/index.ts'
import { adminEndpoints } from './adminEndpoints.ts'
import { commandOf } from './command.ts'
import { refuseCondition } from '../hooks/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { eventsOf, requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { dossierView } from '../access/index.ts'

/** What every workflow collection answers beside Payload's own routes (which come after these). */
export function pieceEndpoints(slug: string): Endpoint[] {
  return [
    { path: '/by-slug/:slug', method: 'get', handler: (req) => answerBySlug(req, slug) },
    { path: '/versions/:id', method: 'post', handler: (req) => restoreAsDraft(req, slug) },
    { path: '/access/:id', method: 'post', handler: (req) => accessToPiece(req, slug) },
    {
      path: '/:id/transitions',
      method: 'get',
      handler: (req) => inSnapshot(req, async (seen) => Response.json(await transitionsOf(seen, slug, idOf(req)))),
    },
    {
      path: '/:id/transitions',
      method: 'post',
      handler: async (req) => {
        const actor = requireStaff(req)
        refuseCondition(req)
        const item = { collection: slug, id: idOf(req), command: commandOf(await bodyOf(req)) }
        const [result] = await performAndView(req, actor, [item])
        return Response.json(result)
      },
    },
    {
      path: '/:id/dossier',
      method: 'get',
      handler: (req) =>
        inSnapshot(req, async (seen) => Response.json(dossierView((await wholePiece(seen, slug, idOf(req))).row))),
    },
    {
      path: '/:id/events',
      method: 'get',
      handler: (req) =>
        inSnapshot(req, async (seen) => {
          const { row } = await wholePiece(seen, slug, idOf(req))
          const docs = await eventsOf(seen, row.state.piece)
          return Response.json({ docs, totalDocs: docs.length })
        }),
    },
    {
      path: '/:id/diff',
      method: 'get',
      handler: (req) =>
        inSnapshot(req, async (seen) =>
          Response.json(await differenceBetween(seen, slug, idOf(req), differenceQuery(req.searchParams))),
        ),
    },
    {
      path: '/:id/writers',
      method: 'get',
      handler: async (req) => Response.json({ writers: await otherWriters(req, slug, idOf(req)) }),
    },
    {
      path: '/:id/writers',
      method: 'post',
      handler: async (req) => {
        const body = await bodyOf(req)
        await noteWriter(req, slug, idOf(req), (body as { writing?: unknown } | undefined)?.writing)
        return Response.json({ writers: await otherWriters(req, slug, idOf(req)) })
      },
    },
    {
      path: '/:id/imprimatur',
      method: 'get',
      handler: (req) =>
        inSnapshot(req, async (seen) => Response.json(await proofOf(seen, collectionOf(req, slug), idOf(req)))),
    },
  ]
}

/** What the whole newsroom answers. */
export const newsroomEndpoints: Endpoint[] = [
  {
    path: '/transitions',
    method: 'post',
    handler: async (req) => {
      const actor = requireStaff(req)
      refuseCondition(req)
      return Response.json({ results: await performAndView(req, actor, itemsOf(await bodyOf(req))) })
    },
  },
  {
    path: '/review-queue',
    method: 'get',
    handler: (req) =>
      inSnapshot(req, async (seen) => Response.json(await reviewQueue(seen, queueQuery(req.searchParams)))),
  },
  ...adminEndpoints,
]

/** For a cron that says when to look for what is due; only where the options name its secret. */
export const publishDueEndpoint: Endpoint = {
  path: '/publish-due',
  method: 'post',
  handler: async (req) => {
    const { clock } = runtimeOf(req.payload)
    if (typeof clock === 'string') throw coded('not_found')
    if (!isSecret(req.headers.get('authorization'), clock.secret)) throw coded('not_authenticated')
    return Response.json(await publishDue(req.payload))
  },
}

/** Compares in constant time. */
function isSecret(given: string | null, secret: string): boolean {
  const [one, other] = [given ?? '', `Bearer ${secret}`].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

async function answerBySlug(req: PayloadRequest, slug: string): Promise<Response> {
  const value = String(req.routeParams?.slug)
  const { depth, draft, flattenLocales, joins, populate, select, trash } = parseParams(req.query)
  // Payload's own endpoints pass undefined for absent parameters, which its exact types do not allow.
  const asked = { depth, draft, flattenLocales, joins, populate, select, trash } as AsAsked
  const found = await inSnapshot(req, (seen) => bySlug(seen, slug, value, { ...asked, req: seen }))
  switch (found.kind) {
    case 'found':
      return Response.json(found.doc)
    case 'moved': {
      const { search } = new URL(req.url ?? '', 'http://localhost')
      const location = `${req.payload.config.routes.api}/${slug}/by-slug/${encodeURIComponent(found.slug)}${search}`
      return Response.json({ slug: found.slug, location }, { status: 308, headers: { location } })
    }
    case 'gone':
      throw coded('retracted', { notice: found.notice, retractedAt: found.at })
    case 'missing':
      throw coded('not_found')
  }
}

/**
 * Payload's own answer, once the asker may know of the piece: Payload alone tells hidden ids from missing ones
 * (3.90).
 */
async function accessToPiece(req: PayloadRequest, slug: string): Promise<Response> {
  const id = idOf(req)
  const collection = req.payload.collections[slug]
  if (!collection) throw coded('not_found')
  return inSnapshot(req, async (seen) => {
    await knownPiece(seen, slug, id)
    const { data } = req
    return Response.json(
      await docAccessOperation({ id: idFor(req.payload, slug, id), collection, req: seen, ...(data ? { data } : {}) }),
    )
  })
}

/**
 * Restores a version as the newest draft, whatever `draft` says: Payload 3.90 reads it before any hook runs, and its Local
 * API drops it on the way to the operation.
 */
async function restoreAsDraft(req: PayloadRequest, slug: string): Promise<Response> {
  requireStaff(req)
  const collection = req.payload.collections[slug]
  const { docs } = await req.payload.db.findVersions({
    collection: slug,
    where: { id: { equals: idOf(req) } },
    limit: 1,
    pagination: false,
    req,
  })
  if (!collection || !docs[0]) throw coded('not_found')
  await knownPiece(req, slug, String(docs[0].parent))
  await bodyOf(req)
  const depth = Number(req.query.depth ?? 0)
  const doc = (await restoreVersionOperation({
    collection,
    id: idOf(req),
    draft: true,
    depth: Number.isInteger(depth) ? depth : 0,
    overrideAccess: false,
    req,
  })) as object
  return Response.json({ ...doc, message: req.t('version:restoredSuccessfully') })
}

function itemsOf(body: unknown): readonly Item[] {
  const items = typeof body === 'object' && body !== null ? (body as { items?: unknown }).items : undefined
  if (!Array.isArray(items) || items.length === 0 || items.length > 50) {
    throw coded('invalid_value', { field: 'items', message: 'Give 1 to 50 items.' })
  }
  return items.map((each: unknown) => {
    const { collection, id, ...rest } = (each ?? {}) as Record<string, unknown>
    if (typeof collection !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) {
      throw coded('invalid_value', { field: 'items', message: 'Each item names its collection and id.' })
    }
    return { collection, id: String(id), command: commandOf(rest) }
  })
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  await addDataAndFileToRequest(req)
  return req.data
}

function idOf(req: PayloadRequest): string {
  return String(req.routeParams?.id)
}

function collectionOf(req: PayloadRequest, slug: string): WorkflowCollection {
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  return collection
}
