import { createLocalReq, type JsonObject, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textToLexical } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { readNewsroom } from '../../src/newsroom/globals/index.ts'
import { aStaffMember } from '../helpers/contentModelBuilders.ts'
import { complaintsOf } from '../helpers/complaintsOf.ts'
import { openContentModel, type ContentModel } from '../helpers/contentModelConfig.ts'

let model: ContentModel
let admin: TypedUser
let editor: TypedUser

beforeAll(async () => {
  model = await openContentModel()
  admin = await aStaffMember(model, 'admin')
  editor = await aStaffMember(model, 'editor')
})
afterAll(async () => {
  await model.close()
})

type Global = 'newsroom' | 'front'
type Untyped = {
  findGlobal: (args: object) => Promise<JsonObject>
  updateGlobal: (args: object) => Promise<JsonObject>
}
const api = () => model.payload as unknown as Untyped
const by = (as: TypedUser | 'reader') => ({ overrideAccess: false, ...(as === 'reader' ? {} : { user: as }) })
const read = (slug: Global, as: TypedUser | 'reader', depth = 0) => api().findGlobal({ slug, depth, ...by(as) })
const set = (slug: Global, data: JsonObject, as: TypedUser | 'reader') =>
  api().updateGlobal({ slug, data, depth: 0, ...by(as) })

describe('the newsroom', () => {
  it('has defaults before anybody sets anything', async () => {
    const req = await createLocalReq({}, model.payload)
    expect(await readNewsroom(req)).toEqual({
      name: 'Newsroom',
      languages: ['en'],
      timeZone: 'UTC',
      excerptWords: { articles: 30, newsTeasers: 9 },
      keepNotificationsDays: 90,
    })
    expect((await read('newsroom', editor)).workflow).toMatchObject({
      reviews: [{ name: 'desk', needed: 1, roles: ['reviewer'], collections: [], genres: [], sections: [] }],
      commentsBlockSignOff: false,
      commentsBlockPublish: false,
    })
  })

  it('is set by administrators only; readers see its name and not its rules', async () => {
    const set1 = { name: 'The Quill', languages: ['pt-br', 'en'], timeZone: 'America/Sao_Paulo' }
    for (const as of [editor, 'reader'] as const)
      await expect(set('newsroom', set1, as)).rejects.toMatchObject({ status: 403 })
    expect(await set('newsroom', set1, admin)).toMatchObject({ name: 'The Quill', languages: ['pt-BR', 'en'] })

    const shown = await read('newsroom', 'reader')
    expect(shown).toMatchObject({ name: 'The Quill', timeZone: 'America/Sao_Paulo' })
    expect(shown).not.toHaveProperty('workflow')
  })

  it('gives new pieces its first language', async () => {
    await set('newsroom', { languages: ['de', 'en'] }, admin)
    expect((await model.create('articles', { headline: 'Neu' })).language).toBe('de')
    expect((await model.create('articles', { headline: 'New', language: 'EN-gb' })).language).toBe('en-GB')
    await set('newsroom', { languages: ['en'] }, admin)
  })

  it.each<[JsonObject, string, RegExp]>([
    [{ name: ' ' }, 'name', /^Enter the name/],
    [{ languages: [] }, 'languages', /at least one language/],
    [{ languages: ['English'] }, 'languages', /“English” is not a language tag/],
    [{ timeZone: 'Berlin' }, 'timeZone', /such as Europe\/Berlin/],
    [{ excerptWords: { articles: 0 } }, 'excerptWords.articles', /./],
    [
      { workflow: { reviews: [{ name: 'Legal check', needed: 1, roles: ['reviewer'] }] } },
      'workflow.reviews.0.name',
      /one word in small letters/,
    ],
    [{ workflow: { reviews: [{ name: 'legal', needed: 0, roles: ['reviewer'] }] } }, 'workflow.reviews.0.needed', /./],
    [
      { workflow: { reviews: [{ name: 'legal', needed: 1, roles: [] }] } },
      'workflow.reviews.0.roles',
      /at least one role/,
    ],
    [{ workflow: { reviews: [{ name: 'legal', needed: 1, roles: ['admin'] }] } }, 'workflow.reviews.0.roles', /./],
    [
      {
        workflow: {
          reviews: [
            { name: 'legal', needed: 1, roles: ['reviewer'] },
            { name: 'legal', needed: 1, roles: ['editor'] },
          ],
        },
      },
      'workflow.reviews',
      /Two reviews are named “legal”/,
    ],
  ])('cannot be set to %j', async (data, field, message) => {
    expect((await complaintsOf(set('newsroom', data, admin)))[field]).toMatch(message)
  })

  it('keeps a policy as it was set', async () => {
    const section = await model.create('sections', { name: 'Law' })
    const review = {
      name: 'legal',
      needed: 2,
      roles: ['reviewer', 'editor'],
      collections: ['articles'],
      genres: ['opinion'],
      sections: [section.id],
    }
    const { workflow } = await set('newsroom', { workflow: { reviews: [review] } }, admin)
    expect(workflow).toMatchObject({ reviews: [review] })
  })
})

describe('the front page', () => {
  it('is ordered by editors, publishers and administrators', async () => {
    const article = (headline: string) => model.create('articles', { headline, body: textToLexical(['Text.']) })
    const [first, second] = [await article('First'), await article('Second')]
    const teaser = await model.create('news-teasers', { headline: 'Teaser' })

    const order = { lead: first.id, list: [second.id, first.id], rail: [teaser.id] }
    await expect(set('front', order, await aStaffMember(model, 'contributor', 'reviewer'))).rejects.toMatchObject({
      status: 403,
    })
    expect(await set('front', order, editor)).toMatchObject(order)
    expect(await read('front', editor)).toMatchObject(order)
  })
})
