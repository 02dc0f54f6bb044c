import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient, type Client } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import Database from 'libsql'
import { buildConfig, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { oneWriter } from '../../src/newsroom/database/index.ts'
import { aBarrierGate, type BarrierGate } from '../helpers/barrierGate.ts'
import { onServer, openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

// MongoDB locks by itself and ends transactions after a minute of its own accord.
describe.skipIf(onServer())('the turn of a writer on SQLite (not run on servers, which have no such turn)', () => {
  let dir: string
  let payload: Payload
  let other: Client
  let clock = 0
  let logged: Record<string, unknown>[] = []

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'turn-'))
    const url = `file:${dir}/test.db`
    const config = await buildConfig({
      secret: 'a secret for tests only',
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: {
        options: { level: 'warn' },
        destination: { write: (line) => logged.push(JSON.parse(line) as Record<string, unknown>) },
      },
      db: oneWriter(
        sqliteAdapter({ client: { url }, idType: 'uuid', transactionOptions: {}, wal: true }),
        { turn: 1_500, idle: 300 },
        () => clock,
      ),
      collections: [{ slug: 'notes', fields: [{ name: 'text', type: 'text' }] }],
    })
    payload = await getPayload({ config, key: dir })
    other = createClient({ url })
  })

  afterAll(async () => {
    other.close()
    await payload.destroy()
    await rm(dir, { recursive: true, force: true })
  })

  const write = (text: string, transactionID?: number | string) =>
    payload.db.create({
      collection: 'notes',
      data: { text },
      ...(transactionID === undefined ? {} : { req: { transactionID } }),
    })
  const connectionOf = (transactionID: number | string) => {
    const { sessions } = payload.db as unknown as {
      sessions: Record<string, { db: { all: (statement: string) => Promise<object[]> } }>
    }
    const session = sessions[transactionID]
    if (!session) throw new Error('There is no such transaction.')
    return session.db
  }
  const texts = async () =>
    (await payload.db.find<{ text: string }>({ collection: 'notes', where: {}, pagination: false })).docs.map(
      (doc) => doc.text,
    )
  const busy = (promise: Promise<unknown>) => expect(promise).rejects.toMatchObject({ status: 503 })

  // Guard: the lease of a turn. Without it, everybody after such a transaction is refused for ever.
  it('is taken from a transaction that does nothing any more, of which nothing stays', async () => {
    const stuck = await payload.db.beginTransaction()
    await write('half a thing', stuck ?? undefined)
    await write('the next one')
    await busy(write('the other half', stuck ?? undefined))
    await busy(payload.db.commitTransaction(stuck ?? ''))
    expect(await texts()).toEqual(['the next one'])
  })

  it('is kept by one that takes long and goes on', async () => {
    const long = await payload.db.beginTransaction()
    const started = performance.now()
    let written = 0
    // A little longer than the lease, with a write whenever the last one is done and timers had their chance.
    while (performance.now() - started < 450) {
      await write(`long ${String(++written)}`, long ?? undefined)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await payload.db.commitTransaction(long ?? '')
    expect((await texts()).filter((text) => text.startsWith('long'))).toHaveLength(written)
  })

  // Guard: `report` in oneWriter. pino's level 40 is `warn`.
  it.each([
    ['committed', 'commitTransaction'],
    ['rolled back', 'rollbackTransaction'],
  ] as const)(
    'is reported once, with what was written, when others waited for more than two seconds and it was %s',
    async (_, end) => {
      const held = async (ms: number, isAwaited = true) => {
        logged = []
        const id = (await payload.db.beginTransaction()) ?? ''
        await write('slow', id)
        await write('slow, too', id)
        const behind = isAwaited ? write('behind it') : undefined
        clock += ms
        await payload.db[end](id)
        await behind
        return { id, logged }
      }
      expect((await held(2_000)).logged).toEqual([])
      // As while the demo is filled in, before anybody can come.
      expect((await held(60_000, false)).logged).toEqual([])
      const long = await held(2_001)
      expect(long.logged).toEqual([
        expect.objectContaining({ level: 40, id: long.id, ms: 2_001, wrote: ['create notes'] }),
      ])
    },
  )

  it('is not reported for the time that it was waited for', async () => {
    logged = []
    const first = (await payload.db.beginTransaction()) ?? ''
    const second = write('after a wait')
    clock += 2_500
    await payload.db.commitTransaction(first)
    await second
    expect(logged.map(({ id }) => id)).toEqual([first])
  })

  // Guard: `openTransaction` asks again. Without it: SQLITE_BUSY.
  it('is waited for while another process writes, without keeping readers', async () => {
    const foreign = await other.transaction('write')
    let done = false
    const waiting = write('after the other process').then(() => (done = true))
    expect(await texts()).not.toContain('after the other process')
    expect(done).toBe(false)
    await foreign.commit()
    await waiting
    expect(await texts()).toContain('after the other process')
  })

  it('is refused with 503 while another process holds it too long, and there again after', async () => {
    const foreign = await other.transaction('write')
    await busy(write('too late'))
    await foreign.rollback()
    await write('in time')
    expect(await texts()).toEqual(expect.not.arrayContaining(['too late']))
  })

  // Guard: the pragmas of WriterConnection and of writeOnOneConnection().
  it('is durable at each commit; who reads is patient with whoever recovers the file', async () => {
    const { client } = payload.db as unknown as { client: Client }
    const pragma = async (ask: (statement: string) => Promise<object>, name: string) =>
      Object.values(await ask(`PRAGMA ${name}`))[0] as unknown
    const reading = async (statement: string) => (await client.execute(statement)).rows[0] ?? {}
    const id = (await payload.db.beginTransaction()) ?? ''
    const writing = async (statement: string) => (await connectionOf(id).all(statement))[0] ?? {}
    const found = [
      await pragma(writing, 'synchronous'),
      await pragma(writing, 'journal_mode'),
      await pragma(reading, 'synchronous'),
      await pragma(reading, 'busy_timeout'),
    ]
    await payload.db.rollbackTransaction(id)
    // https://www.sqlite.org/pragma.html#pragma_synchronous: 2 is FULL.
    expect(found).toEqual([2, 'wal', 2, 2000])
  })

  // Guard: `over` in WriterConnection. All transactions run on one connection.
  it('is over for whoever held it: a statement that comes late does not slip into the next one', async () => {
    const late = (await payload.db.beginTransaction()) ?? ''
    const connection = connectionOf(late)
    await payload.db.rollbackTransaction(late)
    const next = (await payload.db.beginTransaction()) ?? ''
    await expect(connection.all(`INSERT INTO notes (id, text) VALUES ('late', 'late')`)).rejects.toThrow()
    await write('on time', next)
    await payload.db.commitTransaction(next)
    expect(await texts()).toEqual(expect.arrayContaining(['on time']))
    expect(await texts()).not.toContain('late')
  })

  // Guards: `over` before the ROLLBACK, and the ROLLBACK of begin(), in WriterConnection.
  it('is over for whoever held it when it cannot even be rolled back, and nothing of it is left', async () => {
    const stuck = (await payload.db.beginTransaction()) ?? ''
    const connection = connectionOf(stuck)
    await write('never', stuck)
    const failing = vi.spyOn(Database.prototype, 'exec').mockImplementationOnce(() => {
      throw new Error('The disk is gone.')
    })
    await payload.db.rollbackTransaction(stuck).catch(() => undefined)
    expect(failing.mock.calls).toEqual([['ROLLBACK']])
    failing.mockRestore()
    const next = (await payload.db.beginTransaction()) ?? ''
    await expect(connection.all(`INSERT INTO notes (id, text) VALUES ('late', 'late')`)).rejects.toThrow()
    await write('after it', next)
    await payload.db.commitTransaction(next)
    expect(await texts()).toContain('after it')
    expect(await texts()).not.toContain('never')
  })

  // Guard: WriterConnection. Without it 300 open files more, which only the garbage collector closes.
  it.skipIf(process.platform !== 'linux')(
    'opens no file anew (counted where there is a /proc, so on Linux only)',
    async () => {
      const openFiles = async () => {
        const open = await readdir('/proc/self/fd')
        const targets = await Promise.all(open.map((each) => readlink(`/proc/self/fd/${each}`).catch(() => '')))
        return targets.filter((target) => target.startsWith(dir)).length
      }
      await write('first')
      const before = await openFiles()
      for (let at = 0; at < 100; at++) await write(`one of many ${String(at)}`)
      expect(await openFiles()).toBe(before)
    },
  )

  /** A database of its own, of which nobody waits long for a turn. */
  const opened = async (name: string, key: string, turn = 1_500): Promise<Payload> => {
    const config = await buildConfig({
      secret: 'a secret for tests only',
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      db: oneWriter(sqliteAdapter({ client: { url: `file:${dir}/${name}.db` }, transactionOptions: {}, wal: true }), {
        turn,
        idle: 60_000,
      }),
      collections: [{ slug: 'notes', fields: [{ name: 'text', type: 'text' }] }],
    })
    return getPayload({ config, key: `${dir}/${key}` })
  }

  // Guard: isWithin() in writerConnection.ts. Without it libsql ends this process.
  it('ends nothing but itself when the database is closed before it is over', async () => {
    const closed = await opened('closed', 'closed')
    const id = (await closed.db.beginTransaction()) ?? ''
    const asked = closed.db.create({ collection: 'notes', data: { text: 'late' }, req: { transactionID: id } })
    await closed.destroy()
    await expect(asked).rejects.toThrow()
    await expect(Promise.resolve(closed.db.rollbackTransaction(id))).resolves.toBeUndefined()
  })

  // Guard: `close()` in writerConnection.ts. Without it the file stays locked.
  it('is free for whoever opens the file next when the database is closed before it is over', async () => {
    const closed = await opened('next', 'before')
    const id = (await closed.db.beginTransaction()) ?? ''
    await closed.db.create({ collection: 'notes', data: { text: 'never' }, req: { transactionID: id } })
    await closed.destroy()
    const next = await opened('next', 'after')
    await next.db.create({ collection: 'notes', data: { text: 'next' } })
    const { docs } = await next.db.find<{ text: string }>({ collection: 'notes' })
    expect(docs.map(({ text }) => text)).toEqual(['next'])
    await next.destroy()
  })

  it('goes round: 40 writers at once, none refused', async () => {
    const crowded = await opened('crowd', 'crowd', 60_000)
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => crowded.db.create({ collection: 'notes', data: { text: String(at) } })),
    )
    expect((await crowded.db.count({ collection: 'notes', where: {} })).totalDocs).toBe(40)
    await crowded.destroy()
  })
})

