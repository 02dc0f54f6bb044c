import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, publishDue, startClock } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { aClockMemory } from '../../packages/plugin-imprimatur/src/operations/clock/ClockMemory.ts'
import type { BarrierPoint } from '../../packages/plugin-imprimatur/src/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

const START = new Date('2026-03-01T08:00:00.000Z')
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = START
let log: { level: string; msg: string }[] = []
let hold: ((point: BarrierPoint) => Promise<void>) | undefined

beforeAll(async () => {
  newsroom = await openNewsroom({
    now: () => now,
    barrier: async (point) => hold?.(point),
    log: (line) => log.push(JSON.parse(line) as { level: string; msg: string }),
  })
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

/** A piece that is due 60 seconds after the start, or at another time. */
async function scheduled(more: object = {}, seconds = 60): Promise<string> {
  now = START
  const id = await desk.approved('articles', await desk.anArticle(more))
  await desk.moved('articles', id, 'schedule', 'publisher', { at: after(seconds).toISOString() })
  return id
}

const setActive = async (active: boolean) => {
  await newsroom.payload.update({
    collection: 'users',
    id: newsroom.userIds.reviewer,
    data: { active },
    overrideAccess: true,
  })
  newsroom.forgetLogin('reviewer')
}
const missedEvents = async (id: string) =>
  (await desk.events('articles', id)).filter((each) => each === 'missed').length

describe('a due piece that cannot go out', () => {
  // Guard: isItsTurn().
  it('is tried again after 5, 15, 35, 75 seconds and each minute, told of once, and goes out soon after', async () => {
    const id = await scheduled()
    await setActive(false)
    const memory = aClockMemory()
    const triedAt: number[] = []
    for (let second = 60; second <= 260; second += 5) {
      now = after(second)
      if ((await publishDue(newsroom.payload, memory)).refused > 0) triedAt.push(second)
    }
    // Told at 60.
    expect(triedAt).toEqual([60, 65, 75, 95, 135, 195, 255])
    expect(await missedEvents(id)).toBe(1)
    await setActive(true)
    now = after(314)
    expect(await publishDue(newsroom.payload, memory)).toEqual({ published: 0, refused: 0 })
    now = after(315)
    expect(await publishDue(newsroom.payload, memory)).toEqual({ published: 1, refused: 0 })
  })

  // Guard: isKnown() in recordMissedPublication.ts.
  it('is told of once for each reason, however often the reason changes', async () => {
    const author = await desk.published('authors', await desk.anAuthor())
    const id = await scheduled({ credits: [{ author, role: 'author' }] })
    await desk.moved('authors', author, 'withdraw', 'publisher', { reason: 'Asked for.' })
    now = after(61)
    for (let round = 0; round < 3; round++) {
      await publishDue(newsroom.payload)
      await setActive(false)
      await publishDue(newsroom.payload)
      await setActive(true)
    }
    const { body } = await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })
    const codes = body.docs.flatMap((each: { transition: string; code?: string }) =>
      each.transition === 'missed' ? [each.code] : [],
    )
    expect([...codes].sort()).toEqual([...new Set<unknown>(codes)].sort())
    expect(codes.length).toBeGreaterThan(0)
    await desk.moved('articles', id, 'unschedule', 'publisher')
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  // Guard: `fresh` before `told` in publishDue().
  it('keeps nothing waiting that has become due', async () => {
    await scheduled({}, 60)
    await scheduled({}, 61)
    await setActive(false)
    now = after(62)
    await publishDue(newsroom.payload)
    await setActive(true)
    const fresh = await scheduled({}, 70)
    now = after(71)
    const order: string[] = []
    const { db } = newsroom.payload
    const create = db.create
    Object.assign(db, {
      create: async (args: Parameters<typeof create>[0]) => {
        if (args.collection === 'workflow-events' && args.data.transition === 'publish')
          order.push(String(args.data.piece))
        return create.call(db, args)
      },
    })
    expect((await publishDue(newsroom.payload)).published).toBe(3)
    Object.assign(db, { create })
    expect(order[0]).toBe(`articles:${fresh}`)
  })
})

describe('stopping the clock', () => {
  // Guard: `within(times.stop, running)` in startClock.ts.
  it('takes no longer than it may while a publication hangs, of which nothing stays', async () => {
    const id = await scheduled()
    const other = await desk.anArticle()
    now = after(61)
    let goOn = (): void => undefined
    const hung = new Promise<void>((resolve) => (goOn = resolve))
    const reached = new Promise<void>((resolve) => {
      hold = async (point) => {
        if (point !== 'effected') return
        hold = undefined
        resolve()
        await hung
      }
    })
    log = []
    const clock = startClock(newsroom.payload, { pause: 60_000, stop: 50 })
    await reached
    await clock.stop()
    // On SQLite this would wait for the turn of the one that hangs.
    expect((await desk.save('articles', other, { headline: 'Afterwards' })).status).toBe(200)
    goOn()
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(404)
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'scheduled', missed: null, live: null })
    expect(log.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([])
    expect((await publishDue(newsroom.payload)).published).toBe(1)
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('lets the piece that is going out come to its end', async () => {
    const id = await scheduled()
    now = after(61)
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const reached = new Promise<void>((resolve) => {
      hold = async (point) => {
        if (point !== 'effected') return
        hold = undefined
        resolve()
        await held
      }
    })
    const clock = startClock(newsroom.payload, { pause: 60_000, stop: 60_000 })
    await reached
    const stopping = clock.stop()
    goOn()
    await stopping
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(200)
  })
})
