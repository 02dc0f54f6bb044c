import type { Access, CollectionBeforeOperationHook, GlobalBeforeOperationHook, SanitizedConfig } from 'payload'
import { record } from 'payload-plugin-imprimatur/content'
import { staffMember } from './staff.ts'

const LOCKS = 'payload-locked-documents'

/**
 * Makes the locks of the panel ineffective, and restricts what Payload 3.90.2 lets everybody who is logged in do with
 * them: make them, with any time on them, in anybody's name, and delete those of others. With locks in force, taking a
 * document over would close the form of the person who types in it, and a closed browser would block others. The base
 * of a save (`baseDigest`) protects a text. The collection joins the config after every plugin has run, so this looks
 * at the finished one.
 */
export function narrowDocumentLocks(config: SanitizedConfig): SanitizedConfig {
  const locks = config.collections.find(({ slug }) => slug === LOCKS)
  if (!locks) return config
  const access = { create: () => false, read: readLocks, update: isStaff, delete: ownLocks }
  Object.assign(locks.access, access satisfies Record<string, Access>)
  locks.hooks = { ...locks.hooks, beforeOperation: [...locks.hooks.beforeOperation, takeOverOnly] }

  for (const collection of config.collections) {
    if (collection.lockDocuments === false) continue
    collection.lockDocuments = OVER_AT_ONCE
    // A clock that is ahead, or the same millisecond, would give a lock force even so.
    const passLock: CollectionBeforeOperationHook = ({ args }) =>
      record(args)['overrideLock'] === false ? { ...args, overrideLock: true } : args
    collection.hooks = { ...collection.hooks, beforeOperation: [...collection.hooks.beforeOperation, passLock] }
  }
  for (const global of config.globals) {
    global.lockDocuments = OVER_AT_ONCE
    const passLock: GlobalBeforeOperationHook = ({ args }) => {
      const given = record(args)
      return given['overrideLock'] === false ? { ...given, overrideLock: true } : given
    }
    // A global without hooks of this kind has no list of them, whatever its type says (3.90.2).
    const before = (global.hooks as Partial<typeof global.hooks>).beforeOperation ?? []
    global.hooks = { ...global.hooks, beforeOperation: [...before, passLock] }
  }
  return config
}

/** Seconds. */
const OVER_AT_ONCE = { duration: 0 }

const isStaff: Access = ({ req }) => staffMember(req) !== undefined

const ownLocks: Access = ({ req }) => {
  const member = staffMember(req)
  return member ? { 'user.value': { equals: member.id } } : false
}

/** Locks tell of pieces, so contributors see their own locks only. */
const readLocks: Access = (args) => {
  const roles = staffMember(args.req)?.roles ?? []
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
