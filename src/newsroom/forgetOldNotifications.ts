import { createLocalReq, type Payload } from 'payload'
import { forgetNotifications, inTransaction } from 'payload-plugin-imprimatur'
import { readNewsroom } from './globals/index.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** Forgets notifications that are older than the newsroom keeps them. */
export async function forgetOldNotifications(payload: Payload, now: Date): Promise<void> {
  const req = await createLocalReq({}, payload)
  const { keepNotificationsDays } = await readNewsroom(req)
  const until = new Date(now.getTime() - keepNotificationsDays * DAY_MS)
  await inTransaction(req, () => forgetNotifications(req, until))
}
