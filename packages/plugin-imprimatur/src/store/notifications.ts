import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import type { NotificationKind, Told } from '../domain/notifications/index.ts'
import { maySeeDraft, type Dossier } from '../domain/workflow/index.ts'
import { idsFor, insertRows } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { inTransaction, transactionOf, type InPayload } from '../transaction/index.ts'
import { instantOf } from './instantOf.ts'
import { peopleOf } from './people.ts'

/** That somebody was told of something. What it was is looked up when it is read, with the rights of whoever reads. */
export type NotificationRow = {
  readonly id: string
  readonly recipient: string
  readonly kind: NotificationKind
  /** `collection:id`. */
  readonly piece: string
  /** Who did what it tells of. */
  readonly actor: string
  readonly at: string
  /** Id of the comment that it is about. */
  readonly comment: string | null
  /** Number of the event in the log of the piece. */
  readonly event: number | null
  readonly readAt: string | null
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/**
 * Writes that people are told of something, in the transaction of that. Left out: whoever did it, with all of their accounts; who does
 * not work here any more; who may not see the piece.
 */
export async function writeNotifications(
  req: PayloadRequest,
  dossier: Pick<Dossier, 'piece' | 'owner' | 'live'>,
  note: Told & { readonly actor: string; readonly comment?: string | null; readonly event?: number | null },
): Promise<void> {
  const { actor, comment = null, event = null, kind, to } = note
  const people = await peopleOf(req, to)
  const at = runtimeOf(req.payload).now().toISOString()
  const isTold = (recipient: string): boolean => {
    const person = people.get(recipient)
    if (!person || recipient === actor || person.accounts?.includes(actor)) return false
    if (maySeeDraft(recipient, person, dossier.owner)) return true
    return kind === 'published' && dossier.live !== null && person.active && person.roles.length > 0
  }
  const row = { kind, piece: dossier.piece, actor, at, comment, event, unread: true, unsent: true }
  const rows = [...new Set(to)].filter(isTold).map((recipient) => ({ recipient, ...row }))
  if (rows.length === 0) return
  await inTransaction(req, async () => insertRows(req.payload, slugIn(req), rows, await ownTransaction(req)))
}

async function ownTransaction(req: PayloadRequest): Promise<number | string> {
  const id = await transactionOf(req)
  if (id === undefined) throw new Error('imprimatur: there is no transaction.')
  return id
}

/** One page of what somebody was told, newest first. */
export async function pageOfNotifications(
  req: InPayload,
  recipient: string,
  page: { limit: number; page: number; unread: boolean },
): Promise<Omit<PaginatedDocs, 'docs'> & { docs: readonly NotificationRow[]; unread: number }> {
  const own: Where = { recipient: { equals: recipient } }
  const unread: Where = { and: [own, { unread: { equals: true } }] }
  const found = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where: page.unread ? unread : own,
    sort: ['-at', 'id'],
    limit: page.limit,
    page: page.page,
    req,
  })
  const { totalDocs } = await req.payload.db.count({ collection: slugIn(req), where: unread, req })
  return { ...found, docs: found.docs.map(notificationOf), unread: totalDocs }
}

/** Marks what somebody was told as read: these, or all of it. What is somebody else's stays as it is. */
export async function markNotificationsRead(
  req: PayloadRequest,
  recipient: string,
  ids: readonly string[] | 'all',
): Promise<void> {
  if (ids.length === 0) return
  const some: Where[] = ids === 'all' ? [] : [{ id: { in: idsFor(req.payload, slugIn(req), ids) } }]
  await req.payload.db.updateMany({
    collection: slugIn(req),
    where: { and: [{ recipient: { equals: recipient } }, { unread: { equals: true } }, ...some] },
    data: { unread: false, readAt: runtimeOf(req.payload).now().toISOString() },
    returning: false,
    req,
  })
}

/** What is still to be sent by mail, or looked at for that, oldest first; nothing of those who are `waiting`. */
export async function unsentNotifications(
  req: InPayload,
  waiting: readonly string[],
  limit: number,
): Promise<readonly NotificationRow[]> {
  const others: Where[] = waiting.length > 0 ? [{ recipient: { not_in: [...waiting] } }] : []
  const { docs } = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where: { and: [{ unsent: { equals: true } }, ...others] },
    sort: ['at', 'id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map(notificationOf)
}

/**
 * Takes those of `ids` that are still to be sent, and that nobody has taken, until a moment: of two servers one sends each mail, and when it ends
 * before it has written that down, another one does later.
 *
 * @returns which ones they are
 */
export async function claimUnsent(req: InPayload, ids: readonly string[], until: Date): Promise<readonly string[]> {
  const collection = slugIn(req)
  const free = { claimedUntil: { less_than_equal: runtimeOf(req.payload).now().toISOString() } }
  const { docs } = await req.payload.db.find<Stored>({
    collection,
    where: {
      and: [
        { id: { in: idsFor(req.payload, collection, ids) } },
        { unsent: { equals: true } },
        { or: [{ claimedUntil: { exists: false } }, free] },
      ],
    },
    limit: ids.length,
    pagination: false,
    req,
  })
  const claimed = docs.map(({ id }) => String(id))
  await claim(req, claimed, until.toISOString())
  return claimed
}

/** Gives back what {@link claimUnsent} took. */
export async function releaseUnsent(req: InPayload, ids: readonly string[]): Promise<void> {
  await claim(req, ids, null)
}

async function claim(req: InPayload, ids: readonly string[], claimedUntil: string | null): Promise<void> {
  if (ids.length === 0) return
  const where = { id: { in: idsFor(req.payload, slugIn(req), ids) } }
  await req.payload.db.updateMany({ collection: slugIn(req), where, data: { claimedUntil }, returning: false, req })
}

/** Notes that these need no mail any more; `mailedAt` is when one went out, null for none. */
export async function noteSent(req: InPayload, ids: readonly string[], mailedAt: string | null): Promise<void> {
  if (ids.length === 0) return
  await req.payload.db.updateMany({
    collection: slugIn(req),
    where: { id: { in: idsFor(req.payload, slugIn(req), ids) } },
    data: { unsent: false, mailedAt },
    returning: false,
    req,
  })
}

/** Forgets what was told before `until`. */
export async function forgetNotifications(req: InPayload, until: Date): Promise<void> {
  await req.payload.db.deleteMany({
    collection: slugIn(req),
    where: { at: { less_than: until.toISOString() } },
    req,
  })
}

/** Those about a piece that is not there any more. */
export async function deleteNotificationsAbout(req: PayloadRequest, piece: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: slugIn(req), where: { piece: { equals: piece } }, req })
}

function slugIn({ payload }: InPayload): string {
  return runtimeOf(payload).slugs.notifications
}

function notificationOf(row: Stored): NotificationRow {
  return {
    id: String(row.id),
    recipient: String(row.recipient),
    kind: row.kind as NotificationKind,
    piece: String(row.piece),
    actor: String(row.actor),
    at: instantOf(row.at) ?? '',
    comment: typeof row.comment === 'string' ? row.comment : null,
    event: typeof row.event === 'number' ? row.event : null,
    readAt: instantOf(row.readAt),
  }
}
