import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

const MANY = 20
/** By default others have their turn after 10 ms; what is tried here takes a hundred at least. */
const TURNS = 5

let newsroom: TestNewsroom
let articles: readonly string[]

beforeAll(async () => {
  newsroom = await openNewsroom()
  const made: string[] = []
  for (let nth = 0; nth < MANY; nth++) made.push(await pieces(newsroom).anArticle())
  articles = made
})
afterAll(() => newsroom.close())

/** How often the event loop comes round while `act` runs: a request that waits is taken up each time. */
async function turnsDuring(act: () => Promise<unknown>): Promise<number> {
  let [turns, running] = [0, true]
  const count = () => {
    turns++
    if (running) setImmediate(count)
  }
  setImmediate(count)
  try {
    await act()
  } finally {
    running = false
  }
  return turns
}

/** SQLite answers within the process, and at once: work of many statements would let nobody in before its end. */
describe('others are answered', () => {
  it('during an audit', async () => {
    expect(await turnsDuring(() => audit(newsroom.payload))).toBeGreaterThan(TURNS)
  })

  it('during moves of many pieces', async () => {
    const { transitions } = pieces(newsroom)
    const items = await Promise.all(
      articles.map(async (id) => ({
        collection: 'articles',
        id,
        transition: 'submit',
        digest: (await transitions('articles', id, 'editor')).digest,
      })),
    )
    const turns = await turnsDuring(async () => {
      const answer = await newsroom.ask('POST', '/api/transitions', { as: 'editor', body: { items } })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    })
    expect(turns).toBeGreaterThan(TURNS)
  })

  it('during a deletion of many', async () => {
    const turns = await turnsDuring(async () => {
      const answer = await newsroom.ask('DELETE', `/api/articles?where[id][in]=${articles.join(',')}`, { as: 'editor' })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    })
    expect(turns).toBeGreaterThan(TURNS)
  })
})
