import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  await newsroom.payload.update({
    collection: 'users',
    id: newsroom.userIds.editor2,
    data: { roles: ['editor', 'reviewer'] },
    overrideAccess: true,
  })
})

afterAll(async () => {
  await newsroom.close()
})

const writersOf = async (id: string) => (await desk.dossier('articles', id)).writers as string[]

// Guard: noteInDrafts() in shownMedia.ts.
describe('whoever changes a picture that a draft shows', () => {
  it.each([
    [
      'changes its text',
      (id: string) => newsroom.ask('PATCH', `/api/media/${id}`, { as: 'editor2', body: { alt: 'Mine.' } }),
    ],
    ['deletes it', (id: string) => newsroom.ask('DELETE', `/api/media/${id}`, { as: 'editor2' })],
  ])('is one of its writers when they %s, and cannot sign it off', async (_, change) => {
    const picture = (await aPicture(newsroom)).id
    const id = await desk.anArticle({ leadImage: picture })
    await desk.moved('articles', id, 'submit', 'editor')
    const stale = (await desk.transitions('articles', id, 'reviewer')).digest
    expect((await change(picture)).status).toBe(200)

    expect(await desk.events('articles', id)).toEqual(['create', 'submit', 'touch'])
    expect(await writersOf(id)).toContain(newsroom.userIds.editor2)
    const own = await desk.move('articles', id, 'sign_off', 'editor2')
    expect([own.status, codesOf(own)]).toEqual([422, ['four_eyes']])
    const old = await newsroom.ask('POST', `/api/articles/${id}/transitions`, {
      as: 'reviewer',
      body: { transition: 'sign_off', digest: stale },
    })
    expect([old.status, codesOf(old)]).toEqual([409, ['stale_digest']])
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('cannot do so once somebody has signed off the piece', async () => {
    const picture = (await aPicture(newsroom)).id
    const id = await desk.approved('articles', await desk.anArticle({ leadImage: picture }))
    const answer = await newsroom.ask('PATCH', `/api/media/${picture}`, { as: 'editor2', body: { alt: 'Mine.' } })
    expect([answer.status, codesOf(answer)]).toEqual([409, ['media_in_use']])
    expect(await desk.events('articles', id)).toEqual(['create', 'submit', 'sign_off'])
  })
})
