import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { coded, inTransaction, runtimeOf } from 'payload-plugin-imprimatur'
import { anyOfRoles } from '../accounts/index.ts'
import { enqueue } from './enqueueWebhooks.ts'
import { SLUGS, TEST_TYPE, type DeliveryRow, type WebhookRow } from './events.ts'
import { newSecret, SECRET_KINDS, shownSecrets, type SecretKind } from './secrets.ts'

/** How long messages are signed with the secret before, too, in hours: unless it says otherwise, and at most. */
const OVERLAP = { usual: 24, most: 24 * 30 }

export const webhookEndpoints: Endpoint[] = [
  {
    // `{overlapHours?, kind?}` → `{secret}`, which is told here and nowhere else, ever, or `{publicKey}`.
    path: '/:id/secret',
    method: 'post',
    handler: async (req) => {
      requireAdmin(req)
      const body = await bodyOf(req)
      const [overlap, kind] = [overlapOf(body), kindOf(body)]
      const told = await inTransaction(req, async () => {
        const webhook = await found<WebhookRow>(req, SLUGS.webhooks)
        const made = newSecret(req.payload, webhook.secrets, runtimeOf(req.payload).now(), overlap, kind)
        await req.payload.update({
          collection: SLUGS.webhooks,
          id: webhook.id,
          data: { secrets: made.kept },
          depth: 0,
          overrideAccess: true,
          req,
        })
        return made.told
      })
      return Response.json(told, { headers: { 'cache-control': 'private, no-store' } })
    },
  },
  {
    // → `{secrets: [{kind, until, publicKey?}]}`: what messages are signed with now, the newest first.
    path: '/:id/secret',
    method: 'get',
    handler: async (req) => {
      requireAdmin(req)
      const webhook = await found<WebhookRow>(req, SLUGS.webhooks)
      const secrets = shownSecrets(req.payload, webhook.secrets, runtimeOf(req.payload).now())
      return Response.json({ secrets }, { headers: { 'cache-control': 'private, no-store' } })
    },
  },
  {
    // → 202 `{delivery}`: a message of the type `webhook.test`, tried like any other.
    path: '/:id/test',
    method: 'post',
    handler: async (req) => {
      requireAdmin(req)
      const { id } = await inTransaction(req, async () => {
        const webhook = await found<WebhookRow>(req, SLUGS.webhooks)
        const at = runtimeOf(req.payload).now().toISOString()
        return enqueue(req, webhook, TEST_TYPE, at, { webhook: String(webhook.id), name: webhook.name })
      })
      return Response.json({ delivery: String(id) }, { status: 202 })
    },
  },
]

export const deliveryEndpoints: Endpoint[] = [
  {
    // → 202 `{delivery}`: the same message, with all its tries anew.
    path: '/:id/replay',
    method: 'post',
    handler: async (req) => {
      requireAdmin(req)
      const id = await inTransaction(req, async () => {
        const delivery = await found<DeliveryRow>(req, SLUGS.deliveries)
        if (delivery.status === 'pending')
          throw coded('wrong_stage', { message: 'This message is being delivered already.' })
        const data = { status: 'pending', attempts: 0, nextAt: runtimeOf(req.payload).now().toISOString() }
        await req.payload.db.updateOne({ collection: SLUGS.deliveries, id: delivery.id, data, req, returning: false })
        return delivery.id
      })
      return Response.json({ delivery: String(id) }, { status: 202 })
    },
  },
]

function requireAdmin(req: PayloadRequest): void {
  if (!anyOfRoles('admin')({ req })) throw coded(req.user ? 'forbidden' : 'not_authenticated')
}

async function found<T extends { readonly id: number | string }>(req: PayloadRequest, collection: string): Promise<T> {
  const where = { id: { equals: String(req.routeParams?.id) } }
  const row = await req.payload.db.findOne<T>({ collection, where, req })
  if (!row) throw coded('not_found')
  return row
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  await addDataAndFileToRequest(req)
  return req.data
}

function overlapOf(body: unknown): number {
  const { overlapHours = OVERLAP.usual } = (body ?? {}) as { overlapHours?: unknown }
  if (typeof overlapHours === 'number' && overlapHours >= 0 && overlapHours <= OVERLAP.most) return overlapHours
  throw coded('invalid_value', {
    field: 'overlapHours',
    message: `Give hours from 0 to ${String(OVERLAP.most)}.`,
  })
}

function kindOf(body: unknown): SecretKind {
  const { kind = 'hmac' } = (body ?? {}) as { kind?: unknown }
  const known = SECRET_KINDS.find((each) => each === kind)
  if (known) return known
  throw coded('invalid_value', { field: 'kind', message: `Name one of ${SECRET_KINDS.join(', ')}.` })
}
