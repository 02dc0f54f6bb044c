import type { Payload } from 'payload'
import type { OthersPort } from 'payload-plugin-imprimatur/sqlite'
import { byChangeStream } from './changeStream.ts'
import { NOT_TOLD, PACE, type Follower, type Following } from './following.ts'
import { byNotices } from './notices.ts'

/**
 * Follows what other processes commit. On SQLite it is known that they did, on MongoDB and Postgres also what. Undefined where the database tells nothing
 * of others; the log says why.
 */
export async function followOthers(payload: Payload, follower: Follower): Promise<Following | undefined> {
  if (payload.db.name === 'mongoose') return byChangeStream(payload, follower)
  if (payload.db.name === 'postgres') {
    return byNotices(payload, follower).catch((err: unknown) => {
      payload.logger.warn({ err, msg: NOT_TOLD })
      return undefined
    })
  }
  const { stampOfOthers } = payload.db as unknown as Partial<OthersPort>
  return stampOfOthers ? byStamp(payload, stampOfOthers, follower) : undefined
}

async function byStamp(payload: Payload, stampOf: () => Promise<number>, { lost }: Follower): Promise<Following> {
  let known = await stampOf()
  let goodUntil = performance.now() + PACE.good
  let [stopped, failed] = [false, false]
  let timer: NodeJS.Timeout

  const look = async (): Promise<void> => {
    const asked = performance.now()
    try {
      const stamp = await stampOf()
      // However long ago it was asked last: nothing that was committed since can have left it as it was.
      if (stamp !== known) lost()
      known = stamp
      goodUntil = asked + PACE.good
      failed = false
    } catch (err) {
      if (!failed && !stopped) payload.logger.warn({ err, msg: NOT_TOLD })
      failed = true
    }
    if (!stopped) again()
  }
  const again = (): void => {
    timer = setTimeout(() => void look(), PACE.ask).unref()
  }
  again()
  return {
    isInStep: () => performance.now() <= goodUntil,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      return Promise.resolve()
    },
  }
}
