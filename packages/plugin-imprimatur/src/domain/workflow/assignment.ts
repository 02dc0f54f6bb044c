import { isOneOf, maySeeDraft, type Actor } from './actor.ts'
import type { Dossier } from './dossier.ts'
import { blocker, type Blocker } from './errors.ts'
import type { EventName } from './events.ts'
import type { Person } from './policy.ts'
import type { Party } from './table.ts'

/** The most urgent last. */
export const PRIORITIES = ['normal', 'high', 'urgent'] as const

export type Priority = (typeof PRIORITIES)[number]

export function isPriority(value: unknown): value is Priority {
  return PRIORITIES.some((each) => each === value)
}

/**
 * Who works on a piece now, until when, and how urgent it is. It is kept beside what the events say: it changes no text, so it leaves no event, moves no
 * digest and voids no sign-off.
 */
export type Assignment = {
  /** Ids of users. The first one holds the piece. */
  readonly assignees: readonly string[]
  /** ISO 8601 in UTC. */
  readonly dueAt: string | null
  readonly priority: Priority
  /** Who changed any of this last, and when. */
  readonly by: string | null
  readonly at: string | null
}

export const UNASSIGNED: Assignment = { assignees: [], dueAt: null, priority: 'normal', by: null, at: null }

export type AssignmentChange = {
  readonly assignees?: readonly string[]
  readonly dueAt?: string | null
  readonly priority?: Priority
  /** True: the asker takes the piece that nobody holds. False: they are no longer among its people. */
  readonly claim?: boolean
}

/** Who may take a piece themselves, and who may say who works on it, until when, and how urgent it is. */
export const ASSIGNERS = {
  claim: ['writer', 'editor', 'reviewer', 'review_giver', 'publisher'],
  assign: ['editor', 'reviewer', 'publisher'],
} as const satisfies Record<string, readonly Party[]>

/** Moves with which the work on a piece is done, and with it the assignment. */
const ENDS: ReadonlySet<EventName> = new Set(['publish', 'fast_track', 'withdraw', 'retract', 'spike'])

/** What becomes of an assignment with an event. */
export function assignmentAfter(before: Assignment, event: EventName | null): Assignment {
  return event !== null && ENDS.has(event) ? UNASSIGNED : before
}

type AssignmentContext = {
  readonly dossier: Dossier
  readonly before: Assignment
  readonly actor: Actor
  /** Whether the actor may give one of the reviews that the piece needs. */
  readonly givesReview: boolean
  /** Everybody who is or would be assigned. */
  readonly people: ReadonlyMap<string, Person>
  readonly now: Date
}

/** Judges a change of who works on a piece, and does nothing: the assignment after it, or the first refusal. */
export function assign(
  { actor, before, dossier, givesReview, now, people }: AssignmentContext,
  change: AssignmentChange,
): { readonly ok: true; readonly after: Assignment } | { readonly ok: false; readonly blocker: Blocker } {
  const { claim, ...orders } = change
  const right = Object.keys(orders).length > 0 ? 'assign' : 'claim'
  if (!isOneOf(actor, ASSIGNERS[right], dossier, givesReview)) return { ok: false, blocker: blocker('forbidden') }
  const works = (id: string): boolean => isFit(id, people, dossier)
  const held = before.assignees.filter(works)
  const [holder] = held
  if (claim === true && holder !== undefined && holder !== actor.id) {
    const message = `${people.get(holder)?.name ?? 'Somebody else'} holds this piece already.`
    return { ok: false, blocker: blocker('already_assigned', { message, field: 'claim' }) }
  }
  const unfit = (change.assignees ?? []).findIndex((id) => !works(id))
  if (unfit !== -1) return { ok: false, blocker: blocker('not_assignable', { field: `assignees.${String(unfit)}` }) }
  const assignees =
    claim === undefined
      ? (change.assignees ?? before.assignees)
      : [...(claim ? [actor.id] : []), ...held.filter((id) => id !== actor.id)]
  return { ok: true, after: { ...before, ...orders, assignees, by: actor.id, at: now.toISOString() } }
}

/** Whether somebody works here and may know the newest text of the piece. */
function isFit(id: string, people: ReadonlyMap<string, Person>, { owner }: Dossier): boolean {
  const person = people.get(id)
  return person !== undefined && maySeeDraft(id, person, owner)
}
