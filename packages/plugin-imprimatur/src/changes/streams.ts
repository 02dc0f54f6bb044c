import type { Payload } from 'payload'
import { coded, entriesOf } from '../errors/index.ts'
import type { AskedChanges } from './askedChanges.ts'
import { newestCursor, readChanges, type ChangePage } from './readChanges.ts'
import { settleChanges } from './settleChanges.ts'

export type StreamLimits = {
  /** Who may listen at once, */
  readonly listeners: number
  /** and how many of them from one network. */
  readonly share: number
  /** Bytes that wait for one of them in memory, but for the last event. */
  readonly bytes: number
  /** In milliseconds: how often it is looked whether another process has changed something, */
  readonly pollMs: number
  /** how often something is sent to those for whom there is nothing, */
  readonly heartbeatMs: number
  /** and how long somebody may take nothing of what waits for them. */
  readonly stalledMs: number
}

const LIMITS: StreamLimits = {
  listeners: 2_000,
  share: 100,
  bytes: 64 * 1024,
  pollMs: 500,
  heartbeatMs: 15_000,
  stalledMs: 30_000,
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
  'x-accel-buffering': 'no',
}

type Asked = Omit<AskedChanges, 'limit' | 'since'>

/** Events of one page and, at a reset, an empty id: whoever connects again begins with nothing. */
const PAGE = 100
const RESET = 'event: reset\nid:\ndata: {"code":"cursor_reset"}\n\n'
const HEARTBEAT = ':\n\n'

const ENCODER = new TextEncoder()

/**
 * Everybody who listens to the changes of one newsroom. One of them looks into the database for all: those for whom everything was sent wait for
 * what it finds. Whoever is behind reads on from their own cursor, page by page and as fast as they take it.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class ChangeStreams {
  private readonly limits: StreamLimits
  private readonly listeners = new Set<Listener>()
  private heartbeat: NodeJS.Timeout | undefined
  private poll: NodeJS.Timeout | undefined
  /** Up to where the listeners who wait were told. */
  private cursor: string | undefined
  private seq = -1
  private looking: Promise<void> | undefined
  private again = false
  private failed = false
  private stopped = false

  constructor(
    private readonly payload: Payload,
    limits: Partial<StreamLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits }
  }

  get size(): number {
    return this.listeners.size
  }

  /**
   * An answer that goes on until one of both sides ends it.
   *
   * @param network that asks, of which only so many are let in; null: it is not known
   * @throws CodedError `busy` when too many listen already or the server is about to stop, `invalid_value` for what is no cursor.
   */
  async open({ since, ...asked }: AskedChanges, network: string | null = null): Promise<Response> {
    if (this.stopped || this.listeners.size >= this.limits.listeners || this.hasItsShare(network)) {
      throw coded('busy', { message: 'Too many listen already. Try again in a moment.' })
    }
    const listener = new Listener(asked, since, network, this.limits, () => {
      this.leave(listener)
    })
    // Headers go out with the first bytes: the client is to know at once that it is connected.
    listener.send(HEARTBEAT)
    // Counted from here on, however many come at once.
    this.listeners.add(listener)
    try {
      await settleChanges(this.payload)
      await this.begin()
      const first = await this.firstPage(listener)
      this.start()
      void this.catchUp(listener, first)
      return new Response(listener.body, { headers: HEADERS })
    } catch (error) {
      this.leave(listener)
      throw error
    }
  }

  private hasItsShare(network: string | null): boolean {
    if (network === null) return false
    return [...this.listeners].filter((each) => each.network === network).length >= this.limits.share
  }

  /** From where on those who wait are told. Before anybody waits, so that they miss nothing. */
  private async begin(): Promise<void> {
    if (this.seq >= 0) return
    const { cursor, seq } = await newestCursor(this.payload)
    if (this.seq >= seq) return
    this.cursor = cursor
    this.seq = seq
  }

  /** Something was committed: look now, and not when the next look is due. */
  wake(): void {
    if (this.listeners.size > 0) void this.look()
  }

  /** Ends all streams; who wants to listen is sent away from now on. */
  stop(): void {
    this.stopped = true
    for (const listener of this.listeners) listener.end()
  }

  private async firstPage(listener: Listener): Promise<ChangePage> {
    try {
      return await this.read(listener)
    } catch (error) {
      if (!isReset(error)) throw error
      listener.reset()
      return this.read(listener)
    }
  }

  private read({ asked, cursor }: Listener): Promise<ChangePage> {
    return readChanges(this.payload, { ...asked, limit: PAGE, ...(cursor === undefined ? {} : { since: cursor }) })
  }

  /** Sends what a listener has not had, until nothing is missing; then they wait with the others. */
  private async catchUp(listener: Listener, first?: ChangePage): Promise<void> {
    try {
      for (let page = first; ; page = undefined) {
        const { changes, cursors, cursor, seq, more } = page ?? (await this.read(listener))
        for (const [at, change] of changes.entries()) {
          await listener.room()
          if (listener.ended) return
          listener.tell(JSON.stringify(change), cursors[at] ?? cursor)
        }
        listener.standAt(cursor, seq)
        // Nothing is waited for between this and what is found next.
        if (!more && seq >= this.seq) {
          listener.waits = true
          return
        }
      }
    } catch (error) {
      if (isReset(error)) listener.send(RESET)
      else this.report(error)
      listener.end()
    }
  }

  private look(): Promise<void> {
    if (this.looking) {
      this.again = true
      return this.looking
    }
    this.again = false
    this.looking = this.findNew().finally(() => {
      this.looking = undefined
      if (this.again && this.listeners.size > 0) void this.look()
    })
    return this.looking
  }

  private async findNew(): Promise<void> {
    try {
      await settleChanges(this.payload)
      const newest = await newestCursor(this.payload)
      for (let more = newest.cursor !== this.cursor; more;) {
        const since = this.cursor
        if (since === undefined) return
        const doc = [...this.listeners].some(({ asked }) => asked.doc)
        const page = await readChanges(this.payload, { limit: PAGE, doc, since })
        this.tell(page)
        more = page.more
      }
      this.failed = false
    } catch (error) {
      if (isReset(error)) this.resetAll()
      else if (!this.failed) this.report(error)
      this.failed = true
    }
  }

  private tell({ changes, cursors, cursor, seq }: ChangePage): void {
    const waiting = [...this.listeners].filter(({ waits }) => waits)
    for (const [at, change] of changes.entries()) {
      const { doc, ...rest } = change
      const bare = JSON.stringify(rest)
      const whole = doc === undefined ? bare : JSON.stringify(change)
      for (const listener of waiting) {
        const { collection, doc: wantsDoc } = listener.asked
        if (!listener.waits || change.seq <= listener.seq) continue
        if (collection !== undefined && collection !== change.collection) continue
        const own = ofCollection(cursors[at] ?? cursor, collection)
        listener.tell(wantsDoc ? whole : bare, own)
        listener.standAt(own, change.seq)
        if (listener.isFull) {
          listener.waits = false
          void this.catchUp(listener)
        }
      }
    }
    this.cursor = cursor
    this.seq = seq
  }

  private resetAll(): void {
    this.cursor = undefined
    this.seq = -1
    for (const listener of this.listeners) {
      listener.send(RESET)
      listener.end()
    }
  }

  private start(): void {
    this.heartbeat ??= setInterval(() => {
      this.beat()
    }, this.limits.heartbeatMs).unref()
    this.poll ??= setInterval(() => void this.look(), this.limits.pollMs).unref()
  }

  /** Whoever waits has missed nothing of what was found: also who follows one collection, whatever became of the others. */
  private beat(): void {
    for (const listener of this.listeners) {
      if (listener.waits && this.cursor !== undefined && listener.seq < this.seq)
        listener.standAt(ofCollection(this.cursor, listener.asked.collection), this.seq)
      listener.beat()
    }
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) return
    clearInterval(this.heartbeat)
    clearInterval(this.poll)
    this.heartbeat = undefined
    this.poll = undefined
    this.cursor = undefined
    this.seq = -1
  }

  private report(err: unknown): void {
    if (!this.stopped)
      this.payload.logger.error({ err, msg: 'Those who follow the changes could not be told of new ones.' })
  }
}

