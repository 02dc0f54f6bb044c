import { createTransport } from 'nodemailer'
import type { EmailAdapter } from 'payload'

/** Where mail goes out, and as whose. */
export type MailSettings = {
  /** `smtp:` or `smtps:` URL, with user and password if the server wants them. */
  readonly smtpUrl: string
  readonly from: string
}

const NAME = 'Imprimatur'

/**
 * Payload's way to send mail. Without settings nothing is sent; Payload's own stand-in would write the mail to the log, with the link
 * in it that sets a password.
 */
export function mail(settings: MailSettings | undefined): EmailAdapter {
  const transport = settings && createTransport(settings.smtpUrl)
  return ({ payload }) => ({
    name: transport ? 'smtp' : 'none',
    defaultFromName: NAME,
    defaultFromAddress: settings?.from ?? 'nobody@localhost',
    sendEmail: async (message) => {
      if (transport) await transport.sendMail(message)
      else payload.logger.warn('a mail was not sent: SMTP_URL is not set')
    },
  })
}
