import type { Payload, SanitizedConfig } from 'payload'
import { runtimeOf, ROLES } from '../runtime/index.ts'
import { onConsole, say, words } from './console.ts'

/** `payload imprimatur:grant EMAIL ROLE…`: says what a person may do, for a project whose people have no roles yet. */
export const script = (config: SanitizedConfig): Promise<void> =>
  onConsole(config, async (payload) => {
    const { code, line } = await grantRoles(payload, words('imprimatur:grant'))
    say(line)
    return code
  })

/** Gives a person these roles and no others: the exit code of the command, and what it says. */
export async function grantRoles(
  payload: Payload,
  [email, ...roles]: readonly string[],
): Promise<{ readonly code: 0 | 1 | 2; readonly line: string }> {
  const { rolesAreTheirs, users } = runtimeOf(payload)
  const unknown = roles.filter((role) => !(ROLES as readonly string[]).includes(role))
  if (rolesAreTheirs)
    return {
      code: 1,
      line: 'The option roles of imprimatur() says what people may do, and no field. Nothing was granted.',
    }
  if (email === undefined || roles.length === 0 || unknown.length > 0)
    return { code: 2, line: `payload imprimatur:grant EMAIL ROLE…, with roles of: ${ROLES.join(', ')}` }
  const { docs, errors } = await payload.update({
    collection: users,
    where: { email: { equals: email } },
    data: { roles },
  })
  const [error] = errors
  if (error) return { code: 1, line: `${email}: ${error.message}` }
  if (docs.length === 0) return { code: 1, line: `There is no account of ${email}.` }
  return { code: 0, line: `${email}: ${roles.join(', ')}` }
}
