import {
  Forbidden,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionRefreshHook,
} from 'payload'
import { idOf, record } from 'payload-plugin-imprimatur/content'
import { sameWords } from './userRights.ts'
import { recordAccess, type AccessEventName } from './accessEvents.ts'
import { setsPassword } from './passwordHooks.ts'

/** A session ends so long after its login, however often it was renewed. */
export const LONGEST_SESSION_DAYS = 7

/** Hooks of the auth collection on accounts: changes of what somebody may do are recorded, and closing an account ends its sessions. */
export function accountHooks(now: () => Date) {
  const endSessions: CollectionBeforeChangeHook = ({ data }) =>
    record(data).active === false ? { ...record(data), sessions: [] } : (data as unknown)

  const recordChanges: CollectionAfterChangeHook = async ({ context, doc, operation, previousDoc, req }) => {
    const after = record(doc)
    const before = record(previousDoc)
    const about = { account: String(after.id), email: String(after.email) }
    const note = (event: AccessEventName, was?: unknown, is?: unknown) =>
      recordAccess(req, now(), {
        event,
        ...about,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      })

    if (operation === 'create') {
      await note('account_created', undefined, { roles: after.roles ?? [], rights: after.rights ?? [] })
      return
    }
    if (!sameWords(before.roles, after.roles)) await note('roles_changed', before.roles ?? [], after.roles ?? [])
    if (!sameWords(before.rights, after.rights)) await note('rights_changed', before.rights ?? [], after.rights ?? [])
    const [wasAuthor, isAuthor] = [idOf(before.author) ?? null, idOf(after.author) ?? null]
    if (wasAuthor !== isAuthor) await note('author_changed', { author: wasAuthor }, { author: isAuthor })
    const [wasOpen, isOpen] = [before.active !== false, after.active !== false]
    if (wasOpen !== isOpen) await note(isOpen ? 'account_opened' : 'account_closed')
    if (before.email !== after.email) await note('email_changed', before.email, after.email)
    if (setsPassword(context)) await note('password_changed')
  }

  const recordDeletion: CollectionAfterDeleteHook = async ({ doc, req }) => {
    const { email, id } = record(doc)
    await recordAccess(req, now(), { event: 'account_deleted', account: String(id), email: String(email) })
  }

  const endOldSessions: CollectionRefreshHook = ({ args, user }) => {
    const sessions = (record(user).sessions ?? []) as readonly { id: string; createdAt: string }[]
    const { req } = args
    const session = sessions.find(({ id }) => id === req.user?._sid)
    const age = now().getTime() - Date.parse(session?.createdAt ?? '')
    if (!(age < LONGEST_SESSION_DAYS * 24 * 60 * 60 * 1000)) throw new Forbidden(req.t)
  }

  return { endSessions, recordChanges, recordDeletion, endOldSessions }
}
