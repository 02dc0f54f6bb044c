import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChangeStreams } from '../../packages/plugin-imprimatur/src/changes/index.ts'
import { streamsOf } from '../../packages/plugin-imprimatur/src/index.ts'
import { allSince } from '../helpers/followers.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

/** The changes as server-sent events, over real sockets: resumed, kept alive, and never more in memory than a little. */

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let made = 0
const sockets: Socket[] = []

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  await desk.publicAuthor()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})
afterAll(async () => newsroom.close())

type Event = { readonly id?: string; readonly event?: string; readonly data?: string }

/** Takes a stream apart by https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation, as far as it is used. */
class Events {
  readonly all: Event[] = []
  private text = ''
  comments = 0
  private changed: (() => void)[] = []

  take(text: string): void {
    this.text += text
    for (let end = this.text.indexOf('\n\n'); end !== -1; end = this.text.indexOf('\n\n')) {
      const lines = this.text.slice(0, end).split('\n')
      this.text = this.text.slice(end + 2)
      if (lines.every((line) => line.startsWith(':'))) this.comments++
      else this.all.push(Object.fromEntries(lines.map((line) => /^(\w+): ?(.*)$/s.exec(line)?.slice(1) ?? [])) as Event)
    }
    this.wake()
  }

  wake(): void {
    for (const resolve of this.changed.splice(0)) resolve()
  }

  /** Waits for what is to come; the test's own limit of time is the only one. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.changed.push(resolve))
  }

  get changes(): readonly { op: string; slug: string; id: string; doc?: object }[] {
    return this.all
      .filter(({ event }) => event === 'change')
      .map(({ data }) => JSON.parse(data ?? '') as { op: string; slug: string; id: string })
  }
}

/** Listens with a plain socket: an answer in chunks, whose sizes stand between the lines. */
async function listen(query = '', headers: Readonly<Record<string, string>> = {}, path = '/api/changes/stream') {
  const { hostname, port } = new URL(newsroom.url)
  const socket = connect(Number(port), hostname)
  sockets.push(socket)
  const events = new Events()
  const state = { head: '', ended: false }
  let raw = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    raw += text
    if (state.head === '') {
      const end = raw.indexOf('\r\n\r\n')
      if (end === -1) return
      state.head = raw.slice(0, end)
      raw = raw.slice(end + 4)
    }
    for (;;) {
      const size = /^([0-9a-f]+)\r\n/i.exec(raw)
      if (!size) break
      const length = parseInt(size[1] ?? '', 16)
      if (raw.length < size[0].length + length + 2) break
      const chunk = raw.slice(size[0].length, size[0].length + length)
      raw = raw.slice(size[0].length + length + 2)
      if (length === 0) state.ended = true
      events.take(chunk)
    }
    events.wake()
  })
  socket.on('close', () => {
    state.ended = true
    events.wake()
  })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(
    `GET ${path}${query} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/event-stream\r\n${lines.join('')}\r\n`,
  )
  await events.until(() => state.head !== '' || state.ended)
  return { events, socket, state }
}

const slugsOf = (events: Events) => events.changes.map(({ op, slug }) => `${op} ${slug}`)
const published = async (slug = `piece-${String(++made)}`) =>
  desk.published('articles', await desk.anArticle({ slug, headline: `Piece at ${slug}` }))
const withdrawn = (id: string) => desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint.' })

