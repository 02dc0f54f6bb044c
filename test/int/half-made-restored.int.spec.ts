import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'
import { inTransaction } from '../helpers/transaction.ts'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})

afterAll(async () => {
  await newsroom.close()
})

const pending = { type: 'upload', pending: { formID: 'f', src: 'https://pictures.invalid/h.jpg' } }
const body = { root: { type: 'root', children: [{ type: 'paragraph', children: [pending] }] } }

// Guard: shapeErrors() in refuseMisshapen.ts, which judges what is restored too.
it('a version from before this was refused is not restored', async () => {
  const desk = pieces(newsroom)
  const id = await desk.anArticle({ body: aText('First.') })
  const { docs } = (
    await newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${id}&depth=0`, { as: 'editor' })
  ).body
  expect(docs).toHaveLength(1)
  await desk.save('articles', id, { body: aText('Second.') })
  const old = docs[0].id as string
  await inTransaction(newsroom, (req) => {
    const { createdAt, updatedAt, version } = docs[0] as Record<string, object>
    const versionData = { parent: id, createdAt, updatedAt, latest: false, version: { ...version, body } }
    return newsroom.payload.db.updateVersion({ collection: 'articles', id: old, versionData, req } as never)
  })
  const stored = await newsroom.ask('GET', `/api/articles/versions/${old}?depth=0`, { as: 'editor' })
  expect(JSON.stringify(stored.body.version.body)).toContain('pictures.invalid')
  const { digest, seq } = await desk.dossier('articles', id)

  const byRest = await newsroom.ask('POST', `/api/articles/versions/${old}?draft=true`, { as: 'editor' })
  expect([byRest.status, codesOf(byRest)]).toEqual([400, ['invalid_value']])
  expect(JSON.stringify(byRest.body)).toContain('never uploaded')
  const mutation = `mutation { restoreVersionArticle(id: "${old}", draft: true) { id } }`
  expect(codesOf(await newsroom.graphql(mutation, {}, 'editor'))).toEqual(['invalid_value'])
  expect(await desk.dossier('articles', id)).toMatchObject({ digest, seq })
  const draft = (await newsroom.ask('GET', `/api/articles/${id}?draft=true&depth=0`, { as: 'editor' })).body
  expect(JSON.stringify(draft.body)).toContain('Second.')
})
