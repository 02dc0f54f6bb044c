import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

export type Mailbox = {
  readonly smtpUrl: string
  /** The next mail that comes in, as it came over the wire; waits for it. */
  readonly nextMail: () => Promise<string>
  readonly close: () => void
}

/** A mail server on a free port that takes every mail: as much of SMTP (RFC 5321 §4.1.1) as a sender needs. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: string[] = []
  const waiting: ((mail: string) => void)[] = []
  const deliver = (mail: string): void => {
    const reader = waiting.shift()
    if (reader) reader(mail)
    else mails.push(mail)
  }
  const server = createServer((socket) => {
    let unread = ''
    let mail: string[] | undefined
    socket.write('220 mailbox\r\n')
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unread + text).split('\r\n')
      unread = lines.pop() ?? ''
      for (const line of lines) {
        if (mail === undefined) {
          const verb = line.slice(0, 4).toUpperCase()
          if (verb === 'DATA') mail = []
          socket.write({ DATA: '354 go on\r\n', QUIT: '221 bye\r\n' }[verb] ?? '250 yes\r\n')
        } else if (line === '.') {
          deliver(mail.join('\r\n'))
          mail = undefined
          socket.write('250 taken\r\n')
        } else mail.push(line)
      }
    })
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    smtpUrl: `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    nextMail: () => {
      const mail = mails.shift()
      return mail === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(mail)
    },
    close: () => {
      server.close()
    },
  }
}
