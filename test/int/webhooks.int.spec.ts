import { createPublicKey, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../packages/client/src/index.ts'
import { WebhookSender, type SenderParts } from '../../src/webhooks/index.ts'
import { openNewsroom, STAFF, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

/** Webhooks: real receivers, signed by Standard Webhooks and verified by its own library. */

const HOUR = 3_600_000
let now = new Date('2026-03-01T08:00:00.000Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let made = 0

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly url: string }
type Receiver = {
  readonly url: string
  readonly got: Got[]
  answer: (res: ServerResponse, count: number) => void
  readonly server: Server
}
const receivers: Receiver[] = []

async function aReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    got: [],
    answer: (res) => res.writeHead(204).end(),
    server: createServer((req, res) => {
      let body = ''
      req.setEncoding('utf8').on('data', (text: string) => (body += text))
      req.on('end', () => {
        receiver.got.push({ headers: req.headers, body, url: req.url ?? '' })
        receiver.answer(res, receiver.got.length)
      })
    }),
  }
  receiver.server.listen(0, '127.0.0.1')
  await once(receiver.server, 'listening')
  receivers.push(receiver)
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${String((receiver.server.address() as AddressInfo).port)}/in`,
  })
}

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  desk = pieces(newsroom)
  await desk.publicAuthor()
})
beforeEach(async () => {
  // Each test has webhooks of its own.
  await newsroom.ask('PATCH', '/api/webhooks?where[active][equals]=true', { as: 'admin', body: { active: false } })
})
afterAll(async () => {
  for (const { server } of receivers) {
    server.closeAllConnections()
    server.close()
  }
  await newsroom.close()
})

const admin = (method: string, address: string, body?: object) =>
  newsroom.ask(method, address, { as: 'admin', ...(body ? { body } : {}) })

async function aWebhook(url: string, more: object = {}): Promise<{ id: string; secret: string }> {
  const answer = await admin('POST', '/api/webhooks', { name: `Hook ${String(++made)}`, url, ...more })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const id = String(answer.body.doc.id)
  const { body, status } = await admin('POST', `/api/webhooks/${id}/secret`, {})
  expect([status, body.secret]).toEqual([200, expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/)])
  return { id, secret: body.secret as string }
}

const sender = (more: Partial<SenderParts> = {}) =>
  new WebhookSender(newsroom.payload, { allowInternal: true, random: () => 0, timeoutMs: 2_000, ...more })

const deliveries = async (webhook: string) =>
  (await admin('GET', `/api/webhook-deliveries?where[webhook][equals]=${webhook}&limit=100&sort=createdAt`)).body
    .docs as {
    id: string
    message: string
    type: string
    status: string
    attempts: number
    tries: { error: string }[]
  }[]

const published = async (slug = `hooked-${String(++made)}`, more: object = {}) =>
  desk.published('articles', await desk.anArticle({ slug, headline: `Piece at ${slug}`, ...more }))
const withdrawn = (id: string) => desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint.' })
const typesIn = ({ got }: Receiver) => got.map(({ body }) => (JSON.parse(body) as { type: string }).type)

describe('a message', () => {
  it('is signed as Standard Webhooks says, and says what became of which piece', async () => {
    const receiver = await aReceiver()
    const { secret } = await aWebhook(receiver.url)
    const id = await published('told-by-hook')
    const { live } = await desk.dossier('articles', id)
    await sender().round()
    expect(receiver.got).toHaveLength(1)
    const [{ headers, body }] = receiver.got as [Got]
    expect(headers['webhook-id']).toMatch(/^msg_[0-9a-f]{32}$/)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({
      type: 'piece.published',
      timestamp: now.toISOString(),
      data: { collection: 'articles', id, slug: 'told-by-hook', digest: live.digest as string, at: now.toISOString() },
    })
    for (const changed of [body.replace('told', 'tols'), `${body} `])
      expect(() => new Webhook(secret).verify(changed, headers as Record<string, string>)).toThrow()
  })

  it('comes of each thing that happens to readers, and of nothing else', async () => {
    const receiver = await aReceiver()
    await aWebhook(receiver.url)
    const id = await published('one-life')
    await desk.save('articles', id, { headline: 'One life, better told' })
    await desk.published('articles', id)
    await desk.save('articles', id, { slug: 'another-life' })
    await desk.published('articles', id)
    await withdrawn(id)
    await desk.save('articles', id, { headline: 'Nobody sees this' })
    await sender().round()
    const types = ['piece.published', 'piece.updated', 'piece.moved', 'piece.withdrawn']
    expect(typesIn(receiver).sort()).toEqual([...types].sort())
    const moved = receiver.got.map(({ body }) => JSON.parse(body)).find(({ type }) => type === 'piece.moved')
    expect(moved.data).toMatchObject({ slug: 'another-life', from: 'one-life' })
    expect(JSON.stringify(receiver.got)).not.toMatch(/complaint|Nobody sees/)
  })

  it('goes to those who asked for the event, the collection and the section', async () => {
    const body = async (name: string) =>
      String((await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name } })).body.doc.id)
    const [world, sport] = [await body('World'), await body('Sport')]
    const receiver = async (more: object) => {
      const made = await aReceiver()
      await aWebhook(made.url, more)
      return made
    }
    const removals = await receiver({ events: ['piece.withdrawn'] })
    const authors = await receiver({ collections: ['authors'] })
    const inWorld = await receiver({ sections: [world] })
    const inSport = await receiver({ sections: [sport] })
    await withdrawn(await published('in-the-world', { section: world }))
    await desk.published('authors', await desk.anAuthor())
    await sender().round()
    expect(typesIn(removals)).toEqual(['piece.withdrawn'])
    expect(typesIn(authors)).toEqual(['piece.published'])
    expect(typesIn(inWorld).sort()).toEqual(['piece.published', 'piece.withdrawn'])
    expect(typesIn(inSport)).toEqual([])
  })

  // Guard: `before`; the section that a piece leaves would go on showing it.
  it('goes to those of the section that a piece leaves, too, with no more in it than others get', async () => {
    const section = async (name: string) =>
      String((await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name } })).body.doc.id)
    const [city, country, sea] = [await section('City'), await section('Country'), await section('Sea')]
    const [left, entered, other] = [await aReceiver(), await aReceiver(), await aReceiver()]
    const filters = [[left, city] as const, [entered, country] as const, [other, sea] as const]
    for (const [receiver, id] of filters) await aWebhook(receiver.url, { sections: [id] })
    const id = await published('moves-out', { section: city })
    await desk.save('articles', id, { section: country })
    await desk.published('articles', id)
    await desk.save('articles', id, { headline: 'In the country' })
    await desk.published('articles', id)
    await sender().round()
    expect(typesIn(left).sort()).toEqual(['piece.published', 'piece.updated'])
    expect(typesIn(entered)).toEqual(['piece.updated', 'piece.updated'])
    expect(typesIn(other)).toEqual([])
    for (const { body } of [...left.got, ...entered.got])
      expect(Object.keys(JSON.parse(body).data).sort()).toEqual(['at', 'collection', 'digest', 'id', 'slug'])
  })

  // Guard: enqueueWebhooks() in the transaction of the move.
  it('is not there when the move was rolled back', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    const id = await desk.approved('articles', await desk.anArticle({ slug: 'never-happened' }))
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
      expect((await desk.move('articles', id, 'publish', 'publisher')).status).toBe(500)
    } finally {
      db.create = create
    }
    expect(wrote).toBe(true)
    expect((await desk.dossier('articles', id)).stage).toBe('approved')
    expect(await deliveries(webhook)).toEqual([])
  })
})

describe('a receiver that fails', () => {
  it('half of the time gets everything in the end, each try under the same id', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    receiver.answer = (res, count) => {
      if (count % 4 === 1) res.destroy()
      else res.writeHead(count % 2 === 0 ? 200 : 503).end('x')
    }
    const ids: string[] = []
    for (let at = 0; at < 4; at++) ids.push(await published())
    const all = sender()
    for (let round = 0; round < 6; round++) {
      await all.round()
      now = new Date(now.getTime() + HOUR)
    }
    const rows = await deliveries(webhook)
    expect(rows.map(({ status }) => status)).toEqual(ids.map(() => 'delivered'))
    const told = new Map(receiver.got.map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body).data.id]))
    expect([...told.values()].sort()).toEqual([...ids].sort())
    expect(receiver.got.length).toBeGreaterThan(ids.length)
  })

  it('for three days is given up, and gets it all the same when an administrator says so', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    receiver.answer = (res) => res.writeHead(500).end()
    await published()
    const from = now.getTime()
    const all = sender()
    const status = async () => (await deliveries(webhook))[0]?.status
    while ((await status()) === 'pending') {
      await all.round()
      now = new Date(now.getTime() + HOUR)
    }
    const days = (now.getTime() - from) / (24 * HOUR)
    expect([await status(), days > 2.9 && days < 3.8, receiver.got.length]).toEqual(['dead', true, 11])
    receiver.answer = (res) => res.writeHead(200).end()
    const [row] = await deliveries(webhook)
    expect(row?.tries[0]?.error).toContain('500')
    expect((await admin('POST', `/api/webhook-deliveries/${String(row?.id)}/replay`)).status).toBe(202)
    expect(codesOf(await admin('POST', `/api/webhook-deliveries/${String(row?.id)}/replay`))).toEqual(['wrong_stage'])
    await all.round()
    expect(await status()).toBe('delivered')
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('by taking too long, or by answering without end, is let go', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    const stopped = sender({ timeoutMs: 50 })
    receiver.answer = () => undefined
    await published()
    await stopped.round()
    expect((await deliveries(webhook))[0]?.tries[0]?.error).toMatch(/abort|timeout/i)
    receiver.answer = (res) => {
      res.writeHead(200)
      const more = (): void => {
        while (!res.destroyed && res.write('x'.repeat(16_384)));
        if (!res.destroyed) res.once('drain', more)
      }
      more()
    }
    now = new Date(now.getTime() + HOUR)
    await sender({ timeoutMs: 10_000 }).round()
    expect((await deliveries(webhook))[0]?.status).toBe('delivered')
  })

  it('by sending us elsewhere is not followed', async () => {
    const [receiver, elsewhere] = [await aReceiver(), await aReceiver()]
    const { id: webhook } = await aWebhook(receiver.url)
    receiver.answer = (res) => res.writeHead(307, { location: elsewhere.url }).end()
    await published()
    await sender().round()
    expect([receiver.got.length, elsewhere.got.length]).toEqual([1, 0])
    expect((await deliveries(webhook))[0]?.tries[0]?.error).toContain('307')
  })
})

describe('a webhook', () => {
  it('that is not active gets nothing, and what waits for it when it is again', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    await published()
    await admin('PATCH', `/api/webhooks/${webhook}`, { active: false })
    await published()
    await sender().round()
    expect([receiver.got.length, (await deliveries(webhook)).length]).toEqual([0, 1])
    await admin('PATCH', `/api/webhooks/${webhook}`, { active: true })
    now = new Date(now.getTime() + HOUR)
    await sender().round()
    expect(typesIn(receiver)).toEqual(['piece.published'])
  })

  it('that was deleted is given up at once', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    await published()
    expect((await admin('DELETE', `/api/webhooks/${webhook}`)).status).toBe(200)
    await sender().round()
    const [row] = await deliveries(webhook)
    expect([row?.status, row?.attempts, receiver.got.length]).toEqual(['dead', 1, 0])
  })
})

describe('several processes', () => {
  // Guard: the claim counts the try, and is conditional on that count.
  it('send each message once', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    for (let at = 0; at < 5; at++) await admin('POST', `/api/webhooks/${webhook}/test`)
    await Promise.all([sender().round(), sender().round(), sender().round()])
    const ids = receiver.got.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
    expect(typesIn(receiver)).toContain('webhook.test')
  })

  it('take over after the lease what one of them began and did not end', async () => {
    const receiver = await aReceiver()
    const { id: webhook } = await aWebhook(receiver.url)
    await admin('POST', `/api/webhooks/${webhook}/test`)
    const { db } = newsroom.payload
    let frozen: (() => void) | undefined
    receiver.answer = (res, count) => {
      if (count === 1) frozen = () => res.writeHead(200).end()
      else res.writeHead(200).end()
    }
    const first = sender({ timeoutMs: 60_000 })
    const began = first.round()
    while (!frozen) await new Promise((resolve) => setImmediate(resolve))
    await sender().round()
    expect(receiver.got).toHaveLength(1)
    now = new Date(now.getTime() + 61_000)
    await sender().round()
    expect(receiver.got).toHaveLength(2)
    // The one that comes back late changes nothing any more.
    frozen()
    await began
    const [row] = await deliveries(webhook)
    expect([row?.status, row?.tries.length, row?.attempts]).toEqual(['delivered', 1, 2])
    expect(db).toBe(newsroom.payload.db)
  })
})

describe('addresses', () => {
  it.each([
    'https://127.0.0.1/in',
    'https://2130706433/in',
    'https://0x7f.1/in',
    'https://0177.0.0.1/in',
    'https://127.1/in',
    'https://[::1]/in',
    'https://[::ffff:127.0.0.1]/in',
    'https://[::ffff:7f00:1]/in',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/in',
    'http://example.org/in',
  ])('of internal networks, and without TLS, are not called: %s', async (url) => {
    const { id: webhook } = await aWebhook(url)
    await admin('POST', `/api/webhooks/${webhook}/test`)
    await sender({ allowInternal: false }).round()
    const [row] = await deliveries(webhook)
    expect(row?.tries.map(({ error }) => error)).toEqual([
      expect.stringMatching(/^(?:The address leads into an internal network|Messages go out by https only)\.$/),
    ])
  })

  // Guard: `lookup` of the connection itself; a look-up before it would be answered otherwise than the one that counts.
  it('are those that were looked at, whatever the name server says the next time', async () => {
    const receiver = await aReceiver()
    const { port } = new URL(receiver.url)
    const { id: webhook } = await aWebhook(`https://rebind.example.org:${port}/in`)
    await admin('POST', `/api/webhooks/${webhook}/test`)
    let asked = 0
    const resolve = () => {
      asked++
      return Promise.resolve([
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    }
    await sender({ allowInternal: false, resolve }).round()
    expect(asked).toBe(1)
    expect(receiver.got).toEqual([])
    expect((await deliveries(webhook))[0]?.tries[0]?.error).toBe('The address leads into an internal network.')
  })

  it.each([['not an address'], ['ftp://example.org/in'], ['https://user:password@example.org/in']])(
    'that cannot be called are refused when they are saved: %s',
    async (url) => {
      const answer = await admin('POST', '/api/webhooks', { name: 'Odd', url })
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'url'])
    },
  )
})

