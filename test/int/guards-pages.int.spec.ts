import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture, type Picture } from '../helpers/pictures.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'
import { inTransaction, withoutCommit } from '../helpers/transaction.ts'

/** Guards read 200 rows at a time: what only the last of so many says counts too. */
const MANY = 205
const PAGE = 200
/** So many documents take their time on a slow machine. */
const LONG_MS = 300_000

let newsroom: TestNewsroom
let picture: Picture
/** In the order in which guards read them. */
let articles: readonly string[]
let topics: readonly string[]
let foil: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  const { anArticle } = pieces(newsroom)
  picture = await aPicture(newsroom)
  const made: string[] = []
  foil = await anArticle({ headline: 'What the others refer to' })
  for (let nth = 0; nth < MANY; nth++) made.push(await anArticle({ leadImage: picture.id, related: [foil] }))
  articles = made.sort()
  const filed: string[] = []
  for (let nth = 0; nth < MANY; nth++) {
    const name = `Topic ${String(nth)}`
    const { id } = await newsroom.payload.db.create({
      collection: 'topics',
      data: { name, slug: `topic-${String(nth)}` },
    })
    filed.push(String(id))
  }
  topics = filed.sort()
}, LONG_MS)
afterAll(() => newsroom.close())

const last = (ids: readonly string[]) => String(ids.at(-1))
const among = (ids: readonly string[]) => `where[id][in]=${ids.join(',')}`

/** The most rows that any one read has given while `act` ran. */
async function mostRows(act: () => Promise<unknown>): Promise<number> {
  const { db } = newsroom.payload
  const plain = { find: db.find, findVersions: db.findVersions }
  let most = 0
  for (const [name, read] of Object.entries(plain) as [string, (args: never) => Promise<{ docs: unknown[] }>][]) {
    const counted = async (args: never) => {
      const found = await read.call(db, args)
      most = Math.max(most, found.docs.length)
      return found
    }
    Object.assign(db, { [name]: counted })
  }
  try {
    await act()
  } finally {
    Object.assign(db, plain)
  }
  return most
}

describe('a guard of many documents', () => {
  it('refuses a deletion for the sake of the last of them', async () => {
    const { save } = pieces(newsroom)
    expect((await save('articles', String(articles[0]), { topics: [last(topics)] })).status).toBe(200)
    const most = await mostRows(async () => {
      const refused = await newsroom.ask('DELETE', '/api/topics?where[createdAt][exists]=true', { as: 'editor' })
      expect(refused.status).toBe(409)
      expect(codesOf(refused)).toEqual(['in_use'])
    })
    expect(most).toBe(PAGE)
    expect((await newsroom.payload.db.count({ collection: 'topics' })).totalDocs).toBe(MANY)
  })

  it('knows all that goes in the same call, and finds a piece that stays among all that refer', async () => {
    const refused = await newsroom.ask('DELETE', `/api/articles?${among([foil, ...articles.slice(0, -1)])}`, {
      as: 'editor',
    })
    expect(refused.status).toBe(409)
    expect(codesOf(refused)).toEqual(['in_use'])
    const { anArticle } = pieces(newsroom)
    const first = await anArticle({ headline: 'First of two' })
    const second = await anArticle({ headline: 'Second of two', related: [first] })
    expect((await newsroom.ask('DELETE', `/api/articles?${among([first])}`, { as: 'editor' })).status).toBe(409)
    const both = await newsroom.ask('DELETE', `/api/articles?${among([first, second])}`, { as: 'editor' })
    expect(both.status, JSON.stringify(both.body)).toBe(200)
  })

  it(
    'notes a change of a picture in every draft that shows it',
    async () => {
      const most = await mostRows(async () => {
        const changed = await newsroom.ask('PATCH', `/api/media/${picture.id}`, {
          as: 'editor',
          body: { alt: 'Another.' },
        })
        expect(changed.status, JSON.stringify(changed.body)).toBe(200)
      })
      expect(most).toBe(PAGE)
      const { offences, pieces: looked } = await audit(newsroom.payload)
      expect(offences).toEqual([])
      expect(looked).toBeGreaterThan(MANY)
    },
    LONG_MS,
  )

  it('refuses to delete the last of them when readers have it, on each route', async () => {
    for (const id of [foil, last(articles)]) await pieces(newsroom).published('articles', id)
    const refused = await newsroom.ask('DELETE', `/api/articles?${among(articles)}`, { as: 'editor' })
    expect(refused.status).toBe(403)
    expect(codesOf(refused)).toEqual(['use_transitions'])
    for (const call of ['deleteMany', 'deleteOne'] as const) {
      const most = await mostRows(async () => {
        const written = withoutCommit(newsroom, (req) =>
          newsroom.payload.db[call]({ collection: 'articles', where: { id: { in: [...articles] } }, req }),
        )
        await expect(written, call).rejects.toMatchObject({ data: { entries: [{ code: 'use_transitions' }] } })
      })
      expect(most, call).toBe(PAGE)
    }
  })

  it('reads the pieces page by page of which versions are deleted, and proves them', async () => {
    const most = await mostRows(async () => {
      const written = inTransaction(newsroom, async (req) => {
        const where = { parent: { in: [...articles] } }
        await newsroom.payload.db.deleteVersions({ collection: 'articles', where, req })
      })
      await expect(written).rejects.toMatchObject({ data: { entries: [{ code: 'use_transitions' }] } })
    })
    expect(most).toBe(PAGE)
  })
})

describe('a save that is based on an older revision', () => {
  it('is told what changed since, also when that is many versions ago', async () => {
    const { anArticle, save, transitions } = pieces(newsroom)
    const id = await anArticle({ kicker: 'Zero' })
    const { digest: base } = await transitions('articles', id, 'editor')
    for (const kicker of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'])
      expect((await save('articles', id, { kicker })).status).toBe(200)
    const most = await mostRows(async () => {
      const { status, body } = await save('articles', id, { headline: 'New', baseDigest: base })
      expect(status).toBe(409)
      expect(body.errors[0].code).toBe('stale_revision')
      expect(body.errors[0].changedFields).toEqual(['kicker'])
    })
    expect(most).toBe(5)
  })
})
