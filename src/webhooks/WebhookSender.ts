import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { inTransaction, isPassing, runtimeOf } from 'payload-plugin-imprimatur'
import type { PurgeSetting } from '../environment/index.ts'
import { PURGE, SLUGS, type DeliveryRow, type Try, type WebhookRow } from './events.ts'
import { postMessage, type PostParts } from './postMessage.ts'
import { purgeRequests } from './purgeRequests.ts'
import { secretsAt, signatureOf } from './secrets.ts'

export type SenderParts = Omit<PostParts, 'method' | 'signal' | 'timeoutMs'> & {
  /** The caches in front; undefined when they are told nothing. */
  readonly purge?: PurgeSetting | undefined
  readonly timeoutMs?: number
  /** From 0 to 1: parts those who would try at the same moment. */
  readonly random?: () => number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** From one try to the next; some three days in all. */
const PAUSES = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  16 * HOUR,
  24 * HOUR,
]

/** The same for caches in front, which hold what is not true any more: some sixteen hours. */
const PURGE_PAUSES = [
  SECOND,
  2 * SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
]

/**
 * A cache is told twice. Between the commit and the first time it may have asked a server that had not heard of it yet, which takes a second at most; so
 * the second time comes later than that.
 */
const PURGED = { times: 2, apart: 2 * SECOND }

/** How much longer a pause may be than it says, as a part of it. */
const JITTER = 0.2

/** In milliseconds. A lease is longer than any try: nobody else sends while it lasts. */
const TIMES = { poll: SECOND, try: 15 * SECOND, stop: 3 * SECOND, lease: MINUTE, kept: 30 * 24 * HOUR, prune: HOUR }

/** Messages under way at once, in all and to one webhook. */
const MOST = { all: 10, each: 3 }

/** The same for caches in front, which have places of their own, and how many entries for them go out together. */
const MOST_PURGES = { all: 3, together: 20 }

/** Tries that are remembered of one message. */
const MOST_TRIES = 20

/** What came of a try; `final` when another one would be of no use. */
type Outcome = Pick<Try, 'error' | 'status'> & { readonly final?: true }

/** The entries that may be claimed. */
type Due = { readonly collection: typeof SLUGS.deliveries; readonly where: Where; readonly sort: 'nextAt' } & {
  readonly pagination: false
}

/** Several only for the caches in front. */
type Claimed = { readonly deliveries: readonly DeliveryRow[]; readonly webhook: WebhookRow | undefined }

/**
 * Empties the outbox. Each message is claimed before it is sent, so that of several processes one sends it; when that one ends before it has written down
 * what came of it, another sends it again after the lease. So receivers get each message at least once.
 */
export class WebhookSender {
  private readonly underWay = new Map<Promise<void>, string>()
  private readonly cut = new AbortController()
  private timer: NodeJS.Timeout | undefined
  private looking: Promise<void> = Promise.resolve()
  private prunedAt = 0
  private stopped = false
  private failed = false

  constructor(
    private readonly payload: Payload,
    private readonly parts: SenderParts,
  ) {}

  start(): this {
    const look = (): void => {
      this.looking = this.claimAll()
        .then(() => this.prune())
        .then(() => {
          this.failed = false
        })
        .catch((err: unknown) => {
          if (!this.failed && !this.stopped)
            this.payload.logger.error({ err, msg: 'Webhooks could not be looked for.' })
          this.failed = true
        })
        .finally(() => {
          if (!this.stopped) this.timer = setTimeout(look, TIMES.poll).unref()
        })
    }
    look()
    return this
  }

  /** Sends everything that is due, and waits for what comes of it. */
  async round(): Promise<void> {
    do {
      await this.claimAll()
      await Promise.all(this.underWay.keys())
    } while (await this.nextDue())
  }

