import type { Payload } from 'payload'
import { coded, entriesOf } from '../errors/index.ts'
import type { AskedChanges } from './askedChanges.ts'
import { readChanges, type ChangePage } from './readChanges.ts'
import { settleChanges } from './settleChanges.ts'

export type ExportLimits = {
  /** Who may take everything at once, */
  readonly exports: number
  /** and how many of them from one network. */
  readonly share: number
  /** Changes that are read at once. */
  readonly page: number
  /** How long somebody may take nothing, in milliseconds. */
  readonly stalledMs: number
}

const LIMITS: ExportLimits = { exports: 20, share: 4, page: 100, stalledMs: 30_000 }

/** What is given at once, in bytes: whoever takes so much in {@link ExportLimits.stalledMs} is not cut off, however large a page is. */
const PART = 16 * 1024

const ENCODER = new TextEncoder()

/** The network of each export under way. Global, as Next bundles a second copy of this module. */
const underWay = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.exports')] ??=
  new WeakMap()) as WeakMap<Payload, (string | null)[]>

/**
 * Everything that is public as lines of JSON: a change with its document on each, and `{"cursor": …}` on the last, from where one follows. It is the log
 * read from nothing, so what is published or taken back meanwhile comes in turn. A page is read when the one before was taken; an answer without
 * the last line was broken off.
 *
 * https://github.com/ndjson/ndjson-spec
 *
 * @param asked with the network that asks, of which only so many are let in; null: it is not known
 * @throws CodedError `busy` when too many are at it already
 */
export async function exportChanges(
  payload: Payload,
  { collection, network = null }: Pick<AskedChanges, 'collection'> & { readonly network?: string | null },
  limits: Partial<ExportLimits> = {},
): Promise<Response> {
  const { exports, share, page: limit, stalledMs } = { ...LIMITS, ...limits }
  const networks = underWay.get(payload) ?? []
  const own = network === null ? 0 : networks.filter((each) => each === network).length
  if (networks.length >= exports || own >= share)
    throw coded('busy', { message: 'Too many take everything already. Try again in a moment.' })
  networks.push(network)
  underWay.set(payload, networks)
  let timer: NodeJS.Timeout | undefined
  let over = false
  const end = (): void => {
    clearTimeout(timer)
    if (!over) networks.splice(networks.indexOf(network), 1)
    over = true
  }
  const asked = { limit, doc: true, ...(collection === undefined ? {} : { collection }) }
  const read = (since?: string) => readChanges(payload, { ...asked, ...(since === undefined ? {} : { since }) })
  let next: ChangePage | undefined
  try {
    await settleChanges(payload)
    // Before the answer begins: what goes wrong here is still a refusal.
    next = await read()
  } catch (error) {
    end()
    throw error
  }
  let cursor: string | undefined
  let more = true
  /** What was read and not taken yet. */
  let rest = new Uint8Array()
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        clearTimeout(timer)
        try {
          while (rest.byteLength === 0) {
            const page = next ?? (await read(cursor))
            next = undefined
            ;({ cursor, more } = page)
            const lines = [...page.changes, ...(more ? [] : [{ cursor }])].map((each) => `${JSON.stringify(each)}\n`)
            rest = ENCODER.encode(lines.join(''))
          }
          controller.enqueue(rest.subarray(0, PART))
          rest = rest.subarray(PART)
          if (!more && rest.byteLength === 0) {
            end()
            controller.close()
          }
        } catch (error) {
          end()
          if (entriesOf(error) === null) payload.logger.error({ err: error, msg: 'An export was broken off.' })
          controller.error(error)
          return
        }
        timer = over
          ? undefined
          : setTimeout(() => {
              end()
              controller.error(new Error('Whoever takes everything takes nothing any more.'))
            }, stalledMs).unref()
      },
      cancel: end,
    },
    new CountQueuingStrategy({ highWaterMark: 0 }),
  )
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
  })
}
