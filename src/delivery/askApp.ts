import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

import type { Making } from './AnswerCache.ts'

export type App = (req: IncomingMessage, res: ServerResponse) => unknown

/** Where a request of ours comes from, for whoever asks. */
const OURSELVES = '127.0.0.1'

/**
 * Has `app` answer a plain GET that says nothing of whoever asked: no session, no preferences, no address. So the answer cannot hang on any of
 * these.
 *
 * @param headers that it has all the same, by lower-case names
 */
export function askApp(app: App, target: string, headers: Readonly<Record<string, string>>): Making {
  const socket = new Nowhere() as unknown as Socket
  const req = new IncomingMessage(socket)
  Object.assign(req, { method: 'GET', url: target, headers: { ...headers }, httpVersion: '1.1', httpVersionMajor: 1 })
  Object.assign(req, { httpVersionMinor: 1, complete: true })
  req.push(null)
  const res = new ServerResponse(req)
  res.assignSocket(socket)
  const body = kept(res)

  const answer = new Promise<Awaited<Making['answer']>>((resolve, reject) => {
    res.once('finish', () => {
      resolve({ status: res.statusCode, headers: headersOf(res), body: Buffer.concat(body) })
      // As Node's server has it, which is not there.
      res.emit('close')
    })
    res.once('close', () => {
      reject(new Error('The answer was not finished.'))
    })
    const fail = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)))
      res.destroy()
    }
    // It may fail at once, or later.
    new Promise((begun) => {
      begun(app(req, res))
    }).catch(fail)
  })
  return { answer, abandon: () => res.destroy() }
}

/** What is written to it is taken and forgotten. */
class Nowhere extends Duplex {
  readonly remoteAddress = OURSELVES
  override _read(): void {
    // Nothing ever comes from it.
  }
  override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    done()
  }
  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
}

/** The body, as it is written. */
function kept(res: ServerResponse): readonly Buffer[] {
  const chunks: Buffer[] = []
  for (const name of ['write', 'end'] as const) {
    const plain = res[name].bind(res) as (...args: readonly unknown[]) => unknown
    Object.assign(res, {
      [name]: (...args: readonly unknown[]) => {
        const [chunk, encoding] = args
        if (typeof chunk === 'string')
          chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
        else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
        const written = plain(...args)
        // Nothing is ever full here, and nobody would say that there is room again.
        return name === 'write' ? true : written
      },
    })
  }
  return chunks
}

function headersOf(res: ServerResponse): readonly (readonly [string, string])[] {
  return Object.entries(res.getHeaders()).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, String(each)] as const),
  )
}
