import { createServer, type Server } from 'node:http'

/** How long a client may take, in milliseconds, and how much it may send before the body, in bytes. */
export type ClientLimits = { headersMs: number; requestMs: number; headerBytes: number }

/** An upload of 25 MB over a line of 2 Mbit/s takes 100 seconds. */
const LIMITS: ClientLimits = { headersMs: 15_000, requestMs: 120_000, headerBytes: 16 * 1024 }

/** Node's HTTP server, which ends connections that are slow to send their headers or body (408) or send too many headers (431). */
export function createHttpServer({ headersMs, requestMs, headerBytes }: ClientLimits = LIMITS): Server {
  return createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    maxHeaderSize: headerBytes,
    connectionsCheckingInterval: Math.min(5_000, headersMs),
    // RFC 9112 §3.2: one Host and no other way of reading the request.
    requireHostHeader: true,
    insecureHTTPParser: false,
  })
}
