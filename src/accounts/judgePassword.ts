import type { PayloadRequest } from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { faultOfPassword } from './faultOfPassword.ts'

/** On the context of the demo's request, whose operator chooses one password for all of its people. */
export const ANY_PASSWORD = { imprimaturAnyPassword: true } as const

/**
 * Refuses a password that is too short, or that others would try first.
 *
 * @param password in NFKC
 * @param account what is known of whose it is to be
 * @throws CodedError `weak_password` with the reason
 */
export async function judgePassword(
  req: PayloadRequest,
  password: string,
  account: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (req.context.imprimaturAnyPassword === true) return
  const fault = faultOfPassword(password, [...wordsOf(account), ...(await namesOfNewsroom(req))])
  if (fault === null) return
  const { message, reason } = fault
  const data = { errors: [{ path: 'password', message }] }
  throw coded('weak_password', { field: 'password', message, reason, data })
}

/** The parts of the e-mail address and of the name, alone and together. */
function wordsOf({ email, name }: Readonly<Record<string, unknown>>): readonly string[] {
  return [email, name].flatMap((text) =>
    typeof text === 'string' ? [text, ...text.split(/[^\p{L}\p{M}\p{N}]+/u)] : [],
  )
}

async function namesOfNewsroom(req: PayloadRequest): Promise<readonly string[]> {
  const { globals, serverURL } = req.payload.config
  const known = ['imprimatur', ...new URL(serverURL).hostname.split('.')]
  if (!globals.some(({ slug }) => slug === 'newsroom')) return known
  const { name } = (await req.payload.findGlobal({ slug: 'newsroom', depth: 0, overrideAccess: true, req })) as {
    name?: unknown
  }
  return typeof name === 'string' ? [...known, name, ...name.split(/[^\p{L}\p{M}\p{N}]+/u)] : known
}
