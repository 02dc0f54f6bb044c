import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf } from '../helpers/pieces.ts'
import { aPicture } from '../helpers/pictures.ts'

// Guards: richTextShape() and its call in valueShape.ts.

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})

afterAll(async () => {
  await newsroom.close()
})

type Node = Readonly<Record<string, unknown>>
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children })
const words = (text: string): Node => ({ type: 'text', text })
const state = (...children: Node[]) => ({ root: { type: 'root', children } })
const block = (fields: Node): Node => ({ type: 'block', fields })
const upload = (more: Node): Node => ({ type: 'upload', relationTo: 'media', ...more })

const NOBODYS = '0123456789abcdef01234567'
const linkTo = (relationTo: string): Node => ({
  type: 'link',
  fields: { linkType: 'internal', newTab: false, doc: { relationTo, value: NOBODYS } },
  children: [words('a')],
})
const PENDING = upload({ pending: { formID: 'f', src: 'https://pictures.invalid/h.jpg' } })
const CELL = { type: 'tablecell', children: [paragraph(words('Year'))] }
const TABLE = { type: 'table', children: [{ type: 'tablerow', children: [CELL] }] }

const HALF_MADE: readonly [what: string, body: object, says: string, place?: string][] = [
  ['a picture that was never uploaded', state(paragraph(PENDING)), 'never uploaded', 'root.children.0.children.0'],
  ['a picture of nothing', state(upload({ value: null })), 'never uploaded', 'root.children.0'],
  ['a picture that is no picture', state(upload({ relationTo: 'users', value: NOBODYS })), 'never uploaded'],
  ['a picture that does not exist', state(upload({ value: NOBODYS })), `no document with the id “${NOBODYS}”`],
  [
    'a figure of a picture that does not exist',
    state(block({ blockType: 'figure', image: NOBODYS })),
    `no document with the id “${NOBODYS}”`,
  ],
  ['a table', state(paragraph(words('Before')), TABLE), 'kind “table”', 'root.children.1'],
  ['a part without a kind', state(paragraph({ text: 'a' })), 'what kind it is of', 'root.children.0.children.0'],
  ['an unknown box', state(block({ blockType: 'gallery', pictures: [] })), 'kind “gallery”', 'root.children.0'],
  ['nothing in the place of a part', state(null as never), 'a part that is none', 'root.children.0'],
  [
    'words in the place of parts',
    state({ type: 'paragraph', children: 'words' }),
    'wrong or missing “children”',
    'root.children.0',
  ],
  ['a heading that is a script', state({ type: 'heading', tag: 'script', children: [] }), 'wrong or missing “tag”'],
  ['a text without words', state(paragraph({ type: 'text' })), 'wrong or missing “text”'],
  ['a link to a colleague', state(paragraph(linkTo('users'))), 'cannot be linked to', 'root.children.0.children.0'],
  ['a link to nothing', state(paragraph(linkTo('articles'))), `no document with the id “${NOBODYS}”`],
  ['a box about nothing', state(block({ blockType: 'relatedLink', article: NOBODYS })), `no document with the id`],
  ['a box of two kinds', state(block({ blockType: ['pullQuote'], quote: 'a' })), 'what kind it is of'],
  ['a box with a number for words', state(block({ blockType: 'pullQuote', quote: 7 })), 'Enter a text.'],
  [
    'a heading in a fact box, which has none',
    state(block({ blockType: 'factBox', title: 'T', text: state({ type: 'heading', tag: 'h2', children: [] }) })),
    'kind “heading”',
    'root.children.0.fields.text.root.children.0',
  ],
]

describe.each(HALF_MADE)('%s in a body', (_what, body, says, place) => {
  const refusedFor = (answer: Answer) => {
    expect(codesOf(answer)).toEqual(['invalid_value'])
    const [error] = answer.body.errors
    expect(error).toMatchObject({ field: 'body', message: expect.stringContaining(says) })
    if (place !== undefined) expect(error.message).toContain(`(At ${place}.)`)
  }
  const started = async (): Promise<string> =>
    (await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'H' } })).body.doc.id
  const storedBody = async (id: string) =>
    (await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })).body.body ?? null

  it('is not stored with a new piece', async () => {
    const made = await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'Never', body } })
    expect(made.status).toBe(400)
    refusedFor(made)
    const found = await newsroom.ask('GET', '/api/articles?draft=true&where[headline][equals]=Never', { as: 'editor' })
    expect(found.body.totalDocs).toBe(0)
  })

  it.each([
    ['a save', (id: string) => `/api/articles/${id}`],
    ['an autosave', (id: string) => `/api/articles/${id}?draft=true&autosave=true`],
  ])('is not stored by %s', async (_which, address) => {
    const id = await started()
    const saved = await newsroom.ask('PATCH', address(id), { as: 'editor', body: { body } })
    expect(saved.status).toBe(400)
    refusedFor(saved)
    expect(await storedBody(id)).toBe(null)
  })

  it('is not stored by a save of many', async () => {
    const ids = [await started(), await started()]
    const address = `/api/articles?draft=true&where[id][in]=${ids.join(',')}`
    const saved = await newsroom.ask('PATCH', address, { as: 'editor', body: { body } })
    expect([saved.status, codesOf(saved)[0]]).toEqual([400, 'invalid_value'])
    expect(JSON.stringify(saved.body)).toContain(says)
    expect(await Promise.all(ids.map(storedBody))).toEqual([null, null])
  })

  it('is not stored by GraphQL', async () => {
    const id = await started()
    const mutation = 'mutation($id: String!, $body: JSON) { updateArticle(id: $id, data: { body: $body }) { id } }'
    const saved = await newsroom.graphql(mutation, { id, body }, 'editor')
    expect(codesOf(saved)).toEqual(['invalid_value'])
    expect(JSON.stringify(saved.body)).toContain(says)
    expect(await storedBody(id)).toBe(null)
  })
})

it('a heading is not stored in a biography, whose editor has none', async () => {
  const biography = state({ type: 'heading', tag: 'h2', children: [words('Life')] })
  const made = await newsroom.ask('POST', '/api/authors', { as: 'editor', body: { displayName: 'A', biography } })
  expect([made.status, codesOf(made), made.body.errors[0].field]).toEqual([400, ['invalid_value'], 'biography'])
})

it('a real picture is stored, populated or not', async () => {
  const media = (await aPicture(newsroom)).id
  for (const value of [media, { id: media, alt: 'Sea' }]) {
    const body = state(upload({ value }), block({ blockType: 'figure', image: value }))
    const made = await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'H', body } })
    expect([made.status, codesOf(made)]).toEqual([201, []])
  }
})
