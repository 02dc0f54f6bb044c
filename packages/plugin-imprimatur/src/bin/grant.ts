import type { SanitizedConfig } from 'payload'
import { runtimeOf, ROLES } from '../runtime/index.ts'
import { onConsole, say, words } from './console.ts'

/** `payload imprimatur:grant EMAIL ROLE…`: says what a person may do, for a project whose people have no roles yet. */
export const script = (config: SanitizedConfig): Promise<void> =>
  onConsole(config, async (payload) => {
    const [email, ...roles] = words('imprimatur:grant')
    const unknown = roles.filter((role) => !(ROLES as readonly string[]).includes(role))
    if (email === undefined || roles.length === 0 || unknown.length > 0) {
      say(`payload imprimatur:grant EMAIL ROLE…, with roles of: ${ROLES.join(', ')}`)
      return 2
    }
    const { docs } = await payload.update({
      collection: runtimeOf(payload).users,
      where: { email: { equals: email } },
      data: { roles },
    })
    say(docs.length > 0 ? `${email}: ${roles.join(', ')}` : `There is no account of ${email}.`)
    return docs.length > 0 ? 0 : 1
  })
