import type { CollectionConfig, Field } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { adopt } from '../../packages/plugin-imprimatur/src/index.ts'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { openStranger } from '../helpers/openStranger.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

type Move = { readonly name: string; readonly allowed: boolean; readonly blockers: readonly { gate?: string }[] }
type Companion = {
  readonly id: string
  readonly needed: boolean
  readonly digest: string
  readonly own: boolean
  readonly moves: readonly Move[]
}

let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let author: string
let article: string
let teaser: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  the = pieces(newsroom)
})
afterAll(async () => {
  expect((await audit(newsroom.payload)).offences).toEqual([])
  await newsroom.close()
})

beforeEach(async () => {
  author = await the.anAuthor()
  article = await the.anArticle({ credits: [{ author, role: 'author' }] })
  teaser = await aTeaser(article)
})

async function aTeaser(of: string): Promise<string> {
  const body = { headline: 'A teaser', excerpt: 'A few words.', target: { kind: 'article', article: of } }
  const answer = await newsroom.ask('POST', '/api/news-teasers', { as: 'editor', body })
  expect(answer.status).toBe(201)
  return String(answer.body.doc.id)
}

const companions = (as: Staff | undefined, collection = 'articles', id = article) =>
  newsroom.ask('GET', `/api/${collection}/${id}/companions`, as ? { as } : {})
const seen = async (collection?: string, id?: string) => {
  const { body } = await companions('publisher', collection, id)
  return body as { moves: readonly Move[]; docs: readonly Companion[] }
}
const allowed = (moves: readonly Move[], name: string) => moves.find((move) => move.name === name)?.allowed

describe('what goes out together with a piece', () => {
  it('is what it refers to and what refers to it, of what is not public', async () => {
    const { docs } = await seen()
    expect(docs.map(({ id, needed }) => [id, needed])).toEqual([
      [author, true],
      [teaser, false],
    ])
    // A teaser needs its article, and with it the author.
    expect((await seen('news-teasers', teaser)).docs.map(({ id, needed }) => [id, needed])).toEqual([
      [article, true],
      [author, true],
    ])
  })

  // Guards: `goingPublic` in companionsOf, and what POST /api/transitions makes of it.
  it('is allowed to go as it would all together, and does go so in one step', async () => {
    for (const [collection, id] of [
      ['authors', author],
      ['articles', article],
      ['news-teasers', teaser],
    ] as const)
      await the.approved(collection, id)
    const alone = await the.transitions('articles', article, 'publisher')
    expect(allowed(alone.transitions, 'publish')).toBe(false)
    const { docs, moves } = await seen()
    expect(allowed(moves, 'publish')).toBe(true)
    expect(docs.map((each) => [allowed(each.moves, 'publish'), allowed(each.moves, 'schedule')])).toEqual([
      [true, true],
      [true, true],
    ])
    const items = [
      { collection: 'articles', id: article, transition: 'publish', digest: alone.digest },
      { collection: 'authors', id: author, transition: 'publish', digest: docs[0]?.digest },
      { collection: 'news-teasers', id: teaser, transition: 'publish', digest: docs[1]?.digest },
    ]
    const made = await newsroom.ask('POST', '/api/transitions', { as: 'publisher', body: { items } })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    expect((await seen()).docs).toEqual([])
    expect((await newsroom.ask('GET', `/api/news-teasers/${teaser}`)).status).toBe(200)
  })

  // Guards: `own: isOf(…)`, and `TOGETHER` in companionsOf.
  it('can be submitted and signed off together, and says what the asker wrote', async () => {
    const of = async (as: Staff) => ((await companions(as)).body as { docs: readonly Companion[] }).docs
    const told = async (as: Staff) =>
      (await of(as)).map(({ moves, own }) => [own, allowed(moves, 'submit'), allowed(moves, 'sign_off')])
    const both = (each: readonly unknown[]) => [each, each]
    expect(await told('editor')).toEqual(both([true, true, false]))
    expect(await told('editor2')).toEqual(both([false, true, false]))
    expect(await told('reviewer')).toEqual(both([false, false, false]))
    const together = async (as: Staff, transition: string) => {
      const { digest } = await the.transitions('articles', article, as)
      const [first, second] = await of(as)
      const items = [
        { collection: 'articles', id: article, transition, digest },
        { collection: 'authors', id: author, transition, digest: first?.digest },
        { collection: 'news-teasers', id: teaser, transition, digest: second?.digest },
      ]
      return (await newsroom.ask('POST', '/api/transitions', { as, body: { items } })).status
    }
    expect(await together('editor', 'submit')).toBe(200)
    expect(await told('reviewer')).toEqual(both([false, false, true]))
    // Four eyes count for each of them.
    expect(await told('editor')).toEqual(both([true, false, false]))
    expect(await together('reviewer', 'sign_off')).toBe(200)
    expect((await the.dossier('news-teasers', teaser)).stage).toBe('approved')
  })

  it('says of what cannot go why not', async () => {
    await the.approved('articles', article)
    const { docs, moves } = await seen()
    expect(allowed(moves, 'publish')).toBe(false)
    const own = docs.find(({ id }) => id === author)?.moves.find(({ name }) => name === 'publish')
    expect([own?.allowed, own?.blockers.length]).toEqual([false, 1])
  })

  // Guard: `stage === 'spiked'`, `deletedAt` and `live` in `add`.
  it('leaves out what was dropped, what is in the trash and what is public', async () => {
    await the.moved('news-teasers', teaser, 'spike', 'editor', { reason: 'No room.' })
    const trashed = await aTeaser(article)
    await newsroom.ask('PATCH', `/api/news-teasers/${trashed}`, {
      as: 'editor',
      body: { deletedAt: new Date().toISOString() },
    })
    await the.published('authors', author)
    expect((await seen()).docs).toEqual([])
  })

  it('says when a companion goes out by itself', async () => {
    await the.approved('authors', author)
    const at = new Date(Date.now() + 86_400_000).toISOString()
    await the.moved('authors', author, 'schedule', 'publisher', { at })
    expect((await seen()).docs[0]).toMatchObject({ id: author, stage: 'scheduled', scheduledAt: at })
  })

  // Guards: `wholePiece`, and `canSeeDraft` in `add`.
  it('is told to nobody who may not see the piece, and names no draft to who may not see that', async () => {
    expect((await companions(undefined)).status).toBe(401)
    expect([(await companions('contributor')).status, codesOf(await companions('contributor'))]).toEqual([
      404,
      ['not_found'],
    ])
    expect((await companions('publisher', 'articles', '00000000-0000-4000-8000-000000000000')).status).toBe(404)
    const published = await the.anArticle({ credits: [{ author: await the.publicAuthor(), role: 'author' }] })
    await the.published('articles', published)
    expect((await companions('contributor', 'articles', published)).status).toBe(403)
    const own = await the.anArticle({ credits: [{ author, role: 'author' }], body: aText('Mine.') }, 'contributor')
    const { body } = await companions('contributor', 'articles', own)
    expect(JSON.stringify(body.docs)).not.toContain(author)
    expect((await companions('publisher', 'articles', own)).body.docs).toHaveLength(1)
  })
})

