import type { IncomingMessage, ServerResponse } from 'node:http'

import type { RequestHandler } from 'express'

import { notingClock } from '../../delivery/index.ts'
import type { Exchange } from '../../site/exchange.ts'
import { withExchange } from '../../site/exchange.ts'
import type { PublicReads } from 'payload-plugin-imprimatur/types'
import type { ReviewLinks, StaffPreview } from '../../newsroom/index.ts'
import { heldResponse } from './site/heldResponse.ts'
import { plainPage } from './site/plainPage.ts'
import { withoutScripts } from './site/withoutScripts.ts'

export type SiteParts = {
  reads: PublicReads
  preview: StaffPreview
  review: ReviewLinks['open']
  /** Origin of public addresses, as configured. */
  serverUrl: string
  /** Next's request handler. */
  next: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** `keep` in development, where Next reloads pages by script. Default `strip`. */
  scripts?: 'strip' | 'keep'
  now?: () => Date
}

/** What is not the reference site's: the admin panel, the API, and Next's own files. */
const NOT_OURS = /^\/(?:admin|api|_next|__nextjs[^/?]*)(?=[/?]|$)/

/** By these headers Next's router in the browser asks for parts of pages; this site has no such router. */
const ROUTER_HEADERS = /^(?:rsc$|next-|x-nextjs-)/

/**
 * The reference site, to be mounted right before Next. Pages are made by Next and sent the way that the page itself says by its verdict (a
 * moved slug 308, what was retracted 410, what is not there 404, a preview without a session 401), without Next's scripts, which a page without
 * client components has no use for. The admin panel, the API and Next's own files are handed on.
 */
export function siteRoutes(parts: SiteParts): RequestHandler {
  return async (req, res, handOn) => {
    if (NOT_OURS.test(req.url)) {
      handOn()
    } else if (!isWellFormed(req.url)) {
      sendPage(res, 400, plainPage(400), parts)
    } else if (req.method === 'GET' || req.method === 'HEAD') {
      await servePage(req, res, parts)
    } else {
      res.setHeader('Allow', 'GET, HEAD')
      sendPage(res, 405, plainPage(405), parts)
    }
  }
}

function isWellFormed(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

async function servePage(req: IncomingMessage, res: ServerResponse, parts: SiteParts): Promise<void> {
  const { reads, preview, review, serverUrl, now = () => new Date() } = parts
  const exchange: Exchange = { reads, preview, review, serverUrl, now: notingClock(now) }
  const { method } = req
  // Written anew, as a URL has it: Node lets through bytes that no header of ours should hold.
  const { search } = new URL(`http://localhost${req.url ?? ''}`)
  const held = heldResponse(res)
  let body: Buffer
  try {
    // Next waits until what it wrote is out, and that is held here: so whichever is done first.
    const made = withExchange(exchange, () => parts.next(asPageRequest(req), res))
    body = await Promise.race([held.body, made.then(() => held.body)])
  } finally {
    held.release()
    req.method = method
  }
  if (res.destroyed) return

  const verdict = res.statusCode === 200 ? exchange.verdict : undefined
  const type = String(res.getHeader('Content-Type') ?? '')
  // Next takes a page that is made anew each time for one that is for one person.
  if (verdict && verdict.status !== 308 && verdict.private) res.setHeader('Cache-Control', 'private, no-store')
  else if (verdict) res.removeHeader('Cache-Control')
  if (verdict?.status === 308) {
    res.setHeader('Location', verdict.location + search)
    sendPage(res, 308, plainPage(308), parts)
  } else if (verdict && type.startsWith('text/html')) {
    if (verdict.status !== 200 || verdict.private) res.setHeader('X-Robots-Tag', 'noindex')
    if (verdict.status === 401) res.setHeader('WWW-Authenticate', 'Session realm="staff"')
    sendPage(res, verdict.status, body.toString('utf8'), parts, verdict.form)
  } else if (verdict || type.startsWith('text/')) {
    // A page that was not finished, or not made as a page: what Next sends then shows nothing without its scripts.
    const status = res.statusCode >= 400 ? res.statusCode : 404
    sendPage(res, status, plainPage(status), parts)
  } else {
    res.setHeader('Content-Length', body.length)
    res.end(body)
  }
}

/** The request as Next is to see it: a plain GET of a whole page. Node leaves the body out of the answer to a HEAD. */
function asPageRequest(req: IncomingMessage): IncomingMessage {
  req.method = 'GET'
  req.headers = Object.fromEntries(
    Object.entries(req.headers).filter(([name]) => !ROUTER_HEADERS.test(name) && name !== 'accept-encoding'),
  )
  return req
}

/**
 * Headers that speak of scripts and parts of pages, or of another body than the one that is sent; and Payload's wish to know each browser's
 * colour scheme, which would have it ask for the first page twice (`withPayload` 3.90).
 */
const NOT_FOR_READERS = ['Link', 'Vary', 'ETag', 'Transfer-Encoding', 'Accept-CH', 'Critical-CH']

function sendPage(
  res: ServerResponse,
  status: number,
  html: string,
  { scripts = 'strip', serverUrl }: SiteParts,
  hasForm = false,
): void {
  const body = Buffer.from(scripts === 'strip' ? withoutScripts(html) : html)
  for (const name of NOT_FOR_READERS) res.removeHeader(name)
  res.statusCode = status
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Content-Length', body.length)
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store')
  if (scripts === 'strip') res.setHeader('Content-Security-Policy', contentSecurityPolicy(serverUrl, hasForm))
  res.end(body)
}

/**
 * Readers' pages run no script, load nothing from elsewhere and stand in no frame but our own. Payload gives files by the configured
 * address, which need not be the one that a reader came by.
 */
function contentSecurityPolicy(serverUrl: string, hasForm: boolean): string {
  return [
    "default-src 'none'",
    `img-src 'self' ${serverUrl}`,
    "style-src 'self'",
    "base-uri 'none'",
    `form-action ${hasForm ? "'self'" : "'none'"}`,
    "frame-ancestors 'self'",
  ].join('; ')
}
