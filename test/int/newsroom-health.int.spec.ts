import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { keepAudit, lastAudit, newsroomHealth } from '../../src/newsroom/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let clock = new Date('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => clock })
  the = pieces(newsroom)
})
afterAll(async () => newsroom.close())

const health = async () => newsroomHealth(await createLocalReq({}, newsroom.payload))

describe('what administrators are told of the newsroom', () => {
  it('is that all is well, and that no mail goes out without a server for it', async () => {
    expect(await health()).toEqual({
      database: newsroom.payload.db.name,
      late: 0,
      shortfalls: 0,
      mails: false,
    })
  })

  it('is how much should be out by now, from a minute after its time', async () => {
    const id = await the.approved('articles', await the.anArticle())
    await the.moved('articles', id, 'schedule', 'publisher', { at: '2026-03-02T10:00:00.000Z' })
    // Nobody runs the clock here.
    for (const [at, late] of [
      ['2026-03-02T09:59:00.000Z', 0],
      ['2026-03-02T10:01:00.000Z', 0],
      ['2026-03-02T10:01:00.001Z', 1],
    ] as const) {
      clock = new Date(at)
      expect((await health()).late, at).toBe(late)
    }
  })

  it('is how many reviews too few could give', async () => {
    const reviews = [{ name: 'desk', needed: 9, roles: ['reviewer'] }]
    await newsroom.payload.updateGlobal({
      slug: 'newsroom',
      data: { workflow: { reviews } },
      overrideAccess: true,
    })
    expect((await health()).shortfalls).toBe(1)
  })

  it('is what the last audit found, and when; before the first one nothing', async () => {
    const { payload } = newsroom
    expect(await lastAudit(payload)).toBeNull()
    const report = await audit(payload)
    await keepAudit(payload, report)
    expect(await lastAudit(payload)).toEqual({ at: clock.toISOString(), pieces: report.pieces, offences: 0 })
    clock = new Date('2026-03-03T09:00:00.000Z')
    await keepAudit(payload, { ...report, offences: [{ piece: 'articles:1', title: null, fault: 'x' }] })
    expect(await lastAudit(payload)).toEqual({
      at: '2026-03-03T09:00:00.000Z',
      pieces: report.pieces,
      offences: 1,
    })
    // It is in no answer, whoever asks.
    expect((await newsroom.ask('GET', '/api/payload-kv', { as: 'admin' })).status).toBeGreaterThanOrEqual(400)
  })
})
