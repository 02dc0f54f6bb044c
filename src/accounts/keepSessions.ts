import { AuthenticationError, type DatabaseAdapter, type Payload, type PayloadRequest } from 'payload'
import { removeExpiredSessions } from 'payload/shared'
import { record } from 'payload-plugin-imprimatur/content'
import { transactionOf } from 'payload-plugin-imprimatur'

type StoredSession = { readonly id: string; readonly createdAt?: Date | string | null }

/**
 * Keeps what Payload 3.90 would lose when it writes sessions. A login reads the account before it verifies the password and writes it back
 * as a whole afterwards: over sessions of other logins, over a logout, over a new password and over rights taken away meanwhile. Here a new
 * session is added to what the account is then.
 */
export function keepSessions(payload: Payload, users: string): void {
  const database: DatabaseAdapter = payload.db
  const updateOne = database.updateOne.bind(database)
  const updated: DatabaseAdapter['updateOne'] = async (args) => {
    const { data, id, req } = args
    if (args.collection !== users || !isOfSessions(data)) return updateOne(args)
    // When Payload undoes a login whose transaction was rolled back, there is nothing to undo.
    if (await isOver(database, req)) return data as never
    const added = (data.sessions as readonly StoredSession[]).filter(({ createdAt }) => createdAt instanceof Date)
    // A refresh and a logout read the account within their transaction.
    if (added.length === 0) return updateOne(args)
    const account = await accountNow(id, req)
    const wasClosed = account.active === false && data.active !== false
    if (account.hash !== data.hash || wasClosed) throw new AuthenticationError(req?.t)
    const sessions = [...removeExpiredSessions((account.sessions ?? []) as never[]), ...added]
    return updateOne({ ...args, data: { ...account, sessions, updatedAt: null } })
  }

  const accountNow = async (id: unknown, req: Partial<PayloadRequest> | undefined) =>
    record(await database.findOne({ collection: users, where: { id: { equals: id } }, ...(req ? { req } : {}) }))

  database.updateOne = updated
}

/** Payload leaves the time of an account's last change alone in writes of sessions, and in no others. */
function isOfSessions(data: Readonly<Record<string, unknown>>): boolean {
  return data.updatedAt === null && Array.isArray(data.sessions)
}

async function isOver(database: DatabaseAdapter, req: Partial<PayloadRequest> | undefined): Promise<boolean> {
  const id = await transactionOf(req)
  return id !== undefined && database.sessions[id] === undefined
}
