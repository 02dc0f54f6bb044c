import {
  Forbidden,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
  type FieldHook,
  type PayloadRequest,
  type Where,
} from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { finalData, record } from 'payload-plugin-imprimatur/content'
import { staffMember, type Role } from './staff.ts'

type Account = Readonly<Record<string, unknown>>

/** Fields that say what an account may do and whose it is. Only administrators set them, and none for themselves. */
const RIGHTS_OF_AN_ACCOUNT = ['roles', 'rights', 'active', 'author'] as const

/** Roles that somebody active always has to hold, with the refusal when nobody would. */
const KEPT_ROLES = [
  ['admin', 'last_admin', 'Make somebody else an administrator first.'],
  ['reviewer', 'last_of_role', 'Nobody would be left who signs off. Make somebody else a reviewer first.'],
  ['publisher', 'last_of_role', 'Nobody would be left who publishes. Make somebody else a publisher first.'],
] as const

/** Whether two lists of words hold the same words; anything that is no list counts as an empty one. */
export function sameWords(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown): string => (Array.isArray(value) ? [...new Set(value)].sort().join() : '')
  return sorted(one) === sorted(other)
}

/** Whether two values of a field are the same: lists by their words, a relation by its id, empty values in any form. */
function sameValue(one: unknown, other: unknown): boolean {
  return Array.isArray(one) || Array.isArray(other) ? sameWords(one, other) : idIn(one) === idIn(other)
}

function idIn(value: unknown): unknown {
  return (typeof value === 'object' && value !== null && 'id' in value ? value.id : value) ?? null
}

/**
 * Refuses a request in which somebody who is no administrator changes what people may do. Payload by itself would pass over the value
 * and answer that all went well. The same value, as the form sends it back, is no change.
 */
export const refuseUngranted: FieldHook = ({ overrideAccess, previousValue, req, value }) => {
  if (overrideAccess === true || value === undefined || sameValue(value, previousValue)) return value as unknown
  if (staffMember(req)?.roles.includes('admin') !== true) throw new Forbidden(req.t)
  return value as unknown
}

/**
 * The last word on what an account may do, on the final data, access overridden or not. Whoever stands behind the
 * request has to be an administrator, and somebody else: nobody changes their own rights, with none of their
 * accounts. Without anybody behind it (the console, the demo) only the last one of a role is protected.
 */
export const guardRights: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update') return data as unknown
  const [before, after] = [record(originalDoc), finalData(data, originalDoc)]
  const changed = RIGHTS_OF_AN_ACCOUNT.filter((name) => !sameValue(valueOf(before, name), valueOf(after, name)))
  if (changed.length === 0) return data as unknown
  if (req.user) {
    const asker = await accountOf(req, collection.slug, req.user.id)
    if (!isAdmin(asker)) throw new Forbidden(req.t)
    const field = changed[0] ?? 'roles'
    if (isSamePerson(asker, before)) throw coded('own_rights', { field, hint: 'Ask another administrator.' })
  }
  await keepOneOfEach(req, collection.slug, before, after)
  return data as unknown
}

/** Refuses to delete one's own account and the last one of a role; the plugin refuses it for accounts that are on record. */
export const guardRemoval: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const account = await accountOf(req, collection.slug, id)
  if (req.user && isSamePerson(await accountOf(req, collection.slug, req.user.id), account)) {
    throw coded('own_rights', { message: 'Nobody removes their own account.', hint: 'Ask another administrator.' })
  }
  await keepOneOfEach(req, collection.slug, account, {})
}

/** An account without a word about it is active. */
function valueOf(account: Account, name: string): unknown {
  return name === 'active' ? account.active !== false : account[name]
}

function isAdmin(account: Account): boolean {
  return holds(account, 'admin')
}

function holds(account: Account, role: Role): boolean {
  return account.active !== false && Array.isArray(account.roles) && account.roles.includes(role)
}

/** Whether two accounts are of one human being: the same account, or the same author’s. */
function isSamePerson(one: Account, other: Account): boolean {
  const sameAuthor = idIn(one.author) !== null && idIn(one.author) === idIn(other.author)
  return String(one.id) === String(other.id) || sameAuthor
}

/** An account as it is stored, whatever a session or the caller of the Local API says of it; nothing when it is not there. */
async function accountOf(req: PayloadRequest, collection: string, id: number | string): Promise<Account> {
  return record(await req.payload.db.findOne<{ id: string }>({ collection, where: { id: { equals: id } }, req }))
}

/** Accounts that give up a role in one request: a bulk change judges all of its documents at once. */
const leaving = new WeakMap<PayloadRequest, Map<Role, Set<string>>>()

/** @throws CodedError `last_admin` or `last_of_role`. */
async function keepOneOfEach(req: PayloadRequest, collection: string, before: Account, after: Account): Promise<void> {
  for (const [role, code, hint] of KEPT_ROLES) {
    if (!holds(before, role) || holds(after, role)) continue
    if (!(await isAnotherLeft(req, collection, String(before.id), role))) throw coded(code, { hint })
  }
}

/**
 * Whether somebody active would still hold the role. One who is left is written to as well, so that of two who take it
 * from each other at the same moment one fails: MongoDB would take both, as each writes another document.
 */
async function isAnotherLeft(req: PayloadRequest, collection: string, id: string, role: Role): Promise<boolean> {
  const roles = leaving.get(req) ?? new Map<Role, Set<string>>()
  const ids = (roles.get(role) ?? new Set()).add(id)
  leaving.set(req, roles.set(role, ids))
  const where: Where = {
    and: [{ roles: { in: [role] } }, { active: { not_equals: false } }, { id: { not_in: [...ids] } }],
  }
  const left = await req.payload.db.findOne<{ id: string }>({ collection, where, req })
  if (!left) return false
  const data = { updatedAt: new Date().toISOString() }
  await req.payload.db.updateOne({ collection, id: left.id, data, req, returning: false })
  return true
}

/** Keeps people out whose account was closed. */
export const refuseClosedAccount: CollectionBeforeLoginHook = ({ req, user }) => {
  if (record(user).active === false) throw new Forbidden(req.t)
}
