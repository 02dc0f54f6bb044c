import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AnswerCache } from '../../../src/delivery/AnswerCache.ts'
import { deliver } from '../../../src/delivery/deliver.ts'

const SECOND = 1000

let server: Server
let address: string

/** Works without a pause until the next second has begun. */
function untilTheNextSecond(): void {
  const end = (Math.floor(Date.now() / SECOND) + 1) * SECOND
  while (Date.now() < end);
}

beforeEach(async () => {
  server = createServer(
    deliver({
      cache: new AnswerCache({ bytes: 1024 * 1024, now: () => Date.now(), isPublic: () => true }),
      app: (req, res) => {
        if (req.url === '/slow') untilTheNextSecond()
        res.setHeader('Content-Type', 'text/plain')
        res.end(req.url)
      },
      isPublic: (path) => path === '/slow',
      otherOrigins: new Set(),
      sessionCookie: 'session',
      preconditionFailed: '{}',
      report: (error) => {
        throw error
      },
    }),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})
afterEach(() => new Promise((closed) => server.close(closed)))

describe('an answer that was made across the beginning of a second', () => {
  it('is not younger than its date', async () => {
    // Another answer, from which Node knows the date.
    await (await fetch(`${address}/other`)).text()
    const { headers } = await fetch(`${address}/slow`)
    const modified = Date.parse(headers.get('last-modified') ?? '')
    expect(modified).not.toBeNaN()
    expect(modified).toBeLessThanOrEqual(Date.parse(headers.get('date') ?? ''))
  })
})
