import { randomUUID } from 'node:crypto'
import type { InPayload, PublicChange } from 'payload-plugin-imprimatur'
import { SLUGS, type WebhookRow } from './events.ts'

/** Puts a message for each webhook that wants to know into the outbox: in the transaction of the change, so that there is both or neither. */
export async function enqueueWebhooks(req: InPayload, changes: readonly PublicChange[]): Promise<void> {
  const { docs } = await req.payload.db.find<WebhookRow>({
    collection: SLUGS.webhooks,
    where: { active: { equals: true } },
    pagination: false,
    limit: 0,
    req,
  })
  for (const change of docs.length > 0 ? changes : []) {
    const sections = docs.some(({ sections }) => sections?.length) ? await sectionsOf(req, change) : []
    const wanted = docs.filter((webhook) => wants(webhook, change, sections))
    for (const webhook of wanted) await enqueue(req, webhook, `piece.${change.kind}`, change.at, dataOf(change))
  }
}

/** @param at ISO 8601; since when it is so */
export async function enqueue(
  req: InPayload,
  { id, name }: Pick<WebhookRow, 'id' | 'name'>,
  type: string,
  at: string,
  data: object,
): Promise<{ readonly id: number | string }> {
  const row = {
    message: `msg_${randomUUID().replaceAll('-', '')}`,
    webhook: String(id),
    name,
    type,
    body: JSON.stringify({ type, timestamp: at, data }),
    status: 'pending',
    attempts: 0,
    nextAt: at,
    tries: [],
  }
  return (await req.payload.db.create({ collection: SLUGS.deliveries, data: row, req })) as { id: number | string }
}

function dataOf({ before: _, kind: __, ...data }: PublicChange): object {
  return data
}

function wants(webhook: WebhookRow, { collection, kind }: PublicChange, sections: readonly string[]): boolean {
  const isAmong = (list: readonly unknown[] | null | undefined, ...values: readonly string[]): boolean =>
    !list?.length || list.some((each) => values.includes(String(each)))
  return (
    isAmong(webhook.events, `piece.${kind}`) &&
    isAmong(webhook.collections, collection) &&
    isAmong(webhook.sections, ...sections)
  )
}

/**
 * The section that readers have the piece in, or had last, as its row stays as it was when it is taken back; and that which they had it in before, for which it
 * is gone.
 */
async function sectionsOf(req: InPayload, { before, collection, id }: PublicChange): Promise<readonly string[]> {
  const hasSection = req.payload.collections[collection]?.config.flattenedFields.some(({ name }) => name === 'section')
  if (!hasSection) return []
  const row = await req.payload.db.findOne<{ id: string; section?: number | string | null }>({
    collection,
    where: { id: { equals: id } },
    select: { section: true },
    req,
  })
  return [row?.section, before?.section].flatMap((section) =>
    typeof section === 'string' || typeof section === 'number' ? [String(section)] : [],
  )
}
