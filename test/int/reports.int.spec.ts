import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { deskReport } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

const START = new Date('2030-05-06T10:00:00.000Z')
let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let now = START

const minutes = (after: number) => {
  now = new Date(START.getTime() + after * 60_000)
}
const report = (query = '', as?: Staff) => newsroom.ask('GET', `/api/reports/desk${query}`, as ? { as } : {})

/**
 * What is done to three articles, at so many minutes after the start:
 *
 * - one: made at 0, submitted at 10, sent back at 30, submitted at 40, approved at 100, published at 130
 * - two, in the section: made at 0, submitted at 20, approved at 50; waits since then
 * - three: made at 0, submitted at 60; waits since then
 */
let section: string
let ids: Record<'one' | 'two' | 'three', string>

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  the = pieces(newsroom)
  await the.publicAuthor()
  const made = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'Harbour', slug: 'harbour' } })
  section = String(made.body.doc.id)
  // Ten days later, so that the author before is in no report.
  now = new Date(START.getTime() + 864_000_000)
  START.setTime(now.getTime())
  ids = {
    one: await the.anArticle(),
    two: await the.anArticle({ section }),
    three: await the.anArticle({ headline: '=HYPERLINK("http://x.example")' }),
  }
  const steps: readonly (readonly [number, keyof typeof ids, string, Staff, object?])[] = [
    [10, 'one', 'submit', 'editor'],
    [20, 'two', 'submit', 'editor'],
    [30, 'one', 'request_changes', 'reviewer', { reason: 'Sources.' }],
    [40, 'one', 'submit', 'editor'],
    [50, 'two', 'sign_off', 'reviewer'],
    [60, 'three', 'submit', 'editor'],
    [100, 'one', 'sign_off', 'reviewer'],
    [130, 'one', 'publish', 'publisher'],
  ]
  for (const [at, name, transition, as, more] of steps) {
    minutes(at)
    await the.moved('articles', ids[name], transition, as, more)
  }
  minutes(180)
})
afterAll(async () => newsroom.close())

const PERIOD = '?from=2030-05-16T10:00:00Z&to=2030-05-16T13:00:00Z'

