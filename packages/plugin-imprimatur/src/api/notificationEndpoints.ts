import type { Endpoint, PayloadRequest } from 'payload'
import { isRecord } from '../domain/content/index.ts'
import { coded, pageAsked } from '../errors/index.ts'
import { refuseCondition } from '../hooks/index.ts'
import { notificationsOf, readNotifications } from '../operations/index.ts'
import { requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { bodyOf, parametersOf, refuseParameters } from './asked.ts'

/** Notifications that one request may name. */
const MOST = 100

const PAGES = { usual: 20, mostPages: 10_000 }

/** What the asker was told, at the address of the collection. */
export const notificationEndpoints: Endpoint[] = [
  {
    path: '/',
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      const query = pageOf(req)
      return inSnapshot(req, async (seen) => Response.json(await notificationsOf(seen, query)))
    },
  },
  {
    path: '/read',
    method: 'post',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      refuseCondition(req)
      await readNotifications(req, namedIn(await bodyOf(req)))
      const { unread } = await notificationsOf(req, { unread: true, limit: 1, page: 1 })
      return Response.json({ unread })
    },
  },
]

function pageOf(req: PayloadRequest): { unread: boolean; limit: number; page: number } {
  const { limit, page, unread } = parametersOf(req, ['unread', 'limit', 'page'])
  if (unread !== undefined && unread !== 'true' && unread !== 'false')
    throw coded('invalid_value', { field: 'unread', message: 'Give true or false.' })
  return {
    unread: unread === 'true',
    ...pageAsked({ limit, page }, PAGES),
  }
}

/** `{ids: […]}` or `{all: true}`, and not both. */
function namedIn(body: unknown): readonly string[] | 'all' {
  const { all, ids, ...rest }: Readonly<Record<string, unknown>> = isRecord(body) ? body : {}
  if (Object.keys(rest).length === 0 && all === true && ids === undefined) return 'all'
  const isList = Array.isArray(ids) && ids.every((each) => typeof each === 'string' || typeof each === 'number')
  if (!isList || all !== undefined || Object.keys(rest).length > 0 || ids.length === 0 || ids.length > MOST)
    throw coded('invalid_value', { field: 'ids', message: `Give 1 to ${String(MOST)} ids, or all: true.` })
  return ids.map(String)
}
