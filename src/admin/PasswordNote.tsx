/** Below the login, in place of Payload's road to a new password, which goes by e-mail, and none is sent. */
export function PasswordNote() {
  return <p className="imp-password-note">Forgot your password? An administrator can give you a new one.</p>
}
