import type { EmailAdapter } from 'payload'

/**
 * Sends nothing, as nothing in this newsroom goes by e-mail yet, and says so in the log when something would have.
 * Payload 3.90 asks for a password by e-mail only; its own stand-in warns at every start and every command.
 */
export const noEmail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Imprimatur',
  sendEmail: ({ subject }) => {
    payload.logger.warn(`An e-mail was not sent, as this newsroom sends none: ${subject ?? 'without a subject'}.`)
    return Promise.resolve()
  },
})
