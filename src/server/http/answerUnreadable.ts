import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { blocker, type ErrorCode } from 'payload-plugin-imprimatur/workflow'

type Answer = { readonly status: number; readonly code: ErrorCode; readonly message: string }

const MALFORMED: Answer = { status: 400, code: 'invalid_value', message: 'The request is not well-formed HTTP.' }

/** What Node gave up on, by the code of its error (https://nodejs.org/docs/latest-v20.x/api/http.html#event-clienterror). */
const ANSWERS: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'too_large',
    message: 'The address and the headers are larger together than the server accepts.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'too_large',
    message: 'The extensions of a chunk are larger than the server accepts.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'invalid_value',
    message: 'The request did not arrive in time.',
  },
}

/**
 * Answers what could not be read as a request, with the contract's error body, and ends the connection: nobody knows where a next request on it would
 * begin.
 *
 * @param hasBegun whether an answer is on its way already; another one within it would be taken for a part of it
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket, hasBegun: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegun) {
    socket.destroy()
    return
  }
  const { code, message, status } = ANSWERS[error.code ?? ''] ?? MALFORMED
  const body = JSON.stringify({ errors: [blocker(code, { message })] })
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    // RFC 9110 §6.6.1.
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy()
  })
}
