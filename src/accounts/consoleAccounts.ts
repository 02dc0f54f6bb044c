import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { actingAs } from 'payload-plugin-imprimatur'
import { linkTo } from './linkTo.ts'
import { typed } from './loginHooks.ts'

type Stored = { readonly id: string; readonly roles?: readonly string[]; readonly active?: boolean }

/**
 * Makes `email` an active administrator's account and returns a link that sets its password. For the server's console
 * only: over HTTP there is no way to a first account.
 */
export async function makeAdministrator(
  payload: Payload,
  users: string,
  email: string,
  name: string,
): Promise<{ readonly made: boolean; readonly link: string }> {
  const req = await createLocalReq({ context: { ...actingAs('console') } }, payload)
  const found = await accountOf(req, users, email)
  if (found === null) {
    const password = randomBytes(32).toString('hex')
    await payload.create({
      collection: users,
      data: { email: typed(email), name, password, roles: ['admin'] },
      overrideAccess: true,
      req,
    })
  } else {
    const roles = [...new Set([...(found.roles ?? []), 'admin'])]
    await payload.update({ collection: users, id: found.id, data: { roles, active: true }, overrideAccess: true, req })
  }
  return { made: found === null, link: await linkFor(req, users, email) }
}

/** A link that sets the password of the account `email`, good for an hour; null when there is no such account. */
export async function passwordLink(payload: Payload, users: string, email: string): Promise<string | null> {
  const req = await createLocalReq({ context: { ...actingAs('console') } }, payload)
  return (await accountOf(req, users, email)) === null ? null : linkFor(req, users, email)
}

async function accountOf(req: PayloadRequest, users: string, email: string): Promise<Stored | null> {
  const where = { email: { equals: typed(email) } }
  return req.payload.db.findOne<Stored>({ collection: users, where, req })
}

async function linkFor(req: PayloadRequest, users: string, email: string): Promise<string> {
  const token = await req.payload.forgotPassword({ collection: users, data: { email }, disableEmail: true, req })
  return linkTo(req.payload, token)
}