  /** What is under way is waited for a while; what is cut off then has been tried, and is tried again. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    const late = setTimeout(() => {
      this.cut.abort()
    }, TIMES.stop)
    await this.looking
    await Promise.all(this.underWay.keys())
    clearTimeout(late)
  }

  /** What there is a place for, with the caches in front before all webhooks, however many of these hang; null when nothing is due. */
  private async nextDue(): Promise<Due | null> {
    const counts = new Map<string, number>()
    for (const webhook of this.underWay.values()) counts.set(webhook, (counts.get(webhook) ?? 0) + 1)
    const purges = counts.get(PURGE.id) ?? 0
    const busy = [...counts].flatMap(([webhook, count]) => (count >= MOST.each ? [webhook] : []))
    const whose: Where[] = [
      ...(purges < MOST_PURGES.all ? [{ webhook: { equals: PURGE.id } }] : []),
      ...(this.underWay.size - purges < MOST.all ? [{ webhook: { not_in: [PURGE.id, ...busy] } }] : []),
    ]
    const now = runtimeOf(this.payload).now().toISOString()
    for (const each of whose) {
      const where: Where = { and: [{ status: { equals: 'pending' } }, { nextAt: { less_than_equal: now } }, each] }
      const due: Due = { collection: SLUGS.deliveries, where, sort: 'nextAt', pagination: false }
      const { docs } = await this.payload.db.find<DeliveryRow>({ ...due, limit: 1 })
      if (docs.length > 0) return due
    }
    return null
  }

  private async claimAll(): Promise<void> {
    for (let due = await this.nextDue(); due && !this.stopped; due = await this.nextDue()) {
      const claimed = await this.tryToClaim(due)
      if (!claimed) continue
      const sending = this.send(claimed)
        .catch((err: unknown) => {
          this.payload.logger.error({ err, msg: 'What came of a webhook could not be written down.' })
        })
        .finally(() => this.underWay.delete(sending))
      this.underWay.set(sending, claimed.deliveries[0]?.webhook ?? '')
    }
  }

  /** Claims; null also when the newsroom is busy, which says nothing of the message. */
  private async tryToClaim(due: Due): Promise<Claimed | null> {
    try {
      return await this.claim(due)
    } catch (error) {
      if (isPassing(error)) return null
      throw error
    }
  }

  /** Takes the message that waits longest, unless somebody else does at the same moment; with one for the caches in front all that are due. */
  private async claim(due: Due): Promise<Claimed | null> {
    const req = await createLocalReq({}, this.payload)
    return inTransaction(req, async () => {
      const { docs } = await this.payload.db.find<DeliveryRow>({ ...due, limit: 1, req })
      const [found] = docs
      if (!found) return null
      const delivery = await this.take(req, found)
      if (!delivery) return null
      if (delivery.type === PURGE.type) {
        const further = await this.payload.db.find<DeliveryRow>({ ...due, limit: MOST_PURGES.together - 1, req })
        const taken = [delivery]
        for (const each of further.docs) {
          const one = await this.take(req, each)
          if (one) taken.push(one)
        }
        return { deliveries: taken, webhook: undefined }
      }
      const webhook = await this.payload.db.findOne<WebhookRow>({
        collection: SLUGS.webhooks,
        where: { id: { equals: delivery.webhook } },
        req,
      })
      return { deliveries: [delivery], webhook: webhook ?? undefined }
    })
  }

  /** The entry with this try counted; null when somebody else has taken it since it was found. */
  private async take(req: PayloadRequest, found: DeliveryRow): Promise<DeliveryRow | null> {
    const attempts = found.attempts + 1
    const nextAt = new Date(runtimeOf(this.payload).now().getTime() + TIMES.lease).toISOString()
    const taken: unknown = await this.payload.db.updateOne({
      collection: SLUGS.deliveries,
      where: { and: [{ id: { equals: found.id } }, { attempts: { equals: found.attempts } }] },
      data: { attempts, nextAt },
      req,
    })
    return taken === null ? null : { ...found, attempts }
  }

  private async send({ deliveries, webhook }: Claimed): Promise<void> {
    const startedAt = performance.now()
    const [first] = deliveries
    if (!first) return
    const { final, ...outcome } =
      first.type === PURGE.type ? await this.purge(deliveries) : await this.post(first, webhook)
    const at = runtimeOf(this.payload).now()
    const tried: Try = { at: at.toISOString(), ms: Math.round(performance.now() - startedAt), ...outcome }
    for (const each of deliveries) await this.writeDown(each, tried, at, final === true)
  }

