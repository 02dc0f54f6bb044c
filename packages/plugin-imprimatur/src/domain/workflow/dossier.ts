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
  /** The person's other accounts at that time, if any. */
  readonly accounts?: readonly string[]
}

/**
 * What a `fast_track` made public without sign-offs. It stays on the dossier until a publication with sign-offs takes
 * its place, also when it is withdrawn or retracted before anybody has reviewed it.
 */
export type FastTracked = {
  readonly digest: Digest
  /** When it went out, and `seq` of that event. */
  readonly at: string
  readonly event: number
  /** Since when readers have had text that nobody has reviewed: earlier than `at` when one fast_track followed another. */
  readonly since: string
  readonly by: string
  readonly reason: string
  /** Accounts of those who may not review it: who wrote it, and who sent it out. */
  readonly hands: readonly string[]
  /** Sign-offs given since it is out. */
  readonly signOffs: readonly SignOff[]
  /** When the last one that was needed was given; null: not reviewed. */
  readonly reviewedAt: string | null
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
  readonly fastTracked: FastTracked | null
}

/** What readers have now although nobody has reviewed it yet, or null. */
export function unreviewed(dossier: Dossier): FastTracked | null {
  const { fastTracked, live } = dossier
  return fastTracked?.reviewedAt === null && live?.event === fastTracked.event ? fastTracked : null
}

/**
 * The accounts that contributed to the newest revision: who changed it since the last publication, and until the review
 * of a fast_track everybody who contributed to that, since the revision builds on it.
 */
export function contributorsOf(dossier: Pick<Dossier, 'fastTracked' | 'writers'>): readonly string[] {
  const { fastTracked, writers } = dossier
  return fastTracked?.reviewedAt === null ? [...new Set([...writers, ...fastTracked.hands])] : writers
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
    case 'adopt':
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
      return event.afterFastTrack
        ? { ...after, fastTracked: reviewedAfterwards(before, event) }
        : { ...after, signOffs: [...before.signOffs, signOff(event)] }
    case 'schedule':
      return { ...after, schedule: { at: event.due ?? event.at, by: event.actor, digest: event.digest } }
    case 'unschedule':
    case 'missed':
      return after
    case 'publish':
      return { ...after, ...madePublic(before, event), fastTracked: null }
    case 'fast_track':
      return {
        ...after,
        ...madePublic({ ...before, signOffs: [] }, event),
        fastTracked: {
          digest: event.digest,
          at: event.at,
          event: event.seq,
          since: unreviewed(before)?.since ?? event.at,
          by: event.actor,
          reason: event.reason ?? '',
          hands: [...new Set([...writersOf(before), ...accountsIn(event)])],
          signOffs: [],
          reviewedAt: null,
        },
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

/** Whether the last of these events gave the piece to readers for the first time. */
export function isFirstPublication(events: readonly WorkflowEvent[]): boolean {
  const before = events.slice(0, -1)
  return before.length > 0 && fold(before).firstPublishedAt === null && fold(events).firstPublishedAt !== null
}

/** A piece begins as somebody's draft, or as what was public already: then nobody wrote it and nobody signed it off. */
function opened(event: WorkflowEvent): Dossier {
  if (!isBeginning(event)) throw new Error(`${event.piece}: the first event is not its creation`)
  const wasPublic = event.transition === 'adopt'
  return {
    piece: event.piece,
    seq: event.seq,
    head: event.hash,
    stage: event.to,
    stageSince: event.at,
    live: wasPublic
      ? { digest: event.digest, since: event.at, event: event.seq, signOffs: [], writers: event.writers ?? [] }
      : null,
    firstPublishedAt: wasPublic ? event.at : null,
    owner: event.actor,
    writers: wasPublic ? [] : [...new Set([...accountsIn(event), ...(event.writers ?? [])])],
    signOffs: [],
    schedule: null,
    missed: null,
    retraction: null,
    fastTracked: null,
  }
}

/** Whether a history begins with such an event. */
export function isBeginning({ transition }: WorkflowEvent): boolean {
  return transition === 'create' || transition === 'adopt'
}

function accountsIn(event: WorkflowEvent): readonly string[] {
  return [event.actor, ...(event.accounts ?? [])]
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
  return [...new Set([...before.writers, ...(event.writers ?? accountsIn(event))])]
}

/** Whose text the newest revision is; of one in which nobody has changed a word, whose text the live one is. */
export function writersOf(dossier: Pick<Dossier, 'fastTracked' | 'live' | 'writers'>): readonly string[] {
  const contributors = contributorsOf(dossier)
  return contributors.length > 0 ? contributors : (dossier.live?.writers ?? [])
}

function madePublic(before: Dossier, event: WorkflowEvent) {
  return {
    live: {
      digest: event.digest,
      since: event.at,
      event: event.seq,
      signOffs: before.signOffs,
      writers: writersOf(before),
    },
    firstPublishedAt: before.firstPublishedAt ?? event.at,
    writers: [],
    signOffs: [],
    retraction: null,
  } satisfies Partial<Dossier>
}

function reviewedAfterwards(before: Dossier, event: WorkflowEvent): FastTracked {
  const { fastTracked } = before
  if (!fastTracked) throw new Error(`${event.piece}: a review after a fast_track that there was not`)
  return {
    ...fastTracked,
    signOffs: [...fastTracked.signOffs, signOff(event)],
    reviewedAt: event.afterFastTrack === 'complete' ? event.at : null,
  }
}

function signOff(event: WorkflowEvent): SignOff {
  return {
    review: event.review ?? '',
    role: event.role ?? '',
    by: event.actor,
    digest: event.digest,
    at: event.at,
    ...(event.accounts ? { accounts: event.accounts } : {}),
  }
}
