import type { Plugin } from 'payload'
import { runtimeOf, type InPayload, type PublicChange } from 'payload-plugin-imprimatur'
import { watchDatabase, type DatabaseChange } from 'payload-plugin-imprimatur/server'
import { enqueue } from './enqueueWebhooks.ts'
import { PURGE } from './events.ts'
import { batchesOf } from './purgeRequests.ts'

/** Of one entry of the outbox. */
const MOST = { keys: 200, bytes: 16_000 }

/**
 * Has the caches in front told what becomes different for readers beside pieces: sections, topics, places, files and globals, by whatever writes
 * them. To be the last plugin, so that it sees what the others make of a write.
 */
export const purging: Plugin = (config) => ({
  ...config,
  onInit: async (payload) => {
    await config.onInit?.(payload)
    watchDatabase(payload, {
      reading: () => undefined,
      committing: () => () => undefined,
      within: async (changes, transactionID) => {
        const req = { payload, ...(transactionID === undefined ? {} : { transactionID }) }
        const keys: string[] = []
        for (const change of changes) keys.push(...(await keysOfChange(req, change)))
        await enqueuePurge(req, keys)
      },
    })
  },
})

/** Puts the keys of what readers had of these pieces, and of the lists that they are or were on, into the outbox. */
export async function purgePieces(req: InPayload, changes: readonly PublicChange[]): Promise<void> {
  await enqueuePurge(
    req,
    changes.flatMap(({ collection, id }) => [`${collection}:${id}`, collection]),
  )
}

async function enqueuePurge(req: InPayload, keys: readonly string[]): Promise<void> {
  const at = runtimeOf(req.payload).now().toISOString()
  for (const batch of batchesOf(keys, MOST)) await enqueue(req, PURGE, PURGE.type, at, { keys: batch })
}

/** As answers are named (`surrogateKeys`). Pieces are told of by what becomes of them for readers. */
async function keysOfChange(req: InPayload, { docs, kind, of, unseen }: DatabaseChange): Promise<readonly string[]> {
  const { collections, queryable } = runtimeOf(req.payload)
  if (kind === 'global') return [`global:${of}`]
  if (kind === 'versions' || unseen || collections.has(of) || !queryable.has(of)) return []
  return [...(docs ?? (await allOf(req, of))).map(({ id }) => `${of}:${String(id)}`), of]
}

async function allOf(req: InPayload, collection: string): Promise<DatabaseChange['docs'] & object> {
  const { docs } = await req.payload.db.find<{ id: number | string }>({
    collection,
    select: { id: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}
