import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { removeExpiredSessions } from 'payload/shared'
import { coded } from 'payload-plugin-imprimatur'
import { record } from 'payload-plugin-imprimatur/content'
import { hashPassword, normalized, type NewPassword } from './passwordHash.ts'
import { judgePassword } from './judgePassword.ts'
import { withoutTransaction } from './withoutTransaction.ts'

const NEW_PASSWORD = 'imprimaturNewPassword'
const HASHED = 'imprimaturHashed'

/** The context of an operation that sets `password` inside a transaction which others wait for: it is hashed now. */
export async function hashedBefore(password: string): Promise<Readonly<Record<string, unknown>>> {
  const wanted = normalized(password)
  return { [HASHED]: { password: wanted, stored: await hashPassword(wanted) } satisfies NewPassword }
}

/** More costs a hash and is no password that anybody could want; what `judgePassword` says of it comes later. */
const LONGEST_HASHED = 1024

/** Whether the operation on an account that is under way sets a password. */
export function setsPassword(context: PayloadRequest['context']): boolean {
  return context[NEW_PASSWORD] !== undefined
}

/**
 * Hooks of the auth collection on new passwords, by whatever route they come. They are hashed here and not by Payload 3.90, which does it
 * within its transaction: on SQLite nobody else could save anything meanwhile.
 */
export function passwordHooks() {
  const hash: CollectionBeforeOperationHook = async (hook) => {
    const { args, context, overrideAccess, req } = hook
    // Only the value `read`, which is not looked at here, is deprecated.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { operation } = hook
    if (operation !== 'create' && operation !== 'update') return args
    context[NEW_PASSWORD] = undefined
    const { collection, data, id, where } = record(args) as Args
    const password = data?.password
    if (password === undefined || password === null || password === '') return args
    const access = operation === 'create' ? collection.config.access?.create : collection.config.access?.update
    if (!overrideAccess && !(await access?.({ req, ...(id === undefined ? {} : { id }), data }))) return args
    if (typeof password !== 'string')
      throw coded('invalid_value', { field: 'password', message: 'A password is text.' })
    if (where !== undefined)
      throw coded('invalid_value', { field: 'password', message: 'Set a password for one person at a time.' })

    const wanted = normalized(password)
    const before = context[HASHED] as NewPassword | undefined
    const stored =
      before?.password === wanted
        ? before.stored
        : await withoutTransaction(req, () => hashPassword(wanted.slice(0, LONGEST_HASHED)))
    context[NEW_PASSWORD] = { password: wanted, stored } satisfies NewPassword
    const { password: _, ...rest } = data ?? {}
    const own = operation === 'create' ? { collection: withoutHashing(collection) } : {}
    return { ...args, data: rest, ...own } as typeof args
  }

  const judge: CollectionBeforeValidateHook = async ({ context, data, originalDoc, req }) => {
    const made = context[NEW_PASSWORD] as NewPassword | undefined
    if (made) await judgePassword(req, made.password, { ...record(originalDoc), ...record(data) })
    return data as unknown
  }

  const store: CollectionBeforeChangeHook = ({ context, data, operation, originalDoc, req }) => {
    const made = context[NEW_PASSWORD] as NewPassword | undefined
    if (!made) return data as unknown
    const account = record(originalDoc)
    const isOwn = operation === 'update' && req.user !== null && String(req.user.id) === String(account.id)
    const sessions = removeExpiredSessions((account.sessions ?? []) as never[]) as readonly { id: string }[]
    const kept = isOwn ? sessions.filter(({ id }) => id === req.user?._sid) : []
    return { ...record(data), ...made.stored, sessions: kept }
  }

  return { hash, judge, store }
}

type Args = {
  readonly collection: { readonly config: CollectionConfig }
  readonly data?: Readonly<Record<string, unknown>>
  readonly id?: number | string
  /** Of a bulk operation only. */
  readonly where?: unknown
}

/** The collection, with accounts made from the hash that they bring. */
function withoutHashing(collection: Args['collection']): Args['collection'] {
  const { config } = collection
  const auth = { ...(typeof config.auth === 'object' ? config.auth : {}), disableLocalStrategy: true as const }
  return { ...collection, config: { ...config, auth } }
}
