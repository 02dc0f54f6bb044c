import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findProgram } from '../../scripts/findProgram.mjs'
import type { PurgeSetting } from '../../src/environment/index.ts'
import { WebhookSender } from '../../src/webhooks/index.ts'
import { freePort } from '../helpers/freePort.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/** What caches in front are told to drop: a receiver that fails, and a real Varnish. */

const SECOND = 1_000
const TOKEN = 'a-token-for-tests'
let now = new Date('2026-03-01T08:00:00.000Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let receiver: Server
let url: string
let made = 0
const logged: string[] = []

type Got = { readonly method: string; readonly headers: IncomingMessage['headers']; readonly keys: readonly string[] }
const got: Got[] = []
let answer: (res: ServerResponse, count: number) => void

beforeAll(async () => {
  receiver = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8').on('data', (text: string) => (body += text))
    req.on('end', () => {
      got.push({
        method: req.method ?? '',
        headers: req.headers,
        keys: (JSON.parse(body) as { keys: string[] }).keys,
      })
      answer(res, got.length)
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/purge`
  newsroom = await openNewsroom({
    now: () => now,
    log: (line) => logged.push(line),
    env: { PURGE_URL: url, PURGE_TOKEN: TOKEN },
  })
  desk = pieces(newsroom)
  await desk.publicAuthor()
})

afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await newsroom.close()
  for (const name of ['PURGE_URL', 'PURGE_TOKEN']) Reflect.deleteProperty(process.env, name)
})

const sender = (purge: PurgeSetting | undefined = { kind: 'http', urls: [url], token: TOKEN }) =>
  new WebhookSender(newsroom.payload, { allowInternal: false, random: () => 0, timeoutMs: 2_000, purge })

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * SECOND))

type Entry = { status: string; attempts: number; tries: { error: string | null }[]; body: string }
const entries = async () =>
  (
    await newsroom.ask('GET', '/api/webhook-deliveries?where[type][equals]=cache.purge&limit=200&sort=createdAt', {
      as: 'admin',
    })
  ).body.docs as Entry[]

/** Sends what is there, until nothing waits any more. */
async function settled(): Promise<void> {
  await sender().round()
  for (let nth = 0; nth < 60 && (await entries()).some(({ status }) => status === 'pending'); nth++) {
    later(3_600)
    await sender().round()
  }
}

beforeEach(async () => {
  answer = (res) => res.writeHead(200).end()
  await settled()
  got.length = 0
})

const aPublished = async (more: object = {}) => {
  const slug = `purged-${String(++made)}`
  const id = await desk.published('articles', await desk.anArticle({ slug, headline: `Piece ${slug}`, ...more }))
  return { id, at: `/api/articles/by-slug/${slug}` }
}
const aTopic = async (body: object) =>
  String((await newsroom.ask('POST', '/api/topics', { as: 'editor', body })).body.doc.id)
const named = () => new Set(got.flatMap(({ keys }) => keys))

describe('a cache in front', () => {
  it('is told the keys that answers have, of what becomes different for readers', async () => {
    const { id, at } = await aPublished()
    await sender().round()
    const [first] = got
    expect(first?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(named()).toContain(`articles:${id}`)
    const page = (await newsroom.ask('GET', at)).headers.get('surrogate-key')?.split(' ') ?? []
    const list = (await newsroom.ask('GET', '/api/articles')).headers.get('surrogate-key')?.split(' ') ?? []
    expect(page).toContain(`articles:${id}`)
    expect(list).toContain('articles')
    got.length = 0
    later(10)
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await sender().round()
    for (const keys of [page, list]) expect(keys.some((key) => named().has(key))).toBe(true)
  })

  it('is told of what has no transitions, too, and not of drafts', async () => {
    const { body } = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'World' } })
    const section = String(body.doc.id)
    await settled()
    got.length = 0
    await newsroom.ask('PATCH', `/api/sections/${section}`, { as: 'editor', body: { name: 'The world' } })
    await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: { lead: null } })
    const draft = await desk.anArticle({ headline: 'Not for readers' })
    await desk.save('articles', draft, { headline: 'Not for readers yet' })
    await desk.moved('articles', draft, 'submit', 'editor')
    await sender().round()
    expect([...named()].sort()).toEqual(['global:front', 'sections', `sections:${section}`])
  })

  // Guard: `allOf`; which documents lost a reference to what is deleted, SQL does not say.
  it('is told of everything that may lie in what is deleted', async () => {
    const parent = await aTopic({ name: 'World' })
    const within = await aTopic({ name: 'Asia', parent })
    await settled()
    got.length = 0
    const keys = (await newsroom.ask('GET', `/api/topics/${within}?depth=0`)).headers.get('surrogate-key')
    expect(keys).toBe(`topics:${within}`)
    expect((await newsroom.ask('DELETE', `/api/topics/${parent}`, { as: 'admin' })).status).toBe(200)
    await sender().round()
    expect([...named()]).toEqual(expect.arrayContaining(['topics', `topics:${parent}`, `topics:${within}`]))
  })

  // Guard: `within` is in the transaction.
  it('is told nothing of what was rolled back', async () => {
    const before = (await entries()).length
    const { db } = newsroom.payload
    const create = db.create.bind(db)
    let wrote = false
    db.create = (async (args: Parameters<typeof create>[0]) => {
      const row = await create(args)
      if (args.collection !== 'webhook-deliveries') return row
      wrote = true
      throw new Error('The power went.')
    }) as typeof db.create
    try {
      const refused = await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Never there' } })
      expect(refused.status).toBe(500)
    } finally {
      db.create = create
    }
    expect(wrote).toBe(true)
    expect(await entries()).toHaveLength(before)
    expect((await newsroom.ask('GET', '/api/topics?where[name][equals]=Never there')).body.totalDocs).toBe(0)
  })

  // Guard: `PURGED`; another server may have given the cache what was true before the first purge.
  it('is told again when every server has heard of it', async () => {
    const { id } = await aPublished()
    await sender().round()
    const first = got.length
    expect(first).toBeGreaterThan(0)
    await sender().round()
    expect(got).toHaveLength(first)
    got.length = 0
    later(2)
    await sender().round()
    expect(named()).toContain(`articles:${id}`)
    expect((await entries()).every(({ status }) => status === 'delivered')).toBe(true)
  })

  it('that fails half of the time is told everything in the end', async () => {
    answer = (res, count) => {
      if (count % 4 === 1) res.destroy()
      else res.writeHead(count % 2 === 0 ? 200 : 503).end('x')
    }
    const ids = [await aPublished(), await aPublished(), await aPublished()].map(({ id }) => id)
    await settled()
    const done = await entries()
    expect(done.filter(({ status }) => status !== 'delivered')).toEqual([])
    expect(done.some(({ tries }) => tries.some(({ error }) => error !== null))).toBe(true)
    for (const id of ids) expect(named()).toContain(`articles:${id}`)
  })

  it('is told together what waits together', async () => {
    for (let nth = 0; nth < 3; nth++)
      await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: `Together ${String(nth)}` } })
    await sender().round()
    expect(got).toHaveLength(1)
    expect(got[0]?.keys.filter((key) => key.startsWith('topics:'))).toHaveLength(3)
  })

  // Guard: `Promise.all` over the addresses; in turn nobody behind the one that is gone was ever told.
  it('is told whatever becomes of another, of which it is tried again', async () => {
    await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'With a cache gone' } })
    const gone = `http://127.0.0.1:${String(await freePort())}/purge`
    await sender({ kind: 'http', urls: [gone, url], token: TOKEN }).round()
    expect(named()).toContain('topics')
    expect((await entries()).at(-1)).toMatchObject({
      status: 'pending',
      tries: [{ error: expect.any(String) as string }],
    })
    await settled()
    expect((await entries()).at(-1)).toMatchObject({ status: 'delivered' })
  })

  // Guard: `MOST_PURGES`; receivers that hang would have all the places.
  it('is told at once while every place for webhooks is taken by receivers that hang', async () => {
    const held: ServerResponse[] = []
    let took = (): void => undefined
    const hangs = createServer((_, res) => {
      held.push(res)
      took()
    }).listen(0, '127.0.0.1')
    await once(hangs, 'listening')
    const address = `http://127.0.0.1:${String((hangs.address() as AddressInfo).port)}/in`
    const webhooks: string[] = []
    for (let nth = 0; nth < 4; nth++) {
      const { body } = await newsroom.ask('POST', '/api/webhooks', {
        as: 'admin',
        body: { name: `Hangs ${String(nth)}`, url: address },
      })
      const webhook = `/api/webhooks/${String(body.doc.id)}`
      webhooks.push(webhook)
      await newsroom.ask('POST', `${webhook}/secret`, { as: 'admin', body: {} })
      for (let count = 0; count < 3; count++) await newsroom.ask('POST', `${webhook}/test`, { as: 'admin' })
    }
    const purge = { kind: 'http', urls: [url], token: TOKEN } as const
    const all = new WebhookSender(newsroom.payload, { allowInternal: true, random: () => 0, timeoutMs: 60_000, purge })
    const rounds = [all.round()]
    while (held.length < 10) await new Promise<void>((resolve) => (took = resolve))
    await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Not held up' } })
    const told = new Promise<void>((resolve) => {
      answer = (res) => {
        res.writeHead(200).end()
        resolve()
      }
    })
    rounds.push(all.round())
    await told
    expect(named()).toContain('topics')
    expect(held.map(({ closed }) => closed)).toEqual(Array(10).fill(false))
    // What hangs is let go, and so is what comes after it.
    took = () => held.at(-1)?.writeHead(200).end()
    for (const res of held) res.writeHead(200).end()
    await Promise.all(rounds)
    hangs.close()
    for (const webhook of webhooks) await newsroom.ask('DELETE', webhook, { as: 'admin' })
  })

  it('that is not named any more is given up', async () => {
    await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Unheard of' } })
    await new WebhookSender(newsroom.payload, { allowInternal: false }).round()
    expect((await entries()).at(-1)).toMatchObject({ status: 'dead', attempts: 1 })
    expect(got).toEqual([])
  })

  it('has its token in no log and in no entry', async () => {
    answer = (res) => res.destroy()
    await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'In no log' } })
    await sender().round()
    expect(JSON.stringify(await entries())).not.toContain(TOKEN)
    expect(logged.join()).not.toContain(TOKEN)
  })
})

