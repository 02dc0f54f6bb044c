import type { ServerProps } from 'payload'
import { sayIn } from './sayIn.ts'

/** Below the login, in place of Payload's road to a new password, where no mail is sent. */
export function PasswordNote({ i18n, payload }: ServerProps) {
  if (payload.email.name !== 'none') return null
  return (
    <p className="imp-password-note">{sayIn(i18n)('Forgot your password? An administrator can give you a new one.')}</p>
  )
}