describe('a secret', () => {
  it('is told once, and nowhere again', async () => {
    const receiver = await aReceiver()
    const { id, secret } = await aWebhook(receiver.url)
    const key = secret.replace('whsec_', '')
    await admin('POST', `/api/webhooks/${id}/test`)
    await sender().round()
    const answers = [
      await admin('GET', `/api/webhooks/${id}`),
      await admin('GET', '/api/webhooks?limit=100'),
      await admin('GET', `/api/webhooks/${id}?select[secrets]=true`),
      await admin('GET', '/api/webhook-deliveries?limit=100'),
      await admin('PATCH', `/api/webhooks/${id}`, { name: 'Renamed', secrets: [] }),
      await admin('GET', '/api/webhooks?where[secrets][exists]=true'),
      await newsroom.graphql('{ Webhooks { docs { secrets } } }', {}, 'admin'),
    ]
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/whsec_|"secrets":\[/)
    const stored = await newsroom.payload.db.findOne<{ id: string; secrets: unknown }>({
      collection: 'webhooks',
      where: { id: { equals: id } },
    })
    expect(JSON.stringify(stored)).not.toContain(key)
    // Nobody changes it by a save.
    expect(stored?.secrets).toHaveLength(1)
  })

  it('is changed without a message lost: both sign until the old one is over', async () => {
    const receiver = await aReceiver()
    const { id, secret: old } = await aWebhook(receiver.url)
    const { body } = await admin('POST', `/api/webhooks/${id}/secret`, { overlapHours: 2 })
    const verifies = async (secret: string) => {
      await admin('POST', `/api/webhooks/${id}/test`)
      await sender().round()
      const last = receiver.got.at(-1)
      if (!last) return false
      try {
        return new Webhook(secret).verify(last.body, last.headers as Record<string, string>) !== undefined
      } catch {
        return false
      }
    }
    expect([await verifies(old), await verifies(body.secret)]).toEqual([true, true])
    now = new Date(now.getTime() + 2 * HOUR)
    expect([await verifies(old), await verifies(body.secret)]).toEqual([false, true])
  })

  it('may be one half of a pair, of which the receiver has the other; both kinds sign while one follows the other', async () => {
    const receiver = await aReceiver()
    const { id, secret } = await aWebhook(receiver.url)
    const answer = await admin('POST', `/api/webhooks/${id}/secret`, { kind: 'ed25519', overlapHours: 2 })
    expect(answer.body).toEqual({ publicKey: expect.stringMatching(/^whpk_[A-Za-z0-9+/]{43}=$/) })
    const publicKey = answer.body.publicKey as string
    const send = async () => {
      await admin('POST', `/api/webhooks/${id}/test`)
      await sender().round()
      return receiver.got.at(-1) ?? expect.unreachable()
    }
    const both = await send()
    expect(
      String(both.headers['webhook-signature'])
        .split(' ')
        .map((each) => each.split(',')[0]),
    ).toEqual(['v1a', 'v1'])
    expect(new Webhook(secret).verify(both.body, both.headers as Record<string, string>)).toMatchObject({
      type: 'webhook.test',
    })
    now = new Date(now.getTime() + 2 * HOUR)
    const { body, headers } = await send()
    const [version, signature = ''] = String(headers['webhook-signature']).split(',')
    expect(version).toBe('v1a')
    // By the specification, with OpenSSL: the key of RFC 8410 with these 32 bytes.
    const key = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey.slice(5), 'base64')]),
      format: 'der',
      type: 'spki',
    })
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    const holds = (text: string) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    expect([holds(signed), holds(`${signed} `)]).toEqual([true, false])
    expect(await verifyWebhook(body, headers, publicKey)).toMatchObject({ type: 'webhook.test' })
    // What signs may be asked for, of the pair its public half; neither secret is told again.
    const signs = await admin('GET', `/api/webhooks/${id}/secret`)
    expect(signs.body).toEqual({ secrets: [{ kind: 'ed25519', until: null, publicKey }] })
    expect(signs.headers.get('cache-control')).toBe('private, no-store')
    await admin('POST', `/api/webhooks/${id}/secret`, { overlapHours: 1 })
    expect((await admin('GET', `/api/webhooks/${id}/secret`)).body.secrets).toEqual([
      { kind: 'hmac', until: null },
      { kind: 'ed25519', until: new Date(now.getTime() + HOUR).toISOString(), publicKey },
    ])
    for (const [as, status] of [
      ['editor', 403],
      [undefined, 401],
    ] as const) {
      const answer = await newsroom.ask('GET', `/api/webhooks/${id}/secret`, as ? { as } : {})
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.not.stringContaining('whpk_')])
    }
    const told = JSON.stringify((await admin('GET', `/api/webhooks/${id}`)).body)
    expect(told).not.toMatch(/whsk_|whpk_|whsec_|secrets/)
  })

  // Guard: `standing` and the `try` of `post`; what cannot be read signs nothing, and a try that throws was never written down.
  it('that was kept by a newsroom with another PAYLOAD_SECRET signs nothing, each try says so, and a new one takes its place', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver.url)
    const elsewhere = { secret: 'f'.repeat(32) } as typeof newsroom.payload
    const secret = newsroom.payload.encrypt.call(elsewhere, `whsec_${'A'.repeat(43)}=`)
    const secrets = [{ secret, until: null }]
    await newsroom.payload.db.updateOne({ collection: 'webhooks', id, data: { secrets }, returning: false })
    await admin('POST', `/api/webhooks/${id}/test`)
    await sender().round()
    expect((await deliveries(id))[0]).toMatchObject({
      status: 'pending',
      tries: [{ status: null, error: 'The webhook has no secret that can be read.' }],
    })
    expect((await admin('GET', `/api/webhooks/${id}/secret`)).body).toEqual({ secrets: [] })
    const { body } = await admin('POST', `/api/webhooks/${id}/secret`, {})
    expect((await admin('GET', `/api/webhooks/${id}/secret`)).body.secrets).toHaveLength(1)
    now = new Date(now.getTime() + HOUR)
    await sender().round()
    const [got] = receiver.got as [Got]
    expect(new Webhook(body.secret).verify(got.body, got.headers as Record<string, string>)).toMatchObject({
      type: 'webhook.test',
    })
  })

  it('that cannot be signed with makes a try like any other', async () => {
    const { id } = await aWebhook('https://example.org/in')
    const secrets = [{ secret: newsroom.payload.encrypt('whsk_no key'), until: null }]
    await newsroom.payload.db.updateOne({ collection: 'webhooks', id, data: { secrets }, returning: false })
    await admin('POST', `/api/webhooks/${id}/test`)
    await sender().round()
    const [row] = await deliveries(id)
    expect([row?.status, row?.tries.length, typeof row?.tries[0]?.error]).toEqual(['pending', 1, 'string'])
  })

  it('of another kind is not made', async () => {
    const { id } = await aWebhook('https://example.org/in')
    for (const kind of ['rsa', '', 1, null]) {
      const answer = await admin('POST', `/api/webhooks/${id}/secret`, { kind })
      expect([answer.status, codesOf(answer), answer.body.errors[0].field]).toEqual([400, ['invalid_value'], 'kind'])
    }
  })

  it.each([[-1], [721], ['a day'], [null]])('is not made with an overlap of %s', async (overlapHours) => {
    const { id } = await aWebhook('https://example.org/in')
    const answer = await admin('POST', `/api/webhooks/${id}/secret`, { overlapHours })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
  })
})

