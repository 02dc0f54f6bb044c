import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

describe('who writes in a piece', () => {
  const clock = new Date('2030-05-06T10:42:00.000Z')
  let newsroom: TestNewsroom
  let the: ReturnType<typeof pieces>
  let id: string

  beforeAll(async () => {
    newsroom = await openNewsroom({ now: () => clock })
    the = pieces(newsroom)
    id = await the.anArticle()
  })
  afterAll(async () => newsroom.close())

  const says = (as: Staff, writing: unknown, piece = id) =>
    newsroom.ask('POST', `/api/articles/${piece}/writers`, { as, body: { writing } })
  const seenBy = async (as: Staff, piece = id) =>
    (await newsroom.ask('GET', `/api/articles/${piece}/writers`, { as })).body.writers

  it('is told to the others, by person and since when, and not to that one', async () => {
    expect((await says('editor', true)).body).toEqual({ writers: [] })
    const editor = { id: newsroom.userIds.editor, since: '2030-05-06T10:42:00.000Z' }
    expect(await seenBy('reviewer')).toEqual([editor])
    expect((await says('editor2', true)).body).toEqual({ writers: [editor] })
    expect((await seenBy('editor')).map((each: { id: string }) => each.id)).toEqual([newsroom.userIds.editor2])
  })

  it('holds nobody off: neither a save nor a move', async () => {
    expect((await the.save('articles', id, { standfirst: 'Of the other' }, 'editor2')).status).toBe(200)
    await says('editor', true)
    expect((await the.move('articles', id, 'submit', 'editor2')).status).toBe(200)
    await says('editor', true)
    expect((await the.move('articles', id, 'sign_off', 'reviewer')).status).toBe(200)
  })

  it('is forgotten a minute after the last word of it, and at once when told so', async () => {
    await says('editor', true)
    clock.setTime(clock.getTime() + 59_000)
    expect(await seenBy('reviewer')).toHaveLength(1)
    await says('editor', true)
    clock.setTime(clock.getTime() + 59_000)
    expect(await seenBy('reviewer')).toHaveLength(1)
    clock.setTime(clock.getTime() + 2_000)
    expect(await seenBy('reviewer')).toEqual([])
    await says('editor', true)
    expect(await seenBy('reviewer')).toHaveLength(1)
    await says('editor', false)
    expect(await seenBy('reviewer')).toEqual([])
  })

  it('is for those only who may know of the text', async () => {
    expect((await newsroom.ask('GET', `/api/articles/${id}/writers`)).status).toBe(401)
    expect(codesOf(await newsroom.ask('GET', `/api/articles/${id}/writers`, { as: 'contributor' }))).toEqual([
      'not_found',
    ])
    expect(codesOf(await says('contributor', true))).toEqual(['not_found'])
    expect(codesOf(await says('editor', 'yes'))).toEqual(['invalid_value'])
    expect(await seenBy('reviewer')).toEqual([])
  })
})
