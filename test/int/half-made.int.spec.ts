import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf } from '../helpers/pieces.ts'

// Guard: hasHalfMadePicture() in valueShape.ts.

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})

afterAll(async () => {
  await newsroom.close()
})

it('a picture that was never uploaded is not stored', async () => {
  const pending = { type: 'upload', pending: { formID: 'f', src: 'https://pictures.invalid/h.jpg' } }
  const body = { root: { type: 'root', children: [{ type: 'paragraph', children: [pending] }] } }
  const made = await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'H', body } })
  expect([made.status, codesOf(made)]).toEqual([400, ['invalid_value']])
  expect(JSON.stringify(made.body)).toContain('never uploaded')
  const { id } = (await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'H' } })).body.doc
  const saved = await newsroom.ask('PATCH', `/api/articles/${id}`, { as: 'editor', body: { body } })
  expect([saved.status, codesOf(saved)]).toEqual([400, ['invalid_value']])
  expect((await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })).body.body ?? null).toBe(null)
})
