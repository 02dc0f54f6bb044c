import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settleChanges } from '../../packages/plugin-imprimatur/src/changes/settleChanges.ts'
import { settleSearch } from '../../packages/plugin-imprimatur/src/search/index.ts'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { onServer, openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'
import { growingIn, planOf, statementsOf } from '../helpers/queryPlans.ts'

/** Tables that grow with the newsroom. */
const GROWING = /^(_?articles|dossiers|workflow_events|change_log|search_(live|newest)|notifications)/

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let file: string
let known: { section: string; topic: string; author: string; slug: string }

// Other databases keep statistics of their tables, or try several plans: what they do with a few rows says nothing.
describe.skipIf(onServer())('how much SQLite reads', () => {
  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { CACHE_MB: '0' } })
    file = path.join(process.env.DATA_DIR ?? '', 'imprimatur.db')
    desk = pieces(newsroom)
    const made = async (collection: string, body: object, as: 'admin' | 'editor') =>
      String((await newsroom.ask('POST', `/api/${collection}`, { as, body })).body.doc.id)
    const section = await made('sections', { name: 'World' }, 'admin')
    const topic = await made('topics', { name: 'Harbours' }, 'editor')
    const author = await desk.publicAuthor()
    const id = await desk.published('articles', await desk.anArticle({ section, topics: [topic], genre: 'report' }))
    const { slug } = (await newsroom.ask('GET', `/api/articles/${id}`)).body as { slug: string }
    known = { section, topic, author, slug }
    await settleChanges(newsroom.payload)
    await settleSearch(newsroom.payload)
  })

  afterAll(async () => {
    await newsroom.close()
  })

  /** What grows in the plans of everything that `act` asks of the database. */
  async function growing(act: () => Promise<unknown>): Promise<readonly string[]> {
    const statements = await statementsOf(act)
    expect(statements.length).toBeGreaterThan(0)
    return statements.flatMap((sql) => growingIn(planOf(file, sql), sql, GROWING).map((line) => `${line}\n${sql}`))
  }

  const answered = async (asking: Promise<Answer>): Promise<Answer> => {
    const answer = await asking
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return answer
  }
  const get = (address: string, as?: 'contributor' | 'editor' | 'publisher' | 'reviewer') => () =>
    answered(newsroom.ask('GET', address, as ? { as } : {}))

  const READS: Record<string, () => () => Promise<unknown>> = {
    'an article by its slug': () => get(`/api/articles/by-slug/${known.slug}`),
    'an address that nothing stands at': () => async () => newsroom.ask('GET', '/api/articles/by-slug/nothing'),
    'the first list': () => get('/api/articles?limit=10'),
    'a deep page': () => get('/api/articles?limit=10&page=3'),
    'a list of a section': () => get(`/api/articles?where[section][equals]=${known.section}`),
    'a list of a section by its slug': () => get('/api/articles?where[section.slug][equals]=world'),
    'a list by headlines': () => get('/api/articles?sort=headline'),
    'a list of the longest': () => get('/api/articles?sort=-wordCount'),
    'a list of the last changed': () => get('/api/articles?sort=-updatedAt'),
    'a feed': () => get('/feeds/rss.xml'),
    'a sitemap': () => get('/news-sitemap.xml'),
    'the changes': () => get('/api/changes?limit=10'),
    'the changes of articles': () => get('/api/changes?limit=10&collection=articles'),
    'a front page over GraphQL': () => () =>
      newsroom.graphql('{ Articles(limit: 10) { docs { id headline slug section { name } } totalDocs } }'),
    'a search by a reader': () => get('/api/search?q=headline'),
    'a search by an editor': () => get('/api/search?q=headline', 'editor'),
    'the review queue': () => get('/api/review-queue', 'reviewer'),
    'the queue of what is late': () => get('/api/review-queue?overdue=true', 'editor'),
    'the queue of a stage': () => get('/api/review-queue?stage=draft,changes_requested', 'editor'),
    'the desk of an editor': () => get('/api/desk', 'editor'),
    'the desk of a reviewer': () => get('/api/desk', 'reviewer'),
    'the desk of a publisher': () => get('/api/desk', 'publisher'),
    'the list of drafts in the panel': () => get('/api/articles?draft=true&depth=0&limit=10&sort=-updatedAt', 'editor'),
    'that list by headlines': () => get('/api/articles?draft=true&depth=0&limit=10&sort=headline', 'editor'),
    'the notifications': () => get('/api/notifications', 'editor'),
  }

  for (const [what, ask] of Object.entries(READS))
    it(`for ${what} is the same however much there is`, async () => {
      expect(await growing(ask())).toEqual([])
    })

  it('of the pieces before a page is no more than their order', async () => {
    for (let nth = 0; nth < 4; nth++) await desk.published('articles', await desk.anArticle({ section: known.section }))
    const whole = await answered(newsroom.ask('GET', '/api/articles'))
    let second: Answer | undefined
    const ask = async () => (second = await answered(newsroom.ask('GET', '/api/articles?limit=2&page=2')))
    const skipping = (await statementsOf(ask)).filter((sql) => /\boffset\b/i.test(sql))
    expect(skipping.map((sql) => /^select (.*?) from/i.exec(sql)?.[1])).toEqual(['"id"'])
    expect(second?.body).toMatchObject({ totalDocs: whole.body.totalDocs, page: 2, hasPrevPage: true })
    expect(second?.body.docs).toEqual(whole.body.docs.slice(2, 4))
    expect(await growing(ask)).toEqual([])
  })

  // Guard: MOST_IDS in answerAlike.ts; SQLite takes 32,766 values in a query.
  it('of a page of thousands is not asked for id by id', async () => {
    const statements = await statementsOf(() =>
      answered(newsroom.ask('GET', '/api/articles?limit=1001&page=2', { as: 'editor' })),
    )
    const skipping = statements.filter((sql) => /\boffset\b/i.test(sql))
    expect(skipping).toHaveLength(1)
    expect(skipping[0]).not.toMatch(/^select "id" from/i)
  })

  it('for a piece on its way to readers is the same however much there is', async () => {
    let id = ''
    expect(await growing(async () => (id = await desk.anArticle({ section: known.section })))).toEqual([])
    expect(
      await growing(() => desk.save('articles', id, { headline: 'Another headline', body: aText('More.') })),
    ).toEqual([])
    expect(await growing(() => desk.moved('articles', id, 'submit', 'editor'))).toEqual([])
    expect(await growing(() => desk.moved('articles', id, 'sign_off', 'reviewer'))).toEqual([])
    expect(await growing(() => desk.moved('articles', id, 'publish', 'publisher'))).toEqual([])
    expect(await growing(() => settleChanges(newsroom.payload))).toEqual([])
    expect(await growing(() => settleSearch(newsroom.payload))).toEqual([])
  })

  it.each(['sections', 'topics', 'authors'])(
    'to see whether anything refers to one of %s is the same',
    async (collection) => {
      const names = { sections: { name: 'Nowhere' }, topics: { name: 'Nothing' }, authors: { displayName: 'Nobody' } }
      const as = collection === 'sections' ? 'admin' : 'editor'
      const body = names[collection as keyof typeof names]
      const { doc } = (await answered(newsroom.ask('POST', `/api/${collection}`, { as, body }))).body as {
        doc: { id: string }
      }
      const remove = () => answered(newsroom.ask('DELETE', `/api/${collection}/${doc.id}`, { as }))
      expect(await growing(remove)).toEqual([])
    },
  )

  it('for one piece of an audit is the same however much there is', async () => {
    // Pages of pieces are read in the order of an index.
    expect(await growing(() => audit(newsroom.payload))).toEqual([])
  })
})

