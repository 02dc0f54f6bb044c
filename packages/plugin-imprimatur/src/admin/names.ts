import type { Say } from '../translations/index.ts'

const CLOCK = 'clock'
const SYSTEM = 'system:'
/** Somebody without an account, who has a review link. */
const GUEST = 'guest:'

/** Whether an actor is a user, and no machine. */
export function isUser(id: string): boolean {
  return id !== CLOCK && !id.startsWith(SYSTEM) && !id.startsWith(GUEST)
}

/**
 * How to say who an actor is.
 *
 * @param known the name of a user; null for one who is not here any more, undefined while it is not known
 */
export function nameOfActor(id: string, known: string | null | undefined, say: Say): string {
  if (id === CLOCK) return say('people:clock')
  if (id.startsWith(SYSTEM)) return say('people:machine', { name: id.slice(SYSTEM.length) })
  if (id.startsWith(GUEST)) return say('people:guest')
  return known ?? say(known === null ? 'people:gone' : 'people:somebody')
}
