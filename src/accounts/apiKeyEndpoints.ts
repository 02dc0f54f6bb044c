import type { CollectionBeforeDeleteHook, Endpoint, PayloadRequest } from 'payload'
import { coded, inTransaction, runtimeOf } from 'payload-plugin-imprimatur'
import { recordAccess, type AccessEventName } from './accessEvents.ts'
import { API_KEYS, newApiKey, type ApiKeyRow } from './apiKeys.ts'
import { anyOfRoles } from './staff.ts'

/** For administrators: makes a key, which is told here and nowhere else, ever; and ends it. */
export const apiKeyEndpoints: Endpoint[] = [
  {
    // → `{key}`
    path: '/:id/key',
    method: 'post',
    handler: async (req) => {
      const key = await changed(req, (row) => {
        if (row.hash || row.revokedAt)
          throw coded('wrong_stage', { message: 'This key was made already. Add another one.' })
        const { key, ...kept } = newApiKey()
        return { result: key, data: kept, event: 'key_made' }
      })
      return Response.json({ key }, { headers: { 'cache-control': 'private, no-store' } })
    },
  },
  {
    // → `{revokedAt}`, also for a key that was revoked before
    path: '/:id/revoke',
    method: 'post',
    handler: async (req) => {
      const revokedAt = await changed(req, (row, now) =>
        row.revokedAt ? { result: row.revokedAt } : { result: now, data: { revokedAt: now }, event: 'key_revoked' },
      )
      return Response.json({ revokedAt }, { headers: { 'cache-control': 'private, no-store' } })
    },
  },
]

type Change = {
  readonly result: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly event?: AccessEventName
}

/** The change of one key and its line in the record of access: both or neither. */
async function changed(req: PayloadRequest, change: (row: ApiKeyRow, now: string) => Change): Promise<string> {
  if (!anyOfRoles('admin')({ req })) throw coded(req.user ? 'forbidden' : 'not_authenticated')
  return inTransaction(req, async () => {
    const id = { equals: String(req.routeParams?.id) }
    const row = await req.payload.db.findOne<ApiKeyRow>({ collection: API_KEYS, where: { id }, req })
    if (row === null) throw coded('not_found')
    const { result, data, event } = change(row, runtimeOf(req.payload).now().toISOString())
    if (data) await req.payload.db.updateOne({ collection: API_KEYS, where: { id }, data, req, returning: false })
    if (event) await recordKeyEvent(req, row, event)
    return result
  })
}

/** A deleted key has ended, too. */
export const recordDeletedKey: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const row = await req.payload.db.findOne<ApiKeyRow>({ collection: API_KEYS, where: { id: { equals: id } }, req })
  if (row?.hash && !row.revokedAt) await recordKeyEvent(req, row, 'key_revoked')
}

async function recordKeyEvent(req: PayloadRequest, { name, scopes }: ApiKeyRow, event: AccessEventName): Promise<void> {
  const { now } = runtimeOf(req.payload)
  await recordAccess(req, now(), { event, account: null, after: { key: name, scopes: scopes ?? [] } })
}
