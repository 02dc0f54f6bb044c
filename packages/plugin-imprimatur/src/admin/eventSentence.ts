import type { Missed, WorkflowEvent } from '../domain/workflow/index.ts'
import type { Words } from '../translations/index.ts'

/**
 * What happened, as a sentence about the person who did it.
 *
 * @param who their name; null when it is they who read it
 */
export function eventSentence(event: WorkflowEvent, who: string | null, { named, say }: Words): string {
  const review = event.review ? named('reviews', event.review) : ''
  const key = keyOf(event)
  const sentence =
    who === null && !isByMachine(key)
      ? say(`own_events:${key}`, { review })
      : say(`events:${key}`, { who: capitalised(who ?? say('people:somebody')), review })
  if (event.afterFastTrack === 'incomplete') return `${sentence} ${say('events:sign_offs_missing')}`
  return takesWords(event) ? `${sentence} ${say('events:with_suggested')}` : sentence
}

/** Whether the change put words of somebody else into the text. */
function takesWords({ accounts = [], actor, transition, writers = [] }: WorkflowEvent): boolean {
  return CHANGES.has(transition) && writers.some((each) => each !== actor && !accounts.includes(each))
}

const CHANGES: ReadonlySet<WorkflowEvent['transition']> = new Set(['touch', 'void', 'revise'])

type EventKey = WorkflowEvent['transition'] | 'publish_by_clock' | `sign_off_${'named' | 'after' | 'after_named'}`

const BY_MACHINES = ['adopt', 'missed', 'publish_by_clock'] as const satisfies readonly EventKey[]
type ByMachine = (typeof BY_MACHINES)[number]

function isByMachine(key: EventKey): key is ByMachine {
  return BY_MACHINES.some((each) => each === key)
}

function keyOf({ actor, afterFastTrack, review, transition }: WorkflowEvent): EventKey {
  if (transition === 'publish' && actor === 'clock') return 'publish_by_clock'
  if (transition !== 'sign_off') return transition
  if (afterFastTrack) return review ? 'sign_off_after_named' : 'sign_off_after'
  return review ? 'sign_off_named' : 'sign_off'
}

/** Why a piece did not go out at the time that was set. */
export function missedSentence(missed: Missed, who: string, { said, say }: Words): string {
  if (missed.by === 'clock') return missed.message === null ? say('missed:unknown') : said(missed.message)
  switch (missed.code) {
    case 'void':
    case 'spike':
      return say(`missed:${missed.code}`, { who })
    default:
      return say('missed:request_changes', { who })
  }
}

/** Roles of which one is enough: “reviewer or publisher”. */
export function eitherRole(roles: readonly string[], { named, say }: Words): string {
  return roles.map((role) => named('roles', role)).reduce((one, other) => say('people:either', { one, other }))
}

function capitalised(who: string): string {
  return who.charAt(0).toUpperCase() + who.slice(1)
}
