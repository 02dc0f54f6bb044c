import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeByHand } from '../helpers/byHand.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

// Guards: movedFrom() in keepSlug() and in transitionContext.ts; ledFromFormerSlugs().

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

/** A public article that stood at the slug of its headline and moved on to another one. */
const moved = async (headline: string, to: string) => {
  const id = await desk.published('articles', await desk.anArticle({ headline }))
  await desk.save('articles', id, { slug: to })
  return desk.published('articles', id)
}
const slugOf = async (id: string) =>
  (await newsroom.ask('GET', `/api/articles/${id}?draft=true&depth=0`, { as: 'editor' })).body.slug
const leadsTo = async (slug: string) =>
  (await newsroom.ask('GET', `/api/articles/by-slug/${slug}`)).headers.get('location')

describe('the address that a public piece moved away from', () => {
  it('is given to no other piece by itself', async () => {
    await moved('Harbour opens', 'harbour')
    expect(await slugOf(await desk.anArticle({ headline: 'Harbour opens' }))).toBe('harbour-opens-2')
    expect(await leadsTo('harbour-opens')).toBe('/api/articles/by-slug/harbour')
  })

  it('is refused to whoever types it, with the piece that readers reach by it', async () => {
    await moved('Ferry sails', 'ferry')
    const id = await desk.anArticle({ headline: 'Another ferry' })
    const answer = await desk.save('articles', id, { slug: 'ferry-sails' })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
    expect(JSON.stringify(answer.body)).toContain('“Ferry sails”')
    expect(await slugOf(id)).toBe('another-ferry')
    // Each piece is at an address of its kind.
    const author = await desk.anAuthor({ displayName: 'Ferry sails' })
    expect(author).toBeTruthy()
  })

  it('is open to the piece itself', async () => {
    const id = await moved('Bridge stands', 'bridge')
    await desk.save('articles', id, { slug: 'bridge-stands' })
    await desk.published('articles', id)
    expect(await leadsTo('bridge')).toBe('/api/articles/by-slug/bridge-stands')
  })

  it('stays closed when that piece was retracted or withdrawn, and opens when it was deleted', async () => {
    const retracted = await moved('Tunnel digs', 'tunnel')
    await desk.moved('articles', retracted, 'retract', 'publisher', { reason: 'Wrong.', notice: 'It was wrong.' })
    const withdrawn = await moved('Canal flows', 'canal')
    await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'Rights.' })
    expect(await slugOf(await desk.anArticle({ headline: 'Tunnel digs' }))).toBe('tunnel-digs-2')
    expect(await slugOf(await desk.anArticle({ headline: 'Canal flows' }))).toBe('canal-flows-2')
    expect((await newsroom.ask('DELETE', `/api/articles/${withdrawn}`, { as: 'editor' })).status).toBe(200)
    const id = await desk.anArticle({ headline: 'Another canal' })
    expect((await desk.save('articles', id, { slug: 'canal-flows' })).status).toBe(200)
  })

  it('does not tell a contributor of a piece that they may not see', async () => {
    const withdrawn = await moved('Secret title', 'no-secret')
    await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'Rights.' })
    await desk.save('articles', withdrawn, { headline: 'Quite another one' })
    const answer = await newsroom.ask('POST', '/api/articles', {
      as: 'contributor',
      body: { headline: 'Mine', slug: 'secret-title', generateSlug: false },
    })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('led to another piece')
    expect(JSON.stringify(answer.body)).not.toMatch(/Secret title|Quite another/)
  })

  it('stops a piece that has it all the same', async () => {
    await moved('Road closes', 'road')
    const id = await desk.anArticle({ headline: 'Rail closes' })
    const [table, column] =
      newsroom.payload.db.name !== 'mongoose' ? ['_articles_v', 'version_slug'] : ['_articles_versions', 'version.slug']
    await changeByHand(newsroom.payload, { table, by: [column, 'rail-closes'], column }, () => 'road-closes')
    const answer = await desk.move('articles', id, 'submit', 'editor')
    expect([answer.status, codesOf(answer)]).toEqual([422, ['gate_failed']])
    expect(JSON.stringify(answer.body)).toContain('led to “Road closes”')
  })
})

describe.each(['sections', 'topics', 'places'])('the address that one of the %s moved away from', (collection) => {
  const made = async (name: string, more: object = {}) => {
    const kind = collection === 'places' ? { kind: 'place', countryCode: 'CH' } : {}
    const body = { name, ...kind, ...more }
    return newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
  }
  const renamed = (id: string, slug: string) =>
    newsroom.ask('PATCH', `/api/${collection}/${id}?select[name]=true`, { as: 'editor', body: { slug } })
  const at = async (slug: string) => {
    const { headers, status } = await newsroom.ask('GET', `/api/${collection}/by-slug/${slug}?depth=0`)
    return [status, headers.get('location')]
  }

  it('leads readers on, also after a second move, and back', async () => {
    const { id } = (await made('Old world')).body.doc
    expect(await at('old-world')).toEqual([200, null])
    expect((await renamed(id, 'new-world')).status).toBe(200)
    expect(await at('old-world')).toEqual([308, `/api/${collection}/by-slug/new-world?depth=0`])
    await renamed(id, 'last-world')
    expect(await at('old-world')).toEqual([308, `/api/${collection}/by-slug/last-world?depth=0`])
    expect(await at('new-world')).toEqual([308, `/api/${collection}/by-slug/last-world?depth=0`])
    await renamed(id, 'old-world')
    expect(await at('old-world')).toEqual([200, null])
    expect(await at('last-world')).toEqual([308, `/api/${collection}/by-slug/old-world?depth=0`])
  })

  it('is given to no other one while that is there', async () => {
    const { id } = (await made('Far away')).body.doc
    await renamed(id, 'further-away')
    expect((await made('Far away')).body.doc.slug).toBe('far-away-2')
    const typed = await made('Another', { slug: 'far-away', generateSlug: false })
    expect([typed.status, codesOf(typed)]).toEqual([400, ['invalid_value']])
    expect(JSON.stringify(typed.body)).toContain('led to “Far away”')
  })

  it('goes with it when it is deleted', async () => {
    const { id } = (await made('Long gone')).body.doc
    await renamed(id, 'longer-gone')
    expect((await newsroom.ask('DELETE', `/api/${collection}/${id}`, { as: 'editor' })).status).toBe(200)
    const { docs } = await newsroom.payload.db.find({
      collection: 'moved-slugs',
      where: { from: { equals: 'long-gone' } },
    })
    expect(docs).toEqual([])
    expect(await at('long-gone')).toEqual([404, null])
    expect((await made('Another one', { slug: 'long-gone', generateSlug: false })).status).toBe(201)
    expect(await at('long-gone')).toEqual([200, null])
  })
})