describe('the report of the desk', () => {
  it('says how long pieces stay, how often they are sent back, and how long others wait', async () => {
    const answer = await report(PERIOD, 'editor')
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const { stages, rounds, waiting, longest, looked, ...rest } = answer.body
    expect(rest).toEqual({ from: '2030-05-16T10:00:00.000Z', to: '2030-05-16T13:00:00.000Z' })
    // By hand. draft: 10, 20 and 60 minutes; in_review: 20, 30 and 60; changes_requested: 10; approved: 30.
    expect(stages.filter(({ count }: { count: number }) => count > 0)).toEqual([
      { stage: 'draft', count: 3, median: 1200, p90: 3600 },
      { stage: 'in_review', count: 3, median: 1800, p90: 3600 },
      { stage: 'changes_requested', count: 1, median: 600, p90: 600 },
      { stage: 'approved', count: 1, median: 1800, p90: 1800 },
    ])
    expect(rounds).toEqual({ approved: 2, sentBack: 1, rate: 1 / 3 })
    // Two has been approved for 130 minutes, three in review for 120.
    expect(waiting).toEqual([
      { stage: 'in_review', count: 1, median: 7200, p90: 7200, oldest: 7200 },
      { stage: 'changes_requested', count: 0, median: null, p90: null, oldest: null },
      { stage: 'approved', count: 1, median: 7800, p90: 7800, oldest: 7800 },
    ])
    expect(longest).toMatchObject([
      { id: ids.two, stage: 'approved', age: 7800 },
      { id: ids.three, stage: 'in_review', age: 7200 },
    ])
    // Three were made, and moved eight times.
    expect(looked).toEqual({ from: '2030-05-16T10:00:00.000Z', events: 11, complete: true })
  })

  it('counts a stay that began before the period, and none that ends after it', async () => {
    const { body } = await report('?from=2030-05-16T10:25:00Z&to=2030-05-16T10:40:00Z', 'admin')
    // Only one was sent back, 20 minutes after it had been submitted; at 10:40 the period is over.
    expect(body.stages.filter(({ count }: { count: number }) => count > 0)).toEqual([
      { stage: 'in_review', count: 1, median: 1200, p90: 1200 },
    ])
    expect(body.rounds).toEqual({ approved: 0, sentBack: 1, rate: 1 })
    expect(body.looked).toMatchObject({ events: 1 })
  })

  it('is of one section', async () => {
    const { body } = await report(`${PERIOD}&section=${section}`, 'publisher')
    expect(body.stages.filter(({ count }: { count: number }) => count > 0)).toEqual([
      { stage: 'draft', count: 1, median: 1200, p90: 1200 },
      { stage: 'in_review', count: 1, median: 1800, p90: 1800 },
    ])
    expect(body.rounds).toEqual({ approved: 1, sentBack: 0, rate: 0 })
    expect(body.longest).toMatchObject([{ id: ids.two }])
    expect(body.waiting.map(({ count }: { count: number }) => count)).toEqual([0, 0, 1])
  })

  it('is of whole days, the last 30 when none are given', async () => {
    const day = (await report('?from=2030-05-16&to=2030-05-16', 'reviewer')).body
    expect([day.from, day.to]).toEqual(['2030-05-16T00:00:00.000Z', '2030-05-17T00:00:00.000Z'])
    expect(day.looked.events).toBe(11)
    const all = (await report('', 'reviewer')).body
    expect([all.from, all.to]).toEqual(['2030-04-16T13:00:00.000Z', '2030-05-16T13:00:00.000Z'])
    expect(all.looked.events).toBeGreaterThan(11)
  })

  // Guard: the limits of deskReport().
  it('looks at so many of the latest events, and says how far', async () => {
    const user = await newsroom.payload.findByID({ collection: 'users', id: newsroom.userIds.editor })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, newsroom.payload)
    const query = { from: '2030-05-16T10:00:00Z', to: '2030-05-16T13:00:00Z' }
    const { looked, rounds, stages, waiting } = await deskReport(req, query, { events: 3, waiting: 1 })
    // The last three: three was submitted at 60 minutes, one approved at 100 and published at 130.
    expect(looked).toEqual({ from: '2030-05-16T11:00:00.000Z', events: 3, complete: false })
    expect(rounds).toEqual({ approved: 1, sentBack: 0, rate: 0 })
    // Of the first moves of both pieces three were read: one was submitted last at 40 minutes; since when three was a draft is not among them.
    expect(stages.filter(({ count }) => count > 0)).toEqual([
      { stage: 'in_review', count: 1, median: 3600, p90: 3600 },
      { stage: 'approved', count: 1, median: 1800, p90: 1800 },
    ])
    expect(waiting.map(({ count }) => count)).toEqual([0, 0, 1])
  })

  it('is a table for spreadsheets, in which no title is a formula', async () => {
    const answer = await report(`${PERIOD}&format=csv`, 'editor')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="desk-2030-05-16-2030-05-16.csv"')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const lines = String(answer.body).split('\r\n')
    expect(lines[0]).toBe('measure,stage,count,median_seconds,p90_seconds,longest_seconds,rate,piece,title')
    expect(lines).toContain('time_in_stage,draft,3,1200,3600,,,,')
    expect(lines).toContain('sent_back,,1,,,,0.3333333333333333,,')
    expect(lines).toContain('waiting,approved,1,7800,7800,7800,,,')
    expect(lines).toContain(
      `longest_waiting,in_review,,,,7200,,articles:${ids.three},"'=HYPERLINK(""http://x.example"")"`,
    )
    expect(new Set(lines.slice(0, -1).map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length))).toEqual(
      new Set([9]),
    )
  })

  it('is for those who see every piece', async () => {
    const told = async (as?: Staff) => {
      const answer = await report(PERIOD, as)
      return `${String(answer.status)} ${codesOf(answer).join()}`
    }
    expect(await told()).toBe('401 not_authenticated')
    expect(await told('contributor')).toBe('403 forbidden')
    for (const as of ['editor', 'reviewer', 'publisher', 'admin'] as const) expect(await told(as)).toBe('200 ')
  })

  it.each([
    ['?from=yesterday', 'from'],
    ['?from=2030-02-30', 'from'],
    ['?to=2030-05-16T10:00:00', 'to'],
    ['?from=2030-05-16T13:00:00Z&to=2030-05-16T13:00:00Z', 'from'],
    ['?from=2030-05-17&to=2030-05-16', 'from'],
    ['?from=2028-05-15&to=2030-05-16', 'from'],
    ['?format=xml', 'format'],
    ['?from=2030-05-16&from=2030-05-15', 'from'],
    ['?sectoin=1', 'sectoin'],
  ])('refuses %s', async (query, field) => {
    const answer = await report(query, 'editor')
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field])
  })
})
