import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetDaily } from '../../src/accounts/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'

const DAY = 24 * 60 * 60 * 1000

describe('the record of access while the server runs', () => {
  let newsroom: TestNewsroom
  let shift = 0
  const now = () => new Date(Date.now() + shift)

  beforeAll(async () => {
    newsroom = await openNewsroom({ now })
  })
  afterAll(async () => newsroom.close())

  const count = async (): Promise<number> =>
    (await newsroom.payload.db.count({ collection: 'access-events', where: {} })).totalDocs

  it('loses what is older than a year once a day, until it is stopped, and one failure does not end it', async () => {
    let everyMs = 0
    let work: () => void = () => undefined
    let ended = 0
    const start = () =>
      forgetDaily(newsroom.payload, now, (given, ms) => {
        ;[work, everyMs] = [given, ms]
        return () => ended++
      })
    const forgetting = start()
    expect(everyMs).toBe(DAY)
    expect(await count()).toBe(7)

    shift = 364 * DAY
    work()
    await forgetting.stop()
    expect([await count(), ended]).toEqual([7, 1])

    const { db } = newsroom.payload
    const deleteMany = db.deleteMany.bind(db)
    const again = start()
    Object.assign(db, { deleteMany: () => Promise.reject(new Error('the disk')) })
    shift = 366 * DAY
    work()
    await again.stop()
    Object.assign(db, { deleteMany })
    expect(await count()).toBe(7)
    work()
    // Two servers that do it at once do no harm.
    work()
    await again.stop()
    expect(await count()).toBe(0)
  })
})
