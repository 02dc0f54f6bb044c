import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { mailSlot } from '../domain/notifications/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { claimUnsent, noteSent, releaseUnsent, unsentNotifications, type NotificationRow } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { notificationMail } from './notificationMail.ts'
import { viewsOf } from './notifications.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** What is older than this is not sent any more: a newsroom that turns mail on late is not flooded. */
const TOO_OLD_MS = 3 * DAY_MS

/** Notifications that are read at once. */
const PAGE = 200

/** How long one server has what it sends for itself, in milliseconds: longer than a mail server that does not answer is waited for. */
const CLAIM_MS = 15 * 60_000

/**
 * Sends what people were told by mail, as each of them wants it: outside of any transaction, and from what is stored, so that a crash loses
 * nothing. Each is claimed before, so that of several servers one sends it. Between the mail and the note that it went out there is a moment in which a
 * crash has it sent once more.
 *
 * @returns how many mails went out
 * @throws the first thing that the email adapter threw, when everybody else has their mail; what was not sent is tried again the next time
 */
export async function mailNotifications(payload: Payload): Promise<number> {
  const { mail, now } = runtimeOf(payload)
  if (!mail) return 0
  let sent = 0
  const failures: unknown[] = []
  const waiting = new Set<string>()
  for (;;) {
    const rows = await unsentNotifications({ payload }, [...waiting], PAGE)
    if (rows.length === 0) break
    for (const recipient of new Set(rows.map((row) => row.recipient))) {
      const own = rows.filter((row) => row.recipient === recipient)
      try {
        const outcome = await mailTo(payload, recipient, own, now().getTime())
        if (outcome === 'waits') waiting.add(recipient)
        if (outcome === 'sent') sent += 1
      } catch (error) {
        waiting.add(recipient)
        failures.push(error)
      }
    }
  }
  if (failures.length > 0) throw failures[0]
  return sent
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

async function mailTo(
  payload: Payload,
  recipient: string,
  rows: readonly NotificationRow[],
  now: number,
): Promise<'sent' | 'waits' | 'none'> {
  const { mail, users } = runtimeOf(payload)
  const user = await payload.db.findOne<Stored>({
    collection: users,
    where: { id: { equals: idFor(payload, users, recipient) } },
    req: { payload },
  })
  const wish = user && mail && user.active !== false && typeof user.email === 'string' ? mail(user) : 'none'
  const wanted = wish === 'none' ? [] : rows.filter(({ at, readAt }) => !readAt && now - Date.parse(at) < TOO_OLD_MS)
  const [oldest] = wanted
  if ((wish === 'hourly' || wish === 'daily') && oldest) {
    const zone = await runtimeOf(payload).timeZone(await createLocalReq({}, payload))
    if (mailSlot(new Date(oldest.at), wish, zone) === mailSlot(new Date(now), wish, zone)) return 'waits'
  }
  const ids = rows.map(({ id }) => id)
  const claimed = await inOwn(payload, (req) => claimUnsent(req, ids, new Date(now + CLAIM_MS)))
  // Somebody else sends some of them right now.
  if (claimed.length < ids.length) {
    await inOwn(payload, (req) => releaseUnsent(req, claimed))
    return 'waits'
  }
  if (!user || !oldest) {
    await inOwn(payload, (req) => noteSent(req, ids, null))
    return 'none'
  }
  try {
    const req = await createLocalReq({ user: { ...user, collection: users } }, payload)
    const views = await viewsOf(req, wanted)
    await payload.sendEmail({ to: String(user.email), ...(await notificationMail(req, user, views)) })
  } catch (error) {
    await inOwn(payload, (req) => releaseUnsent(req, ids))
    throw error
  }
  await inOwn(payload, (req) => noteSent(req, ids, new Date(now).toISOString()))
  return 'sent'
}

async function inOwn<T>(payload: Payload, act: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, () => act(req))
}