/** One who listens, and what waits for them. */
class Listener {
  readonly body: ReadableStream<Uint8Array>
  /** Whether everything was sent to them, so that they wait for what is new. */
  waits = false
  ended = false
  seq = -1
  private controller!: ReadableStreamDefaultController<Uint8Array>
  private pulled: (() => void) | undefined
  private takenAt = performance.now()
  /** The last id that they were given, or came with. */
  private given: string | undefined

  constructor(
    readonly asked: Asked,
    public cursor: string | undefined,
    readonly network: string | null,
    private readonly limits: StreamLimits,
    private readonly left: () => void,
  ) {
    this.given = cursor
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller
        },
        pull: () => {
          this.takenAt = performance.now()
          this.pulled?.()
        },
        cancel: () => {
          this.close()
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: limits.bytes }),
    )
  }

  get isFull(): boolean {
    return (this.controller.desiredSize ?? 0) <= 0
  }

  standAt(cursor: string, seq: number): void {
    this.cursor = cursor
    this.seq = seq
  }

  send(event: string): void {
    if (!this.ended) this.controller.enqueue(ENCODER.encode(event))
  }

  tell(data: string, cursor: string): void {
    this.given = cursor
    this.send(`id: ${cursor}\nevent: change\ndata: ${data}\n\n`)
  }

  reset(): void {
    this.cursor = undefined
    this.given = undefined
    this.send(RESET)
  }

  /** Until there is room for another event, or they have gone. */
  async room(): Promise<void> {
    while (!this.ended && this.isFull) {
      await new Promise<void>((resolve) => {
        this.pulled = resolve
      })
    }
  }

  /** Says that the line is there, and where they stand if they have not heard it; whoever has taken nothing for too long is cut off. */
  beat(): void {
    if (this.isFull) {
      if (performance.now() - this.takenAt > this.limits.stalledMs) this.cutOff()
      return
    }
    if (!this.waits || this.cursor === undefined || this.cursor === this.given) {
      this.send(HEARTBEAT)
      return
    }
    this.given = this.cursor
    // An id without data is no event, but is what clients come back with.
    this.send(`id: ${this.cursor}\n\n`)
  }

  end(): void {
    if (this.ended) return
    this.controller.close()
    this.close()
  }

  private cutOff(): void {
    this.controller.error(new Error('Whoever listens takes nothing any more.'))
    this.close()
  }

  private close(): void {
    if (this.ended) return
    this.ended = true
    this.waits = false
    this.pulled?.()
    this.left()
  }
}

function ofCollection(cursor: string, collection: string | undefined): string {
  return collection === undefined ? cursor : `${cursor}.${collection}`
}

function isReset(error: unknown): boolean {
  return entriesOf(error)?.[0]?.code === 'cursor_reset'
}

/** Global, as Next bundles a second copy of this module. */
const streams = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.streams')] ??=
  new WeakMap()) as WeakMap<Payload, ChangeStreams>

/** The listeners of this newsroom. */
export function streamsOf(payload: Payload): ChangeStreams {
  const known = streams.get(payload) ?? new ChangeStreams(payload)
  streams.set(payload, known)
  return known
}
