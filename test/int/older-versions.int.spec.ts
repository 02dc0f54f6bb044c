import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

describe('what only an older draft says', () => {
  // Guard: takenSlugs() counts the latest versions alone.
  it('keeps no other piece from a slug, and what the newest says does', async () => {
    const id = await desk.anArticle({ slug: 'first' })
    for (const slug of ['second', 'third']) expect((await desk.save('articles', id, { slug })).status, slug).toBe(200)
    const withSlug = (slug: string) =>
      newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: `Another ${slug}`, slug } })
    expect((await withSlug('third')).status).toBe(400)
    const { status, body } = await withSlug('second')
    expect([status, body.doc?.slug]).toEqual([201, 'second'])
  })

  // Guard: parentsOf() with onlyLatest.
  it('keeps no section from being deleted, and what the newest says does', async () => {
    const aSection = async (name: string) =>
      String((await newsroom.ask('POST', '/api/sections', { as: 'admin', body: { name } })).body.doc.id)
    const [before, now] = [await aSection('Before'), await aSection('Now')]
    const id = await desk.anArticle()
    for (const section of [before, now])
      expect((await desk.save('articles', id, { section })).status, section).toBe(200)
    const remove = (section: string) => newsroom.ask('DELETE', `/api/sections/${section}`, { as: 'admin' })
    expect((await remove(now)).body.errors?.[0]).toMatchObject({ code: 'in_use' })
    expect((await remove(before)).status).toBe(200)
  })
})