describe('the stream', () => {
  it('tells what is public, and then each change as it is made', async () => {
    const first = await published('there-before')
    const { events, state } = await listen('?collection=articles')
    expect(state.head).toMatch(/^HTTP\/1\.1 200 /)
    expect(state.head).toMatch(/content-type: text\/event-stream/i)
    expect(state.head).toMatch(/cache-control: no-store, no-transform/i)
    expect(state.head).toMatch(/x-accel-buffering: no/i)
    await events.until(() => events.changes.length === 1)
    await published('comes-later')
    await withdrawn(first)
    await events.until(() => events.changes.length === 3)
    expect(slugsOf(events)).toEqual(['upsert there-before', 'upsert comes-later', 'remove there-before'])
  })

  it('goes on after a cut behind the event that the client had last, whatever its address says', async () => {
    const { cursor } = await allSince(newsroom)
    const before = await listen(`?since=${cursor}`)
    await published('before-the-cut')
    await before.events.until(() => before.events.all.length === 1)
    const { id = '' } = before.events.all[0] ?? {}
    before.socket.destroy()
    await published('during-the-cut')
    const after = await listen(`?since=${cursor}`, { 'Last-Event-ID': id })
    await published('after-the-cut')
    await after.events.until(() => after.events.all.length === 2)
    expect(slugsOf(after.events)).toEqual(['upsert during-the-cut', 'upsert after-the-cut'])
    // The same ids as cursors of the list.
    const listed = await allSince(newsroom, '', id)
    expect(listed.changes.map(({ slug }) => slug)).toEqual(['during-the-cut', 'after-the-cut'])
  })

  it('says reset, clears the id of the client and begins with everything when the cursor is of another log', async () => {
    const { cursor } = await allSince(newsroom)
    const other = cursor.replace(/[0-9a-f]{16}$/, (mark) => mark.replace(/./g, (digit) => (digit === '0' ? '1' : '0')))
    const { events } = await listen('', { 'Last-Event-ID': other })
    await events.until(() => events.changes.length > 1)
    expect(events.all[0]).toEqual({ event: 'reset', id: '', data: '{"code":"cursor_reset"}' })
    expect(events.changes.every(({ op }) => op === 'upsert')).toBe(true)
  })

  it('refuses what is no cursor, and parameters that it does not know', async () => {
    for (const [query, code] of [
      ['?since=yesterday', 'invalid_value'],
      ['?limit=5', 'unknown_parameter'],
      ['?collection=users', 'invalid_value'],
    ])
      expect(codesOf(await newsroom.ask('GET', `/api/changes/stream${query ?? ''}`))).toEqual([code])
  })

  it('brings documents to those who ask for them, and to nobody else', async () => {
    const { cursor } = await allSince(newsroom)
    const [plain, whole] = [await listen(`?since=${cursor}`), await listen(`?since=${cursor}&include=doc`)]
    const id = await published('with-its-text')
    for (const { events } of [plain, whole]) await events.until(() => events.changes.length === 1)
    expect(plain.events.changes[0]?.doc).toBeUndefined()
    expect(whole.events.changes[0]?.doc).toEqual((await newsroom.ask('GET', `/api/articles/${id}`)).body)
  })

  it('hears of what another process changes without being told', async () => {
    const { cursor } = await allSince(newsroom)
    const { events } = await listen(`?since=${cursor}`)
    const streams = streamsOf(newsroom.payload)
    // Nobody in this process says that something was committed.
    streams.wake = () => undefined
    try {
      await published('from-elsewhere')
      await events.until(() => events.changes.length === 1)
      expect(slugsOf(events)).toEqual(['upsert from-elsewhere'])
    } finally {
      Reflect.deleteProperty(streams, 'wake')
    }
  })
})