describe('a piece that much refers to', () => {
  /** What the plugin adds: documents are there before it. */
  const MACHINE: Field[] = [
    { name: 'createdBy', type: 'text', index: true },
    { name: 'changedBy', type: 'text', index: true },
    { name: 'publishedAt', type: 'date', index: true },
    { name: 'firstPublishedAt', type: 'date', index: true },
  ]
  const options = ['editor', 'reviewer', 'publisher', 'admin']
  const roles: Field = { name: 'roles', type: 'select', hasMany: true, options }
  const posts: CollectionConfig = {
    slug: 'posts',
    admin: { useAsTitle: 'title' },
    access: { read: () => true },
    versions: { drafts: true },
    fields: [{ name: 'title', type: 'text' }, { name: 'about', type: 'relationship', relationTo: 'posts' }, ...MACHINE],
  }

  // Guard: `live` in `add`; 200 that are public left no room for one that is not. Numbers, as pages go by ids.
  it('goes out with what is not public, however much is public', async () => {
    const numbered = process.env.TEST_DATABASE !== 'mongodb'
    const setting = { collections: [posts, { slug: 'users', auth: true, fields: [roles] }], numbered }
    const before = await openStranger(setting)
    const make = (data: object) =>
      before.payload.create({ collection: 'posts', data: { ...data, _status: 'published' } })
    const { id } = await make({ title: 'All about it' })
    for (let nth = 1; nth <= 201; nth++) await make({ title: `Public ${String(nth)}`, about: id })
    const after = await before.reopen({ ...setting, plugin: { collections: { posts: {} } } })
    try {
      expect(await adopt(after.payload)).toMatchObject({ published: 202, failed: [] })
      await after.person('ed@example.org', { roles: ['editor'] })
      const ask = (method: string, address: string, body?: object) => after.ask(method, address, body, 'ed@example.org')
      const draft = await ask('POST', '/api/posts', { title: 'A draft', about: id })
      expect(draft.status, JSON.stringify(draft.body)).toBe(201)
      const { body } = await ask('GET', `/api/posts/${String(id)}/companions`)
      expect(body.docs).toMatchObject([{ id: String(draft.body.doc.id), needed: false, stage: 'draft' }])
    } finally {
      await after.close()
    }
  })
})