const varnishd = findProgram(['varnishd', '/usr/sbin/varnishd'])

/** Holds everything for an hour: what is fresh before that was purged. */
const vcl = (port: string) => `vcl 4.1;
import xkey;
backend default { .host = "127.0.0.1"; .port = "${port}"; }
sub vcl_recv {
  if (req.method == "PURGE") {
    if (req.http.authorization != "Bearer ${TOKEN}") { return (synth(403)); }
    set req.http.gone = xkey.purge(req.http.xkey);
    return (synth(200, "Gone: " + req.http.gone));
  }
}
sub vcl_backend_response {
  set beresp.http.xkey = beresp.http.Surrogate-Key;
  set beresp.ttl = 1h;
  set beresp.grace = 0s;
}
`

const A_VARNISH = varnishd
  ? 'a Varnish'
  : 'a Varnish: left out, as Debian’s varnish and varnish-modules are not installed'

describe.skipIf(!varnishd)(A_VARNISH, () => {
  let varnish: ChildProcess
  let dir: string
  let address: string

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'varnish-'))
    const port = String(await freePort())
    address = `http://127.0.0.1:${port}`
    await writeFile(path.join(dir, 'own.vcl'), vcl(new URL(newsroom.url).port))
    const args = ['-F', '-j', 'none', '-n', path.join(dir, 'work'), '-a', `127.0.0.1:${port}`]
    varnish = spawn(varnishd ?? '', [...args, '-f', path.join(dir, 'own.vcl')])
    let output = ''
    for (const stream of [varnish.stdout, varnish.stderr])
      stream?.on('data', (text: Buffer) => (output += text.toString()))
    const ended = once(varnish, 'exit').then(() => {
      throw new Error(`Varnish does not work: ${output}`)
    })
    ended.catch(() => undefined)
    const answers = async () => {
      for (;;) {
        const up = await fetch(`${address}/api/sections`).catch(() => undefined)
        await up?.arrayBuffer()
        if (up?.status === 200) return
      }
    }
    await Promise.race([answers(), ended])
  })

  afterAll(async () => {
    const ended = once(varnish, 'exit')
    varnish.kill()
    await ended
    await rm(dir, { recursive: true, force: true })
  })

  const through = async (target: string) => {
    const response = await fetch(address + target)
    return {
      text: await response.text(),
      status: response.status,
      isHit: (response.headers.get('x-varnish') ?? '').includes(' '),
    }
  }

  const purge = () => sender({ kind: 'varnish', urls: [`${address}/`], token: TOKEN }).round()

  it('drops what a transition changed, and holds the rest', async () => {
    const [one, other] = [await aPublished(), await aPublished()]
    await purge()
    for (const target of [one.at, other.at, '/api/articles']) {
      await through(target)
      expect((await through(target)).isHit, target).toBe(true)
    }
    later(10)
    await purge()
    for (const target of [one.at, other.at, '/api/articles']) await through(target)

    await desk.moved('articles', one.id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    // Nobody has told it yet.
    expect(await through(one.at)).toMatchObject({ status: 200, isHit: true })
    await purge()
    expect((await through(one.at)).status).toBe(404)
    expect((await through('/api/articles')).text).not.toContain(one.id)
    expect((await through(other.at)).isHit).toBe(true)
  })

  it('drops what a renamed section changed, and the 404 of what comes back', async () => {
    const { body } = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'Before' } })
    const piece = await aPublished({ section: String(body.doc.id) })
    await purge()
    expect((await through(piece.at)).text).toContain('Before')
    await newsroom.ask('PATCH', `/api/sections/${String(body.doc.id)}`, { as: 'editor', body: { name: 'After' } })
    later(10)
    await purge()
    expect((await through(piece.at)).text).toContain('After')

    await desk.moved('articles', piece.id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await purge()
    expect((await through(piece.at)).status).toBe(404)
    expect((await through(piece.at)).isHit).toBe(true)
    await desk.save('articles', piece.id, { headline: 'Out again' })
    await desk.published('articles', piece.id)
    await purge()
    expect((await through(piece.at)).text).toContain('Out again')
  })

  it('that refuses the purge is asked again', async () => {
    await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Refused' } })
    await sender({ kind: 'varnish', urls: [`${address}/`], token: 'another' }).round()
    expect((await entries()).at(-1)).toMatchObject({
      status: 'pending',
      tries: [{ error: 'It was answered with 403.' }],
    })
  })
})
