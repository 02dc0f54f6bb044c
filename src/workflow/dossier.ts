import type { Digest } from './digest.ts'
import type { EventName, WorkflowEvent } from './events.ts'
import type { Stage } from './stages.ts'

export type SignOff = {
  readonly review: string
  /** The role in which it was given. */
  readonly role: string
  /** Id of the user. */
  readonly by: string
  readonly digest: Digest
  readonly at: string
}

/** What readers get now. */
export type Live = {
  readonly digest: Digest
  /** When this revision went out, ISO 8601. */
  readonly since: string
  /** `seq` of the event that made it public. */
  readonly event: number
  readonly signOffs: readonly SignOff[]
  readonly writers: readonly string[]
}

/** A publication that was set and did not happen at its time. */
export type Missed = {
  /** When it was due, ISO 8601. */
  readonly due: string
  /** When it was found out. */
  readonly at: string
  /** `clock`, or the id of the user whose move took the piece off the schedule. */
  readonly by: string
  /** The error code of what stood in the way, or the move that took the piece off the schedule. */
  readonly code: string
  /** What stood in the way, for people. */
  readonly message: string | null
}

/** The workflow record of one piece: nothing but what its events say. */
export type Dossier = {
  readonly piece: string
  /** `seq` and hash of the last event. */
  readonly seq: number
  readonly head: string
  /** Stage of the newest revision, and since when. */
  readonly stage: Stage
  readonly stageSince: string
  readonly live: Live | null
  readonly firstPublishedAt: string | null
  /** Who made the piece. */
  readonly owner: string
  /** Who changed the content since it was last published, or ever if it never was. */
  readonly writers: readonly string[]
  /** Sign-offs of this round of review. */
  readonly signOffs: readonly SignOff[]
  readonly schedule: { readonly at: string; readonly by: string; readonly digest: Digest } | null
  /** A time that was set and passed over, until somebody decides about it (see {@link missedAfter}). */
  readonly missed: Missed | null
  /** The public notice, from the retraction until a later revision is published. */
  readonly retraction: { readonly notice: string; readonly at: string } | null
}

/** Adds one event to what the events before it say. */
export function apply(before: Dossier | null, event: WorkflowEvent): Dossier {
  if (before === null) return opened(event)
  const after: Dossier = {
    ...before,
    seq: event.seq,
    head: event.hash,
    stage: event.to,
    stageSince: event.to === before.stage ? before.stageSince : event.at,
    schedule: event.to === 'scheduled' ? before.schedule : null,
    missed: missedAfter(before, event),
  }
  switch (event.transition) {
    case 'create':
      throw new Error(`${event.piece}: a piece is created once`)
    case 'touch':
    case 'revise':
    case 'void':
      return { ...after, writers: withWriter(before, event), signOffs: [] }
    case 'submit':
    case 'recall':
    case 'request_changes':
    case 'spike':
    case 'restore':
      return { ...after, signOffs: [] }
    case 'sign_off':
      return { ...after, signOffs: [...before.signOffs, signOff(event)] }
    case 'schedule':
      return { ...after, schedule: { at: event.due ?? event.at, by: event.actor, digest: event.digest } }
    case 'unschedule':
    case 'missed':
      return after
    case 'publish':
      return {
        ...after,
        live: {
          digest: event.digest,
          since: event.at,
          event: event.seq,
          signOffs: before.signOffs,
          writers: before.writers.length > 0 ? before.writers : (before.live?.writers ?? []),
        },
        firstPublishedAt: before.firstPublishedAt ?? event.at,
        writers: [],
        signOffs: [],
        retraction: null,
      }
    case 'withdraw':
      return { ...after, live: null }
    case 'retract':
      return { ...after, live: null, retraction: { notice: event.notice ?? '', at: event.at } }
  }
}

/** The dossier that a whole chain of events says. */
export function fold(events: readonly WorkflowEvent[]): Dossier {
  const last = events.reduce<Dossier | null>(apply, null)
  if (last === null) throw new Error('A dossier starts with an event.')
  return last
}

function opened(event: WorkflowEvent): Dossier {
  if (event.transition !== 'create') throw new Error(`${event.piece}: the first event is not its creation`)
  return {
    piece: event.piece,
    seq: event.seq,
    head: event.hash,
    stage: event.to,
    stageSince: event.at,
    live: null,
    firstPublishedAt: null,
    owner: event.actor,
    writers: [...new Set([event.actor, ...(event.writers ?? [])])],
    signOffs: [],
    schedule: null,
    missed: null,
    retraction: null,
  }
}

/** Moves after which nobody has decided yet what becomes of a time that was passed over. */
const UNDECIDED: ReadonlySet<EventName> = new Set(['touch', 'void', 'sign_off', 'withdraw', 'retract'])

/**
 * What has to be told of a time that was set: that the clock could not keep it, or that a change or a move took the
 * piece off the schedule. It stands until the next move that somebody makes with the piece itself.
 */
function missedAfter(before: Dossier, event: WorkflowEvent): Missed | null {
  const { transition, at, actor } = event
  if (transition === 'missed') {
    return { due: event.due ?? at, at, by: actor, code: event.code ?? '', message: event.reason ?? null }
  }
  if (before.schedule && !['scheduled', 'approved', 'published'].includes(event.to)) {
    return { due: before.schedule.at, at, by: actor, code: transition, message: event.reason ?? null }
  }
  return UNDECIDED.has(transition) ? before.missed : null
}

function withWriter(before: Dossier, event: WorkflowEvent): readonly string[] {
  return [...new Set([...before.writers, ...(event.writers ?? [event.actor])])]
}

function signOff(event: WorkflowEvent): SignOff {
  return {
    review: event.review ?? '',
    role: event.role ?? '',
    by: event.actor,
    digest: event.digest,
    at: event.at,
  }
}
