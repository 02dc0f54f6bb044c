import type { ServerProps } from 'payload'

/** Below the login, in place of Payload's road to a new password, where no mail is sent. */
export function PasswordNote({ payload }: ServerProps) {
  if (payload.email.name !== 'none') return null
  return <p className="imp-password-note">Forgot your password? An administrator can give you a new one.</p>
}
