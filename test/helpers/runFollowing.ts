import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect } from 'vitest'
import {
  createClient,
  verifyWebhook,
  type Client,
  type CursorStore,
  type Step,
} from '../../packages/client/src/index.ts'
import { openBreakingLine } from './breakingLine.ts'
import { Follower } from './followers.ts'
import { pieces } from './pieces.ts'
import { servedByOne, servedByTwo } from './servedNewsroom.ts'

const HOUR = 3_600_000
const ACTIONS = ['publish', 'publish', 'publish', 'move', 'withdraw', 'retract', 'expire', 'draft'] as const
const SLUGS = ['quay', 'bridge', 'lock', 'harbour']
const COLLECTIONS = ['authors', 'news-teasers'] as const

/** A copy that follows by the client, and keeps its cursor like one that is stored. */
export class Copy extends Follower implements CursorStore {
  readonly steps: Step[] = []
  read = () => this.cursor ?? null
  write = (cursor: string) => void (this.cursor = cursor)

  take(step: Step): void {
    this.steps.push(step)
    if (step.kind === 'reset') for (const map of [this.byId, this.byAddress]) map.clear()
    else for (const change of step.changes) this.apply(change)
  }

  /** Each piece by its address. */
  get state(): readonly string[] {
    return [...this.byAddress].map((each) => each.join(' ')).sort()
  }
}

/** Moves between two disturbances: seldom enough that most of the time goes into moves. */
const CALM = { least: 10, most: 50 }

/** Moves after which pieces move to other slugs: what was retracted keeps its own. */
const NEW_SLUGS = 250

/** How long followers may take to be told of the last move, in milliseconds. */
const PATIENCE_MS = 60_000

/** Rounds of a day within which a receiver that fails half of the time has taken everything; after ten tries a message is given up. */
const MOST_DAYS = 10

type Run = {
  readonly moves: number
  readonly seed: number
  /** Server processes on one database; 1 is this process. */
  readonly instances?: 1 | 2
  /** When no further move is begun, in milliseconds since 1970. */
  readonly until?: number
}

/**
 * Moves pieces about at random, and has them followed in three ways: by looking now and then, by server-sent events over a line that breaks, and by
 * webhooks to a receiver that fails half of the time. The newsroom ends and starts again in between, or one of two processes is killed and comes back. All
 * three have to end with what is public.
 *
 * @returns how many moves there were, how many of them brought a piece to readers, and how often the newsroom was disturbed
 */
