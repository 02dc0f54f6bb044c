import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTED } from '../../packages/plugin-imprimatur/src/hardening/queries/inOrder.ts'
import { onServer, openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'
import { planOf, statementsOf } from '../helpers/queryPlans.ts'

const MOST = COLLECTED.most
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let ids: { many: string; few: string; none: string; topic: string }
/** Headlines, the newest first, of what readers have. */
const PUBLIC = ['Twice', 'Revised', 'Both', 'Fourth', 'Third', 'Second', 'First']
const BY = {
  many: PUBLIC,
  few: ['Both'],
  none: [],
  topic: ['Twice', 'Both', 'Third', 'First'],
}

beforeAll(async () => {
  newsroom = await openNewsroom({ env: { CACHE_MB: '0' } })
  desk = pieces(newsroom)
  const author = async (displayName: string) => desk.published('authors', await desk.anAuthor({ displayName }))
  const topic = await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Harbours' } })
  ids = {
    many: await author('Ama Boateng'),
    few: await author('Luis Ortega'),
    none: await author('Mei Novak'),
    topic: String(topic.body.doc.id),
  }
  const by = (...authors: readonly string[]) => authors.map((id) => ({ author: id, role: 'author' }))
  const made = (headline: string, more: object = {}) =>
    desk.anArticle({
      headline,
      credits: by(ids.many),
      ...(BY.topic.includes(headline) ? { topics: [ids.topic] } : {}),
      ...more,
    })
  const out = async (headline: string, more?: object) => desk.published('articles', await made(headline, more))
  for (const headline of ['First', 'Second', 'Third', 'Fourth']) await out(headline)
  await out('Both', { credits: by(ids.few, ids.many) })
  const revised = await out('Revised')
  await desk.save('articles', revised, { headline: 'Not yet', credits: by(ids.few), topics: [ids.topic] })
  await out('Twice', { credits: [...by(ids.many), { author: ids.many, role: 'photographer' }] })
  // None of these is for readers.
  await made('Draft', { topics: [ids.topic] })
  await desk.approved(
    'articles',
    await made('Approved', { embargoUntil: '2099-01-01T00:00:00.000Z', topics: [ids.topic] }),
  )
  const withdrawn = await out('Withdrawn', { topics: [ids.topic] })
  await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'Wrong.' })
  const trashed = await made('Trashed', { topics: [ids.topic] })
  await desk.save('articles', trashed, { deletedAt: new Date().toISOString() })
}, 420_000)

afterAll(async () => {
  COLLECTED.most = MOST
  await newsroom.close()
})

const CONDITIONS = {
  'an author with many pieces': ['many', () => `where[credits.author][equals]=${ids.many}`],
  'an author by the slug': ['many', () => 'where[credits.author.slug][equals]=ama-boateng'],
  'an author with one piece': ['few', () => `where[credits.author][equals]=${ids.few}`],
  'an author without any': ['none', () => `where[credits.author][equals]=${ids.none}`],
  'a topic': ['topic', () => `where[topics][in]=${ids.topic}`],
  'a topic by its slug': ['topic', () => 'where[topics.slug][equals]=harbours'],
} as const

const list = async (query: string, as?: Staff) => {
  const { body, status } = await newsroom.ask('GET', `/api/articles?${query}`, as ? { as } : {})
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { docs: { headline: string }[]; totalDocs: number }
}