describe('a client that goes away, or takes its time', () => {
  let newsroom: TestNewsroom
  let gate: BarrierGate
  let desk: ReturnType<typeof pieces>

  beforeAll(async () => {
    gate = aBarrierGate()
    newsroom = await openNewsroom({ barrier: gate.barrier })
    desk = pieces(newsroom)
    // A login is a transaction too, and would stand at the barrier.
    for (const as of ['editor', 'editor2'] as const) await newsroom.ask('GET', '/api/users/me', { as })
  })

  afterAll(async () => {
    await newsroom.close()
  })

  const patch = async (id: string, headline: string, sent = 1): Promise<Socket> => {
    const login = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor2@imprimatur.example', password: 'a password for tests only' },
    })
    const { hostname, port } = new URL(newsroom.url)
    const body = JSON.stringify({ headline })
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(
      `PATCH /api/articles/${id} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: JWT ${String(login.body.token)}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n`,
    )
    socket.write(body.slice(0, Math.floor(body.length * sent)))
    return socket
  }

  it('keeps nobody waiting when it hangs up in the middle of its transaction', async () => {
    const id = await desk.anArticle({ headline: 'As it was' })
    const another = await desk.anArticle()
    const [answer] = await gate.together(
      'commit',
      [0],
      [
        async () => {
          const socket = await patch(id, 'From somebody who hung up')
          socket.destroy()
          return desk.save('articles', another, { headline: 'From somebody else' })
        },
      ],
    )
    expect(answer?.status).toBe(200)
    // All of it or nothing: whichever, the piece is in step with its dossier.
    const { body } = await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })
    expect(['As it was', 'From somebody who hung up']).toContain(body.headline)
  })

  // Guard: `restApi` takes in the whole body before Payload begins a transaction.
  it('keeps nobody waiting while it sends half of its body and no more', async () => {
    const id = await desk.anArticle({ headline: 'As it was' })
    const socket = await patch(id, 'From somebody who takes their time', 0.5)
    expect((await desk.save('articles', await desk.anArticle(), { headline: 'Meanwhile' })).status).toBe(200)
    socket.destroy()
    const { body } = await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })
    expect(body.headline).toBe('As it was')
  })

  // Guard: `retryMutations`. Without it MongoDB refuses seven of eight; with it, at worst those that lose six times.
  it('and eight GraphQL mutations of one piece at once: done, or told that somebody else was first', async () => {
    const id = await desk.anArticle()
    const answers = await gate.together(
      'begin',
      [0, 1, 2, 3, 4, 5, 6, 7],
      Array.from(
        { length: 8 },
        (_, at) => () =>
          newsroom.graphql(
            `mutation { updateArticle(id: "${id}", data: { headline: "From ${String(at)}" }) { id } }`,
            {},
            at % 2 === 0 ? 'editor' : 'editor2',
          ),
      ),
    )
    const refused = answers.filter((answer) => answer.body.errors)
    expect(refused.map((answer) => answer.body.errors[0].extensions.code)).toEqual(refused.map(() => 'busy'))
    expect(refused.length).toBeLessThanOrEqual(onServer() ? 6 : 0)
    const { body } = await newsroom.ask('GET', `/api/articles?draft=true&where[id][equals]=${id}`, { as: 'editor' })
    expect(body.totalDocs).toBe(1)
  })

  it('and eight saves of one piece over REST: each is done, or told that somebody else was first', async () => {
    const id = await desk.anArticle()
    const answers = await gate.together(
      'begin',
      [7, 6, 5, 4, 3, 2, 1, 0],
      Array.from({ length: 8 }, (_, at) => () => desk.save('articles', id, { headline: `From ${String(at)}` })),
    )
    for (const answer of answers) expect(answer.status === 200 || codesOf(answer)[0] === 'busy').toBe(true)
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThan(0)
  })
})
