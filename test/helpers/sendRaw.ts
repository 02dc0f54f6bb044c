import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export type RawRequest = {
  readonly method: string
  /** The target as it goes over the wire; nothing in it is encoded or made shorter. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array | undefined
}

/** Sends a request that `fetch` would tidy up or refuse to send, and gives its status and body. */
export async function sendRaw(
  url: string,
  { method, path, headers = {}, body }: RawRequest,
): Promise<{ status: number; body: string; headers: Readonly<Record<string, string | string[] | undefined>> }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(
      { hostname, port, method, path, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        const done = (read: string): void => {
          resolve({ status: answer.statusCode ?? 0, body: read, headers: answer.headers })
        }
        // It does not end.
        if (answer.headers['content-type']?.startsWith('text/event-stream') === true) {
          answer.destroy()
          done('')
        } else text(answer).then(done, reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
