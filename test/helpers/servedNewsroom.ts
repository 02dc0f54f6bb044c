import { WebhookSender } from '../../src/webhooks/index.ts'
import { audit } from '../../packages/plugin-imprimatur/src/index.ts'
import { openNewsroom, type TestNewsroom } from './openNewsroom.ts'
import {
  openNewsroomProcess,
  openPremises,
  untilNotBusy,
  type NewsroomProcess,
  type Tokens,
} from './openNewsroomProcess.ts'

/** A newsroom for those who follow it, whoever serves it, with a clock that can be put forward. */
export type ServedNewsroom = {
  readonly url: string
  /** For addresses that begin with `url`. */
  readonly fetch: typeof fetch
  readonly ask: TestNewsroom['ask']
  readonly now: () => Date
  readonly forward: (ms: number) => Promise<void>
  /** Sends the webhooks that are due. */
  readonly send: () => Promise<void>
  /** Ends what serves, the hardest way there is, while `acting` is under way, and starts it again. */
  readonly disturb: (acting: () => Promise<void>) => Promise<void>
  readonly offences: () => Promise<readonly object[]>
  readonly close: () => Promise<void>
}

/** Served from within this process; disturbed by a restart. */
export async function servedByOne(): Promise<ServedNewsroom> {
  let now = new Date('2026-03-01T08:00:00.000Z')
  const newsroom = await openNewsroom({ now: () => now })
  return {
    url: newsroom.url,
    fetch,
    ask: newsroom.ask,
    now: () => now,
    forward: (ms) => {
      now = new Date(now.getTime() + ms)
      return Promise.resolve()
    },
    send: () => new WebhookSender(newsroom.payload, { allowInternal: true, random: () => 0, timeoutMs: 5_000 }).round(),
    disturb: async (acting) => {
      await acting()
      await newsroom.restart()
    },
    offences: async () => (await audit(newsroom.payload)).offences,
    close: newsroom.close,
  }
}

/** Stands for both processes, which take turns. */
const BOTH = 'http://both.invalid'

/**
 * Two processes on one database, of which each request takes the next. Disturbed by SIGKILL to one of them, which stands before a commit if it has come to
 * one by then; the other goes on alone until the first is back.
 */
export async function servedByTwo(): Promise<ServedNewsroom> {
  const premises = await openPremises()
  const tokens: Tokens = new Map()
  let ahead = 0
  const start = () => openNewsroomProcess(premises, tokens, { AHEAD_MS: String(ahead) })
  // The first makes the staff.
  const running = [await start(), await start()]
  let [turn, disturbed] = [0, 0]
  let starting: Promise<unknown> = Promise.resolve()

  const next = (): NewsroomProcess => {
    const instance = running[turn++ % running.length]
    if (!instance) throw new Error('Nothing is running.')
    return instance
  }
  const ask: ServedNewsroom['ask'] = async (method, address, asked) => {
    for (;;) {
      const instance = next()
      const answer = await untilNotBusy(() => instance.ask(method, address, asked))
      if (answer) return answer
      if (running.includes(instance)) throw new Error(`A process went away.\n${instance.output()}`)
    }
  }
  for (const as of ['admin', 'editor', 'reviewer', 'publisher'] as const) await ask('GET', '/api/users/me', { as })

  return {
    url: BOTH,
    fetch: async (input, init) => {
      for (;;) {
        const instance = next()
        try {
          return await fetch(
            (input instanceof Request ? input.url : input.toString()).replace(BOTH, instance.url),
            init,
          )
        } catch (error) {
          if (running.includes(instance)) throw error
        }
      }
    },
    ask,
    now: () => new Date(Date.now() + ahead),
    forward: async (ms) => {
      // Who is starting has the clock of its start.
      await starting
      ahead += ms
      await Promise.all(running.map((each) => each.putAhead(ahead)))
    },
    send: async () => {
      await Promise.all(running.map((each) => each.sendWebhooks()))
    },
    disturb: async (acting) => {
      await starting
      const victim = next()
      const ended = () => undefined
      const held = victim.holdAt('commit', 1 + (disturbed++ % 5)).catch(ended)
      const sent = victim.sendWebhooks().catch(ended)
      const acted = acting()
      await Promise.race([held, acted])
      running.splice(running.indexOf(victim), 1)
      await victim.kill()
      await Promise.all([held, sent, acted])
      starting = start().then((instance) => running.push(instance))
    },
    offences: async () => (await next().audit()).offences,
    close: async () => {
      await starting
      for (const each of running) await each.kill()
      await premises.close()
    },
  }
}
