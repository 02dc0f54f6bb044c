import { getEventListeners } from 'node:events'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inSnapshot } from '../../packages/plugin-imprimatur/src/transaction/inSnapshot.ts'
import { onServer, openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { inTransaction } from '../helpers/transaction.ts'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ staff: false })
})

afterAll(async () => {
  await newsroom.close()
})

const aRequest = (more: object = {}) => createLocalReq({ req: more }, newsroom.payload)
const aTopic = (name: string, req?: PayloadRequest) =>
  newsroom.payload.create({ collection: 'topics', data: { name }, overrideAccess: true, ...(req ? { req } : {}) })
const topicsIn = async (req: PayloadRequest): Promise<string[]> => {
  const { docs } = await newsroom.payload.db.find<{ name: string }>({ collection: 'topics', pagination: false, req })
  return docs.map((doc) => doc.name)
}
const never = () => new Promise<never>(() => undefined)

describe('a snapshot', () => {
  it('sees what was there when it began, and nobody waits for it', async () => {
    await aTopic('Before')
    const seen = await inSnapshot(await aRequest(), async (req) => {
      await aTopic('Meanwhile')
      return topicsIn(req)
    })
    expect(seen).toEqual(['Before'])
    expect(await inSnapshot(await aRequest(), topicsIn)).toEqual(expect.arrayContaining(['Before', 'Meanwhile']))
  })

  it('leaves the request as it was', async () => {
    const req = await aRequest()
    const id = await inSnapshot(req, async (seen) => Promise.resolve(seen.transactionID))
    expect(id).toEqual(expect.any(String))
    expect(req.transactionID).toBeUndefined()
  })

  it('is the transaction where there is one', async () => {
    await inTransaction(newsroom, async (req) => {
      await aTopic('Not committed', req)
      const seen = await inSnapshot(req, async (own) => {
        expect(own).toBe(req)
        return topicsIn(own)
      })
      expect(seen).toContain('Not committed')
    })
  })

  // Guard: holdToSnapshots().
  it('takes no write, by whatever way, also when nobody waits for it any more', async () => {
    const writes = [
      (req: PayloadRequest) => aTopic('Within', req),
      (req: PayloadRequest) =>
        newsroom.payload.updateGlobal({
          slug: 'newsroom',
          data: { name: 'Within' },
          overrideAccess: true,
          req,
        }),
      (req: PayloadRequest) => newsroom.payload.db.deleteMany({ collection: 'topics', where: {}, req }),
    ]
    for (const write of writes) {
      await expect(inSnapshot(await aRequest(), write as (req: PayloadRequest) => Promise<unknown>)).rejects.toThrow(
        'within a snapshot, which only reads',
      )
    }
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    let late: Promise<unknown> = Promise.resolve()
    const given = inSnapshot(
      await aRequest(),
      (req) =>
        (late = held.then(() => newsroom.payload.db.create({ collection: 'topics', data: { name: 'Late' }, req }))),
      1,
    )
    await expect(given).rejects.toMatchObject({ status: 503 })
    goOn()
    await expect(late).rejects.toThrow('within a snapshot')
    expect(await topicsIn(await aRequest())).toEqual(expect.not.arrayContaining(['Within', 'Late']))
  })

  // Guard: transactionOf() in inSnapshot.ts.
  it('is there for a request whose relations were loaded, too', async () => {
    const req = await aRequest()
    req.transactionID = null as never
    expect(await inSnapshot(req, (own) => Promise.resolve(own.transactionID ?? null))).not.toBeNull()
  })

  // Guard: end() in inSnapshot.ts.
  it('is over when its time is up, and when the client goes away', async () => {
    const { sessions } = newsroom.payload.db as unknown as { sessions: Record<string, unknown> }
    await expect(inSnapshot(await aRequest(), never, 1)).rejects.toMatchObject({ status: 503 })
    const client = new AbortController()
    const asked = inSnapshot(await aRequest({ signal: client.signal }), never)
    client.abort()
    await expect(asked).rejects.toMatchObject({ status: 503 })
    await expect(inSnapshot(await aRequest({ signal: client.signal }), never)).rejects.toMatchObject({ status: 503 })
    expect(Object.keys(sessions)).toEqual([])
  })

  // Guard: `over` in snapshotSessions.ts; Payload would go on with the main connection.
  it('is read by nobody any more when it is over, and is not begun for a client that has gone', async () => {
    const client = new AbortController()
    let late: Promise<unknown> = Promise.resolve()
    const asked = inSnapshot(await aRequest({ signal: client.signal }), async (req) => {
      await topicsIn(req)
      client.abort()
      late = new Promise((resolve) => setImmediate(resolve)).then(() => topicsIn(req))
      return late
    })
    await expect(asked).rejects.toMatchObject({ status: 503 })
    await expect(late).rejects.toMatchObject({ status: 503 })

    let isRead = false
    const gone = inSnapshot(await aRequest({ signal: client.signal }), async (req) => {
      isRead = true
      return topicsIn(req)
    })
    await expect(gone).rejects.toMatchObject({ status: 503 })
    expect(isRead).toBe(false)
  })

  // Guard: `underWay` in snapshotSessions.ts; its connection may be somebody else's a moment later.
  it.skipIf(onServer())(
    'ends when what was asked in it is answered (not run on servers: the session of SQLite is looked at)',
    async () => {
      const { sessions } = newsroom.payload.db as unknown as {
        sessions: Record<string, { reject: () => Promise<void> }>
      }
      const client = new AbortController()
      const order: string[] = []
      let read: Promise<unknown> = Promise.resolve()
      const asked = inSnapshot(await aRequest({ signal: client.signal }), async (req) => {
        const session = sessions[String(await req.transactionID)]
        const end = session?.reject.bind(session)
        if (session)
          session.reject = async () => {
            order.push('ended')
            await end?.()
          }
        read = topicsIn(req).then(() => order.push('read'))
        await Promise.resolve()
        client.abort()
        return read
      })
      await expect(asked).rejects.toMatchObject({ status: 503 })
      await read
      expect(order).toEqual(['read', 'ended'])
    },
  )

  it('leaves no listener behind', async () => {
    const client = new AbortController()
    for (let at = 0; at < 3; at++) await inSnapshot(await aRequest({ signal: client.signal }), topicsIn)
    expect(getEventListeners(client.signal, 'abort')).toEqual([])
  })

  it('ends with what fails in it', async () => {
    const failing = inSnapshot(await aRequest(), () => Promise.reject(new Error('On purpose.')))
    await expect(failing).rejects.toThrow('On purpose.')
    const { sessions } = newsroom.payload.db as unknown as { sessions: Record<string, unknown> }
    expect(Object.keys(sessions)).toEqual([])
  })

  it('goes round: 100 at once, each answered', async () => {
    const seen = await Promise.all(
      Array.from({ length: 100 }, async () => (await inSnapshot(await aRequest(), topicsIn)).length),
    )
    expect(new Set(seen).size).toBe(1)
  })
})

