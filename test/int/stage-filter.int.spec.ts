import { createLocalReq, type Where } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  the = pieces(newsroom)
})
afterAll(() => newsroom.close())

/** What Payload's list shows under `?stage=…`, as it asks for it: the filter, then the newest versions that the person may see. */
async function listed(stage: unknown, as: Staff, more: Where = {}): Promise<readonly unknown[]> {
  const { payload, userIds } = newsroom
  const user = await payload.findByID({ collection: 'users', id: userIds[as], depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  req.query = stage === undefined ? {} : { stage }
  const filter = payload.collections.articles?.config.admin.baseFilter
  const where = await filter?.({ limit: 10, page: 1, req, sort: '' })
  const { docs } = await payload.find({
    collection: 'articles',
    depth: 0,
    draft: true,
    overrideAccess: false,
    user: req.user,
    where: where ? { and: [where, more] } : more,
  })
  return docs.map(({ id }) => id).toSorted()
}

it('keeps what is at the stage, also a next revision of what is public', async () => {
  const draft = await the.anArticle()
  const approved = await the.anArticle()
  await the.approved('articles', approved)
  const live = await the.anArticle({ credits: [{ author: await the.publicAuthor(), role: 'author' }] })
  await the.published('articles', live)
  expect(await listed('draft', 'editor')).toEqual([draft])
  expect(await listed('approved', 'publisher')).toEqual([approved])
  expect(await listed('published', 'editor')).toEqual([live])
  await the.save('articles', live, { headline: 'Changed' })
  expect(await listed('published', 'editor')).toEqual([])
  expect(await listed('draft', 'editor')).toEqual([draft, live].toSorted())
  expect(await listed('draft', 'editor', { headline: { equals: 'Changed' } })).toEqual([live])

  // Nothing is no filter, and what is no stage is none.
  expect(await listed('spiked', 'editor')).toEqual([])
  for (const none of [undefined, '', 'nosuch', ['draft'], { equals: 'draft' }])
    expect(await listed(none, 'editor')).toEqual([approved, draft, live].toSorted())
})

it('shows nobody what they may not see', async () => {
  await the.anArticle()
  const own = await the.anArticle({}, 'contributor')
  expect(await listed('draft', 'contributor')).toEqual([own])
})
