import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { shortfalls, type Shortfall } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { everybody } from '../store/index.ts'

/** The reviews that fewer people could give today than have to; none while nobody works here yet. */
export async function reviewShortfalls(req: PayloadRequest): Promise<readonly Shortfall[]> {
  const people = await everybody(req)
  return people.size === 0 ? [] : shortfalls(await runtimeOf(req.payload).policy(req), people)
}

/** One of them as a sentence. */
export function inWords({ able, needed, review, roles }: Shortfall): string {
  const asked = needed === 1 ? '1 person' : `${String(needed)} people`
  const there = able === 0 ? 'nobody' : `only ${String(able)}`
  return `The review “${review}” needs ${asked} with the role ${roles.join(' or ')}; ${there} here could give it.`
}

/** Logs them. Pieces that need such a review cannot go out. */
export async function warnOfShortfalls(payload: Payload): Promise<void> {
  for (const shortfall of await reviewShortfalls(await createLocalReq({}, payload))) {
    payload.logger.warn({ ...shortfall, msg: inWords(shortfall) })
  }
}
