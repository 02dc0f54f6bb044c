import { createHash, timingSafeEqual } from 'node:crypto'
import { docAccessOperation, parseParams, restoreVersionOperation, type Endpoint, type PayloadRequest } from 'payload'
import { coded, CodedError, entriesOf, parametersIn, type ErrorEntry } from '../errors/index.ts'
import {
  assignmentChangeOf,
  assignPiece,
  bySlug,
  companionsOf,
  deskOf,
  deskReport,
  reportAsCsv,
  reportQuery,
  differenceBetween,
  differenceQuery,
  type AsAsked,
  type TransitionRequest,
  executeAndView,
  publishDue,
  proofOf,
  queueQuery,
  reviewQueue,
  dossierOf,
  knownPiece,
  transitionsOf,
  wholePiece,
  holdPiece,
  leaseOf,
  leavePiece,
} from '../operations/index.ts'
import { askedChanges, exportChanges, readChanges, settleChanges, streamsOf } from '../changes/index.ts'
import { adminEndpoints } from './adminEndpoints.ts'
import { bodyOf, idOf, refuseParameters } from './asked.ts'
import { answerCounts } from './counts.ts'
import { commandOf } from './command.ts'
import { commentsOfPiece } from './commentEndpoints.ts'
import { reviewLinksOfPiece } from './reviewLinkEndpoints.ts'
import { styleOfPiece } from './styleEndpoints.ts'
import { refuseCondition } from '../hooks/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { pageOf } from '../hardening/queries/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { askedSearch, searchPieces, settledFor } from '../search/index.ts'
import { eventsOf, isStaff, requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'

/** What stands at a slug, also in a collection that is not under the workflow and is declared with one. */
export function bySlugEndpoint(slug: string): Endpoint {
  return { path: '/by-slug/:slug', method: 'get', handler: (req) => answerBySlug(req, slug) }
}

/** What every workflow collection answers beside Payload's own routes (which come after these). */
export function pieceEndpoints(slug: string): Endpoint[] {
  return [
    bySlugEndpoint(slug),
    { path: '/counts', method: 'get', handler: (req) => answerCounts(req, slug) },
    { path: '/versions/:id', method: 'post', handler: (req) => restoreAsDraft(req, slug) },
    { path: '/access/:id', method: 'post', handler: (req) => accessToPiece(req, slug) },
    {
      path: '/:id/transitions',
      method: 'get',
      handler: toStaff((seen) => transitionsOf(seen, slug, idOf(seen))),
    },
    {
      path: '/:id/transitions',
      method: 'post',
      handler: async (req) => {
        const actor = requireStaff(req)
        refuseCondition(req)
        const item = { collection: slug, id: idOf(req), command: commandOf(await bodyOf(req)) }
        const [result] = await executeAndView(req, actor, [item])
        return Response.json(result)
      },
    },
    {
      path: '/:id/dossier',
      method: 'get',
      handler: toStaff((seen) => dossierOf(seen, slug, idOf(seen))),
    },
    {
      path: '/:id/events',
      method: 'get',
      handler: toStaff(async (seen) => {
        const { row } = await wholePiece(seen, slug, idOf(seen))
        const docs = await eventsOf(seen, row.state.piece)
        return { docs, ...pageOf(docs.length, docs.length, 1) }
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
      path: '/:id/lease',
      method: 'get',
      handler: (req) => {
        takeOverIn(req.searchParams, false)
        return inSnapshot(req, async (seen) => Response.json(await leaseOf(seen, slug, idOf(req))))
      },
    },
    {
      path: '/:id/lease',
      method: 'put',
      handler: async (req) => Response.json(await holdPiece(req, slug, idOf(req), takeOverIn(req.searchParams, true))),
    },
    {
      path: '/:id/companions',
      method: 'get',
      handler: toStaff((seen) => companionsOf(seen, slug, idOf(seen))),
    },
    {
      path: '/:id/lease',
      method: 'delete',
      handler: async (req) => {
        takeOverIn(req.searchParams, false)
        return Response.json(await leavePiece(req, slug, idOf(req)))
      },
    },
    {
      path: '/:id/assignment',
      method: 'patch',
      handler: async (req) => {
        requireStaff(req)
        refuseCondition(req)
        return Response.json(await assignPiece(req, slug, idOf(req), assignmentChangeOf(await bodyOf(req))))
      },
    },
    {
      path: '/:id/imprimatur',
      method: 'get',
      handler: (req) =>
        inSnapshot(req, async (seen) => Response.json(await proofOf(seen, collectionOf(req, slug), idOf(req)))),
    },
    ...commentsOfPiece(slug),
    ...reviewLinksOfPiece(slug),
    ...styleOfPiece(slug),
  ]
}

/** The answer to staff at an address that takes no parameters, read in one snapshot. */
function toStaff(read: (seen: PayloadRequest) => Promise<object>): Endpoint['handler'] {
  return (req) => {
    requireStaff(req)
    refuseParameters(req)
    return inSnapshot(req, async (seen) => Response.json(await read(seen)))
  }
}

/** What the whole newsroom answers. */
export const newsroomEndpoints: Endpoint[] = [
  {
    path: '/transitions',
    method: 'post',
    handler: async (req) => {
      const actor = requireStaff(req)
      refuseCondition(req)
      return Response.json({ results: await executeAndView(req, actor, itemsOf(await bodyOf(req))) })
    },
  },
  {
    path: '/review-queue',
    method: 'get',
    handler: (req) =>
      inSnapshot(req, async (seen) => Response.json(await reviewQueue(seen, queueQuery(seen, req.searchParams)))),
  },
  {
    path: '/desk',
    method: 'get',
    handler: (req) => inSnapshot(req, async (seen) => Response.json(await deskOf(seen))),
  },
  {
    path: '/reports/desk',
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      const query = reportQuery(req, req.searchParams)
      const report = await inSnapshot(req, (seen) => deskReport(seen, query))
      if (query.format !== 'csv') return Response.json(report)
      const name = `desk-${report.from.slice(0, 10)}-${report.to.slice(0, 10)}.csv`
      return new Response(reportAsCsv(report), {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': `attachment; filename="${name}"`,
        },
      })
    },
  },
  {
    path: '/changes',
    method: 'get',
    handler: async (req) => {
      const asked = askedChanges(req.searchParams, runtimeOf(req.payload))
      await settleChanges(req.payload)
      const { changes, cursor, more } = await readChanges(req.payload, asked)
      return Response.json({ changes, cursor, more }, { headers: { 'cache-control': 'no-store' } })
    },
  },
  {
    path: '/changes/stream',
    method: 'get',
    handler: (req) => {
      const asked = askedChanges(req.searchParams, runtimeOf(req.payload), ['collection', 'include', 'since'])
      // What a client had last, when it connects again with the address of the first time.
      const since = req.headers.get('last-event-id') ?? asked.since
      return streamsOf(req.payload).open({ ...asked, ...(since ? { since } : {}) }, networkOf(req))
    },
  },
  {
    path: '/changes/export',
    method: 'get',
    handler: (req) => {
      const asked = askedChanges(req.searchParams, runtimeOf(req.payload), ['collection'])
      return exportChanges(req.payload, { ...asked, network: networkOf(req) })
    },
  },
  {
    path: '/search',
    method: 'get',
    handler: async (req) => {
      const forStaff = isStaff(req)
      const asked = askedSearch(req.searchParams, runtimeOf(req.payload), forStaff)
      await settledFor(req.payload, forStaff ? 'everything' : 'live')
      return inSnapshot(req, async (seen) => Response.json(await searchPieces(seen, asked)))
    },
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

/** Whether the asker takes over what somebody else holds, where that can be asked for at all. */
function takeOverIn(search: URLSearchParams, known: boolean): boolean {
  const { takeOver } = parametersIn(search, known ? ['takeOver'] : [])
  if (takeOver !== undefined && takeOver !== 'true' && takeOver !== 'false')
    throw coded('invalid_value', { field: 'takeOver', message: 'Give true or false.' })
  return takeOver === 'true'
}

function itemsOf(body: unknown): readonly TransitionRequest[] {
  const items = typeof body === 'object' && body !== null ? (body as { items?: unknown }).items : undefined
  if (!Array.isArray(items) || items.length === 0 || items.length > 50) {
    throw coded('invalid_value', { field: 'items', message: 'Give 1 to 50 items.' })
  }
  const [requests, faults]: [TransitionRequest[], ErrorEntry[]] = [[], []]
  for (const [item, each] of items.entries()) {
    try {
      requests.push(itemOf(each))
    } catch (error) {
      const [fault] = entriesOf(error) ?? []
      if (!fault) throw error
      faults.push(items.length > 1 ? { ...fault, item } : fault)
    }
  }
  if (faults.length > 0) throw new CodedError(400, faults)
  return requests
}

function itemOf(item: unknown): TransitionRequest {
  const { collection, id, ...rest } = (item ?? {}) as Record<string, unknown>
  if (typeof collection !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) {
    throw coded('invalid_value', { field: 'items', message: 'Each item names its collection and id.' })
  }
  return { collection, id: String(id), command: commandOf(rest) }
}

function collectionOf(req: PayloadRequest, slug: string): WorkflowCollection {
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  return collection
}

function networkOf(req: PayloadRequest): string | null {
  return runtimeOf(req.payload).networkOf(req.headers)
}
