import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { cpuOf } from '../processFigures.ts'

/** What a server took for many requests. */
export type Load = {
  /** Each request's own time, in milliseconds. */
  readonly ms: readonly number[]
  readonly seconds: number
  /** Processor time of the server, in milliseconds. */
  readonly cpuMs: number
}

type Server = { readonly url: string; readonly pid: number }

/**
 * Sends requests for so many seconds, and so many at least, each connection one after the other. Raw sockets: an answer from memory takes less than `fetch` does.
 *
 * @param request the whole request, for its number
 * @throws Error for an answer that is not 200
 */
export async function load(
  { url, pid }: Server,
  request: (nth: number) => string,
  { connections, seconds, atLeast }: { connections: number; seconds: number; atLeast: number },
): Promise<Load> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.to(url)))
  const ms: number[] = []
  let sent = 0
  const cpu = cpuOf(pid)
  const from = performance.now()
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() - from < seconds * 1000 || sent < atLeast) {
        const asked = request(sent++)
        const at = performance.now()
        const status = await connection.ask(asked)
        ms.push(performance.now() - at)
        if (status !== 200) throw new Error(`${String(status)} for ${asked}\n${connection.said()}`)
      }
    }),
  )
  const took = (performance.now() - from) / 1000
  const cpuMs = (cpuOf(pid) - cpu) / 1000
  for (const connection of open) connection.close()
  return { ms, seconds: took, cpuMs }
}

/** A GET as it goes over the wire. */
export function get(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { Host: '127.0.0.1', Accept: '*/*', 'Accept-Encoding': 'gzip, br', 'User-Agent': 'bench', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n')

/** One keep-alive connection, with one request under way at a time. */
class Connection {
  private got: Buffer = Buffer.alloc(0)
  private whole: ((status: number) => void) | undefined
  private broken: ((error: Error) => void) | undefined

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.got = this.got.length === 0 ? chunk : Buffer.concat([this.got, chunk])
      const status = this.statusOfWhole()
      if (status !== undefined) this.whole?.(status)
    })
    socket.on('close', () => this.broken?.(new Error('The server closed the connection.')))
    socket.on('error', (error) => this.broken?.(error))
  }

  static async to(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname).setNoDelay(true)
    await once(socket, 'connect')
    return new Connection(socket)
  }

  /** @returns the status of the answer, when all of it is there */
  ask(request: string): Promise<number> {
    this.got = Buffer.alloc(0)
    return new Promise((resolve, reject) => {
      this.whole = resolve
      this.broken = reject
      this.socket.write(request)
    })
  }

  said(): string {
    return this.got.toString('latin1', 0, 1000)
  }

  close(): void {
    this.broken = undefined
    this.socket.destroy()
  }

  private statusOfWhole(): number | undefined {
    const end = this.got.indexOf('\r\n\r\n')
    if (end === -1) return undefined
    const head = this.got.toString('latin1', 0, end + 2)
    const length = /^content-length: (\d+)/im.exec(head)?.[1]
    const isWhole =
      length === undefined
        ? this.got.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
        : this.got.length >= end + 4 + Number(length)
    return isWhole ? Number(head.slice(9, 12)) : undefined
  }
}
