import type { CollectionBeforeChangeHook, CollectionConfig, Field, FieldAccess, PayloadRequest } from 'payload'
import { runtimeOf, ROLES, type ImprimaturOptions } from '../runtime/index.ts'
import { actorOf } from '../store/index.ts'
import { label } from '../translations/index.ts'
import { undeclared } from './fieldNames.ts'

/**
 * The collection of the staff. Where nothing says what its people may do, it gets a field `roles` that administrators alone can
 * set; whoever is the first to be there has all of them.
 */
export function staffCollection(collection: CollectionConfig, options: ImprimaturOptions): CollectionConfig {
  if (options.roles || undeclared(collection.fields, [rolesField]).length === 0) return collection
  const { hooks = {} } = collection
  return {
    ...collection,
    fields: [...collection.fields, rolesField],
    hooks: { ...hooks, beforeChange: [...(hooks.beforeChange ?? []), firstHasAll] },
  }
}

const byAdministrators: FieldAccess = ({ req }) => {
  const actor = actorOf(req)
  return actor?.kind === 'person' && actor.active && actor.roles.includes('admin')
}

const rolesField: Field = {
  name: 'roles',
  type: 'select',
  hasMany: true,
  label: label('fields:roles'),
  saveToJWT: true,
  options: ROLES.map((value) => ({ value, label: label(`fields:role_${value}`) })),
  access: { create: byAdministrators, update: byAdministrators },
  admin: { description: label('fields:roles_description') },
}

const firstHasAll: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || hasRoles(data) || (await someoneIsThere(req))) return data as unknown
  if (!(await isAlone(req))) return data as unknown
  return { ...(data as object), roles: [...ROLES] }
}

function hasRoles(data: unknown): boolean {
  const roles = (data as { roles?: unknown } | undefined)?.roles
  return Array.isArray(roles) && roles.length > 0
}

async function someoneIsThere(req: PayloadRequest): Promise<boolean> {
  // MongoDB counts a whole collection outside of transactions only.
  const first = await req.payload.db.findOne({ collection: runtimeOf(req.payload).users, where: {}, req })
  return first !== null
}

/**
 * Makes one of two who are the first at the same moment lose the race: both write the same row. On SQLite there is one writer at a time, and
 * Postgres notices by itself that both looked and saw nobody. MongoDB compares what transactions write, and not what they saw.
 *
 * @returns false where Payload keeps its keys and values elsewhere, and nothing could be compared
 */
async function isAlone(req: PayloadRequest): Promise<boolean> {
  const { payload } = req
  if (payload.db.name !== 'mongoose') return true
  // Typed as if it were always there.
  const kept = payload.config.kv as { readonly kvCollection?: { readonly slug: string } }
  if (!kept.kvCollection) return false
  const collection = kept.kvCollection.slug
  const data = { key: FIRST, data: {} }
  await payload.db.upsert({ collection, where: { key: { equals: FIRST } }, data, req })
  return true
}

const FIRST = 'imprimatur:first'
