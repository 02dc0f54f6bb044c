import type {
  Access,
  CollectionBeforeOperationHook,
  GlobalBeforeOperationHook,
  PayloadRequest,
  SanitizedConfig,
  Where,
} from 'payload'
import { idOf, record } from '../fields/finalData.ts'
import { staffOf } from '../fields/staff.ts'

const LOCKS = 'payload-locked-documents'

/** A lock holds others off for so long from when it was taken, however often its holder types. */
export const LOCK_MS = 5 * 60 * 1000

/**
 * Narrows what Payload 3.90.2 lets anybody who is logged in do with the locks of the panel: make them, with any time on
 * them, in anybody's name, and delete those of others. The collection joins the config after every plugin has run, so this
 * looks at the finished one.
 */
export function narrowDocumentLocks(config: SanitizedConfig, now: () => Date): SanitizedConfig {
  const locks = config.collections.find(({ slug }) => slug === LOCKS)
  if (!locks) return config
  const access = { create: () => false, read: readLocks, update: isStaff, delete: ownLocks }
  Object.assign(locks.access, access satisfies Record<string, Access>)
  locks.hooks = { ...locks.hooks, beforeOperation: [...locks.hooks.beforeOperation, takeOverOnly] }

  for (const collection of config.collections) {
    if (collection.lockDocuments === false) continue
    const passOld: CollectionBeforeOperationHook = async ({ args, req }) => {
      const { id, overrideLock } = record(args)
      if (overrideLock !== false || idOf(id) === undefined) return args
      const of: Where[] = [{ 'document.relationTo': { equals: collection.slug } }, { 'document.value': { equals: id } }]
      return (await isOld(req, of, now())) ? { ...args, overrideLock: true } : args
    }
    collection.hooks = { ...collection.hooks, beforeOperation: [...collection.hooks.beforeOperation, passOld] }
  }
  for (const global of config.globals) {
    const passOld: GlobalBeforeOperationHook = async ({ args, req }) => {
      const given = record(args)
      const of = [{ globalSlug: { equals: global.slug } }]
      return given.overrideLock === false && (await isOld(req, of, now())) ? { ...given, overrideLock: true } : given
    }
    // A global without hooks of this kind has no list of them, whatever its type says (3.90.2).
    const before = (global.hooks as Partial<typeof global.hooks>).beforeOperation ?? []
    global.hooks = { ...global.hooks, beforeOperation: [...before, passOld] }
  }
  return config
}

const isStaff: Access = ({ req }) => staffOf(req) !== undefined

const ownLocks: Access = ({ req }) => {
  const member = staffOf(req)
  return member ? { 'user.value': { equals: member.id } } : false
}

/** A contributor learns of pieces that are not hers by their locks too, so she sees her own only. */
const readLocks: Access = (args) => {
  const roles = staffOf(args.req)?.roles ?? []
  return roles.some((role) => role !== 'contributor') ? true : ownLocks(args)
}

/** The panel's “take over”: a lock becomes the asker's own, and nothing else of it changes. */
const takeOverOnly: CollectionBeforeOperationHook = (hook) => {
  const { args, req } = hook
  // Only the value `read`, which is not looked at here, is deprecated.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { operation } = hook
  if (operation !== 'update' || !req.user) return args
  return { ...args, data: { user: { relationTo: req.user.collection, value: req.user.id } } }
}

/** Whether the lock was taken longer ago than it may hold others off. Payload counts from when its holder last typed. */
async function isOld(req: PayloadRequest, of: readonly Where[], now: Date): Promise<boolean> {
  const old = { createdAt: { less_than: new Date(now.getTime() - LOCK_MS).toISOString() } }
  return (await req.payload.db.findOne({ collection: LOCKS, where: { and: [...of, old] }, req })) !== null
}