export async function runFollowing({
  moves,
  seed,
  instances = 1,
  until = Infinity,
}: Run): Promise<{ readonly moves: number; readonly published: number; readonly disturbed: number }> {
  const newsroom = await (instances === 1 ? servedByOne() : servedByTwo())
  const line = await openBreakingLine(newsroom.url, newsroom.fetch)
  const desk = pieces(newsroom)
  const client = createClient({ url: newsroom.url, fetch: newsroom.fetch })

  const looks = new Copy()
  const look = async () => {
    for await (const step of client.follow({ mode: 'once', cursor: looks })) looks.take(step)
  }
  const streams = new Copy()
  const done = new AbortController()
  const errors: unknown[] = []
  const streaming = (async () => {
    const options = { mode: 'stream', cursor: streams, intervalMs: 20, signal: done.signal } as const
    const following = createClient({ url: line.url }).follow({ ...options, onError: (error) => errors.push(error) })
    for await (const step of following) streams.take(step)
  })()
  const stopped = expect(streaming).rejects.toThrow('Enough.')
  const told = await openReceiver(client)
  const admin = (method: string, address: string, body?: object) =>
    newsroom.ask(method, address, { as: 'admin', ...(body ? { body } : {}) })
  const { id } = (await admin('POST', '/api/webhooks', { name: 'Follower', url: told.url })).body.doc as { id: string }
  told.secret = ((await admin('POST', `/api/webhooks/${id}/secret`, {})).body as { secret: string }).secret
  const waiting = async () =>
    (await admin('GET', '/api/webhook-deliveries?where[status][equals]=pending&limit=1')).body.totalDocs as number

  let [published, disturbed, begun] = [0, 0, 0]
  try {
    const made: [collection: string, id: string][] = []
    for (let at = 0; at < 6; at++) made.push(await aPiece(at))
    const steps = fc.sample(
      fc.record({
        at: fc.nat(made.length - 1),
        action: fc.constantFrom(...ACTIONS),
        slug: fc.constantFrom(...SLUGS),
        looks: fc.boolean(),
        sends: fc.boolean(),
      }),
      { numRuns: moves, seed },
    )
    const calm = Math.min(CALM.most, Math.max(CALM.least, Math.floor(moves / 4)))
    for (const [nth, { at, action, slug, ...then }] of steps.entries()) {
      if (Date.now() > until) break
      begun++
      const disturbs = nth % calm === calm - 1
      const acting = async () => {
        const name = `${slug}-${String(at % 2)}-${String(Math.floor(nth / NEW_SLUGS))}`
        const [collection, piece] = made[at] ?? ['', '']
        if (await act(collection, piece, disturbs ? 'publish' : action, name, nth)) made[at] = await aPiece(at)
      }
      if (disturbs) {
        disturbed++
        await newsroom.disturb(acting)
      } else await acting()
      if (then.looks) await look()
      if (then.sends) await newsroom.send()
    }
    // Tries that failed are due again after at most a day, and what expires is told of by whoever looks first.
    for (let day = 0; day < MOST_DAYS && (day === 0 || (await waiting()) > 0); day++) {
      await newsroom.forward(25 * HOUR)
      await look()
      await newsroom.send()
    }
    // Of two processes, the one that did not write knows within a second.
    const states = async () => {
      await look()
      const state = await publicState(client)
      return { state, looks: looks.state, told: told.state(), streams: streams.state }
    }
    const settled = async () => {
      const { state, ...copies } = await states()
      return Object.values(copies).every((copy) => copy.join() === state.join())
    }
    await expect
      .poll(settled, { timeout: PATIENCE_MS })
      .toBe(true)
      .catch(() => undefined)
    const { state, ...copies } = await states()
    expect(copies).toEqual({ looks: state, told: state, streams: state })
    const isDisturbed = disturbed > 0 || begun < calm
    expect([told.failed() > 0, line.cuts() > 0, isDisturbed, published > begun / 10]).toEqual(Array(4).fill(true))
    expect(told.problems).toEqual([])
    expect(await newsroom.offences()).toEqual([])
    return { moves: begun, published, disturbed }
  } finally {
    done.abort(new Error('Enough.'))
    await stopped
    line.close()
    told.close()
    await newsroom.close()
  }

  async function aPiece(at: number): Promise<[string, string]> {
    const collection = COLLECTIONS[at % 2] ?? 'authors'
    return [collection, collection === 'authors' ? await desk.anAuthor() : await aTeaser()]
  }

  async function aTeaser(): Promise<string> {
    const target = { kind: 'external', url: 'https://example.org/a', sourceName: 'Elsewhere' }
    const body = { headline: 'Ferries stop', excerpt: 'Nobody crosses.', target }
    return String((await newsroom.ask('POST', '/api/news-teasers', { as: 'editor', body })).body.doc.id)
  }

  /** Whether the piece is retracted now: then nothing more comes of it. */
  async function act(collection: string, id: string, action: string, slug: string, nth: number): Promise<boolean> {
    const move = async (transition: string, as: 'editor' | 'publisher' | 'reviewer', more: object = {}) => {
      const { status } = await desk.move(collection, id, transition, as, more)
      expect(status).toBeLessThan(500)
      return status === 200
    }
    const words = collection === 'authors' ? { shortBio: `Life ${String(nth)}` } : { excerpt: `News ${String(nth)}.` }
    switch (action) {
      case 'withdraw':
        await move('withdraw', 'publisher', { reason: 'A complaint.' })
        return false
      case 'retract':
        // Seldom: it is for good.
        return nth % 10 === 0 && (await move('retract', 'publisher', { notice: 'It was wrong.' }))
      case 'expire':
        await newsroom.forward(2 * HOUR)
        return false
      case 'draft':
        expect((await desk.save(collection, id, words)).status).toBeLessThan(500)
        return false
      default: {
        const expiresAt = new Date(newsroom.now().getTime() + 9 * HOUR).toISOString()
        const expires = collection === 'authors' ? {} : { expiresAt }
        await desk.save(collection, id, { ...words, ...expires, ...(action === 'move' ? { slug } : {}) })
        await move('submit', 'editor')
        await move('sign_off', 'reviewer')
        if (await move('publish', 'publisher')) published++
        return false
      }
    }
  }
}

/** Collection, slug and id of each piece that readers find. */
export async function publicState(
  client: Client,
  collections: readonly ('articles' | 'authors' | 'news-teasers')[] = COLLECTIONS,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const collection of collections)
    for await (const { id, slug } of client.all(collection, { select: { slug: true } }))
      found.push(`${collection}/${slug} ${id}`)
  return found.sort()
}

/** Fails at every other message, and takes the rest for the sign to look at what they are about. */
async function openReceiver(client: Client) {
  const held = new Map<string, string>()
  const problems: unknown[] = []
  let [count, failed] = [0, 0]
  let working: Promise<void> = Promise.resolve()
  const receiver = {
    url: '',
    secret: '',
    problems,
    failed: () => failed,
    state: () =>
      [...held].map(([piece, slug]) => `${piece.split(':')[0] ?? ''}/${slug} ${piece.split(':')[1] ?? ''}`).sort(),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const server = createServer((req, res) => {
    working = working.then(async () => {
      try {
        const { data } = await verifyWebhook(await text(req), req.headers, receiver.secret)
        if (++count % 2 === 1) {
          failed++
          if (count % 4 === 1) res.destroy()
          else res.writeHead(503).end()
          return
        }
        const collection = data.collection as (typeof COLLECTIONS)[number]
        const [doc] = (await client.find(collection, { where: { id: { equals: data.id } }, select: { slug: true } }))
          .docs
        if (doc) held.set(`${collection}:${data.id}`, doc.slug)
        else held.delete(`${collection}:${data.id}`)
        res.writeHead(204).end()
      } catch (error) {
        // The process that it looked at was just ended.
        if (!(error instanceof TypeError)) problems.push(error)
        res.writeHead(500).end()
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`
  return receiver
}