// MongoDB has no write-ahead log that a reader could hold up.
describe.skipIf(onServer())('a snapshot on SQLite (not run on servers, which have no such log)', () => {
  const checkpoint = async (): Promise<unknown> => {
    const { client } = newsroom.payload.db as unknown as {
      client: { execute: (statement: string) => Promise<{ rows: Record<string, unknown>[] }> }
    }
    await client.execute('PRAGMA busy_timeout = 0')
    // https://www.sqlite.org/pragma.html#pragma_wal_checkpoint: 1 when a reader was in the way.
    return (await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')).rows[0]?.['busy']
  }

  it('holds up no checkpoint once it is over, however it ended', async () => {
    await inSnapshot(await aRequest(), async () => {
      await aTopic('In the log')
      expect(await checkpoint()).toBe(1)
    })
    await inSnapshot(await aRequest(), never, 1).catch(() => undefined)
    await inSnapshot(await aRequest(), async (req) => {
      const { sessions } = newsroom.payload.db as unknown as {
        sessions: Record<string, { db: { all: (statement: string) => Promise<unknown> } }>
      }
      await sessions[String(await req.transactionID)]?.db.all('SELECT no_such_column FROM topics')
    }).catch(() => undefined)
    await aTopic('In the log too')
    expect(await checkpoint()).toBe(0)
  })

  // Guard: `query_only` of a reader's connection.
  it('writes nothing past the adapter either', async () => {
    await aTopic('Kept')
    const write = inSnapshot(await aRequest(), async (req) => {
      const { sessions } = newsroom.payload.db as unknown as {
        sessions: Record<string, { db: { run: (statement: string) => Promise<unknown> } }>
      }
      await sessions[String(await req.transactionID)]?.db.run('DELETE FROM topics')
    })
    await expect(write).rejects.toThrow()
    expect((await topicsIn(await aRequest())).length).toBeGreaterThan(0)
  })
})