describe('rights', () => {
  it('are those of administrators, on every route', async () => {
    const { id } = await aWebhook('https://example.org/in')
    await admin('POST', `/api/webhooks/${id}/test`)
    const [row] = await deliveries(id)
    const routes = [
      ['GET', '/api/webhooks'],
      ['GET', `/api/webhooks/${id}`],
      ['PATCH', `/api/webhooks/${id}`],
      ['DELETE', `/api/webhooks/${id}`],
      ['POST', '/api/webhooks'],
      ['POST', `/api/webhooks/${id}/secret`],
      ['POST', `/api/webhooks/${id}/test`],
      ['GET', '/api/webhook-deliveries'],
      ['POST', `/api/webhook-deliveries/${String(row?.id)}/replay`],
    ] as const
    for (const who of [undefined, ...STAFF.filter((each) => each !== 'admin')]) {
      for (const [method, address] of routes) {
        const answer = await newsroom.ask(method, address, {
          ...(who ? { as: who } : {}),
          ...(method === 'GET' || method === 'DELETE' ? {} : { body: { name: 'x', url: 'https://example.org/in' } }),
        })
        expect(answer.status, `${String(who)} ${method} ${address}`).toBeGreaterThanOrEqual(401)
        expect(answer.status, `${String(who)} ${method} ${address}`).toBeLessThan(500)
      }
    }
    for (const [method, address] of [
      ['POST', '/api/webhook-deliveries'],
      ['PATCH', `/api/webhook-deliveries/${String(row?.id)}`],
      ['DELETE', `/api/webhook-deliveries/${String(row?.id)}`],
    ] as const)
      expect((await admin(method, address, method === 'DELETE' ? undefined : { status: 'delivered' })).status).toBe(403)
    const unknown = await admin('POST', '/api/webhooks/00000000-0000-4000-8000-000000000000/test')
    expect([unknown.status, codesOf(unknown)]).toEqual([404, ['not_found']])
  })
})