describe('those who listen', () => {
  const opened: ChangeStreams[] = []
  const streams = (limits: ConstructorParameters<typeof ChangeStreams>[1]) => {
    const made = new ChangeStreams(newsroom.payload, limits)
    opened.push(made)
    return made
  }
  afterEach(() => {
    for (const each of opened.splice(0)) each.stop()
  })
  const asked = { limit: 100, doc: false }

  it('hear that the line is there when there is nothing to say', async () => {
    const { cursor } = await allSince(newsroom)
    const response = await streams({ heartbeatMs: 5 }).open({ ...asked, since: cursor })
    const events = new Events()
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    while (events.comments < 4) events.take((await reader?.read())?.value ?? '')
    expect(events.all).toEqual([])
  })

  // Guard: ids of heartbeats; a cursor that moves with one collection alone grows older than what is kept.
  it('to one collection hear how far they are when others change, and come back with that', async () => {
    const { cursor } = await allSince(newsroom, '&collection=news-teasers')
    const response = await streams({ heartbeatMs: 5 }).open({ ...asked, collection: 'news-teasers', since: cursor })
    await published('of-no-interest')
    const newest = (await allSince(newsroom, '&collection=news-teasers', cursor)).cursor
    expect(newest).not.toBe(cursor)
    const events = new Events()
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    while (events.all.length === 0 && events.comments < 1_000) events.take((await reader?.read())?.value ?? '')
    expect(events.all).toEqual([{ id: newest }])
    events.comments = 0
    while (events.comments < 2) events.take((await reader?.read())?.value ?? '')
    expect(events.all).toHaveLength(1)
  })

  // Guard: `beat`; without it what waits for them would stay in memory for as long as the line does.
  it('are cut off when they take nothing, and little waits for them until then', async () => {
    for (let at = 0; at < 3; at++) await published()
    const slow = streams({ bytes: 200, heartbeatMs: 5, stalledMs: 20 })
    const response = await slow.open(asked)
    expect(slow.size).toBe(1)
    await new Promise<void>((resolve) => {
      const look = () => (slow.size === 0 ? resolve() : setImmediate(look))
      look()
    })
    await expect(response.text()).rejects.toThrow()
  })

  it('get everything all the same when they are slow and take it in the end', async () => {
    const { changes } = await allSince(newsroom)
    const response = await streams({ bytes: 1 }).open(asked)
    const events = new Events()
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    while (events.changes.length < changes.length) events.take((await reader?.read())?.value ?? '')
    expect(slugsOf(events)).toEqual(changes.map(({ op, slug }) => `${op} ${String(slug)}`))
    // Then they wait with the others, and go on from their own place.
    const id = await published('at-the-end')
    await withdrawn(id)
    while (events.changes.at(-1)?.op !== 'remove') events.take((await reader?.read())?.value ?? '')
    expect(events.changes.at(-1)?.slug).toBe('at-the-end')
    await reader?.cancel()
  })

  it('are so many and no more; who goes makes room', async () => {
    const few = streams({ listeners: 2 })
    const [first] = [await few.open(asked), await few.open(asked)]
    await expect(few.open(asked)).rejects.toMatchObject({ status: 503 })
    await first.body?.cancel()
    expect(few.size).toBe(1)
    await few.open(asked)
  })

  // Guard: `hasItsShare`; one client could have all places.
  it('are so many from one network, and then others still come in', async () => {
    const shared = streams({ share: 2 })
    const [first] = [await shared.open(asked, '192.0.2.1'), await shared.open(asked, '192.0.2.1')]
    await expect(shared.open(asked, '192.0.2.1')).rejects.toMatchObject({ status: 503 })
    await shared.open(asked, '192.0.2.2')
    await first.body?.cancel()
    await shared.open(asked, '192.0.2.1')
  })

  it('from one address are a hundred, over HTTP', async () => {
    const lines = await Promise.all(Array.from({ length: 100 }, () => listen('?collection=news-teasers')))
    expect(lines.filter(({ state }) => !state.head.startsWith('HTTP/1.1 200'))).toEqual([])
    const refused = await newsroom.ask('GET', '/api/changes/stream')
    expect([refused.status, codesOf(refused)]).toEqual([503, ['busy']])
  })

  it('ask the database nothing each: a thousand cost what one costs', async () => {
    const { cursor } = await allSince(newsroom)
    const many = streams({ pollMs: 3_600_000, heartbeatMs: 3_600_000 })
    const bodies: ReadableStreamDefaultReader<Uint8Array>[] = []
    for (let at = 0; at < 200; at++) {
      const { body } = await many.open({ ...asked, since: cursor })
      if (body) bodies.push(body.getReader())
    }
    await published('for-all-of-them')
    const { db } = newsroom.payload
    const find = db.find.bind(db)
    let count = 0
    db.find = ((args: never) => {
      count++
      return find(args)
    }) as typeof db.find
    try {
      many.wake()
      for (const reader of bodies) {
        const events = new Events()
        while (events.all.length === 0) events.take(new TextDecoder().decode((await reader.read()).value))
        expect(slugsOf(events)).toEqual(['upsert for-all-of-them'])
      }
    } finally {
      db.find = find
    }
    expect(count).toBeLessThan(40)
  })

  it('are let go when the server stops, and nobody comes in', async () => {
    const { events, state } = await listen()
    await events.until(() => events.changes.length > 0)
    streamsOf(newsroom.payload).stop()
    await events.until(() => state.ended)
    const refused = await newsroom.ask('GET', '/api/changes/stream')
    expect([refused.status, codesOf(refused)]).toEqual([503, ['busy']])
    expect(refused.headers.get('retry-after')).toBeTruthy()
  })
})
