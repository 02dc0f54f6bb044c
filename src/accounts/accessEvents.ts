import type { CollectionConfig, DatabaseAdapter, Payload, PayloadRequest } from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { anyOfRoles } from './staff.ts'
import { networkOf } from './clientAddress.ts'

export const ACCESS_EVENTS = 'access-events'

/** How long the record is kept, in days. */
export const KEPT_DAYS = 365

const DAY_MS = 24 * 60 * 60 * 1000

const EVENTS = {
  login: 'Logged in',
  login_failed: 'Login failed',
  login_throttled: 'Too many failed logins: refused for a while',
  logout: 'Logged out',
  unlock: 'Account unlocked',
  reset_requested: 'New password asked for',
  password_reset: 'New password set by link',
  password_changed: 'Password changed',
  email_changed: 'E-mail address changed',
  account_created: 'Account created',
  account_deleted: 'Account deleted',
  roles_changed: 'Roles changed',
  rights_changed: 'Extra rights changed',
  author_changed: 'Author changed',
  account_closed: 'Account closed',
  account_opened: 'Account opened again',
  key_made: 'API key made',
  key_revoked: 'API key revoked',
} as const

export type AccessEventName = keyof typeof EVENTS

export type AccessEvent = {
  readonly event: AccessEventName
  /** Id of the account that it is about; null when no account has the e-mail address that was typed. */
  readonly account: string | null
  /** E-mail address of that account. Never one that somebody typed: people type passwords there. */
  readonly email?: string | undefined
  /** What was, and what is; of roles, rights and e-mail addresses only. */
  readonly before?: unknown
  readonly after?: unknown
}

/** This collection comes after the plugin, which gives these to all dates before it. */
const NEWSROOM_DATE = {
  Cell: 'payload-plugin-imprimatur/client#NewsroomDateCell',
  Field: 'payload-plugin-imprimatur/client#NewsroomDateField',
  Filter: 'payload-plugin-imprimatur/client#NewsroomDateFilter',
}

const byAdmin = anyOfRoles('admin')
const never = () => false

/** Logins, refused logins, and changes of roles and rights. Written by the software, read by administrators. */
export const accessEvents: CollectionConfig = {
  slug: ACCESS_EVENTS,
  labels: { singular: 'Access event', plural: 'Access record' },
  admin: {
    group: 'Settings',
    useAsTitle: 'event',
    defaultColumns: ['at', 'event', 'email', 'actor', 'network'],
    hidden: ({ user }) => !(Array.isArray(user.roles) && user.roles.includes('admin')),
    description: 'Logins, and changes of roles and rights. Nobody can change an entry.',
  },
  access: { create: never, read: byAdmin, update: never, delete: never },
  defaultSort: '-at',
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  timestamps: false,
  fields: [
    {
      name: 'at',
      type: 'date',
      label: 'When',
      required: true,
      index: true,
      admin: { components: NEWSROOM_DATE, date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'event',
      type: 'select',
      label: 'What',
      required: true,
      index: true,
      options: Object.entries(EVENTS).map(([value, label]) => ({ value, label })),
    },
    { name: 'account', type: 'text', label: 'Account', index: true },
    { name: 'email', type: 'text', label: 'E-mail', index: true },
    { name: 'actor', type: 'text', label: 'By', index: true },
    { name: 'network', type: 'text', label: 'From', index: true },
    { name: 'before', type: 'json', label: 'Before' },
    { name: 'after', type: 'json', label: 'After' },
  ],
}

/**
 * Adds a line to the record: in the transaction of `req` when it has one, so that the act and its record are committed
 * together, otherwise in one of its own.
 */
export async function recordAccess(req: PayloadRequest, now: Date, event: AccessEvent): Promise<void> {
  await req.payload.create({
    collection: ACCESS_EVENTS,
    data: { at: now.toISOString(), actor: actorOf(req), network: networkOf(req.headers), ...event },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

function actorOf({ context, user }: PayloadRequest): string {
  if (user) return String(user.id)
  return typeof context.imprimaturSystem === 'string' ? `system:${context.imprimaturSystem}` : 'nobody'
}

/** Deletes what is older than {@link KEPT_DAYS}: the only way in which an entry is ever deleted. */
export async function forgetOldAccess(payload: Payload, now: Date): Promise<void> {
  await payload.db.deleteMany({
    collection: ACCESS_EVENTS,
    where: { at: { less_than: new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString() } },
  })
}

type Writes = Pick<DatabaseAdapter, 'updateOne' | 'updateMany' | 'upsert' | 'deleteOne' | 'deleteMany'>

/** Makes the record append-only in the database adapter, where every route of Payload ends. */
export function guardAccessRecord(database: DatabaseAdapter, now: () => Date): void {
  const plain: Writes = {
    updateOne: database.updateOne.bind(database),
    updateMany: database.updateMany.bind(database),
    upsert: database.upsert.bind(database),
    deleteOne: database.deleteOne.bind(database),
    deleteMany: database.deleteMany.bind(database),
  }
  const refuse = (collection: string): void => {
    if (collection === ACCESS_EVENTS)
      throw coded('forbidden', { message: 'Entries of the access record are never changed.' })
  }
  const guards: Writes = {
    updateOne: (args) => (refuse(args.collection), plain.updateOne(args)),
    updateMany: (args) => (refuse(args.collection), plain.updateMany(args)),
    upsert: (args) => (refuse(args.collection), plain.upsert(args)),
    deleteOne: (args) => (refuse(args.collection), plain.deleteOne(args)),
    deleteMany: (args) => {
      const before = onlyOlderThan(args.where)
      const oldEnough = before !== null && now().getTime() - before >= KEPT_DAYS * DAY_MS
      if (!oldEnough) refuse(args.collection)
      return plain.deleteMany(args)
    },
  }
  Object.assign(database, guards)
}

/** The time of `{ at: { less_than: time } }` and nothing else, in milliseconds. */
function onlyOlderThan(where: unknown): number | null {
  const text = JSON.stringify(where) as string | undefined
  const at = /^\{"at":\{"less_than":"([^"]+)"\}\}$/.exec(text ?? '')?.[1]
  const time = Date.parse(at ?? '')
  return Number.isNaN(time) ? null : time
}