  /**
   * Tells the caches in front, all of them whatever becomes of one; when one fails, it has failed. Side by side, as a lease is longer than one that hangs and
   * not than several.
   */
  private async purge(deliveries: readonly DeliveryRow[]): Promise<Outcome> {
    const { purge } = this.parts
    if (!purge) return { status: null, error: 'No cache in front is named any more.', final: true }
    const keys = deliveries.flatMap(({ body }) => (JSON.parse(body) as { data: { keys: string[] } }).data.keys)
    const outcomes = await Promise.all(purge.urls.map((url) => this.purgeOne({ ...purge, urls: [url] }, keys)))
    return outcomes.find(({ error }) => error !== null) ?? outcomes[0] ?? { status: null, error: null }
  }

  /** It may stand in an internal network: who runs the server has named it. */
  private async purgeOne(purge: PurgeSetting, keys: readonly string[]): Promise<Outcome> {
    const { timeoutMs = TIMES.try } = this.parts
    let status = null
    try {
      for (const { body, headers, method, url } of purgeRequests(purge, keys)) {
        const parts = { allowInternal: true, method, timeoutMs, signal: this.cut.signal }
        status = await postMessage(url, body, { 'user-agent': 'Imprimatur', ...headers }, parts)
        if (status < 200 || status >= 300) return { status, error: `It was answered with ${String(status)}.` }
      }
      return { status, error: null }
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : String(error) }
    }
  }

  private async post(delivery: DeliveryRow, webhook: WebhookRow | undefined): Promise<Outcome> {
    const { body, message } = delivery
    if (!webhook) return { status: null, error: 'The webhook is gone.', final: true }
    if (webhook.active !== true) return { status: null, error: 'The webhook is not active.' }
    const { allowInternal, resolve, timeoutMs = TIMES.try } = this.parts
    try {
      const secrets = secretsAt(this.payload, webhook.secrets, runtimeOf(this.payload).now())
      if (secrets.length === 0) return { status: null, error: 'The webhook has no secret that can be read.' }
      // Receivers compare it with their own clock.
      const sentAt = new Date()
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Imprimatur',
        'webhook-id': message,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': secrets.map((secret) => signatureOf(secret, message, sentAt, body)).join(' '),
      }
      const status = await postMessage(webhook.url, body, headers, {
        allowInternal,
        timeoutMs,
        signal: this.cut.signal,
        ...(resolve ? { resolve } : {}),
      })
      return { status, error: status >= 200 && status < 300 ? null : `It was answered with ${String(status)}.` }
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : String(error) }
    }
  }

  /** Unless the lease was over and somebody else has taken the message since. */
  private async writeDown({ id, attempts, type }: DeliveryRow, tried: Try, now: Date, final: boolean): Promise<void> {
    const req = await createLocalReq({}, this.payload)
    await inTransaction(req, async () => {
      const row = await this.payload.db.findOne<DeliveryRow>({
        collection: SLUGS.deliveries,
        where: { id: { equals: id } },
        req,
      })
      if (row?.attempts !== attempts || row.status !== 'pending') return
      const tries = [...(row.tries ?? []), tried].slice(-MOST_TRIES)
      const isPurge = type === PURGE.type
      const isToldAgain = isPurge && tries.filter(({ error }) => error === null).length < PURGED.times
      const failed = final ? undefined : (isPurge ? PURGE_PAUSES : PAUSES)[attempts - 1]
      const pause = tried.error === null ? (isToldAgain ? PURGED.apart : undefined) : failed
      const over = tried.error === null ? 'delivered' : 'dead'
      const status = pause === undefined ? over : 'pending'
      const wait = (pause ?? 0) * (1 + JITTER * (this.parts.random ?? Math.random)())
      const nextAt = new Date(now.getTime() + wait).toISOString()
      await this.payload.db.updateOne({
        collection: SLUGS.deliveries,
        id,
        data: { status, nextAt, tries },
        req,
        returning: false,
      })
    })
  }

  /** What was delivered or given up long ago. */
  private async prune(): Promise<void> {
    const now = runtimeOf(this.payload).now().getTime()
    if (this.stopped || now - this.prunedAt < TIMES.prune) return
    this.prunedAt = now
    const before = new Date(now - TIMES.kept).toISOString()
    const where: Where = { and: [{ status: { not_equals: 'pending' } }, { nextAt: { less_than: before } }] }
    const { totalDocs } = await this.payload.db.count({ collection: SLUGS.deliveries, where })
    if (totalDocs === 0) return
    const req = await createLocalReq({}, this.payload)
    await inTransaction(req, () => this.payload.db.deleteMany({ collection: SLUGS.deliveries, where, req }))
  }
}
