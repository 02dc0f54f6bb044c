import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import type {
  Express,
  NextFunction,
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express'
import express from 'express'

import { keyScopes, type ApiKeys } from '../../accounts/index.ts'
import { crossSiteRefusal } from './crossSite.ts'
import type { ErrorBody } from './errorShape.ts'
import { codeOfStatus } from 'payload-plugin-imprimatur/errors'
import { errorShape, graphqlErrorShape } from './errorShape.ts'
import { fetchBridge, fetchHeaders, originForm, RequestRefused } from './fetchBridge.ts'
import { keyDoor } from './keyDoor.ts'
import type { OtherOrigins } from '../../delivery/index.ts'
import type { Log } from '../process/log.ts'
import { letOthersRead } from './letOthersRead.ts'
import { allowedMethods, type RestRoutes } from '../../public-api/index.ts'
import { privateAnswers } from './privateAnswers.ts'
import { METRICS_TYPE, RequestMetrics } from './RequestMetrics.ts'
import { requestScope } from './requestScope.ts'
import { reviewTokenIn } from './reviewLinkRoutes.ts'
import { securityHeaders } from './securityHeaders.ts'
import { plainPage } from './site/plainPage.ts'

type FetchHandler = (request: Request) => Promise<Response>
type NodeHandler = (req: IncomingMessage, res: ServerResponse) => unknown

/** What the app is made of. Everything that differs between a test, a build and a newsroom comes in here. */
export type AppParts = {
  /** Scheme, host and port as browsers reach the server. */
  origin: string
  log: Log
  /** Payload's REST API; sees the whole path, `/api` included. */
  rest: FetchHandler
  /** What `rest` routes, to tell a wrong method from an unknown address; without it both are 404. */
  routes?: RestRoutes
  /** `/api/graphql`; without it that address is unknown. */
  graphql?: FetchHandler
  /** Feeds and sitemaps; hands on what is not theirs. */
  feeds?: RequestHandler
  /** Addresses of review links; hands on what is not theirs, and their pages to the reference site. */
  reviewLinks?: RequestHandler
  /** The reference site; hands on what is not its own. */
  site?: RequestHandler
  /** Everything that nobody else takes: the admin panel, and Next's own files. */
  pages: NodeHandler
  /** Does the database answer? */
  ready: () => Promise<boolean>
  newRequestId?: () => string
  /** Origins whose pages may read the API by script, and ask GraphQL; none when left out. */
  otherOrigins?: OtherOrigins
  /** Proxies whose word on a client's address is taken, as Express's "trust proxy" has it. Default: none. */
  trustProxy?: number | string[]
  /** Keys by which machines read; without it a key is a header like others. */
  keys?: Pick<ApiKeys, 'scopesOf'>
  /** Is there an account yet? Without it there is taken to be one. */
  isSetUp?: () => Promise<boolean>
  /** Is somebody logged in who sends these headers? */
  isLoggedIn: (headers: Headers) => Promise<boolean>
  /** Pages reload by script, and go without a content security policy. */
  development?: boolean
}

const MEGABYTE = 1024 * 1024
/** Seconds until one who was told that the newsroom is busy may come again: what held it up takes as long. */
const RETRY_AFTER = '5'
/** What a 401 has to say (RFC 9110 §11.6.1). No browser knows this scheme, so none asks for a password of its own. */
const CHALLENGE = 'JWT realm="api"'
/** What pages of other origins may read. */
const READ_ELSEWHERE = ['/api', '/feeds']
const GRAPHQL_METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST']
const LIMITS = { json: MEGABYTE, upload: 25 * MEGABYTE }

/**
 * The Express app, apart from listening: request ids, security headers and a log line on everything; `/healthz`, `/readyz`; the API straight to
 * its fetch-style handlers; the rest to the pages. Every answer of 400 or more under `/api` has the contract's error shape.
 */
export function createApp(parts: AppParts): Express {
  const { log, newRequestId = randomUUID } = parts
  const metrics = new RequestMetrics()
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', parts.trustProxy ?? 0)
  app.use(privateAnswers)
  app.use(securityHeaders({ origin: parts.origin, development: parts.development ?? false }))

  app.use((req, res, next) => {
    const id = requestId(req, newRequestId)
    req.headers['x-request-id'] = id
    res.setHeader('x-request-id', id)
    believeOnlyProxies(req, parts.origin)
    noteWhenDone(log, metrics, id, req, res)

    const target = originForm(req.url)
    if (target === undefined) {
      sendJson(res, 400, errorShape(400, { message: 'The address is not well-formed.' }, id))
      return
    }
    req.url = target
    req.originalUrl = target
    requestScope.run({ requestId: id }, next)
  })

  app.all('/healthz', (req, res) => {
    answerProbe(req, res, true)
  })
  app.all('/readyz', async (req, res) => {
    answerProbe(req, res, await parts.ready())
  })
  app.all('/metrics', (req, res) => {
    if (isRead(req, res)) res.set('cache-control', 'no-store').type(METRICS_TYPE).send(metrics.text())
  })

  const { otherOrigins = new Set<never>() } = parts
  app.use(READ_ELSEWHERE, letOthersRead(otherOrigins))
  if (parts.keys) app.use(keyDoor(parts.keys))
  if (parts.feeds) app.use(parts.feeds)
  const graphql = { handle: graphqlHandler(parts.graphql), methods: () => GRAPHQL_METHODS, shape: graphqlErrorShape }
  app.use('/api/graphql', apiRoute(parts, graphql, otherOrigins))
  const methods = (target: string) => (parts.routes ? allowedMethods(parts.routes, pathIn(target)) : [])
  app.use('/api', apiRoute(parts, { handle: restHandler(parts), methods, shape: errorShape }))
  if (parts.reviewLinks) app.use(parts.reviewLinks)
  app.get('/admin/create-first-user', async (_req, res, next) => {
    if (parts.isSetUp === undefined || (await parts.isSetUp())) next()
    else res.status(403).type('html').send(plainPage('first'))
  })
  app.use(async (req, res, next) => {
    const asksForPage = req.method === 'GET' || req.method === 'HEAD'
    const acts = req.method === 'POST' && 'next-action' in req.headers
    if (acts && !(await parts.isLoggedIn(fetchHeaders(req)))) {
      res.setHeader('www-authenticate', CHALLENGE)
      sendJson(res, 401, errorShape(401, undefined, idOf(req)))
    } else if (asksForPage || acts || parts.development) next()
    else {
      res.setHeader('allow', 'GET, HEAD')
      sendJson(res, 405, errorShape(405, undefined, idOf(req)))
    }
  })
  if (parts.site) app.use(parts.site)
  app.use(async (req: ExpressRequest, res: ExpressResponse) => {
    await parts.pages(req, res)
  })

  app.use((error: unknown, req: ExpressRequest, res: ExpressResponse, next: NextFunction) => {
    const id = idOf(req)
    log.error({ requestId: id, method: req.method, path: pathOf(req.originalUrl), err: error }, 'request failed')
    if (res.headersSent) {
      next(error)
      return
    }
    sendJson(res, 500, errorShape(500, undefined, id))
  })
  return app
}

type Shape = (status: number, body: unknown, requestId: string) => ErrorBody

/** A fetch-style handler, the methods that it takes at an address, and how its refusals look. */
type Api = {
  readonly handle: FetchHandler
  readonly methods: (target: string) => readonly string[]
  readonly shape: Shape
}

/** Mounts a fetch-style handler; sees to the whole path and to the shape of its refusals. Pages of `readers` may `POST` to it as nobody. */
function apiRoute({ origin, log }: AppParts, { handle, methods, shape }: Api, readers?: OtherOrigins) {
  const bridge = fetchBridge({
    origin,
    limits: LIMITS,
    check: (req) => {
      const crossSite = crossSiteRefusal(req, origin, readers)
      if (crossSite !== undefined) throw new RequestRefused(403, crossSite)
    },
    handle: async (request) => {
      const id = request.headers.get('x-request-id') ?? ''
      try {
        const response = await handle(request)
        // Whoever has a key has said who they are.
        if (response.status === 401 && keyScopes()) return refusal(403, undefined, shape, id)
        return await withShape(response, shape, id)
      } catch (error) {
        if (error instanceof RequestRefused) throw error
        log.error(
          { requestId: id, method: request.method, path: new URL(request.url).pathname, err: error },
          'request failed',
        )
        return refusal(500, undefined, shape, id)
      }
    },
    refuse: ({ message, status }, req) => {
      const headers = new Headers()
      if (status === 405) headers.set('allow', methods(req.url ?? '').join(', '))
      return refusal(status, { message }, shape, idOf(req), headers)
    },
  })
  return async (req: ExpressRequest, res: ExpressResponse) => {
    // Express takes the mount path off; the handlers route on the whole one.
    req.url = req.originalUrl
    await bridge(req, res)
  }
}

/** Payload says 404 for a method that an address does not take, and 501 for the addresses of a collection without endpoints. */
function restHandler({ rest, routes }: AppParts): FetchHandler {
  return async (request) => {
    const response = await rest(request)
    if (response.status === 501) return discardFor(response, 404)
    if (response.status !== 404 || routes === undefined) return response

    const allowed = allowedMethods(routes, pathIn(new URL(request.url).pathname))
    if (allowed.length === 0 || allowed.includes(request.method)) return response
    return discardFor(response, 405, { allow: allowed.join(', ') })
  }
}

/** Where in the API a target is, as {@link allowedMethods} takes it. */
function pathIn(target: string): string {
  return (target.split('?', 1)[0] ?? '').replace(/^\/api/, '')
}

function graphqlHandler(graphql: FetchHandler | undefined): FetchHandler {
  return async (request) => {
    if (graphql === undefined || new URL(request.url).pathname.replace(/\/$/, '') !== '/api/graphql')
      return new Response(null, { status: 404 })
    if (request.method === 'POST' && !request.headers.get('content-type')?.startsWith('application/json'))
      return new Response(null, { status: 415 })
    if (GRAPHQL_METHODS.includes(request.method)) return graphql(request)
    return new Response(null, { status: 405, headers: { allow: GRAPHQL_METHODS.join(', ') } })
  }
}

async function discardFor(response: Response, status: number, headers: Record<string, string> = {}): Promise<Response> {
  await response.body?.cancel()
  return new Response(null, { status, headers })
}

/** The same answer with its body in the contract's shape, if it is a refusal. */
async function withShape(response: Response, shape: Shape, id: string): Promise<Response> {
  if (response.status < 400) return response
  return refusal(response.status, parsed(await response.text()), shape, id, response.headers)
}

function refusal(status: number, body: unknown, shape: Shape, id: string, from = new Headers()): Response {
  const headers = new Headers(from)
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name)
  headers.set('content-type', 'application/json; charset=utf-8')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (status === 503 && !headers.has('retry-after')) headers.set('retry-after', RETRY_AFTER)
  if (status === 401 && !headers.has('www-authenticate')) headers.set('www-authenticate', CHALLENGE)
  return new Response(JSON.stringify(shape(status, body, id)), { status, headers })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Whether it is a `GET` or `HEAD`; anything else has been refused. */
function isRead(req: ExpressRequest, res: ExpressResponse): boolean {
  if (req.method === 'GET' || req.method === 'HEAD') return true
  res.setHeader('allow', 'GET, HEAD')
  sendJson(res, 405, errorShape(405, undefined, idOf(req)))
  return false
}

function answerProbe(req: ExpressRequest, res: ExpressResponse, well: boolean): void {
  if (!isRead(req, res)) return
  if (well) sendJson(res, 200, { status: 'ok' })
  else {
    res.setHeader('retry-after', RETRY_AFTER)
    sendJson(res, 503, { errors: [codeOfStatus(503)] })
  }
}

function sendJson(res: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  res.statusCode = status
  res.setHeader('content-type', 'application/json; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.setHeader('content-length', Buffer.byteLength(text))
  res.end(res.req.method === 'HEAD' ? undefined : text)
}

/** A proxy's own id is kept, so that its log and ours can be laid side by side. */
function requestId(req: IncomingMessage, fresh: () => string): string {
  const given = req.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : fresh()
}

/**
 * Replaces what clients claim by what is known: their address, as far as no trusted proxy knows better, and the address
 * that they asked. Next compares the latter with `Origin` before it carries out an action of the panel.
 */
function believeOnlyProxies(req: ExpressRequest, origin: string): void {
  const { host, protocol } = new URL(origin)
  const address = req.ip
  for (const name of ['forwarded', 'x-forwarded-port', 'x-real-ip', 'x-forwarded-for'])
    Reflect.deleteProperty(req.headers, name)
  if (address !== undefined) req.headers['x-forwarded-for'] = address
  req.headers['x-forwarded-host'] = host
  req.headers['x-forwarded-proto'] = protocol.replace(':', '')
}

function idOf(req: IncomingMessage): string {
  const id = req.headers['x-request-id']
  return typeof id === 'string' ? id : ''
}

/** Without the query, which may hold a token, and without the token of a link that sets a password or shows a text. */
function pathOf(target: string): string {
  const path = target.split('?', 1)[0] ?? ''
  if (reviewTokenIn(path) !== undefined) return '/review/…'
  return path.replace(/^(\/+admin\/+reset\/+).+/i, '$1…')
}

function noteWhenDone(log: Log, metrics: RequestMetrics, id: string, req: ExpressRequest, res: ExpressResponse): void {
  const from = performance.now()
  const path = pathOf(req.url)
  const routine = path.startsWith('/_next/') || ['/healthz', '/metrics', '/readyz'].includes(path)
  res.once('close', () => {
    const ms = performance.now() - from
    metrics.note(req.method, res.statusCode, ms / 1000)
    const line = {
      requestId: id,
      method: req.method,
      path,
      status: res.statusCode,
      ms: Math.round(ms * 10) / 10,
      ...(res.writableFinished ? {} : { aborted: true }),
    }
    // Too many requests at once are a warning for the operator, not an error.
    if (res.statusCode === 503) log.warn(line, 'request')
    else if (res.statusCode >= 500) log.error(line, 'request')
    else log[routine ? 'debug' : 'info'](line, 'request')
  })
}
