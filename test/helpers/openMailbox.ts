import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Mailbox = {
  readonly smtpUrl: string
  /** The next mail that comes in, as it came over the wire; waits for it. */
  readonly nextMail: () => Promise<string>
  /** Whether it takes no mail from now on, and says so. */
  readonly refuse: (refuses: boolean) => void
  /** The address that it takes no mail for from now on; undefined for none. */
  readonly refuseFor: (address: string | undefined) => void
  /** Whether it answers nothing from now on. When it does again, whoever waits is cut off. */
  readonly hold: (holds: boolean) => void
  readonly close: () => void
}

/** A mail server on a free port that takes every mail: as much of SMTP (RFC 5321 §4.1.1, §4.5.2) as a sender needs. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: string[] = []
  const waiting: ((mail: string) => void)[] = []
  const deliver = (mail: string): void => {
    const reader = waiting.shift()
    if (reader) reader(mail)
    else mails.push(mail)
  }
  let refuses = false
  let unknown: string | undefined
  let holds = false
  const held = new Set<Socket>()
  const server = createServer((socket) => {
    if (holds) {
      held.add(socket)
      socket.on('error', () => undefined)
      return
    }
    let unread = ''
    let mail: string[] | undefined
    socket.write('220 mailbox\r\n')
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unread + text).split('\r\n')
      unread = lines.pop() ?? ''
      for (const line of lines) {
        if (mail === undefined) {
          const verb = line.slice(0, 4).toUpperCase()
          if (verb === 'MAIL' && refuses) {
            socket.write('451 not now\r\n')
            continue
          }
          if (verb === 'RCPT' && unknown !== undefined && line.includes(unknown)) {
            socket.write('550 nobody here\r\n')
            continue
          }
          if (verb === 'DATA') mail = []
          socket.write({ DATA: '354 go on\r\n', QUIT: '221 bye\r\n' }[verb] ?? '250 yes\r\n')
        } else if (line === '.') {
          deliver(mail.join('\r\n'))
          mail = undefined
          socket.write('250 taken\r\n')
        } else mail.push(line.startsWith('.') ? line.slice(1) : line)
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
    refuse: (now) => {
      refuses = now
    },
    refuseFor: (address) => {
      unknown = address
    },
    hold: (now) => {
      holds = now
      if (!now) for (const socket of held) socket.destroy()
    },
    close: () => {
      server.close()
    },
  }
}