describe.each([
  ['collected', MOST],
  ['gone through in their order', -1],
])('pieces that are %s', (_, most) => {
  beforeAll(() => {
    COLLECTED.most = most
  })

  it.each(Object.entries(CONDITIONS))('of %s are those that readers have, page by page', async (__, [which, where]) => {
    const due = BY[which]
    for (let page = 1; page <= Math.ceil(due.length / 2) + 1; page++) {
      const { docs, ...figures } = await list(`${where()}&sort=-publishedAt&limit=2&page=${String(page)}`)
      expect(docs.map(({ headline }) => headline)).toEqual(due.slice((page - 1) * 2, page * 2))
      expect(figures).toMatchObject({
        totalDocs: due.length,
        totalPages: due.length === 0 ? expect.any(Number) : Math.ceil(due.length / 2),
        hasNextPage: page * 2 < due.length,
        page,
      })
    }
    const { docs } = await list(`${where()}&sort=publishedAt&limit=3`)
    expect(docs.map(({ headline }) => headline)).toEqual([...due].reverse().slice(0, 3))
  })

  it('are as many for staff as there are', async () => {
    const where = `where[credits.author][equals]=${ids.many}&sort=headline&limit=4`
    const all = [...PUBLIC, 'Draft', 'Approved', 'Withdrawn'].sort()
    const first = await list(where, 'editor')
    const last = await list(`${where}&page=3`, 'editor')
    expect([first.totalDocs, last.totalDocs]).toEqual([all.length, all.length])
    expect(first.docs.map(({ headline }) => headline)).toEqual(all.slice(0, 4))
    expect(last.docs.map(({ headline }) => headline)).toEqual(all.slice(8))
  })
})

// Guard: `pageOf`. The figures are worked out by hand, for the public pieces and the four others.
it.each([
  [1, { pagingCounter: 1, hasPrevPage: false, prevPage: null, hasNextPage: true, nextPage: 2 }],
  [2, { pagingCounter: 4, hasPrevPage: true, prevPage: 1, hasNextPage: true, nextPage: 3 }],
  [99, { pagingCounter: 295, hasPrevPage: true, prevPage: 98, hasNextPage: false, nextPage: null }],
])('page %i says of itself where it stands, however it was found', async (page, figures) => {
  const where = () => ({ 'credits.author': { equals: ids.many } })
  const totalDocs = PUBLIC.length + 4
  for (const most of [MOST, -1]) {
    COLLECTED.most = most
    const args = { collection: 'articles', where: where(), sort: '-publishedAt', limit: 3, page, req: {} } as const
    const { docs, ...found } = await newsroom.payload.db.find(args)
    expect(found).toEqual({ totalDocs, limit: 3, page, totalPages: Math.ceil(totalDocs / 3), ...figures })
    expect(docs).toHaveLength(page > 3 ? 0 : 3)
  }
})

describe.skipIf(onServer())('how SQLite goes about it', () => {
  const plansFor = async (query: string) => {
    const file = path.join(process.env.DATA_DIR ?? '', 'imprimatur.db')
    const statements = await statementsOf(() => list(`${query}&sort=-publishedAt&limit=2`))
    const about = statements.filter(
      (sql) =>
        sql.includes('from "articles"') &&
        /credits"|_rels"/.test(sql) &&
        /author_id|topics_id/.test(sql) &&
        sql.includes('_status'),
    )
    return about.map((sql) => ({
      counts: sql.startsWith('select count('),
      steps: planOf(file, sql),
    }))
  }

  it.each([
    [
      'author',
      () => `where[credits.author][equals]=${ids.many}`,
      'articles_credits_in_credits_author_idx',
      '(author_id=? AND _parent_id=?)',
    ],
    ['topic', () => `where[topics][in]=${ids.topic}`, 'articles_rels_in_topics_idx', '(topics_id=? AND parent_id=?)'],
  ])('with many pieces of one %s', async (__, where, index, by) => {
    COLLECTED.most = -1
    const plans = await plansFor(where())
    expect(plans.filter(({ counts }) => counts)).toHaveLength(1)
    for (const { counts, steps } of plans) {
      const plan = steps.map(({ detail }) => detail)
      // Counting looks into indexes alone, and the page stops where it is full.
      if (counts) expect(plan.filter((step) => /^(SEARCH|SCAN)/.test(step) && !step.includes('COVERING'))).toEqual([])
      else {
        const whole = steps.filter(({ parent }) => parent === 0).map(({ detail }) => detail)
        expect(plan.join('\n')).toContain(`USING COVERING INDEX ${index} ${by}`)
        expect(plan.join('\n')).not.toContain('LIST SUBQUERY')
        expect(whole.join('\n')).toContain('articles_public_publishedat_idx')
        expect(whole).not.toContain('USE TEMP B-TREE FOR ORDER BY')
      }
    }
    expect(plans.some(({ counts }) => !counts)).toBe(true)
  })
})
