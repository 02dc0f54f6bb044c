import type { IncomingMessage } from 'node:http'

import type { OtherOrigins } from '../../delivery/index.ts'

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Why this request must not be carried out: a page of somebody else's site has the browser send it. Undefined when it may.
 *
 * Browsers name the page's origin on every request that changes something (Fetch standard, "origin header"), and newer ones say how it stands to the
 * address (Fetch Metadata); other programs send neither. This holds for logins as well, which have no cookie to protect yet. A
 * request that brings a token in `Authorization` is not held back: another site's page can neither know the token nor add that header.
 *
 * @param origin as browsers reach the server
 * @param readers whose pages may send this all the same, as nobody: Payload takes no cookie from a page that is not of its own origin
 */
export function crossSiteRefusal(
  req: IncomingMessage,
  origin: string,
  readers: OtherOrigins = new Set(),
): string | undefined {
  if (SAFE.has(req.method ?? '') || req.headers.authorization !== undefined) return undefined
  const from = req.headers.origin
  const site = req.headers['sec-fetch-site']
  if (from === undefined) {
    return site === undefined || site === 'same-origin' || site === 'none'
      ? undefined
      : 'A page of another site sent this.'
  }
  return from === origin || readers === '*' || readers.has(from)
    ? undefined
    : `This newsroom is at ${origin}; requests from pages of other addresses are not carried out.`
}
