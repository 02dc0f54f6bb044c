import { blocker, CLOCK, ruleOf, type Actor, type Blocker } from '../workflow/index.ts'
import { MOST_PIECES, type Release } from './Release.ts'

/** What somebody does with a release; `unschedule` takes the time back. */
export type ReleaseAct = 'create' | 'add' | 'remove' | 'schedule' | 'unschedule' | 'publish'

/** Who puts a release together. Who sets its time and sends it out, the table says of each piece. */
const ARRANGERS = ['editor', 'publisher'] as const

/**
 * Why an act is refused, before any piece is looked at; null: it may go on. Right first, then state, then what is missing.
 *
 * @param release null for one that is to be made
 * @param pieces how many it holds now, or will hold after `create` and `add`
 */
export function releaseRefusal(
  act: ReleaseAct,
  { actor, pieces, release }: { actor: Actor; release: Release | null; pieces: number },
): Blocker | null {
  if (!mayDo(act, actor)) return blocker('forbidden')
  if (release?.state === 'published')
    return blocker('wrong_stage', { message: 'This release has gone out. Make a new one.' })
  if (release?.state === 'scheduled' && (act === 'add' || act === 'remove'))
    return blocker('wrong_stage', { message: 'This release has a time. Take it off the schedule first.' })
  if (release?.state === 'open' && act === 'unschedule')
    return blocker('wrong_stage', { message: 'This release has no time.' })
  if (pieces > MOST_PIECES) return blocker('release_full')
  if (pieces === 0 && (act === 'schedule' || act === 'publish')) return blocker('release_empty')
  return null
}

function mayDo(act: ReleaseAct, actor: Actor): boolean {
  if (actor.kind === 'clock') return act === 'publish'
  if (actor.kind !== 'person' || !actor.active) return false
  const parties: readonly string[] =
    act === 'schedule' || act === 'unschedule' || act === 'publish' ? ruleOf(act).parties : ARRANGERS
  return actor.roles.some((role) => role !== CLOCK.id && parties.includes(role))
}
