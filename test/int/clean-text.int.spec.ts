import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeByHand } from '../helpers/byHand.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'
import { aPicture } from '../helpers/pictures.ts'

// Guards: normalizeInput(), normalizeGlobalInput() and cleanCopied() in normalizeInput.ts, cleanText() in command.ts.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

const BAD = 'Harbour\u000b opens\u0007 \u202e\ufffe'
const LINE = 'Harbour opens'
const TEXT = 'Harbour\n opens '

const made = async (collection: string, body: object, as: 'admin' | 'editor' = 'editor') => {
  const answer = await newsroom.ask('POST', `/api/${collection}?depth=0`, { as, body })
  expect([answer.status, codesOf(answer)]).toEqual([201, []])
  return answer.body.doc
}
const draftOf = async (collection: string, id: string) =>
  (await newsroom.ask('GET', `/api/${collection}/${id}?draft=true&depth=0`, { as: 'editor' })).body
const unprintable = (value: unknown): string[] =>
  JSON.stringify(value).match(/\\u00[01][0-9a-f]|\\[bf]|[\x7f-\x9f\u202d\u202e\ufffe\uffff]/g) ?? []

describe('what was copied from elsewhere', () => {
  const body = {
    headline: BAD,
    standfirst: BAD,
    body: aText(BAD),
    credits: [{ creditedAs: BAD }],
    seo: { title: BAD, description: BAD },
    corrections: [{ text: BAD, kind: 'update', at: '2027-01-01T00:00:00Z' }],
  }
  const expected = {
    headline: LINE,
    standfirst: TEXT,
    credits: [expect.objectContaining({ creditedAs: LINE })],
    seo: expect.objectContaining({ title: LINE, description: TEXT }),
    corrections: [expect.objectContaining({ text: TEXT })],
  }
  const textsOf = (doc: { body: { root: { children: { children: { type: string; text?: string }[] }[] } } }) =>
    (doc.body.root.children[0]?.children ?? []).map(({ type, text }) => text ?? type)

  it('is clean in every field of a new piece and of a save', async () => {
    const { id } = await made('articles', body)
    for (const _ of ['made', 'saved']) {
      const draft = await draftOf('articles', id)
      expect(draft).toMatchObject(expected)
      expect(textsOf(draft)).toEqual(['Harbour', 'linebreak', ' opens '])
      expect(unprintable(draft)).toEqual([])
      expect((await desk.save('articles', id, body)).status).toBe(200)
    }
    expect(await desk.events('articles', id)).toEqual(['create'])
  })

  it('is clean in a save of many at once, along GraphQL and from code inside the server', async () => {
    const { id } = await made('articles', { headline: 'Bulk' })
    await newsroom.ask('PATCH', `/api/articles?where[id][equals]=${id}`, { as: 'editor', body: { headline: BAD } })
    expect((await draftOf('articles', id)).headline).toBe(LINE)
    const mutation = `mutation ($id: String!, $data: mutationArticleUpdateInput!) { updateArticle(id: $id, data: $data) { id } }`
    const along = await newsroom.graphql(mutation, { id, data: { standfirst: BAD, body: aText(BAD) } }, 'editor')
    expect(along.body.errors).toBeUndefined()
    const draft = await draftOf('articles', id)
    expect([draft.standfirst, ...textsOf(draft)]).toEqual([TEXT, 'Harbour', 'linebreak', ' opens '])
    const topic = await newsroom.payload.create({
      collection: 'topics',
      data: { name: BAD },
      overrideAccess: true,
    })
    expect(topic).toMatchObject({ name: LINE })
  })

  it('is clean in blocks: one line in a field of one line, and a text within a text', async () => {
    const factBox = { blockType: 'factBox', title: BAD, text: aText(BAD) }
    const pullQuote = { blockType: 'pullQuote', quote: BAD, attribution: BAD, unheard: BAD }
    const blocks = [factBox, pullQuote].map((fields) => ({ type: 'block', version: 2, format: '', fields }))
    const { id } = await made('articles', { headline: 'Blocks', body: { root: { ...aText().root, children: blocks } } })
    const [box, quote] = (await draftOf('articles', id)).body.root.children
    expect(box.fields.title).toBe(LINE)
    expect(textsOf({ body: box.fields.text })).toEqual(['Harbour', 'linebreak', ' opens '])
    expect(quote.fields).toMatchObject({ quote: TEXT, attribution: LINE, unheard: TEXT })
  })

  it.each([
    ['authors', { displayName: BAD, shortBio: BAD, affiliations: [{ organization: BAD }] }, 'displayName'],
    ['news-teasers', { headline: BAD, excerpt: BAD }, 'headline'],
    ['topics', { name: BAD }, 'name'],
    ['sections', { name: BAD }, 'name'],
  ] as const)('is clean in %s', async (collection, sent, field) => {
    const doc = await made(collection, sent, collection === 'sections' ? 'admin' : 'editor')
    expect(doc[field]).toBe(LINE)
    expect(unprintable(doc)).toEqual([])
  })

  it('is clean in what is said of pictures, in names of colleagues and in settings', async () => {
    const { id } = await aPicture(newsroom, { alt: BAD, ...{ caption: BAD, credit: BAD } })
    expect((await newsroom.ask('GET', `/api/media/${id}`, { as: 'editor' })).body).toMatchObject({
      alt: TEXT,
      caption: TEXT,
      credit: LINE,
    })
    const user = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds.contributor}`, {
      as: 'admin',
      body: { name: BAD },
    })
    expect(user.body.doc.name).toBe(LINE)
    const settings = await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { name: BAD } })
    expect(settings.body.result.name).toBe(LINE)
  })

  it('is clean in what is said of a retraction', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    await desk.moved('articles', id, 'retract', 'publisher', { reason: BAD, notice: BAD })
    const { body: gone } = await newsroom.ask('GET', `/api/articles/${id}`)
    expect(JSON.stringify(gone)).toContain('Harbour')
    expect(unprintable(gone)).toEqual([])
  })

  it.each([
    ['media', { alt: 'a\ud83d' }],
    ['users', { name: 'a\0b' }],
  ])('is refused in %s where it cannot be kept', async (collection, body) => {
    const id = collection === 'users' ? newsroom.userIds.editor : (await aPicture(newsroom)).id
    const answer = await newsroom.ask('PATCH', `/api/${collection}/${id}`, { as: 'admin', body })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
  })
})

describe('what was stored before texts were cleaned', () => {
  const stored = async () => {
    const id = await desk.anArticle({ headline: 'Stored' })
    const [table, column] =
      newsroom.payload.db.name !== 'mongoose'
        ? ['_articles_v', 'version_headline']
        : ['_articles_versions', 'version.headline']
    await changeByHand(newsroom.payload, { table, by: [column, 'Stored'], column }, () => 'Stored\u0007')
    return id
  }

  it('goes out as it was signed', async () => {
    const id = await stored()
    const { digest } = await desk.transitions('articles', id, 'editor')
    await desk.published('articles', id)
    expect((await desk.dossier('articles', id)).live.digest).toBe(digest)
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).body.headline).toBe('Stored\u0007')
  })

  it('is clean in a duplicate, and when an old version is restored', async () => {
    const id = await stored()
    const copy = await newsroom.ask('POST', `/api/articles/${id}/duplicate`, { as: 'editor', body: {} })
    expect(unprintable((await draftOf('articles', copy.body.doc.id)).headline)).toEqual([])
    const versions = await newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${id}`, { as: 'editor' })
    await desk.save('articles', id, { headline: 'Newer' })
    const old = versions.body.docs[0].id
    const restored = await newsroom.ask('POST', `/api/articles/versions/${old}?draft=true`, { as: 'editor' })
    expect(restored.status).toBe(200)
    expect((await draftOf('articles', id)).headline).toBe('Stored')
  })
})
