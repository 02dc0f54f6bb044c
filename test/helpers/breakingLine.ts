import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

/** Bytes after which answers are broken off, in turn: within an event, between two of them, at once. */
const LENGTHS = [10, 1_200, 350, 2_500, 600, 1, 900]

export type BreakingLine = { readonly url: string; readonly cuts: () => number; readonly close: () => void }

/** Hands everything on to `to`, and breaks each answer off behind some bytes. */
export async function openBreakingLine(to: string, ask: typeof fetch = fetch): Promise<BreakingLine> {
  let cuts = 0
  const proxy = createServer((req, res) => {
    const gone = new AbortController()
    res.on('close', () => gone.abort())
    const handOn = async () => {
      const answer = await ask(to + (req.url ?? ''), { signal: gone.signal })
      res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      let left = LENGTHS[cuts++ % LENGTHS.length] ?? 0
      for await (const chunk of Readable.fromWeb(answer.body as never)) {
        const bytes = (chunk as Buffer).subarray(0, left)
        left -= bytes.length
        // Broken off before they are on their way, no bytes would arrive at all.
        await new Promise<unknown>((sent) => res.write(bytes, sent))
        if (left <= 0) return res.destroy()
      }
      return res.end()
    }
    handOn().catch(() => res.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`,
    cuts: () => cuts,
    close: () => {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
