import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { expect, it } from 'vitest'

import type { FeedSource } from '../../../src/feeds/index.ts'
import { feedRoutes } from '../../../src/server/http/feedRoutes.ts'

/** A newsroom with an article in every month, as the port to it gives them, which is told of every read. */
function sourceOf(reading: (nth: number) => void): FeedSource {
  let reads = 0
  const list: FeedSource['reads']['list'] = (_, { sort } = {}) => {
    reading(++reads)
    const at = `${sort === 'firstPublishedAt' ? '1990' : '2026'}-01-01T00:00:00.000Z`
    const docs = [{ id: 'a', slug: 'a', updatedAt: at, firstPublishedAt: at }]
    return Promise.resolve({ docs, hasNextPage: false, totalDocs: 1, page: 1, totalPages: 1 })
  }
  return { origin: 'https://news.example.org', now: () => new Date(0), reads: { list } } as unknown as FeedSource
}

async function ask(res: ServerResponse, source: FeedSource): Promise<void> {
  const req = Object.assign(res.req, { path: '/sitemap.xml' })
  await feedRoutes(source)(req as never, res as never, () => {
    throw new Error('It is a feed.')
  })
}

function aResponse(): ServerResponse {
  const req = new IncomingMessage(new Socket())
  return new ServerResponse(Object.assign(req, { method: 'GET', url: '/sitemap.xml' }))
}

// Guard: `readsWhileWanted`.
it('reads no further when the client has gone', async () => {
  let reads = 0
  const whole = aResponse()
  await ask(
    whole,
    sourceOf(() => reads++),
  )
  expect(whole.statusCode).toBe(200)
  expect(reads).toBeGreaterThan(12 * 36)

  reads = 0
  const left = aResponse()
  await ask(
    left,
    sourceOf((nth) => {
      reads++
      if (nth === 9) left.destroy()
    }),
  )
  expect(reads).toBe(9)
})

it('fails with what fails while somebody waits', async () => {
  const failing = sourceOf(() => {
    throw new Error('The disk is gone.')
  })
  await expect(ask(aResponse(), failing)).rejects.toThrow('The disk is gone.')
})
