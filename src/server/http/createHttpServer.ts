import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { answerUnreadable } from './answerUnreadable.ts'

/**
 * How long a client may take, and how long a connection without a request is kept, in milliseconds; how much may come before the body, in
 * bytes.
 */
export type ClientLimits = { headersMs: number; requestMs: number; headerBytes: number; keepAliveMs: number }

/**
 * An upload of 25 MB over a line of 2 Mbit/s takes 100 seconds. Proxies keep a connection for 60 seconds (AWS, nginx to its upstreams) or 75, and a
 * request that one sends while the server closes it is lost: so the proxy has to be the first to close.
 */
const LIMITS: ClientLimits = { headersMs: 15_000, requestMs: 120_000, headerBytes: 16 * 1024, keepAliveMs: 95_000 }

/**
 * Node's HTTP server, which ends connections that are slow to send their headers or body (408), send too many headers (431) or what is no request (400),
 * with the contract's error body.
 */
export function createHttpServer(limits: Partial<ClientLimits> = {}): Server {
  const { headersMs, requestMs, headerBytes, keepAliveMs } = { ...LIMITS, ...limits }
  const server = createServer({
    keepAliveTimeout: keepAliveMs,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    maxHeaderSize: headerBytes,
    connectionsCheckingInterval: Math.min(5_000, headersMs),
    // RFC 9112 §3.2: one Host and no other way of reading the request.
    requireHostHeader: true,
    insecureHTTPParser: false,
  })
  /** The last answer of each connection. */
  const answers = new Map<Socket, ServerResponse>()
  server.on('connection', (socket) => {
    socket.once('close', () => answers.delete(socket))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const last = answers.get(socket as Socket)
    answerUnreadable(error, socket as Socket, last?.headersSent === true && !last.writableFinished)
  })
  server.on('request', (req, res) => {
    answers.set(req.socket, res)
  })
  return server
}
