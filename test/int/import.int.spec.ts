import { readFile } from 'node:fs/promises'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPorts } from '../../src/newsroom/import/importPorts.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let text: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  text = await readFile('demo/page.txt', 'utf8')
})

afterAll(async () => {
  await newsroom.close()
})

const send = (body: unknown, query = '', as: 'editor' | 'reviewer' | null = 'editor') =>
  newsroom.ask('POST', `/api/import${query}`, { body, ...(as ? { as } : {}) })

const drafts = async (collection: string) =>
  (await newsroom.ask('GET', `/api/${collection}?draft=true&depth=0`, { as: 'editor' })).body.docs

describe('the transaction of an import', () => {
  // Guard: the plugin's own `inTransaction`. From the console nobody else does it again.
  it('is done again when it lost against another one', async () => {
    const ports = importPorts(await createLocalReq({}, newsroom.payload))
    let tried = 0
    const done = await ports.inTransaction(async () => {
      if (++tried === 1) throw Object.assign(new Error('WriteConflict'), { code: 112 })
      return Promise.resolve('done')
    })
    expect([done, tried]).toEqual(['done', 2])
  })
})

describe('importing a page', () => {
  it('refuses what is no page, and makes nothing', async () => {
    const cases: [unknown, number, string][] = [
      [{ text: '' }, 400, 'import_empty'],
      [{ text: 'A headline and nothing else' }, 400, 'import_malformed'],
      [{ text: 'A\u0000B' }, 400, 'import_binary'],
      [{ text: '<h1>A headline</h1>\n<p>And a paragraph.</p>' }, 400, 'import_other_format'],
      [{ text: 7 }, 400, 'invalid_value'],
      [{ text: 'A headline\n\nAnd a paragraph.', asNew: 'all' }, 400, 'invalid_value'],
      [{ text: 'A headline\n\nAnd a paragraph.', asNew: [7] }, 400, 'invalid_value'],
      [{}, 400, 'invalid_value'],
    ]
    for (const [body, status, code] of cases) {
      const answer = await send(body)
      expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
    }
    expect(await drafts('articles')).toEqual([])
  })

  it('is for those who may write', async () => {
    expect((await send({ text }, '', null)).status).toBe(401)
    expect((await send({ text }, '', 'reviewer')).status).toBe(403)
    expect(await drafts('articles')).toEqual([])
  })

  it('shows the plan first and makes nothing of it', async () => {
    const answer = await send({ text, file: 'page.txt' }, '?dryRun=true')
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.plan.pieces.map((each: { collection: string }) => each.collection)).toEqual([
      'authors',
      'articles',
      'news-teasers',
      'news-teasers',
    ])
    expect(answer.body.planText).toContain('page.txt')
    expect(await drafts('articles')).toEqual([])
  })

  it.each(['1', 'TRUE', '', 'true&dryRun=true'])(
    'makes nothing where it may not be wanted: dryRun=%s',
    async (asked) => {
      const answer = await send({ text, file: 'page.txt' }, `?dryRun=${asked}`)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
      expect(await drafts('articles')).toEqual([])
    },
  )

  it('makes drafts in the name of the importer, linked, and twice makes nothing twice', async () => {
    const first = await send({ text, file: 'page.txt' })
    expect(first.body.result).toMatchObject({ made: 4, kept: 0 })
    const again = await send({ text, file: 'page.txt' })
    expect(again.body.result).toMatchObject({ made: 0, kept: 4 })
    const [article] = await drafts('articles')
    const [author] = await drafts('authors')
    expect(await drafts('news-teasers')).toHaveLength(2)
    expect(article.credits[0].author).toBe(author.id)
    expect(article._status).toBe('draft')
    const { body } = await newsroom.ask('GET', `/api/articles/${article.id}/dossier`, { as: 'editor' })
    expect(body).toMatchObject({ stage: 'draft', owner: newsroom.userIds.editor })
    expect((await newsroom.ask('GET', '/api/articles')).body.totalDocs).toBe(0)
  })

  it('keeps what an editor changed since', async () => {
    const [article] = await drafts('articles')
    await newsroom.ask('PATCH', `/api/articles/${article.id}`, { as: 'editor', body: { headline: 'By an editor' } })
    expect((await send({ text, file: 'page.txt' })).body.result).toMatchObject({ made: 0, kept: 4 })
    expect((await drafts('articles')).map((each: { headline: string }) => each.headline)).toEqual(['By an editor'])
  })

  it('asks about a second piece of the same headline, and makes it when told so', async () => {
    const letters = (week: string) => ({
      text: `Letters to the editor\n\nIn this ${week} week readers wrote of ferries.\n`,
    })
    expect((await send(letters('first'))).body.result).toMatchObject({ made: 1, kept: 0 })

    const { plan } = (await send(letters('second'), '?dryRun=true')).body
    expect(plan.pieces).toMatchObject([{ action: 'keep', otherText: true }])
    const asNew = [plan.pieces[0].titleKey]
    expect((await send({ ...letters('second'), asNew })).body.result).toMatchObject({ made: 1, kept: 0 })
    expect((await send({ ...letters('second'), asNew })).body.result).toMatchObject({ made: 0, kept: 1 })
    expect((await send(letters('second'))).body.result).toMatchObject({ made: 0, kept: 1 })

    const both = (await drafts('articles')).filter(
      (each: { headline: string }) => each.headline === 'Letters to the editor',
    )
    expect(new Set(both.map((each: { slug: string }) => each.slug)).size).toBe(2)
  })

  it('makes one author of somebody in two roles, and credits both', async () => {
    const page = [
      'Thaw on the strait',
      'By Ama Boateng',
      'Translated by Eva Ruiz; edited by Eva Ruiz',
      'The ice went in a night. Nobody had expected it.',
    ].join('\n\n')
    expect((await send({ text: page })).body.result).toMatchObject({ made: 3 })
    const article = (await drafts('articles')).find(
      (each: { headline: string }) => each.headline === 'Thaw on the strait',
    )
    const credits = article.credits.slice(1)
    expect(credits.map(({ role }: { role: string }) => role)).toEqual(['translator', 'editor'])
    expect(credits[0].author).toBe(credits[1].author)
  })

  it('credits those who did not write it with what they did', async () => {
    const page = [
      'Ice on the strait',
      'By Ama Boateng, Associated Press | 5 May 2024',
      'Translated by Ana Ruiz',
      'The harbour froze in a night. Nobody had expected it.',
    ].join('\n\n')
    expect((await send({ text: page })).body.result).toMatchObject({ made: 3 })
    const article = (await drafts('articles')).find(
      (each: { headline: string }) => each.headline === 'Ice on the strait',
    )
    expect(
      article.credits.map(({ creditedAs, role }: { creditedAs: string; role: string }) => [creditedAs, role]),
    ).toEqual([
      ['Ama Boateng', 'author'],
      ['Ana Ruiz', 'translator'],
    ])
    expect(article.byline).toBe('Ama Boateng, Associated Press')
  })
})
