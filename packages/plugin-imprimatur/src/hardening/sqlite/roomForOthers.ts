import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import type { Client } from '@libsql/client'

/** For how long statements may follow each other before anything else in the process has its turn, in milliseconds. */
const LONGEST_MS = 10

let since = performance.now()
const made = new WeakSet<object>()

/**
 * Leaves room for everything else in this process. libsql answers at once (0.4), so a request of many statements would run from its first to
 * its last without a turn of the event loop: nobody else would be answered meanwhile, and no memory of libsql's be given back.
 * Waiting statements keep their order.
 */
export async function roomForOthers(): Promise<void> {
  if (performance.now() - since < LONGEST_MS) return
  await turnOfTheLoop()
  since = performance.now()
}

/** Has the client make {@link roomForOthers} before each statement. */
export function makeRoom(client: Pick<Client, 'execute'>): void {
  if (made.has(client)) return
  made.add(client)
  type Execute = (...args: Parameters<Client['execute']>) => ReturnType<Client['execute']>
  const execute: Execute = client.execute.bind(client)
  const making: Execute = async (...args) => {
    await roomForOthers()
    return execute(...args)
  }
  Object.assign(client, { execute: making })
}