describe('what is held to be growing', () => {
  const held = (plan: readonly string[], sql: string) =>
    growingIn(
      plan.map((detail, id) => ({ id, parent: detail.startsWith(' ') ? 1 : 0, detail: detail.trim() })),
      sql,
      /^articles/,
    )
  const SORT = 'USE TEMP B-TREE FOR ORDER BY'
  const PUBLIC = 'SEARCH articles USING INDEX a (_status=?)'

  it.each([
    ['a table that is read from its beginning', ['SCAN articles'], 'select 1 limit ?'],
    ['rows that are sorted', [PUBLIC, SORT], 'select 1 limit ?'],
    ['an index without an end', ['SCAN articles USING INDEX a'], 'select 1'],
    ['an index within another step', [' SCAN articles USING INDEX a'], 'select 1 limit ?'],
    ['a count that looks at rows', [PUBLIC], 'select count(*)'],
  ])('is %s', (_, plan, sql) => {
    expect(held(plan, sql)).toEqual([plan[0]?.trim()])
  })

  it.each([
    ['a row by its slug', ['SEARCH articles USING INDEX a (slug=?)', SORT], 'select 1'],
    ['an index that is read in order up to a limit', [PUBLIC], 'select 1 limit ? offset ?'],
    ['that, with something small that is sorted within it', [PUBLIC, ` ${SORT}`], 'select 1 limit ?'],
    ['a count in an index', ['SEARCH articles USING COVERING INDEX a (_status=?)'], 'select count(*)'],
    ['another table', ['SCAN sections'], 'select 1'],
    ['what was made on the way', ['CO-ROUTINE articles', 'SCAN articles'], 'select 1'],
  ])('is not %s', (_, plan, sql) => {
    expect(held(plan, sql)).toEqual([])
  })
})
