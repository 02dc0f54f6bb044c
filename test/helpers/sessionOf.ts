import { createLocalReq, getFieldsToSign, jwtSign, type CollectionSlug, type Payload } from 'payload'
import { addSessionToUser } from 'payload/shared'
import { given } from './given.ts'

/**
 * A token with a session of its own, as a login gives it, without the tenths of a second that a password takes and without a record of
 * access: for tests of something other than logins.
 */
export async function sessionOf(payload: Payload, users: CollectionSlug, id: number | string): Promise<string> {
  const collectionConfig = given(payload.collections[users]).config
  const user = await payload.db.findOne<SignedIn>({ collection: users, where: { id: { equals: id } } })
  if (user === null) throw new Error(`There is nobody with the id ${String(id)}.`)
  const { email } = user
  const req = await createLocalReq({}, payload)
  const { sid } = await addSessionToUser({ collectionConfig, payload, req, user })
  const fieldsToSign = getFieldsToSign({ collectionConfig, email, user, ...(sid ? { sid } : {}) })
  const { tokenExpiration } = collectionConfig.auth
  return (await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration })).token
}

type SignedIn = Parameters<typeof addSessionToUser>[0]['user'] & { email: string }
