import { getFieldsToSign, jwtSign, type PayloadRequest, type TypedUser, type Where } from 'payload'
import { addSessionToUser } from 'payload/shared'
import { coded, inTransaction } from 'payload-plugin-imprimatur'
import { recordAccess } from './accessEvents.ts'
import { judgePassword } from './judgePassword.ts'
import { hashPassword, normalized } from './passwordHash.ts'

type Account = TypedUser & { readonly active?: boolean; readonly email: string }

export type LoggedIn = { readonly token: string; readonly user: object }

/**
 * Sets the password of the account that a link is for, and logs its owner in. In the place of Payload's operation (3.90), which hashes the
 * password within its transaction, and once more to no end.
 *
 * @param link the token in the link, which is good for once and until its time is over
 * @throws CodedError `forbidden` for another link, `weak_password`, `invalid_value`
 */
export async function passwordByLink(
  req: PayloadRequest,
  users: string,
  link: unknown,
  password: unknown,
  now: Date,
): Promise<LoggedIn> {
  if (typeof link !== 'string' || typeof password !== 'string') {
    const field = typeof link === 'string' ? 'password' : 'token'
    throw coded('invalid_value', { field, message: 'Send the token of the link and a password.' })
  }
  const wanted = normalized(password)
  await judgePassword(req, wanted, await accountOf(req, users, link, now))
  const stored = await hashPassword(wanted)
  return inTransaction(req, async () => {
    const found = await accountOf(req, users, link, now)
    const { id } = found
    // SQLite's adapter wants the whole row.
    const data = { ...found, ...stored, resetPasswordToken: null, sessions: [], updatedAt: now.toISOString() }
    const account = (await req.payload.db.updateOne({ collection: users, id, data, req })) as unknown as Account
    const loggedIn = await logIn(req, users, account)
    await recordAccess(req, now, { event: 'password_reset', account: String(id), email: account.email })
    return loggedIn
  })
}

async function accountOf(req: PayloadRequest, users: string, link: string, now: Date): Promise<Account> {
  const where: Where = {
    and: [{ resetPasswordToken: { equals: link } }, { resetPasswordExpiration: { greater_than: now.toISOString() } }],
  }
  const account = await req.payload.db.findOne<Account>({ collection: users, where, req })
  if (account === null || account.active === false)
    throw coded('forbidden', { message: 'This link was used already or has expired. Ask for a new one.' })
  return account
}

/** What Payload's login does when the password was right. */
async function logIn(req: PayloadRequest, users: string, account: Account): Promise<LoggedIn> {
  const { payload } = req
  const collection = payload.config.collections.find(({ slug }) => slug === users)
  if (!collection) throw new Error(`${users} is no collection of accounts.`)
  const user = { ...account, collection: users, _strategy: 'local-jwt' } as TypedUser
  const { sid } = await addSessionToUser({ collectionConfig: collection, payload, req, user })
  for (const hook of collection.hooks.beforeLogin) await hook({ collection, context: req.context, req, user })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: collection,
      email: account.email,
      user,
      ...(sid === undefined ? {} : { sid }),
    }),
    secret: payload.secret,
    tokenExpiration: collection.auth.tokenExpiration,
  })
  req.user = user
  for (const hook of collection.hooks.afterLogin) await hook({ collection, context: req.context, req, token, user })
  const own = await payload.findByID({ collection: users, id: user.id, depth: 0, overrideAccess: false, req })
  return { token, user: { ...own, collection: users } }
}
